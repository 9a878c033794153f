package windowtest

import (
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// photoFile makes a photo of a size that prints well, in a colour of its own.
func (s *stage) photoFile(name string, c color.RGBA) string {
	s.t.Helper()
	const w, h = 2000, 1400
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			picture.SetRGBA(x, y, color.RGBA{c.R + uint8(x/40), c.G + uint8(y/40), c.B ^ uint8(x*y/9000), 255})
		}
	}
	path := filepath.Join(s.home, name)
	f, err := os.Create(path)
	s.check(err)
	s.check(jpeg.Encode(f, picture, &jpeg.Options{Quality: 88}))
	s.check(f.Close())
	return path
}

// copied is what a browser puts on the clipboard of a portal's page: the text
// with hard blanks in runs and letters whose marks stand apart, and its HTML.
var copied = map[string]string{
	"text/html":   "<h1>Bảng tin</h1><p>Theo kế hoạch</p>",
	"UTF8_STRING": "Theo\u00a0\u00a0\u00a0kế hoạch, đến cuối năm xã trồng thêm hai héc\u00a0\u00a0ta.\r\n\r\nBa\u0300 con đăng ky\u0301 tham gia từ sớm.\r\n\r\nMỗi hộ được hỗ trợ\u00a0cây giống.\r\n",
}

// TestAReportersDay begins on an empty PC: who one is; an article typed, pasted
// from a web page, with two photos dropped on it; corrected, submitted, sent and
// printed, in the real window.
func TestAReportersDay(t *testing.T) {
	s := newStage(t)
	stalls := filepath.Join(s.home, "stalls.txt")
	s.env = append(s.env, "BANTIN_STALLS="+stalls)
	photos := []string{
		s.photoFile("bãi đước.jpg", color.RGBA{30, 90, 60, 255}),
		s.photoFile("bà con.jpg", color.RGBA{150, 90, 40, 255}),
	}
	s.start("")
	s.sees("Cơ quan của bạn")
	s.write("Trung tâm Văn hóa xã Đồng Rui")
	s.press("Return")
	s.write("Mai Thắm")
	s.press("Return")
	file := filepath.Join(s.home, "Bản Tin", "Bản thảo.bantin")
	s.until("the drafts file", file, func(*storage.File) bool { return true })
	s.sees("Tít chính…")
	s.write("Xã Đồng Rui ra quân trồng rừng")
	s.press("Return")
	s.write("Sáng 12/5, dân quân cùng bà con năm thôn xuống bãi.")
	s.press("Return")
	s.write("Nước vừa rút, “mỗi người một bó đước” – ông Bảy nói.")
	var names []string
	for _, word := range []string{"việt", "đặng", "rừng"} {
		names = append(append(names, "space"), asUniKey(word)...)
	}
	s.keys(names)
	s.press("Return")
	s.beside().copies(copied)
	s.press("ctrl+v")
	s.sees("Đã dán 3 đoạn, đã dọn")
	s.click("Hoàn tác")
	s.misses("Bà con đăng ký")
	s.press("ctrl+v")
	s.sees("Bà con đăng ký")
	s.drop(photos, 600, 330)
	s.sees("2 ảnh")
	s.press("ctrl+Home") // where the caret is by now depends on how long the pictures took
	s.click("Sáng 12/5, dân quân cùng bà con năm thôn xuống bãi.")
	s.press("End", "Down", "Tab") // past the picture
	for _, photo := range said {
		s.write(photo[0])
		s.press("Tab")
		s.write(photo[1])
		s.press("Tab")
		s.write(photo[2])
		s.sees(photo[2])
		s.press("Tab") // to the next photo
	}
	s.press("ctrl+h")
	s.sees("Tìm trong bài…")
	s.write("hec ta")
	s.sees("1 / 1")
	s.press("Tab")
	s.write("hecta")
	s.click("Thay hết")
	s.sees("Đã thay 1 chỗ")
	s.press("Escape")
	s.press("ctrl+z")
	s.clickOn("Tin")
	s.click("Bài phản ánh")
	s.misses("Phỏng vấn")
	s.click("Chuyên mục")
	s.click("Chuyên mục khác…")
	s.sees("Tên chuyên mục…")
	s.write("Kinh tế")
	s.press("Return")
	s.misses("Tên chuyên mục…")
	s.clickOn("Đang viết")
	s.click("Chờ duyệt")
	s.press("ctrl+s")
	s.until("the article is submitted", file, func(f *storage.File) bool {
		all := s.articles(f)
		return len(all) == 1 && all[0].Status == bulletin.Submitted
	})
	s.press("ctrl+shift+s")
	s.sees("Gửi gì?")
	s.press("Return")
	s.sees("Gửi Xã Đồng Rui ra quân trồng rừng.bantin")
	s.press("Return")                                                                     // the name that is offered
	out := filepath.Join(filepath.Dir(file), "Gửi Xã Đồng Rui ra quân trồng rừng.bantin") // beside the drafts
	s.until("the file to send", out, func(f *storage.File) bool { return len(s.articles(f)) == 1 })
	s.sees("Đã chép 1 bài, 2 ảnh")
	s.picture("reporter-sent")
	pdf := s.exports("Gửi nhà in", "Ra quân")
	s.close()

	s.tellStalls(stalls)
	s.isReported(file)
	s.isReported(out)
	s.isWhole(pdf, 1)
	s.reads(pdf, "Xã Đồng Rui ra quân trồng rừng")
	s.reads(pdf, "“mỗi người một bó đước” – ông Bảy nói.")
	s.reads(pdf, "Bà con đăng ký tham gia từ sớm.")
	s.reads(pdf, "Bà con xuống bãi từ sớm.")
	if n := s.picturesIn(pdf); n != 2 {
		t.Errorf("%d pictures in the PDF, not two", n)
	}
}

// isReported looks into a drafts file for what the reporter wrote.
func (s *stage) isReported(path string) {
	s.t.Helper()
	stored := s.only(path)
	a := stored.Article
	text := slices.DeleteFunc(body(a), func(s string) bool { return s == "" }) // photos stand between
	want := []string{
		"Nước vừa rút, “mỗi người một bó đước” – ông Bảy nói. việt đặng rừng",
		"Theo kế hoạch, đến cuối năm xã trồng thêm hai héc ta.",
		"Bà con đăng ký tham gia từ sớm.",
		"Mỗi hộ được hỗ trợ cây giống.",
	}
	if !slices.Equal(text, want) {
		s.t.Errorf("the body of %s is\n%q\nwritten was\n%q", filepath.Base(path), text, want)
	}
	for what, pair := range map[string][2]string{
		"author":     {stored.Author, "Mai Thắm"},
		"headline":   {a.Headline, "Xã Đồng Rui ra quân trồng rừng"},
		"standfirst": {a.Standfirst, "Sáng 12/5, dân quân cùng bà con năm thôn xuống bãi."},
		"status":     {string(a.Status), string(bulletin.Submitted)},
		"genre":      {string(a.Genre), "report"},
		"section":    {a.Section, "Kinh tế"},
	} {
		if pair[0] != pair[1] {
			s.t.Errorf("the %s in %s is %q, written was %q", what, filepath.Base(path), pair[0], pair[1])
		}
	}
	s.hasPhotos(path, a)
	f, err := storage.OpenReadOnly(context.Background(), path)
	s.check(err)
	defer f.Close()
	office, err := f.Office(context.Background())
	s.check(err)
	if office.Body != "Trung tâm Văn hóa xã Đồng Rui" {
		s.t.Errorf("the office is %q", office.Body)
	}
}

// said is what the reporter says of the photos: caption, credit and description.
var said = [][3]string{
	{"Bà con xuống bãi từ sớm.", "Văn Bảy", "Người đi trên bãi."},
	{"Cây đước non trên bãi.", "Mai Thắm", "Hàng cây nhỏ trên bùn."},
}

// hasPhotos looks for the reporter's photos, with what is said of them, and
// whether the file can print them.
func (s *stage) hasPhotos(path string, a bulletin.Article) {
	s.t.Helper()
	if len(a.Photos) != len(said) {
		s.t.Fatalf("%d photos in %s", len(a.Photos), filepath.Base(path))
	}
	f, err := storage.OpenReadOnly(context.Background(), path)
	s.check(err)
	defer f.Close()
	for i, p := range a.Photos {
		if got := [3]string{p.Caption, p.Credit, p.AltText}; got != said[i] {
			s.t.Errorf("photo %d says %q, written was %q", i+1, got, said[i])
		}
		if _, err := f.PrintPhoto(context.Background(), p.SHA256); err != nil {
			s.t.Errorf("photo %d of %s cannot be printed: %v", i+1, filepath.Base(path), err)
		}
	}
}

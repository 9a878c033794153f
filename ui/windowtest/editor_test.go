package windowtest

import (
	"context"
	"image/color"
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestAnEditorsDay receives the files of three PCs, settles a conflict,
// approves, makes up eight pages with the mouse, mends what preflight names and
// prints, in the real window.
func TestAnEditorsDay(t *testing.T) {
	s := newStage(t)
	stalls := filepath.Join(s.home, "stalls.txt")
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home, "BANTIN_STALLS="+stalls)
	file := s.drafts()
	thu := pc{s, file, "Thu"}
	thu.open(func(ctx context.Context, f *storage.File) {
		s.check(f.SetOffice(ctx, bulletin.Office{Body: "Trung tâm Truyền thông và Văn hóa Đầm Hà"}))
	})
	shared := thu.writes(longStory("Giữ rừng ngập mặn", 13))
	thu.writes(longStory("Nước sạch về thôn Hạ", 12))
	mai, huong, lan := s.handedOut(file, "Mai"), s.handedOut(file, "Hường"), s.handedOut(file, "Lan")
	for _, h := range []string{"Chợ phiên đông trở lại", "Lớp học xóa mù buổi tối", "Đường mới qua cánh đồng"} {
		mai.writes(longStory(h, 13))
	}
	bare := mai.writes(mai.photographed(longStory("Bến cá lúc rạng đông", 12), "bến cá.jpg", color.RGBA{20, 60, 110, 255}))
	huong.save(shared, func(a *bulletin.Article) { a.Headline = "Giữ lấy rừng ngập mặn" })
	huong.writes(longStory("Hội thi cấy lúa", 13))
	thu.save(shared, func(a *bulletin.Article) { a.Headline = "Giữ rừng là giữ làng" })
	late := lan.writes(longStory("Tin giờ chót từ đê biển", 6))

	s.start(file)
	s.again(mai.path)
	s.sees("Có ai gửi cho bạn tệp")
	s.picture("editor-asked")
	s.press("Return")
	s.sees("4 bài mới")
	s.picture("editor-received")
	s.press("Escape")
	s.misses("4 bài mới")
	s.drop([]string{huong.path}, 600, 400)
	s.sees("Có ai gửi cho bạn tệp")
	s.press("Return")
	s.sees("1 bài có chỗ hai người sửa khác nhau")
	s.until("the conflict", file, func(f *storage.File) bool {
		a, err := f.Article(context.Background(), shared)
		return err == nil && len(a.Conflicts) > 0
	})
	s.click("Chọn ngay")
	s.sees("Gộp các bản")
	s.picture("editor-settles")
	side := "1"
	if s.sees("Hường, ").X > s.sees("Thu, ").X {
		side = "2"
	}
	s.press(side, "Return")
	s.until("the conflict to be settled", file, func(f *storage.File) bool {
		a, err := f.Article(context.Background(), shared)
		return err == nil && len(a.Conflicts) == 0 && len(a.Heads) == 1
	})
	s.sees("Đã gộp.")
	s.press("ctrl+shift+f", "Down", "ctrl+a", "shift+F10")
	s.click("Chuyển sang…")
	s.click("Đã duyệt")
	s.until("all to be approved", file, func(f *storage.File) bool {
		counts, err := f.Count(context.Background(), storage.Query{})
		return err == nil && counts[bulletin.Approved] == 7
	})
	s.sees("Đã chuyển 7 bài")
	s.press("ctrl+shift+f", "Down", "ctrl+a", "shift+F10")
	s.click("Đặt vào số bản tin…")
	s.click("Lập số bản tin mới")
	s.sees("Ngày ra")
	s.press("ctrl+a", "BackSpace", "Return", "Return") // the number is forgotten
	s.until("the issue", file, func(f *storage.File) bool {
		issue, ok := s.onlyIssue(f)
		return ok && len(issue.Slots) == 7
	})
	s.again(lan.path)
	s.sees("Có ai gửi cho bạn tệp")
	s.press("Return")
	s.click("Đọc bài mới")
	s.sees("Chưa đọc") // the filter; which article lies open depends on when the list was read anew
	s.press("ctrl+shift+f", "Down", "ctrl+a", "shift+F10")
	s.click("Đặt vào số bản tin…")
	s.clickOn("Bản tin")
	s.until("the late story in the issue", file, func(f *storage.File) bool {
		issue, ok := s.onlyIssue(f)
		return ok && len(issue.Slots) == 8
	})
	s.press("F6")
	s.sees("Về bàn viết")
	s.sees("chưa ghi là số mấy")
	s.picture("editor-makes-up")
	s.click("Bội số 4 trang")
	s.until("pages by four", file, func(f *storage.File) bool {
		issue, ok := s.onlyIssue(f)
		return ok && issue.PageMultiple == 4
	})
	s.sees(" / 8")
	s.clickOn("4") // of the thumbnails
	s.sees("Trang 4")
	pages := s.pages(2)
	s.dragTo("Hội thi cấy lúa", pages[0])
	s.until("the story to be pinned", file, func(f *storage.File) bool { return s.slotOf(f, "Hội thi cấy lúa").Page == 4 })
	s.sees("trang 4")
	s.picture("editor-pins")
	s.dragTo("Lớp học xóa mù buổi tối", s.row("Giữ lấy rừng ngập mặn"))
	order := func(want ...string) func(f *storage.File) bool {
		return func(f *storage.File) bool { return slices.Equal(s.order(f)[:len(want)], want) }
	}
	s.until("another story to lead", file, order("Lớp học xóa mù buổi tối", "Giữ lấy rừng ngập mặn"))
	s.press("ctrl+z")
	s.until("the order to be taken back", file, order("Giữ lấy rừng ngập mặn", "Hội thi cấy lúa"))
	s.scrollTo("chưa ghi là số mấy")
	s.click("chưa ghi là số mấy")
	s.sees("Giấy phép xuất bản số")
	s.press("shift+Tab") // the name, without which nothing goes to print
	for i, text := range []string{
		"Bản tin Đầm Hà", "4", "", "", "Nguyễn Thị Thu, Giám đốc", "Mai Thắm, Hường", "12/GP-STTTT", "2/1/2026",
		"Nhà in Quảng Ninh", "300", "1 số/tháng",
	} {
		if i > 0 {
			s.press("Tab")
		}
		if text != "" {
			s.press("ctrl+a")
			s.write(text)
		}
	}
	s.picture("editor-imprint")
	s.click("Lưu")
	s.until("the imprint", file, func(f *storage.File) bool {
		issue, _ := s.onlyIssue(f)
		return issue.Number == "4" && issue.Imprint.PrintRun == 300
	})
	s.misses("chưa ghi là số mấy")
	s.scrollTo("Tin giờ chót từ đê biển” chưa được duyệt")
	s.click("Tin giờ chót từ đê biển” chưa được duyệt")
	s.clickOn("Mở bài")
	s.sees("Lời nhắn")
	s.clickOn("Chờ duyệt")
	s.clickOn("Đã duyệt")
	s.until("the late story to be approved", file, func(f *storage.File) bool {
		a, err := f.Article(context.Background(), late)
		return err == nil && a.Article.Status == bulletin.Approved
	})
	s.press("F6")
	s.sees("Về bàn viết")
	s.sees("Ảnh này chưa có chú thích")
	s.misses("chưa được duyệt")
	s.scrollTo("Ảnh này chưa có chú thích")
	s.click("Ảnh này chưa có chú thích")
	s.clickOn("Mở bài")
	s.sees("Lời nhắn")
	s.press("F10")
	s.click("Ảnh này chưa có chú thích")
	s.write("Tàu về bến lúc bốn giờ sáng.")
	s.press("Tab")
	s.write("Văn Bảy")
	s.press("Tab")
	s.write("Tàu cá cập bến trong sương.")
	s.picture("editor-describes")
	s.until("the photo to be described", file, func(f *storage.File) bool {
		a, err := f.Article(context.Background(), bare)
		return err == nil && a.Article.Photos[0].AltText == "Tàu cá cập bến trong sương."
	})
	s.press("F6")
	s.sees("Về bàn viết")
	s.misses("Đang soát các trang…")
	s.misses("Ảnh này")
	s.picture("editor-done")
	s.sees("Không có lỗi nào phải sửa trước khi in.")
	print := s.exports("Gửi nhà in", "Bản tin in")
	booklet := s.exports("In ở cơ quan", "Bản tin tập", "Gấp thành sách nhỏ")
	s.close()
	s.tellStalls(stalls)
	s.isWhole(print, 8)
	s.isWhole(booklet, 4)
	s.isCutFrom(print, 190, 270) // the size of a new issue
	s.holdsIssue(print, file)
	s.holdsIssue(booklet, file)
	s.folds(booklet, print)
	if n := s.picturesIn(print); n != 1 {
		t.Errorf("%d pictures in the PDF, not one", n)
	}
}

// holdsIssue looks in a PDF for every word of the stories of a file's issue and
// for what the issue says of itself.
func (s *stage) holdsIssue(pdf, file string) {
	s.t.Helper()
	f, err := storage.OpenReadOnly(context.Background(), file)
	s.check(err)
	defer f.Close()
	issue, _ := s.onlyIssue(f)
	want := []string{issue.Imprint.Licence, issue.Imprint.Responsible, issue.Imprint.PrintedAt}
	for _, slot := range issue.Slots {
		a, err := f.Article(context.Background(), slot.Article)
		s.check(err)
		want = append(want, a.Article.Headline, a.Article.Standfirst)
		for _, p := range a.Article.Photos {
			want = append(want, p.Caption, p.Credit)
		}
		want = append(want, body(a.Article)...)
	}
	s.reads(pdf, want...)
}

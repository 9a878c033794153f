package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"bantin/assets/fonts"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// magazine has everything that a page can have.
func magazine(t testing.TB) (*layout.Document, layout.PhotoSource) {
	t.Helper()
	article := bulletin.ID("0123456789abcdef")
	headline := line(t, 20, 40, 22, fonts.SansBold, "Được mùa lúa, được giá – bà con phấn khởi")
	headline.Source = layout.Source{Article: article, Field: bulletin.FieldHeadline, Block: -1}
	name := line(t, 20, 28, 40, fonts.SerifBold, "Bản tin")
	name.Source = layout.Source{Block: -1, Part: layout.PartNameplate}
	body := line(t, 20, 50, 10.25, fonts.SerifRegular, "Giá 1.250.000 ₫ một tạ: “chưa bao giờ cao thế” … Ưu tiên Ắc-quy, ẵm, ỹ, Ỡ.")
	body.Source = layout.Source{Article: article, Field: bulletin.FieldBody, Block: 0}
	jump := line(t, 20, 130, 9, fonts.SansRegular, "Xem tiếp trang 2")
	jump.Source = layout.Source{Article: article, Block: -1, Part: layout.PartJump}
	doc := onPaper(
		layout.Fill{Box: layout.Rect{X: millimetres(-3), Y: millimetres(-3), Width: millimetres(216), Height: millimetres(20)}, Ink: layout.Ink{C: 1000, M: 600}},
		name,
		headline,
		body,
		line(t, 20, 55, 10.25, fonts.SerifItalic, "Ảnh: Nguyễn Thị Ngọc Ánh"),
		shown("a", 1200, 800, 20, 60, 80, 53.333),
		shown("b", 400, 300, 105, 60, 80, 60),
		jump,
	)
	doc.Pages[0].Links = []layout.Link{{
		Box:  layout.Rect{X: millimetres(20), Y: millimetres(126), Width: millimetres(60), Height: millimetres(5)},
		Page: 2, Y: millimetres(15),
	}}
	rest := line(t, 20, 20, 11, fonts.SerifBold, "Trang hai")
	rest.Source = body.Source
	folio := line(t, 20, 285, 8, fonts.SansRegular, "Trang 2")
	folio.Source = layout.Source{Block: -1, Part: layout.PartFolio}
	described := shown("a", 1200, 800, 20, 60, 80, 53.333)
	described.Alt = "Bà con gặt lúa trên cánh đồng Đồng Mây"
	described.Source = layout.Source{Article: article, Block: 1, Photo: "p1"}
	doc.Pages = append(doc.Pages, layout.Page{Items: []layout.Item{rest, described, folio}})
	doc.Stories = []layout.Story{{Article: article, Headline: "Được mùa lúa", FirstPage: 1, LastPage: 2}}
	return doc, album(map[string][]byte{"a": photo(t, 1200, 800), "b": photo(t, 400, 300)})
}

func TestSameDocumentSameBytes(t *testing.T) {
	for _, profile := range pdf.Profiles() {
		doc, photos := magazine(t)
		_, first := write(t, doc, photos, profile)
		var all sync.WaitGroup // two documents at once share nothing
		for range 4 {
			all.Go(func() {
				var again bytes.Buffer
				err := pdf.Write(context.Background(), &again, doc, photos, pdf.Options{Profile: profile})
				if err != nil || !bytes.Equal(first, again.Bytes()) {
					t.Errorf("%s: the second file differs (%v)", profile, err)
				}
			})
		}
		all.Wait()
	}
}

func TestHostileDocumentsGiveErrorsOrPages(t *testing.T) {
	black := func(text string) layout.Text { return line(t, 20, 20, 10, fonts.SansRegular, text) }
	strange := black("a")
	strange.Glyphs = []layout.Glyph{{Rune: -1}, {Rune: 0}, {Rune: 0xD800}, {Rune: 0x10000}, {Rune: 0x1F600}, {Rune: 0xFFFF}, {Rune: '\n'}, {Rune: '中'}, {Rune: 0x7FFFFFFF}}
	backwards := black("lùi")
	backwards.Glyphs[1].Advance = -5_000_000
	cases := map[string]layout.Item{
		"strange runes":      strange,
		"no glyphs":          layout.Text{Face: fonts.SansRegular, Size: 1000},
		"no size":            layout.Text{Face: fonts.SansRegular, Glyphs: []layout.Glyph{{Rune: 'a'}}},
		"advance backwards":  backwards,
		"empty picture":      shown("a", 10, 10, 0, 0, 0, 10),
		"negative picture":   shown("a", 10, 10, 0, 0, -4, -4),
		"picture of nothing": shown("a", 0, 0, 10, 10, 30, 30),
		"far away":           layout.Fill{Box: layout.Rect{X: 1 << 50, Y: -1 << 50, Width: 1 << 40, Height: 1}},
		"impossible ink":     layout.Fill{Box: layout.Rect{Width: 1000, Height: 1000}, Ink: layout.Ink{C: -5, K: 1 << 30}},
		"shown outside": layout.Picture{
			Box: layout.Rect{Width: 90_000, Height: 90_000}, SHA256: "a",
			Pixels: layout.PixelSize{Width: 10, Height: 10}, Shown: layout.PixelRect{X: 90, Y: -90, Width: 99, Height: 99},
		},
	}
	photos := album(map[string][]byte{"a": photo(t, 10, 10)})
	for name, item := range cases {
		t.Run(name, func(t *testing.T) {
			path, _ := write(t, onPaper(item), photos, pdf.Print)
			tool(t, "qpdf", "--check", path)
		})
	}
}

// TestHostileLinksAndTags: links that lead nowhere or are no area are left
// out, words of one element are told apart from those of another.
func TestHostileLinksAndTags(t *testing.T) {
	text := line(t, 20, 20, 10, fonts.SansRegular, "Xem tiếp")
	empty := text
	empty.Glyphs = nil
	doc := onPaper(empty, text, layout.Fill{}, text, empty, layout.Picture{}, text)
	doc.Pages = append(doc.Pages, layout.Page{})
	here := layout.Rect{X: millimetres(10), Y: millimetres(10), Width: millimetres(50), Height: millimetres(20)}
	doc.Pages[0].Links = []layout.Link{
		{Box: here, Page: 2},
		{Box: here, Page: 2},
		{Box: here, Page: 0},
		{Box: here, Page: 3},
		{Box: here, Page: -9},
		{Page: 2},
		{Box: layout.Rect{Width: -5, Height: 5}, Page: 1},
		{Box: here, Page: 1, Y: -1 << 40},
		{Box: here, Page: 1, Y: 1 << 40},
	}
	doc.Stories = []layout.Story{{Headline: "x", FirstPage: -3}, {Headline: "y", FirstPage: 99, LastPage: 1}}
	for _, o := range everyWay() {
		path, _ := writeWith(t, doc, nil, o)
		tool(t, "qpdf", "--check", path)
		strictly(t, path)
	}
	path, _ := write(t, doc, nil, pdf.Screen)
	if n := strings.Count(opened(t, path), "/Subtype /Link"); n != 4 {
		t.Errorf("%d links", n)
	}
	tool(t, "pdfinfo", "-struct-text", path)
}

func TestPageWithNothingOnIt(t *testing.T) {
	path, _ := write(t, onPaper(), nil, pdf.Print)
	tool(t, "qpdf", "--check", path)
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	empty := onPaper()
	empty.Pages = nil
	broken := photo(t, 100, 100)
	photos := album(map[string][]byte{"short": broken[:len(broken)/2], "text": []byte("xin chào"), "": nil})
	picture := func(name string) *layout.Document { return onPaper(shown(name, 100, 100, 0, 0, 50, 50)) }
	cases := []struct {
		name    string
		doc     *layout.Document
		profile pdf.Profile
		trouble string
	}{
		{"no pages", empty, pdf.Print, "pdf_no_pages"},
		{"unknown photo", picture("0123456789abcdef"), pdf.Print, "pdf_photo_unusable"},
		{"photo cut short", picture("short"), pdf.Screen, "pdf_photo_unusable"},
		{"photo of words", picture("text"), pdf.Office, "pdf_photo_unusable"},
		{"empty photo", picture(""), pdf.Office, "pdf_photo_unusable"},
		{"unknown profile", onPaper(), "fax", "pdf_profile_unknown"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := pdf.Write(context.Background(), &bytes.Buffer{}, c.doc, photos, pdf.Options{Profile: c.profile})
			if got := bulletin.TroubleKey(err); got != c.trouble {
				t.Fatalf("trouble %q (%v)", got, err)
			}
			for _, language := range translations.Languages() {
				if said := translations.For(language).Explain(err); strings.ContainsAny(said, "{}") || strings.HasPrefix(said, "trouble.") {
					t.Errorf("%s: %s", language, said)
				}
			}
		})
	}
}

func TestUnknownFaceIsAnError(t *testing.T) {
	text := line(t, 0, 0, 10, fonts.SansBold, "a")
	text.Face = "ComicSans"
	err := pdf.Write(context.Background(), &bytes.Buffer{}, onPaper(text), nil, pdf.Options{})
	if err == nil || !strings.Contains(err.Error(), "ComicSans") {
		t.Errorf("error %v", err)
	}
}

func TestImpossiblePaperIsAnError(t *testing.T) {
	for _, size := range []layout.Size{{}, {Width: -5, Height: 9}, {Width: 1 << 60, Height: 1 << 60}} {
		doc := onPaper()
		doc.Trim = size
		if err := pdf.Write(context.Background(), &bytes.Buffer{}, doc, nil, pdf.Options{}); err == nil {
			t.Errorf("%v was written", size)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	doc, photos := magazine(t)
	for stopAt := 1; stopAt <= 4; stopAt++ {
		ctx, stop := context.WithCancel(context.Background())
		progress := func(done, _ int) {
			if done == stopAt-1 {
				stop()
			}
		}
		if stopAt == 1 {
			stop()
		}
		err := pdf.Write(ctx, &bytes.Buffer{}, doc, photos, pdf.Options{Progress: progress})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at step %d: %v", stopAt, err)
		}
		stop()
	}
}

func TestProgressCountsToTheEnd(t *testing.T) {
	doc, photos := magazine(t)
	last := 0
	err := pdf.Write(context.Background(), &bytes.Buffer{}, doc, photos, pdf.Options{Progress: func(done, total int) {
		if done != last+1 || total != 4 {
			t.Errorf("step %d of %d after %d", done, total, last)
		}
		last = done
	}})
	if err != nil || last != 4 {
		t.Errorf("%d steps, %v", last, err)
	}
}

func TestFailingWriterIsToldOf(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("/dev/full, a disk that is always full, is Linux's own")
	}
	defer full.Close()
	doc, photos := magazine(t)
	if err := pdf.Write(context.Background(), full, doc, photos, pdf.Options{}); err == nil {
		t.Error("a full disk was not noticed")
	}
}

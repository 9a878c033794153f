package pdf_test

import (
	"image"
	"math"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// TestMarksStandOutsideTheBleed paints a page that is empty but for its marks
// and looks at all edges of it: the marks point at the trimmed edges, to a
// tenth of a millimetre, and nothing of them is within the bleed.
func TestMarksStandOutsideTheBleed(t *testing.T) {
	path, _ := writeWith(t, onPaper(), nil, pdf.Options{Marks: true})
	const dpi, room, bleed = 600, 8.0, 3.0
	page := rendered(t, path, 0, dpi)
	at := func(mm float64) int { return int(math.Round(mm * dpi / 25.4)) }
	dark := func(x, y int) bool { r, _, _, _ := page.At(x, y).RGBA(); return r < 0xA000 }

	within := image.Rect(at(room), at(room), at(room+210+2*bleed), at(room+297+2*bleed))
	for y := within.Min.Y; y < within.Max.Y; y += 3 {
		for x := within.Min.X; x < within.Max.X; x += 3 {
			if dark(x, y) {
				t.Fatalf("a mark stands in the bleed, at %d, %d", x, y)
			}
		}
	}
	left, top := room+bleed, room+bleed
	for name, c := range map[string]struct {
		mm    float64
		found func(int) bool
	}{
		"left edge, at the top":    {left, func(x int) bool { return dark(x, at(4)) }},
		"right edge, at the foot":  {left + 210, func(x int) bool { return dark(x, page.Bounds().Dy()-at(4)) }},
		"upper edge, at the left":  {top, func(y int) bool { return dark(at(4), y) }},
		"lower edge, at the right": {top + 297, func(y int) bool { return dark(page.Bounds().Dx()-at(4), y) }},
	} {
		seen := false
		for off := -at(0.1); off <= at(0.1); off++ {
			seen = seen || c.found(at(c.mm)+off)
		}
		if !seen {
			t.Errorf("no crop mark at the %s", name)
		}
	}
}

// TestMarksAreOnEveryPlate compares the plates of a page that is empty but for
// its marks, point by point, beside the control strip.
func TestMarksAreOnEveryPlate(t *testing.T) {
	path, _ := writeWith(t, onPaper(), nil, pdf.Options{Marks: true})
	const dpi = 150
	page := inked(t, path, dpi)
	at := func(mm int) int { return mm * dpi * 10 / 254 }
	strip := image.Rect(at(15), at(311), at(61), at(317))
	marked := 0
	for i := 0; i < len(page.pix); i += 4 {
		if image.Pt(i/4%page.width, i/4/page.width).In(strip) {
			continue
		}
		inks := page.pix[i : i+4]
		if inks[0] != inks[1] || inks[1] != inks[2] || inks[3] < inks[0] {
			t.Fatalf("inks C M Y K at pixel %d: %v", i/4, inks)
		}
		if inks[0] > 0 {
			marked++
		}
	}
	if marked < (8+2*4)*at(5) { // lines of 5 mm, a point wide at least
		t.Errorf("%d points are marked", marked)
	}
}

// TestControlStripShowsEveryInk looks at the middles of the patches, as the
// plates have them.
func TestControlStripShowsEveryInk(t *testing.T) {
	path, _ := writeWith(t, onPaper(), nil, pdf.Options{Marks: true})
	const dpi, left, top, side = 100, 8 + 3 + 5, 8 + 3 + 297 + 3 + 1, 4
	page := inked(t, path, dpi)
	for i, want := range [][4]uint8{
		{255, 0, 0, 0},
		{0, 255, 0, 0},
		{0, 0, 255, 0},
		{0, 0, 0, 255},
		{0, 255, 255, 0},
		{255, 0, 255, 0},
		{255, 255, 0, 0},
		{128, 0, 0, 0},
		{0, 128, 0, 0},
		{0, 0, 128, 0},
		{0, 0, 0, 128},
		{},
	} {
		x, y := int((left+side*(float64(i)+0.5))*dpi/25.4), (top+side/2)*dpi*10/254
		at := 4 * (y*page.width + x)
		got := [4]uint8(page.pix[at : at+4])
		for ink := range got {
			if d := int(got[ink]) - int(want[ink]); d < -1 || d > 1 {
				t.Errorf("patch %d is %v, want %v", i+1, got, want)
				break
			}
		}
	}
}

func TestSlugSaysWhatThePageIs(t *testing.T) {
	doc := onPaper()
	doc.Pages = append(doc.Pages, doc.Pages[0])
	doc.Date = bulletin.Date{Year: 2026, Month: 4, Day: 10}
	path, _ := writeWith(t, doc, nil, pdf.Options{Marks: true, Pages: []int{2}})
	got := strings.Join(strings.Fields(tool(t, "pdftotext", "-raw", path, "-")), " ")
	if want := "Bản tin số 4 — tháng 4/2026 ngày 10/4/2026 · trang 2 · Coated FOGRA39"; got != want {
		t.Errorf("the slug says %q, want %q", got, want)
	}
}

// TestALongSlugIsWhole: on the smallest page, which has 148 mm, the name of a body
// is set smaller, one without end is shortened, and what comes after it never is.
func TestALongSlugIsWhole(t *testing.T) {
	const rest = "ngày 10/4/2026 · trang 1 · Coated FOGRA39"
	name := "Bản tin Trung tâm Truyền thông và Văn hóa huyện Đầm Hà — Số 12, tháng 4/2026"
	for title, want := range map[string]string{
		name: name + " " + rest, strings.Repeat("Bản tin rất dài ", 40): "… " + rest,
	} {
		doc := onPaper()
		doc.Trim = layout.Size{Width: layout.Millimetres(148), Height: layout.Millimetres(210)}
		doc.Date = bulletin.Date{Year: 2026, Month: 4, Day: 10}
		doc.Title = title
		path, _ := writeWith(t, doc, nil, pdf.Options{Marks: true})
		if got := strings.Join(strings.Fields(tool(t, "pdftotext", "-raw", path, "-")), " "); !strings.HasSuffix(got, want) {
			t.Errorf("the slug says %q, want %q", got, want)
		}
		for _, word := range words(t, path) { // 11 mm of paper around the trimmed page
			from, to := word.xMin*25.4/72-11, word.xMax*25.4/72-11
			if from < 74+3 && to > 74-3 || to > 148 {
				t.Errorf("%q from %.1f to %.1f mm runs into a mark", word.text, from, to)
			}
		}
	}
}

// TestSmallBlackTextPrintsOverItsGround separates a page into its plates:
// under small black text and thin black rules the ground goes on, under a
// large black headline it is left out.
func TestSmallBlackTextPrintsOverItsGround(t *testing.T) {
	for size, over := range map[float64]bool{10: true, 60: false} {
		doc := onPaper(ground(20, 20, 100, 60), line(t, 30, 60, size, fonts.SansBold, "ĐEN"))
		path, _ := write(t, doc, nil, pdf.Print)
		page := inked(t, path, 150)
		blacks, cyan := 0, 0
		for i := 0; i < len(page.pix); i += 4 {
			if page.pix[i+3] > 250 {
				blacks++
				if page.pix[i] > 120 {
					cyan++
				}
			}
		}
		if blacks == 0 || over != (cyan == blacks) || over != (cyan > 0) {
			t.Errorf("at %v pt %d of %d black pixels have cyan under them", size, cyan, blacks)
		}
	}
}

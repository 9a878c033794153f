package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// numbered is a document of A4 pages that say their numbers, on a ground that
// reaches into the bleed.
func numbered(t testing.TB, pages int) *layout.Document {
	doc := onPaper()
	doc.Pages = nil
	for n := 1; n <= pages; n++ {
		ground := layout.Ink{C: 1000}
		if n%2 == 0 {
			ground = layout.Ink{M: 1000, Y: 1000}
		}
		doc.Pages = append(doc.Pages, layout.Page{Items: []layout.Item{
			layout.Fill{Box: layout.Rect{X: millimetres(-3), Y: millimetres(-3), Width: millimetres(216), Height: millimetres(30)}, Ink: ground},
			line(t, 20, 100, 30, fonts.SansBold, fmt.Sprintf("trang%d", n)),
		}})
	}
	return doc
}

// TestBookletReadsRightWhenFolded goes over the sides as poppler sees them:
// which page stands in which half, and how large.
func TestBookletReadsRightWhenFolded(t *testing.T) {
	for paper, scale := range map[impose.Paper]float64{impose.Auto: 1, impose.A4: 1 / math.Sqrt2} {
		path, _ := writeWith(t, numbered(t, 6), nil, pdf.Options{Profile: pdf.Office, Booklet: true, Paper: paper})
		wide, high := 420*scale, 297*scale
		boxIs(t, path, "MediaBox", 0, 0, wide, high)
		for side, want := range [][2]string{{"", "trang1"}, {"trang2", ""}, {"trang6", "trang3"}, {"trang4", "trang5"}} {
			n := fmt.Sprint(side + 1)
			for half, name := range want {
				from := fmt.Sprint(half * int(wide/2*72/25.4))
				got := strings.TrimSpace(tool(t, "pdftotext", "-f", n, "-l", n, "-x", from, "-y", "0",
					"-W", fmt.Sprint(int(wide/2*72/25.4)), "-H", "2000", path, "-"))
				if got != name {
					t.Errorf("side %s, half %d: %q, want %q", n, half+1, got, name)
				}
			}
		}
		for _, word := range words(t, path) {
			left := word.xMin * 25.4 / 72
			half := math.Floor(left/(wide/2)) * wide / 2
			if math.Abs(left-half-20*scale) > 0.8 { // the side bearing of a large letter
				t.Errorf("%s begins %.2f mm from its page's edge, want %.2f", word.text, left-half, 20*scale)
			}
		}
	}
}

// TestNothingRunsOntoThePageBeside looks at the ground at the fold.
func TestNothingRunsOntoThePageBeside(t *testing.T) {
	path, _ := writeWith(t, numbered(t, 4), nil, pdf.Options{Profile: pdf.Office, Booklet: true})
	side := rendered(t, path, 1, 72)
	for at, want := range map[float64]string{208.5: "red", 211.5: "cyan"} { // pages 2 and 3
		r, g, b, _ := side.At(int(at*72/25.4), 30).RGBA()
		got := map[[3]bool]string{{true, false, false}: "red", {false, true, true}: "cyan"}[[3]bool{r > 0x8000, g > 0x8000, b > 0x8000}]
		if got != want {
			t.Errorf("at %v mm the side is %q (%x %x %x), want %s", at, got, r>>8, g>>8, b>>8, want)
		}
	}
}

// TestCreepMovesThePagesOfInnerSheets as poppler sees them, and the grounds
// still meet at the fold.
func TestCreepMovesThePagesOfInnerSheets(t *testing.T) {
	const creep = 2 // mm: a board, so that the eye of the test sees it
	path, _ := writeWith(t, numbered(t, 8), nil, pdf.Options{Profile: pdf.Office, Booklet: true, Creep: millimetres(creep)})
	for _, word := range words(t, path) {
		want := map[string]float64{ // left edges, in mm from that of the paper
			"trang8": 20, "trang1": 230, "trang2": 20, "trang7": 230,
			"trang6": 20 + creep, "trang3": 230 - creep, "trang4": 20 + creep, "trang5": 230 - creep,
		}[word.text]
		if left := word.xMin * 25.4 / 72; math.Abs(left-want) > 0.8 {
			t.Errorf("%s begins at %.2f mm, want %.2f", word.text, left, want)
		}
	}
	side := rendered(t, path, 3, 72)
	for at, want := range map[float64]bool{208.5: true, 211.5: false} { // page 6 is red, page 3 cyan
		if r, _, _, _ := side.At(int(at*72/25.4), 30).RGBA(); r > 0x8000 != want {
			t.Errorf("at %v mm the side is not of its own page", at)
		}
	}
}

func TestBookletTellsThePrinterHowToTurn(t *testing.T) {
	path, _ := writeWith(t, numbered(t, 4), nil, pdf.Options{Profile: pdf.Office, Booklet: true})
	text := opened(t, path)
	for _, mark := range []string{"/Duplex /DuplexFlipShortEdge", "/PrintScaling /None", "%PDF-1.7"} {
		if !strings.Contains(text, mark) {
			t.Errorf("%s is missing", mark)
		}
	}
}

func TestWhatAProfileDoesNotHaveIsRefused(t *testing.T) {
	for trouble, options := range map[string][]pdf.Options{
		"pdf_booklet_office": {{Booklet: true}, {Profile: pdf.Screen, Booklet: true}},
		"pdf_marks_print":    {{Profile: pdf.Office, Marks: true}, {Profile: pdf.Screen, Marks: true}, {Profile: pdf.Office, Booklet: true, Marks: true}},
		"pdf_no_pages":       {{Pages: []int{9}}},
	} {
		for _, o := range options {
			err := pdf.Write(context.Background(), &bytes.Buffer{}, numbered(t, 4), nil, o)
			if got := bulletin.TroubleKey(err); got != trouble {
				t.Errorf("%+v: trouble %q (%v), want %s", o, got, err, trouble)
			}
		}
	}
}

// TestChosenPages come in the order asked for, each once, with what leads to
// them.
func TestChosenPages(t *testing.T) {
	doc := numbered(t, 6)
	area := layout.Rect{X: millimetres(20), Y: millimetres(90), Width: millimetres(60), Height: millimetres(15)}
	doc.Pages[4].Links = []layout.Link{{Box: area, Page: 2}, {Box: area, Page: 6}}
	doc.Stories = []layout.Story{
		{Article: "a", Headline: "Một", FirstPage: 1, LastPage: 1},
		{Article: "b", Headline: "Hai", FirstPage: 1, LastPage: 3},
		{Article: "c", Headline: "Ba", FirstPage: 5, LastPage: 5},
	}
	path, _ := writeWith(t, doc, nil, pdf.Options{Profile: pdf.Screen, Pages: []int{5, 2, 3, 2, 77}})
	if got := strings.Fields(tool(t, "pdftotext", path, "-")); strings.Join(got, " ") != "trang5 trang2 trang3" {
		t.Errorf("pages %q", got)
	}
	outline := tool(t, "mutool", "show", path, "outline")
	if strings.Contains(outline, "Một") || !strings.Contains(outline, "Hai") || !strings.Contains(outline, "page=1") {
		t.Errorf("bookmarks %q", outline)
	}
	if n := strings.Count(opened(t, path), "/Subtype /Link"); n != 1 {
		t.Errorf("%d links: that to page 6 should be gone, that to page 2 not", n)
	}
}

package pdf_test

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/export/raster"
	"bantin/internal/race"
	"bantin/internal/real"
	"bantin/storage/picture"
)

// realIssue lays out so many copies of the real article, with real photos, as
// one issue.
func realIssue(t testing.TB, style string, copies int) (*layout.Document, layout.PhotoSource) {
	t.Helper()
	s, err := styles.ByName(style)
	if err != nil {
		t.Fatal(err)
	}
	article, photos := realDraft(t)
	var pieces []layout.Piece
	issue := bulletin.Issue{
		Name: "Bản tin Đầm Hà", Number: "4", Date: bulletin.Date{Year: 2026, Month: 4, Day: 10},
		Office:  bulletin.Office{Body: "Trung tâm Truyền thông và Văn hóa Đầm Hà", Address: "Phố Lê Lương, Đầm Hà"},
		Imprint: bulletin.Imprint{Responsible: "Nguyễn Văn An", Licence: "12/GP-XBBT", PrintedAt: "Nhà in Hạ Long", PrintRun: 1500},
	}
	for i := range copies {
		id := bulletin.ID(fmt.Sprintf("%016d", i+1))
		pieces = append(pieces, layout.Piece{ID: id, Article: article.Clone()})
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: id})
	}
	doc, err := layout.Issue(issue, pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	return doc, photos
}

// realDraft is the real article, and its photos brought to print once.
func realDraft(t testing.TB) (bulletin.Article, layout.PhotoSource) {
	t.Helper()
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	draft, err := intake.Text(raw)
	if err != nil {
		t.Fatal(err)
	}
	photos := map[string][]byte{}
	var bound []intake.BoundPhoto
	for _, name := range []string{"Garden.jpg", "LadyBird.jpg"} {
		p := realPhoto(t, name)
		photos[p.SHA256] = p.Print
		bound = append(bound, intake.BoundPhoto{SHA256: p.SHA256, WidthPx: p.WidthPx, HeightPx: p.HeightPx})
	}
	intake.Bind(&draft, bound)
	return draft.Article, album(photos)
}

// realPhoto is developed once for all tests.
func realPhoto(t testing.TB, name string) picture.Picture {
	t.Helper()
	if p, ok := developed[name]; ok {
		return p
	}
	original, err := os.ReadFile(real.Photo(t, name))
	if err != nil {
		t.Fatal(err)
	}
	p, err := picture.Develop(t.Context(), name, original)
	if err != nil {
		t.Fatal(err)
	}
	developed[name] = p
	return p
}

var developed = map[string]picture.Picture{}

// TestEveryStyleGoesToPrint takes an issue of the real article, once and eight
// times, in each shipped style through what a print house looks at.
func TestEveryStyleGoesToPrint(t *testing.T) {
	for _, style := range shipped(t) {
		for _, copies := range []int{1, 8} {
			t.Run(fmt.Sprintf("%s×%d", style, copies), func(t *testing.T) { goesToPrint(t, style, copies) })
		}
	}
}

func goesToPrint(t *testing.T, style string, copies int) {
	doc, photos := realIssue(t, style, copies)
	path, _ := write(t, doc, photos, pdf.Print)
	if said := tool(t, "qpdf", "--check", path); strings.Contains(said, "WARNING") {
		t.Error(said)
	}
	if said := tool(t, "mutool", "info", path); strings.Contains(said, "warning") || strings.Contains(said, "error") {
		t.Error(said)
	}
	strictly(t, path)
	fontsAreSubsets(t, path)
	edges(t, path, doc)
	storiesAreWhole(t, doc)
	if got, want := read(t, path), strings.Join(strings.Fields(textOf(doc)), " "); got != want {
		t.Errorf("the file does not read as it was laid out: %s", firstDifference(got, want))
	}
	blackPagesAreBlack(t, path, doc)
	inksKeepToTheLimit(t, path, doc)
	keep := filepath.Join(os.Getenv("BANTIN_KEEP"), fmt.Sprintf("%s-%d.pdf", style, copies))
	if os.Getenv("BANTIN_KEEP") != "" {
		raw, _ := os.ReadFile(path)
		os.WriteFile(keep, raw, 0o644)
	}
}

// shipped are the styles to try: all, or with -short two.
func shipped(t testing.TB) []string {
	if testing.Short() || race.On {
		return []string{styles.DefaultIssue, styles.DefaultArticle}
	}
	return styles.Names()
}

func read(t *testing.T, path string) string {
	return strings.Join(strings.Fields(tool(t, "pdftotext", "-raw", path, "-")), " ")
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Fields(got), strings.Fields(want)
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("word %d is %q after %q, want %q", i+1, g[i], g[max(0, i-5):i], w[i])
		}
	}
	return fmt.Sprintf("%d words, want %d", len(g), len(w))
}

// edges compares the boxes of every page with the style's, to a tenth of a
// millimetre.
func edges(t *testing.T, path string, doc *layout.Document) {
	t.Helper()
	bleed, w, h := doc.Bleed.InMillimetres(), doc.Trim.Width.InMillimetres(), doc.Trim.Height.InMillimetres()
	boxIs(t, path, "TrimBox", bleed, bleed, bleed+w, bleed+h)
	boxIs(t, path, "BleedBox", 0, 0, w+2*bleed, h+2*bleed)
	boxIs(t, path, "MediaBox", 0, 0, w+2*bleed, h+2*bleed)
}

// blackPagesAreBlack measures the inks of all pages: where the layout has
// nothing but black, the plates of the other inks are empty, and body text is
// black everywhere.
func blackPagesAreBlack(t *testing.T, path string, doc *layout.Document) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(tool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-r36", "-sDEVICE=ink_cov", "-o", "-", path)), "\n")
	if len(rows) != len(doc.Pages) {
		t.Fatalf("ghostscript saw %d of %d pages", len(rows), len(doc.Pages))
	}
	for i, row := range rows {
		inks := strings.Fields(row)
		coloured := inks[0] != "0.00000" || inks[1] != "0.00000" || inks[2] != "0.00000"
		if want := hasColour(doc.Pages[i]); coloured != want {
			t.Errorf("page %d: C M Y K = %v; the layout has colour there: %v", i+1, inks[:4], want)
		}
	}
	for i, page := range doc.Pages {
		for _, item := range page.Items {
			if text, ok := item.(layout.Text); ok && text.Source.Field == bulletin.FieldBody && text.Source.Part == "" && text.Ink != layout.Black {
				t.Fatalf("page %d: body text in %+v", i+1, text.Ink)
			}
		}
	}
}

func hasColour(page layout.Page) bool {
	return slices.ContainsFunc(page.Items, func(item layout.Item) bool {
		switch item := item.(type) {
		case layout.Picture:
			return true
		case layout.Text:
			return len(item.Glyphs) > 0 && item.Ink.C+item.Ink.M+item.Ink.Y > 0
		case layout.Fill:
			return item.Box.Width > 0 && item.Box.Height > 0 && item.Ink.C+item.Ink.M+item.Ink.Y > 0
		}
		return false
	})
}

// TestPreviewShowsEveryStyle compares the preview's painter with poppler in
// each shipped style: the first page and one in the middle.
func TestPreviewShowsEveryStyle(t *testing.T) {
	if race.On {
		t.Skip("compares millions of pixels; nothing here runs beside anything else")
	}
	const dpi = 3 * 72
	for _, style := range shipped(t) {
		t.Run(style, func(t *testing.T) {
			doc, photos := realIssue(t, style, 3)
			path, _ := write(t, doc, photos, pdf.Screen)
			for _, page := range slices.Compact([]int{0, (len(doc.Pages) - 1) / 2}) {
				preview, err := raster.Page(doc, page, dpi, photos)
				if err != nil {
					t.Fatal(err)
				}
				printed := rendered(t, path, page, dpi)
				mean, far := difference(lightness(preview), lightness(printed), image.Point{})
				colour := colourOff(preview, printed)
				t.Logf("page %d: mean %.2f %%, far off %.2f %%, hue off %.2f %%", page+1, 100*mean, 100*far, 100*colour)
				if mean > limitMean || far > limitFar || colour > limitColour {
					t.Errorf("page %d: mean %.2f %%, far off %.2f %%, hue off %.2f %%", page+1, 100*mean, 100*far, 100*colour)
					keep(t, fmt.Sprintf("%s-preview-%d.png", style, page+1), preview)
					keep(t, fmt.Sprintf("%s-printed-%d.png", style, page+1), printed)
				}
			}
		})
	}
}

package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// someWords is a story of so many paragraphs of 40 words and some photos.
func someWords(paragraphs, photos int) bulletin.Article {
	a := bulletin.Article{Headline: "Ra quân trồng cây đầu xuân ở thôn Tân Lập", Byline: "Hoàng Lan"}
	text := strings.TrimSpace(strings.Repeat("Bà con thôn Tân Lập trồng thêm cây trên đồi, ", 4)) + " hẹn mùa sau."
	for i := range paragraphs {
		if photos > 0 && i%3 == 1 {
			photos--
			p := bulletin.Photo{
				ID: fmt.Sprint("p", i), SHA256: strings.Repeat("a", 64), WidthPx: 3000, HeightPx: 2000 + i*100,
				Caption: "Bà con thôn Tân Lập trồng cây trên đồi Cây Sim",
			}
			a.Photos = append(a.Photos, p)
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: p.ID})
		}
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
	}
	return a
}

func bodySize(d *layout.Document) layout.Length {
	for _, item := range d.Pages[0].Items {
		if t, ok := item.(layout.Text); ok && t.Source.Field == bulletin.FieldBody {
			return t.Size
		}
	}
	return 0
}

// TestNearlyEmptyLastPageIsSaved lengthens a story paragraph by paragraph: its
// last page is never left with less than half of its lines where a step of the
// style would have saved it, and what is fitted keeps every rule.
func TestNearlyEmptyLastPageIsSaved(t *testing.T) {
	s := style(t, styles.DefaultArticle)
	natural := s
	natural.Fit = nil
	saved := 0
	for n := 14; n < 46; n++ {
		a := someWords(n, 3)
		a.Normalize()
		p := layout.Piece{ID: "bai", Article: a}
		plain, _ := layout.Article(p, natural)
		d, _ := layout.Article(p, s)
		checkPages(t, d)
		checkText(t, d, "bai", a, true)
		switch {
		case len(d.Pages) > len(plain.Pages):
			t.Errorf("%d paragraphs: fitted to more pages", n)
		case len(d.Pages) < len(plain.Pages):
			saved++
		case bodySize(d) != layout.Length(s.Types.Body.Size):
			t.Errorf("%d paragraphs: set smaller although no page was saved", n)
		}
	}
	if saved < 6 {
		t.Errorf("only %d lengths of 32 were fitted", saved)
	}
}

func TestRealArticleIsOnePage(t *testing.T) {
	a, _ := realArticle(t, 1)
	d := article(t, a)
	if len(d.Pages) != 1 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	checkPages(t, d)
	if size := bodySize(d); size < 9000 {
		t.Errorf("body in %s pt", pt(size))
	}
}

// TestFittedColumnsStandOnOneGrid looks at the baselines of all body lines.
func TestFittedColumnsStandOnOneGrid(t *testing.T) {
	a, _ := realArticle(t, 1)
	d := article(t, a)
	rows := map[layout.Length]bool{}
	var least, most layout.Length
	for _, item := range d.Pages[0].Items {
		if t, ok := item.(layout.Text); ok && t.Source.Field == bulletin.FieldBody {
			rows[t.Y] = true
			if least == 0 {
				least = t.Y
			}
			least, most = min(least, t.Y), max(most, t.Y)
		}
	}
	if n := layout.Length(len(rows)); (most-least)%(n-1) != 0 || (most-least)/(n-1) < 11_500 {
		t.Errorf("%d baselines between %s and %s are not one grid", n, pt(least), pt(most))
	}
}

// TestChosenCropStaysExact fits an article whose photos somebody has cropped.
func TestChosenCropStaysExact(t *testing.T) {
	a, _ := realArticle(t, 1)
	crop := bulletin.Crop{Left: 1000, Top: 500, Width: 8000, Height: 9000}
	for i := range a.Photos {
		a.Photos[i].Crop = &crop
	}
	d := article(t, a)
	for _, item := range d.Pages[0].Items {
		if p, ok := item.(layout.Picture); ok {
			want := layout.PixelRect{X: p.Pixels.Width / 10, Y: p.Pixels.Height / 20, Width: p.Pixels.Width * 8 / 10, Height: p.Pixels.Height * 9 / 10}
			if p.Shown != want {
				t.Errorf("shown %+v, want %+v", p.Shown, want)
			}
		}
	}
}

// TestCropsStayWithinTheLimit checks what the make-up took off the pictures.
func TestCropsStayWithinTheLimit(t *testing.T) {
	for n := 14; n < 46; n++ {
		d := article(t, someWords(n, 3))
		for _, page := range d.Pages {
			for _, item := range page.Items {
				if p, ok := item.(layout.Picture); ok {
					if p.Shown.Height*100 < p.Pixels.Height*70-100 || p.Shown.Width*100 < p.Pixels.Width*90 {
						t.Errorf("%d paragraphs: %+v of %+v", n, p.Shown, p.Pixels)
					}
				}
			}
		}
	}
}

// TestLastPageIsFilled lengthens a story paragraph by paragraph in every style,
// with photos and without: alone, it is never left with less than a quarter of
// its last page used.
func TestLastPageIsFilled(t *testing.T) {
	for _, name := range styles.Names() {
		s := style(t, name)
		for _, photos := range []int{0, 3} {
			for n := 8; n < 60; n++ {
				a := someWords(n, photos)
				a.Normalize()
				d, _ := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
				checkPages(t, d)
				checkText(t, d, "bai", a, true)
				if part := lastPageUsed(d, s); len(d.Pages) > 1 && len(d.Pages) <= 4 && part < 25 {
					t.Errorf("%s, %d paragraphs, %d photos: %d percent of the last of %d pages are used", name, n, photos, part, len(d.Pages))
				}
			}
		}
	}
}

// lastPageUsed is how much of the height of the last page a story takes, in
// percent.
func lastPageUsed(d *layout.Document, s styles.Style) int {
	top, rows := layout.Length(s.Page.Bleed+s.Page.Top), layout.Length(s.Grid.Rows)*layout.Length(s.Grid.Leading)
	var low layout.Length
	for _, item := range d.Pages[len(d.Pages)-1].Items {
		if l, ok := item.(layout.Text); ok && l.Source.Article != "" {
			low = max(low, l.Y)
		}
	}
	return int((low - top) * 100 / rows)
}

// TestLoneTextStaysReadable: what is set closer or more openly to fill its last
// page keeps to sizes that nobody minds.
func TestLoneTextStaysReadable(t *testing.T) {
	changed := 0
	for _, name := range styles.Names() {
		s := style(t, name)
		for n := 8; n < 60; n++ {
			a := someWords(n, 0)
			a.Normalize()
			d, _ := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
			size, natural := bodySize(d), layout.Length(s.Types.Body.Size)
			if size != natural {
				changed++
			}
			if size < min(9000, natural) || size > natural*109/100 {
				t.Errorf("%s, %d paragraphs: body in %s pt instead of %s", name, n, pt(size), pt(natural))
			}
		}
	}
	if changed == 0 {
		t.Error("no length was set closer or more openly")
	}
}

// TestRealArticleAloneIsNoScrap sets the real article by itself in every style:
// no last page holds a few lines and nothing else.
func TestRealArticleAloneIsNoScrap(t *testing.T) {
	want := map[string]int{"19x27-bulletin-3": 1, "a4-bulletin-3": 1, "a4-article": 1, "a3-wall": 1}
	for _, name := range styles.Names() {
		a, _ := realArticle(t, 1)
		d, _ := layout.Article(layout.Piece{ID: "bai", Article: a}, style(t, name))
		if pages, ok := want[name]; ok && len(d.Pages) != pages {
			t.Errorf("%s: %d pages", name, len(d.Pages))
		}
	}
}

// TestAnArticleAloneTellsHowItFits: it is over by the lines on its further pages, and
// under by what its one page leaves white.
func TestAnArticleAloneTellsHowItFits(t *testing.T) {
	for _, name := range []string{"a4-bulletin", "19x27-bulletin", "a5-bulletin", styles.DefaultArticle} {
		s := style(t, name)
		over := false
		for n := 2; n < 60 && !over; n++ {
			d, err := layout.Article(layout.Piece{ID: "bai", Article: someWords(n, 0)}, s)
			if err != nil {
				t.Fatal(err)
			}
			fit, overleaf := d.Stories[0].Copyfit, 0
			for _, page := range d.Pages[1:] {
				for _, item := range page.Items {
					if line, ok := item.(layout.Text); ok && line.Source.Field == bulletin.FieldBody {
						overleaf++
					}
				}
			}
			over = len(d.Pages) > 1
			most := 4 * s.Grid.Columns // the byline, and columns that do not divide
			white := -lineRoom(d, s)
			if over && (fit < overleaf || fit > overleaf+most) || !over && (fit < white || fit > white+most) {
				t.Errorf("%s, %d paragraphs: %d pages, %d lines overleaf, %d white, over by %d", name, n, len(d.Pages), overleaf, -white, fit)
			}
		}
		if !over {
			t.Errorf("%s: no length took two pages", name)
		}
	}
}

// lineRoom is how many lines of all columns are white under the lowest line of the
// body or of its byline on a page.
func lineRoom(d *layout.Document, s styles.Style) int {
	lowest := layout.Length(0)
	for _, item := range d.Pages[0].Items {
		if line, ok := item.(layout.Text); ok && line.Source.Article != "" {
			lowest = max(lowest, line.Y)
		}
	}
	foot := layout.Length(s.Page.Top) + layout.Length(s.Grid.Rows)*layout.Length(s.Grid.Leading)
	return int((foot-lowest)/layout.Length(s.Grid.Leading)) * s.Grid.Columns
}

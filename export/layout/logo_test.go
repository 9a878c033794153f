package layout_test

import (
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// logos are the logos on the first page, and the fills under them of paper.
func logos(d *layout.Document) (pictures []layout.Picture, tiles []layout.Rect) {
	for _, item := range d.Pages[0].Items {
		switch it := item.(type) {
		case layout.Picture:
			if it.Source.Part == layout.PartLogo {
				pictures = append(pictures, it)
			}
		case layout.Fill:
			if it.Ink == (layout.Ink{}) {
				tiles = append(tiles, it.Box)
			}
		}
	}
	return pictures, tiles
}

func withLogo(t *testing.T, s styles.Style, logo *bulletin.Logo) *layout.Document {
	t.Helper()
	i := number4()
	i.Office.Logo = logo
	i.Normalize()
	a := planting()
	a.Normalize()
	d, err := layout.Issue(i, []layout.Piece{{ID: "bai1", Article: a}}, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheLogoStandsOnTheNameplateOfEveryStyle(t *testing.T) {
	for _, name := range styles.Names() {
		for _, place := range []styles.LogoPlace{styles.LogoLeft, styles.LogoRight, styles.LogoAbove} {
			s := style(t, name)
			s.Nameplate.Logo = place
			for _, shape := range [][2]int{{800, 800}, {3000, 200}, {90, 2000}} {
				d := withLogo(t, s, &bulletin.Logo{SHA256: "ab", WidthPx: shape[0], HeightPx: shape[1]})
				pictures, tiles := logos(d)
				if len(pictures) != 1 {
					t.Fatalf("%s %s: %d logos", name, place, len(pictures))
				}
				judgeLogo(t, name+" "+string(place), s, d, pictures[0])
				if onGround := s.Nameplate.Form == styles.NameplateBand; onGround != (len(tiles) > 0) {
					t.Errorf("%s: %d tiles of paper", name, len(tiles))
				}
			}
		}
	}
}

func judgeLogo(t *testing.T, what string, s styles.Style, d *layout.Document, p layout.Picture) {
	t.Helper()
	if p.Box.Height > layout.Length(s.Nameplate.LogoHeight) || p.Box.Width > layout.Length(s.TextWidth())*layout.Length(s.Nameplate.LogoWidth)/100 {
		t.Errorf("%s: %v is larger than the style allows", what, p.Box)
	}
	if p.Box.X < 0 || p.Box.Y < 0 || p.Box.X+p.Box.Width > d.Trim.Width {
		t.Errorf("%s: %v leaves the page", what, p.Box)
	}
	if ratio := float64(p.Box.Width) * float64(p.Pixels.Height) / float64(p.Box.Height) / float64(p.Pixels.Width); ratio < 0.98 || ratio > 1.02 {
		t.Errorf("%s: drawn out by %.3f", what, ratio)
	}
	if p.Alt != "Biểu trưng Trung tâm Văn hóa xã Tân Lập" {
		t.Errorf("%s: heard as %q", what, p.Alt)
	}
	for _, item := range d.Pages[0].Items {
		text, ok := item.(layout.Text)
		if !ok {
			continue
		}
		width := layout.Length(0)
		for _, g := range text.Glyphs {
			width += g.Advance
		}
		if overlap(p.Box, layout.Rect{X: text.X, Y: text.Y - text.Size/2, Width: width, Height: text.Size / 2}) {
			t.Errorf("%s: the logo covers %q", what, string(text.Glyphs[0].Rune))
		}
	}
}

func TestNoLogoWhereNoneCanStand(t *testing.T) {
	s := style(t, styles.DefaultIssue)
	none := []*bulletin.Logo{
		nil,
		{},
		{SHA256: "ab"},
		{SHA256: "ab", WidthPx: -3, HeightPx: 9},
		{SHA256: "ab", WidthPx: 1 << 60, HeightPx: 1 << 60},
		{SHA256: "ab", WidthPx: 1, HeightPx: 1 << 19},
	}
	for _, logo := range none {
		if pictures, _ := logos(withLogo(t, s, logo)); len(pictures) > 0 {
			t.Errorf("%+v gives %v", logo, pictures[0].Box)
		}
	}
	s.Nameplate.Logo = styles.LogoNone
	if pictures, _ := logos(withLogo(t, s, &bulletin.Logo{SHA256: "ab", WidthPx: 9, HeightPx: 9})); len(pictures) > 0 {
		t.Error("a style without a place for a logo has one")
	}
}

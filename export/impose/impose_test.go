package impose_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"bantin/export/impose"
	"bantin/export/layout"
)

func size(width, height int64) layout.Size {
	return layout.Size{Width: layout.Millimetres(width), Height: layout.Millimetres(height)}
}

func TestBookletOrder(t *testing.T) {
	for pages, want := range map[int]string{
		1: "[· 1] [· ·]",
		4: "[4 1] [2 3]",
		6: "[· 1] [2 ·] [6 3] [4 5]",
		8: "[8 1] [2 7] [6 3] [4 5]",
	} {
		got := ""
		sheets := impose.Booklet(pages, size(148, 210), impose.A4, 0)
		for i, side := range sheets.Sides {
			names := [2]string{"·", "·"}
			for _, place := range side {
				at := 0
				if place.X >= sheets.Paper.Width/2 {
					at = 1
				}
				names[at] = fmt.Sprint(place.Page + 1)
			}
			if i > 0 {
				got += " "
			}
			got += "[" + names[0] + " " + names[1] + "]"
		}
		if got != want {
			t.Errorf("%d pages: %s, want %s", pages, got, want)
		}
	}
}

// TestPaper says which paper is taken for pages of which size, and how they
// stand on it.
func TestPaper(t *testing.T) {
	type answer struct {
		paper layout.Size
		scale int
	}
	for name, c := range map[string]struct {
		trim    layout.Size
		paper   impose.Paper
		booklet bool
		want    answer
	}{
		"A4":                      {size(210, 297), impose.Auto, false, answer{size(210, 297), impose.Full}},
		"19 × 27":                 {size(190, 270), impose.Auto, false, answer{size(210, 297), impose.Full}},
		"A3":                      {size(297, 420), impose.Auto, false, answer{size(297, 420), impose.Full}},
		"A3 across on A4":         {size(420, 297), impose.A4, false, answer{size(297, 210), 7071}},
		"booklet of A5":           {size(148, 210), impose.Auto, true, answer{size(297, 210), impose.Full}},
		"booklet of A4":           {size(210, 297), impose.Auto, true, answer{size(420, 297), impose.Full}},
		"booklet of A4 on A4":     {size(210, 297), impose.A4, true, answer{size(297, 210), 7070}},
		"booklet of 19 × 27":      {size(190, 270), impose.Auto, true, answer{size(420, 297), impose.Full}},
		"booklet of A3":           {size(297, 420), impose.Auto, true, answer{size(420, 297), 7070}},
		"booklet of A6 across A4": {size(148, 105), impose.A4, true, answer{size(297, 210), impose.Full}},
	} {
		make := impose.Centred
		if c.booklet {
			make = func(pages int, trim layout.Size, paper impose.Paper) impose.Sheets {
				return impose.Booklet(pages, trim, paper, 0)
			}
		}
		got := make(4, c.trim, c.paper)
		if got.Paper != c.want.paper || got.Scale-c.want.scale > 1 || c.want.scale-got.Scale > 1 {
			t.Errorf("%s: %v mm at %d, want %v at %d", name, got.Paper, got.Scale, c.want.paper, c.want.scale)
		}
	}
}

// TestEveryPageStandsOnceWithinThePaper: whatever the pages, each has one
// place, no two overlap, and all lie on the paper.
func TestEveryPageStandsOnceWithinThePaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pages := rapid.IntRange(1, 80).Draw(t, "pages")
		trim := size(rapid.Int64Range(20, 900).Draw(t, "width"), rapid.Int64Range(20, 900).Draw(t, "height"))
		paper := rapid.SampledFrom(append(impose.Papers(), impose.Auto)).Draw(t, "paper")
		for _, sheets := range []impose.Sheets{
			impose.Framed(pages, trim, layout.Millimetres(3)),
			impose.Centred(pages, trim, paper), impose.Booklet(pages, trim, paper, 0),
		} {
			if sheets.Duplex && len(sheets.Sides)%2 != 0 {
				t.Fatalf("%d sides", len(sheets.Sides))
			}
			seen := map[int]bool{}
			for _, side := range sheets.Sides {
				for i, place := range side {
					if seen[place.Page] || place.Page < 0 || place.Page >= pages {
						t.Fatalf("page %d stands twice or is none", place.Page+1)
					}
					seen[place.Page] = true
					within(t, sheets, trim, place)
					if i > 0 && side[i-1].X+trim.Width*layout.Length(sheets.Scale)/impose.Full > place.X {
						t.Fatal("two pages overlap")
					}
				}
			}
			if len(seen) != pages {
				t.Fatalf("%d of %d pages stand somewhere", len(seen), pages)
			}
		}
	})
}

func within(t *rapid.T, sheets impose.Sheets, trim layout.Size, place impose.Place) {
	const rounding = 10
	right := place.X + trim.Width*layout.Length(sheets.Scale)/impose.Full
	bottom := place.Y + trim.Height*layout.Length(sheets.Scale)/impose.Full
	if place.X < -rounding || place.Y < -rounding || right > sheets.Paper.Width+rounding || bottom > sheets.Paper.Height+rounding {
		t.Fatalf("page %d reaches over the paper", place.Page+1)
	}
}

// TestCreepMovesInnerSheetsToTheFold: each sheet by the paper's thickness more
// than the one around it, nothing printed beyond the fold.
func TestCreepMovesInnerSheetsToTheFold(t *testing.T) {
	creep := layout.Millimetres(1) / 10
	plain, moved := impose.Booklet(16, size(148, 210), impose.A4, 0), impose.Booklet(16, size(148, 210), impose.A4, creep)
	for i, side := range moved.Sides {
		by := layout.Length(i/2) * creep
		for k, place := range side {
			was := plain.Sides[i][k]
			want := impose.Place{Page: was.Page, Y: was.Y, X: was.X + by, CutRight: by}
			if k == 1 {
				want.X, want.CutRight, want.CutLeft = was.X-by, 0, by
			}
			if place != want {
				t.Errorf("side %d: %+v, want %+v", i, place, want)
			}
		}
	}
}

// Package impose says where the finished pages of a document stand on sheets
// of paper: each on a sheet of its own, or two beside each other so that the
// folded sheets make a booklet. It is pure and knows nothing of PDF.
package impose

import "bantin/export/layout"

// Sheets is paper and what stands on it. Printed on both sides, the second
// side is the back of the first, the fourth that of the third.
type Sheets struct {
	Paper layout.Size
	// Scale is the size of the pages on the paper, in ten-thousandths of their
	// own; never more than Full.
	Scale int
	// Duplex says that each two sides share a sheet that is turned about its
	// short edge.
	Duplex bool
	Sides  [][]Place
}

// Full is the scale of pages in their own size.
const Full = 10_000

// Place is one page on its side.
type Place struct {
	Page int           // of the document, from 0
	X, Y layout.Length // of the trimmed page's top left corner, from that of the paper
	// CutLeft and CutRight are how much of it, on the paper, lies beyond the
	// fold and is not printed.
	CutLeft, CutRight layout.Length
}

// Framed puts each page on paper that is larger than the page by a margin all
// around.
func Framed(pages int, trim layout.Size, margin layout.Length) Sheets {
	s := Sheets{Paper: layout.Size{Width: trim.Width + 2*margin, Height: trim.Height + 2*margin}, Scale: Full}
	for page := range pages {
		s.Sides = append(s.Sides, []Place{{Page: page, X: margin, Y: margin}})
	}
	return s
}

// Centred puts each page in the middle of the paper, upright or across,
// whichever holds more of it, and makes smaller what is larger than the paper.
func Centred(pages int, trim layout.Size, paper Paper) Sheets {
	size, s := paper.sizeFor(trim)
	x, y := middle(size.Width, scaled(trim.Width, s)), middle(size.Height, scaled(trim.Height, s))
	out := Sheets{Paper: size, Scale: s}
	for page := range pages {
		out.Sides = append(out.Sides, []Place{{Page: page, X: x, Y: y}})
	}
	return out
}

// Booklet puts two pages on each side, so that the sheets, printed on both
// sides, laid into each other and folded once, read from the first page to the
// last. What is missing to a multiple of four stays empty at the end.
//
// Creep is the thickness of the paper, 0 for sheets so few that it does not
// show: a sheet in a booklet stands out at its front edge by that much more
// than the sheet around it, and is cut there, so its pages are moved to the
// fold by as much, and all front margins come out the same.
func Booklet(pages int, trim layout.Size, paper Paper, creep layout.Length) Sheets {
	spread := layout.Size{Width: 2 * trim.Width, Height: trim.Height}
	size, s := paper.sizeFor(spread)
	fold, y := size.Width/2, middle(size.Height, scaled(trim.Height, s))
	out := Sheets{Paper: size, Scale: s, Duplex: true}
	for i, pair := range order(pages) {
		moved := layout.Length(i/2) * creep
		left := Place{Page: pair[0], X: fold - scaled(trim.Width, s) + moved, Y: y, CutRight: moved}
		right := Place{Page: pair[1], X: fold - moved, Y: y, CutLeft: moved}
		var side []Place
		for _, place := range []Place{left, right} {
			if place.Page < pages {
				side = append(side, place)
			}
		}
		out.Sides = append(out.Sides, side)
	}
	return out
}

// order gives the left and the right page of each side: last and first on the
// outside of the first sheet, second and last but one on its inside, and so on
// to the middle.
func order(pages int) [][2]int {
	n := (pages + 3) / 4 * 4
	out := make([][2]int, 0, n/2)
	for first := 0; first < n/2; first += 2 {
		out = append(out, [2]int{n - 1 - first, first}, [2]int{first + 1, n - 2 - first})
	}
	return out
}

func scaled(l layout.Length, scale int) layout.Length { return l * layout.Length(scale) / Full }

func middle(whole, part layout.Length) layout.Length { return (whole - part) / 2 }

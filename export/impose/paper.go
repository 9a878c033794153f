package impose

import "bantin/export/layout"

// Paper is what the printer is loaded with.
type Paper string

// The papers.
const (
	Auto Paper = ""   // the smallest of the others that holds it in full size, else the largest
	A4   Paper = "a4" // 210 × 297 mm
	A3   Paper = "a3" // 297 × 420 mm
)

// Papers lists those that can be asked for by name, smallest first.
func Papers() []Paper { return []Paper{A4, A3} }

// sizes are those of ISO 216, upright.
var sizes = map[Paper]layout.Size{
	A4: {Width: layout.Millimetres(210), Height: layout.Millimetres(297)},
	A3: {Width: layout.Millimetres(297), Height: layout.Millimetres(420)},
}

// rounding is how much larger than the paper something may be without being
// made smaller: lengths are rounded one by one.
const rounding = 10

// sizeFor is the paper for something of a size, upright or across, and the
// scale at which it has room there.
func (p Paper) sizeFor(what layout.Size) (layout.Size, int) {
	if size, known := sizes[p]; known {
		return turned(size, what)
	}
	var size layout.Size
	var scale int
	for _, candidate := range Papers() {
		if size, scale = turned(sizes[candidate], what); scale == Full {
			break
		}
	}
	return size, scale
}

// turned lays the paper as it holds more of what is to stand on it, upright
// where both do alike.
func turned(paper, what layout.Size) (layout.Size, int) {
	across := layout.Size{Width: paper.Height, Height: paper.Width}
	upright, sideways := fit(paper, what), fit(across, what)
	if sideways > upright || sideways == upright && what.Width > what.Height {
		return across, sideways
	}
	return paper, upright
}

// fit is the scale at which something has room on paper, at least 1.
func fit(paper, what layout.Size) int {
	scale := min(share(paper.Width, what.Width), share(paper.Height, what.Height), Full)
	return max(scale, 1)
}

func share(room, want layout.Length) int {
	if want <= room+rounding {
		return Full
	}
	return int(room * Full / want)
}

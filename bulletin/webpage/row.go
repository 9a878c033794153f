package webpage

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/bulletin"
)

// between stands between the cells of a row. No word and no figure is read across
// it.
const between = " | "

// emptyCell stands for a cell without text, so that those after it keep their
// columns.
const emptyCell = "–"

// row reads a row of a table: cells of a few words each are one line, as they
// are read; others, with which pages are laid out, stay what they are.
func (r *reader) row(n *html.Node) {
	r.end()
	first := len(r.out)
	var cells []Part
	isLine := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		before := len(r.out)
		r.walk(c)
		r.end()
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		switch read := r.out[before:]; {
		case len(read) == 0:
			cells = append(cells, Part{Runs: []bulletin.Run{{Text: emptyCell}}})
		case len(read) == 1 && read[0].isCell():
			cells = append(cells, read[0])
		default:
			isLine = false
		}
	}
	if isLine && len(r.out)-first > 1 {
		r.out = append(r.out[:first], line(cells))
	}
}

// isCell reports what can be a cell of a table that is text.
func (p Part) isCell() bool {
	return p.Kind == Text && p.words() < storyWords && !p.isButton()
}

// line joins the cells of a row. It is of the first that says something.
func line(cells []Part) Part {
	var joined Part
	for i, cell := range cells {
		if i > 0 {
			joined.Runs = append(joined.Runs, bulletin.Run{Text: between})
		}
		joined.Runs = append(joined.Runs, cell.Runs...)
		joined.links += cell.links
		if joined.from == nil {
			joined.from = cell.from
		}
	}
	return joined
}

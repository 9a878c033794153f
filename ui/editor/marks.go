package editor

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// mark is a stretch of a block that a finding is about.
type mark struct {
	from, to int
	finding  bulletin.Finding
}

// marks are the findings that can be shown, by the index of their block. They
// move with the text; those whose text is changed go.
type marks struct {
	of [][]mark
	// mendable are the findings about a whole photo that the program can mend, by
	// the photo; its menu offers that.
	mendable map[string][]bulletin.Finding
}

// edited moves the marks behind a change.
func (m *marks) edited(e manuscript.Edited) {
	switch {
	case m.of == nil:
	case !e.Text && e.Out == 1 && e.In == 1: // another kind of the same text
	case !e.Text:
		if e.Block+e.Out <= len(m.of) {
			m.of = slices.Replace(m.of, e.Block, e.Block+e.Out, make([][]mark, e.In)...)
		}
	case e.Block < len(m.of):
		kept := m.of[e.Block][:0]
		for _, k := range m.of[e.Block] {
			switch delta := e.Inserted - e.Removed; {
			case k.to < e.At:
			case k.from > e.At+e.Removed:
				k.from, k.to = k.from+delta, k.to+delta
			default:
				continue
			}
			kept = append(kept, k)
		}
		m.of[e.Block] = kept
	}
}

// SetFindings marks the words that findings are about, in place of those
// marked before. Findings about no word mark nothing; what mends a photo is
// offered in its menu.
func (e *Editor) SetFindings(findings []bulletin.Finding) {
	e.marks.of, e.marks.mendable = make([][]mark, e.m.Len()), map[string][]bulletin.Finding{}
	blocks := e.bodyBlocks()
	for _, f := range findings {
		if photo := f.Where.Photo; photo != "" && f.Fix != "" && f.Where.Length == 0 {
			e.marks.mendable[photo] = append(e.marks.mendable[photo], f)
			continue
		}
		i := e.blockOf(f.Where, blocks)
		if i < 0 || f.Where.Length <= 0 || f.Where.Offset+f.Where.Length > e.m.Block(i).Len() {
			continue
		}
		e.marks.of[i] = append(e.marks.of[i], mark{f.Where.Offset, f.Where.Offset + f.Where.Length, f})
	}
	e.redraw()
}

// bodyBlocks are the sheet's blocks in the order of the article's body.
func (e *Editor) bodyBlocks() []int {
	var out []int
	for i := e.m.BodyStart(); i < e.m.BodyEnd(); i++ {
		b := e.m.Block(i)
		if b.Kind.IsText() && !b.IsBlank() || b.Kind.IsObject() && !b.Loose {
			out = append(out, i)
		}
	}
	return out
}

// blockOf is the sheet's block that a place of the article lies in, or -1.
func (e *Editor) blockOf(p bulletin.Place, blocks []int) int {
	if p.Photo != "" {
		i := e.m.Figure(p.Photo)
		if i < 0 {
			return -1
		}
		for j := i + 1; j <= i+3; j++ {
			if e.m.Block(j).Kind.Field() == p.Field {
				return j
			}
		}
		return i
	}
	if p.Field == bulletin.FieldBody || p.Field == "" && p.Block >= 0 {
		if p.Block < 0 || p.Block >= len(blocks) {
			return -1
		}
		return blocks[p.Block]
	}
	for i := range e.m.Len() {
		if k := e.m.Block(i).Kind; !k.IsBody() && k.Field() == p.Field {
			return i
		}
	}
	return -1
}

// GoTo puts the caret at a place of the article, selecting the words that it
// is about, and brings it on screen.
func (e *Editor) GoTo(p bulletin.Place) {
	if e.StandAt(p) {
		e.Focus()
	}
}

// StandIn selects all that stands in a field, and brings it on screen.
func (e *Editor) StandIn(k manuscript.Kind) {
	if i := e.m.Find(k); i >= 0 {
		e.m.Select(manuscript.Place{Block: i}, manuscript.Place{Block: i, Offset: e.m.Block(i).Len()})
		e.moved()
	}
}

// StandAt is GoTo without the keyboard. It reports whether there is such a place.
func (e *Editor) StandAt(p bulletin.Place) bool {
	i := e.blockOf(p, e.bodyBlocks())
	if i < 0 {
		return false
	}
	e.m.Select(manuscript.Place{Block: i, Offset: p.Offset}, manuscript.Place{Block: i, Offset: p.Offset + p.Length})
	e.moved()
	return true
}

// Where is the place of the article that the caret is in.
func (e *Editor) Where() bulletin.Place {
	at := e.m.Caret()
	k := e.m.Block(at.Block).Kind
	p := bulletin.Place{Field: k.Field(), Block: -1, Offset: at.Offset}
	if figure := e.m.FigureOf(at.Block); figure >= 0 {
		p.Photo = e.m.Block(figure).Photo.ID
	}
	if k.IsBody() {
		p.Block = slices.Index(e.bodyBlocks(), at.Block)
	}
	return p
}

// Seen is Where, but of an empty paragraph, which is nowhere on a page, the end of
// what stands before it in the body, or else the beginning of what comes after.
func (e *Editor) Seen() bulletin.Place {
	p, at, blocks := e.Where(), e.m.Caret().Block, e.bodyBlocks()
	if p.Block >= 0 || p.Photo != "" || len(blocks) == 0 || at < e.m.BodyStart() || at >= e.m.BodyEnd() {
		return p
	}
	p.Block = max(0, slices.IndexFunc(append(blocks, e.m.BodyEnd()), func(b int) bool { return b > at })-1)
	p.Offset = 0
	if near := e.m.Block(blocks[p.Block]); near.Kind.IsObject() {
		p.Photo, p.Block, p.Field = near.Photo.ID, -1, ""
	} else if blocks[p.Block] < at {
		p.Offset = near.Len()
	}
	return p
}

func (e *Editor) findingsAt(p manuscript.Place) []bulletin.Finding {
	var out []bulletin.Finding
	if p.Block < len(e.marks.of) {
		for _, k := range e.marks.of[p.Block] {
			if p.Offset >= k.from && p.Offset <= k.to {
				out = append(out, k.finding)
			}
		}
	}
	if figure := e.m.FigureOf(p.Block); figure >= 0 {
		out = append(out, e.marks.mendable[e.m.Block(figure).Photo.ID]...)
	}
	return out
}

// markOf is where the text that a finding is about stands now.
func (e *Editor) markOf(f bulletin.Finding) (manuscript.Match, bool) {
	for i, of := range e.marks.of {
		for _, k := range of {
			if k.finding.Rule == f.Rule && k.finding.Where == f.Where {
				return manuscript.Match{Block: i, From: k.from, To: k.to}, true
			}
		}
	}
	return manuscript.Match{}, false
}

// marks draws a line under the words of a row that findings are about.
func (d *drawing) marks(block, index int, y float32) {
	e := d.e
	if block >= len(e.marks.of) {
		return
	}
	s := &e.sheet
	r, set := s.blocks[block].rows[index], &s.blocks[block].set
	for _, k := range e.marks.of[block] {
		if k.to <= r.start || k.from >= r.end {
			continue
		}
		left, right := s.xIn(block, index, max(k.from, r.start)), s.xIn(block, index, min(k.to, r.end))
		under := whole(y + (set.leading+set.size*1.18)/2)
		d.wave(left, right, under, severityInk(k.finding.Severity))
	}
}

// wave draws short strokes in turn higher and lower, as under a word in
// doubt, out of plain rectangles.
func (d *drawing) wave(left, right, y float32, name fyne.ThemeColorName) {
	const step = 3
	ink := look.Color(name)
	for i, x := 0, whole(left); x < right; i, x = i+1, x+step {
		d.overs.put(x, y+float32(i%2)*1.5, min(step, right-x), 1.5, ink, 0)
	}
}

func severityInk(s bulletin.Severity) fyne.ThemeColorName {
	switch s {
	case bulletin.Error:
		return theme.ColorNameError
	case bulletin.Warning:
		return theme.ColorNameWarning
	}
	return look.Faint
}

package editor

import (
	"fyne.io/fyne/v2"

	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// ghost draws the word in the place of an empty text.
func (d *drawing) ghost(i int, y float32) {
	s := &d.e.sheet
	l := &s.blocks[i]
	word := d.e.ghostOf(i)
	if word == "" {
		return
	}
	x := s.left + l.set.indent
	switch free := s.room(l) - look.Width(word, l.set.size, l.set.style); l.set.align {
	case fyne.TextAlignCenter:
		x += free / 2
	case fyne.TextAlignTrailing:
		x += free
	}
	d.put(word, &l.set, l.set.style, l.set.ghost, x, y)
}

// ghostOf is what stands in the place of an empty block's text. Of empty
// paragraphs only the one of an empty article has a word.
func (e *Editor) ghostOf(i int) string {
	k := e.m.Block(i).Kind
	if e.readOnly || k == manuscript.Paragraph && (e.m.BodyEnd()-e.m.BodyStart() > 1 || i != e.m.BodyStart()) {
		return ""
	}
	if maybe[k] && !e.isAt(partOf(k)) {
		return ""
	}
	return e.say.Say("desk.ghost."+k.String(), nil)
}

// maybe are the fields that most articles leave empty. Their words are there
// while an article is begun, and later when somebody is at that part of it: a
// written sheet is to be read, not to be filled in. Their place stays white, so
// that nothing moves.
var maybe = map[manuscript.Kind]bool{
	manuscript.Banner: true, manuscript.Kicker: true, manuscript.Deck: true, manuscript.Dateline: true, manuscript.Affiliation: true,
}

// part is one of the three that a sheet has.
type part int

const (
	head part = iota
	body
	tail
)

func partOf(k manuscript.Kind) part {
	switch {
	case k.IsBody():
		return body
	case k >= manuscript.Byline:
		return tail
	}
	return head
}

// isAt reports whether caret or mouse are at a part of the sheet, or the body
// is still to be written.
func (e *Editor) isAt(p part) bool {
	first := e.m.BodyStart()
	if e.m.BodyEnd()-first <= 1 && e.m.Block(first).IsBlank() {
		return true
	}
	if over := e.mouse.over; over >= 0 && over < e.m.Len() && partOf(e.m.Block(over).Kind) == p {
		return true
	}
	return e.focused && partOf(e.m.Block(e.m.Caret().Block).Kind) == p
}

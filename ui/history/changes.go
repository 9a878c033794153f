package history

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Changes are the words of what is shown, for tests and for who reads aloud.
func (p *Pane) Changes() string {
	var out strings.Builder
	var read func(o fyne.CanvasObject)
	read = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *parts.Prose:
			out.WriteString(o.String() + "\n")
		case *parts.Line:
			out.WriteString(o.String() + ": ")
		case *fyne.Container:
			for _, inner := range o.Objects {
				read(inner)
			}
		}
	}
	read(p.changes)
	return out.String()
}

// mostChanges is how many changes are shown.
const mostChanges = 200

func (p *Pane) fill(changes []desk.Change, first bool) {
	show := parts.Pieces
	if first {
		show = parts.Fresh
	}
	for i, c := range changes {
		if i == mostChanges {
			p.changes.Add(parts.Padded(4, 8, parts.Words(p.say.Say("desk.more_findings", bulletin.Args{"n": len(changes) - i}), 12, look.Sans, look.Quiet)))
			return
		}
		p.changes.Add(parts.Padded(3, 8, p.heading(c, first)))
		p.changes.Add(parts.Padded(7, 7, p.told(c, show)))
	}
	if len(changes) == 0 {
		p.changes.Add(parts.Padded(8, 8, parts.Words(p.say.Say("desk.history.same", nil), 13, look.Sans, look.Quiet)))
	}
}

// heading names what changed, and what became of a whole paragraph or photo where
// its words do not show it.
func (p *Pane) heading(c desk.Change, first bool) *parts.Line {
	words := []string{parts.Head(p.what(c.What))}
	add := func(key string, args bulletin.Args) { words = append(words, p.say.Say(key, args)) }
	switch {
	case c.Fate == merge.Moved, c.Photo != nil && c.Fate != "" && !first:
		add("change."+string(c.Fate), nil)
	case c.Was != "":
		add("desk.history.was", bulletin.Args{"kind": p.what(c.Was)})
	}
	if c.Photo != nil {
		for _, part := range c.Photo.Parts {
			if key := "desk.history.photo." + part.What; p.say.Has(key) {
				add(key, nil)
			}
		}
	}
	line := parts.NewLine(11, look.SansBold, look.Ghost)
	line.Say(strings.Join(words, " · "))
	return line
}

// told shows a change below its heading.
func (p *Pane) told(c desk.Change, show func([]merge.Piece) *parts.Prose) fyne.CanvasObject {
	switch {
	case c.Photo != nil:
		return p.photo(c, show)
	case c.Fate == merge.Moved && len(c.Pieces) > 1:
		return p.behind(c, parts.Pieces(c.Pieces))
	case c.Fate == merge.Moved || c.Was != "":
		return p.behind(c, parts.Unchanged(textOf(c.Pieces)))
	}
	return show(c.Pieces)
}

// textOf is a text that stayed as it was.
func textOf(pieces []merge.Piece) string {
	var b strings.Builder
	for _, piece := range pieces {
		b.WriteString(piece.Text)
	}
	return b.String()
}

// behind puts below something where it stands now, if it was moved.
func (p *Pane) behind(c desk.Change, o fyne.CanvasObject) fyne.CanvasObject {
	if c.Behind == nil {
		return o
	}
	key := "desk.history.moved_behind"
	switch {
	case c.Behind.Text == "" && c.Behind.IsPhoto:
		key = "desk.history.moved_behind_a_photo"
	case c.Behind.Text == "":
		key = "desk.history.moved_first"
	case c.Behind.IsPhoto:
		key = "desk.history.moved_behind_photo"
	}
	where := parts.NewProse(parts.Run{Text: p.say.Say(key, bulletin.Args{"text": c.Behind.Text}), Style: look.Sans, Ink: theme.ColorNameForeground})
	return container.New(layout.NewCustomPaddedVBoxLayout(4), o, where)
}

// what names a field or a kind of block.
func (p *Pane) what(field string) string {
	for _, key := range []string{"desk.block." + field, "desk.history.field." + field} {
		if p.say.Has(key) {
			return p.say.Say(key, nil)
		}
	}
	return field
}

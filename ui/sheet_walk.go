package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"bantin/ui/field"
)

// fields lists every field of the sheet from top to bottom.
func (s *sheet) fields() []*field.Field {
	out := []*field.Field{s.banner, s.kicker, s.headline, s.deck, s.standfirst, s.dateline, s.body}
	for _, c := range s.cards {
		out = append(out, c.caption, c.credit, c.alt)
	}
	return append(out, s.byline, s.affiliation)
}

// focused is the field that the caret is in, and its index among fields.
func (s *sheet) focused() (*field.Field, int) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.page)
	if c == nil {
		return nil, -1
	}
	for i, f := range s.fields() {
		if c.Focused() == fyne.Focusable(f) {
			return f, i
		}
	}
	return nil, -1
}

// enter goes on from a field: from the headline to the standfirst and from
// there to the body, past what most articles leave empty.
func (s *sheet) enter(from *field.Field) {
	switch from {
	case s.headline:
		s.goTo(s.standfirst)
	case s.standfirst:
		s.goTo(s.body)
	default:
		s.step(from, +1)
	}
}

func (s *sheet) goTo(f *field.Field) {
	s.focus(f)
	f.SetCaret(0)
}

// step goes to the next (+1) or the previous (-1) field.
func (s *sheet) step(from *field.Field, by int) {
	fields := s.fields()
	for i, f := range fields {
		if f == from && i+by >= 0 && i+by < len(fields) {
			next := fields[i+by]
			s.focus(next)
			if by > 0 {
				next.SetCaret(0)
			} else {
				next.SetCaret(next.Len())
			}
			return
		}
	}
}

// leave carries the caret on to the field above or below at the same x.
func (s *sheet) leave(from *field.Field, to field.Direction, x float32) {
	fields, by := s.fields(), 1
	if to == field.Up {
		by = -1
	}
	for i, f := range fields {
		if f == from && i+by >= 0 && i+by < len(fields) {
			next := fields[i+by]
			entering := field.Up
			if to == field.Up {
				entering = field.Down
			}
			s.focus(next)
			next.EnterFrom(entering, x+from.Position().X-next.Position().X)
			return
		}
	}
}

func splitLines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(s, "\r", "\n"), "\n")
}

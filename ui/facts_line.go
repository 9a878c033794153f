package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/field"
	"bantin/ui/look"
)

// factsLine lays the facts in a line, the last one, the time of the save, at
// its right end. Where there is no room for all, the section, which may be
// long, is shortened, and some are left out.
type factsLine struct{ f *facts }

func (l *factsLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(300, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func (l *factsLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	last := len(objects) - 1
	l.shorten(objects, size.Width)
	x := float32(0)
	for _, o := range objects[:last] {
		if !o.Visible() {
			continue
		}
		l.put(o, x, size.Height)
		x += o.MinSize().Width
	}
	l.put(objects[last], max(x, size.Width-objects[last].MinSize().Width), size.Height)
}

func (l *factsLine) put(o fyne.CanvasObject, x, height float32) {
	min := o.MinSize()
	o.Resize(min)
	o.Move(fyne.NewPos(x, (height-min.Height)/2))
}

// The places of facts in the line, each behind its dot, in the order in which
// they make room for the others: all of them can be reached in other ways.
const (
	sectionAt = 2
	authorAt  = 4
	noteAt    = 10
	dateAt    = 6
)

// shorten gives the section as much room as the others leave, and leaves out
// what finds no room at all.
func (l *factsLine) shorten(objects []fyne.CanvasObject, width float32) {
	const least = 40
	used := float32(0)
	for i, o := range objects {
		if i != sectionAt {
			o.Show()
			used += o.MinSize().Width
		}
	}
	leave := func(at int) {
		for _, o := range objects[at-1 : at+1] {
			o.Hide()
			if o != fyne.CanvasObject(l.f.section) {
				used -= o.MinSize().Width
			}
		}
	}
	if len(l.f.authors) == 0 {
		leave(authorAt)
	}
	l.f.section.Show()
	if width-used-2*quietPadX < least {
		leave(sectionAt)
	}
	for _, at := range []int{authorAt, noteAt, dateAt} {
		if used > width && objects[at].Visible() {
			leave(at)
		}
	}
	set := field.Look{Size: look.Text(l.f.section.TextSize), Leading: 1.5}
	l.f.section.Say(field.Clamp(l.f.sectionWord, set, max(width-used-2*quietPadX, least), 1)[0])
}

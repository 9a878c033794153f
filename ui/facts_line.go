package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/field"
	"bantin/ui/look"
)

// factsLine lays the facts in a line, the last one, the time of the save, at
// its right end. Where there is no room for all, the section, which may be
// long, is shortened.
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

// shorten gives the section as much room as the others leave.
func (l *factsLine) shorten(objects []fyne.CanvasObject, width float32) {
	const least, sectionAt = 40, 2 // with its dot before it
	used := float32(0)
	for _, o := range objects {
		if o != fyne.CanvasObject(l.f.section) && (o.Visible() || o == objects[sectionAt-1]) {
			used += o.MinSize().Width
		}
	}
	set := field.Look{Size: look.Text(l.f.section.TextSize), Leading: 1.5}
	room := width - used - 2*quietPadX
	for _, o := range objects[sectionAt-1 : sectionAt+1] {
		if room < least {
			o.Hide()
		} else {
			o.Show()
		}
	}
	room = max(room, least)
	l.f.section.Say(field.Clamp(l.f.sectionWord, set, room, 1)[0])
}

package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/parts"
)

// noticeRoom lays out a notice: what it says, what can be done about it, and what
// sends it away. What can be done stands beside the words, or where that would leave
// them too narrow a column, below.
type noticeRoom struct {
	say   *parts.Prose
	width float32 // that it was last laid out in
}

// leastWords is the share of a notice's width that its words have beside the buttons.
const leastWords = 0.45

const (
	noticeTop  = 7 // above and below the words
	noticeSide = 8
)

// isBelow reports whether what can be done stands below the words.
func (l *noticeRoom) isBelow(acts, shut float32) bool {
	return acts > 0 && l.width-acts-shut-noticeSide < leastWords*l.width
}

func (l *noticeRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	acts, shut := objects[1].MinSize(), objects[2].MinSize()
	size := fyne.NewSize(max(acts.Width, shut.Width), l.say.MinSize().Height+2*noticeTop)
	if l.isBelow(acts.Width, shut.Width) {
		size.Height += acts.Height
	}
	size.Height = max(size.Height, acts.Height, shut.Height)
	return size
}

func (l *noticeRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	acts, shut := objects[1].MinSize(), objects[2].MinSize()
	place := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	words, foot := size.Width-shut.Width-noticeSide, size.Height
	if l.isBelow(acts.Width, shut.Width) {
		foot -= acts.Height
		place(objects[1], max(size.Width-acts.Width, 0), foot, min(acts.Width, size.Width), acts.Height)
	} else {
		words -= acts.Width
		place(objects[1], size.Width-shut.Width-acts.Width, (size.Height-acts.Height)/2, acts.Width, acts.Height)
	}
	place(objects[2], size.Width-shut.Width, (foot-shut.Height)/2, shut.Width, shut.Height)
	place(l.say, 0, noticeTop, max(words, 0), foot-2*noticeTop)
}

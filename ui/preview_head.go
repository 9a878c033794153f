package ui

import (
	"fyne.io/fyne/v2"

	"bantin/ui/field"
	"bantin/ui/look"
)

// previewHead lays the pages' buttons at the left and those of the size at the
// right; where there is no room for all, the latter are left out.
type previewHead struct{ p *preview }

// The places of what previewHead lays out.
const (
	headLeft  = 3 // back, count, on
	headShut  = 3
	headSizes = 4 // fit, out, in
)

func (l *previewHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(narrowestPaper-30, objects[0].MinSize().Height)
}

func (l *previewHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x float32) {
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
	}
	left := float32(0)
	for _, o := range objects[:headLeft] {
		put(o, left)
		left += o.MinSize().Width
	}
	right := size.Width - objects[headShut].MinSize().Width
	put(objects[headShut], right)
	sizes := objects[headSizes:]
	needed := float32(0)
	for _, o := range sizes {
		needed += o.MinSize().Width
	}
	for _, o := range sizes {
		if left+needed > right {
			o.Hide()
			continue
		}
		o.Show()
	}
	for _, i := range []int{0, 2, 1} { // from the right: fit, in, out
		if sizes[i].Visible() {
			right -= sizes[i].MinSize().Width
			put(sizes[i], right)
		}
	}
}

// previewChoice lays the switch out; a long name of an issue is shortened.
type previewChoice struct{ p *preview }

func (l *previewChoice) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(narrowestPaper-30, objects[0].MinSize().Height)
}

func (l *previewChoice) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	article := l.p.article.MinSize()
	l.p.article.Resize(article)
	set := field.Look{Size: look.Text(l.p.issue.TextSize), Leading: 1.5}
	l.p.issue.Say(field.Clamp(l.p.issueWord, set, size.Width-article.Width-2-2*quietPadX, 1)[0])
	l.p.issue.Move(fyne.NewPos(article.Width+2, 0))
	l.p.issue.Resize(l.p.issue.MinSize())
}

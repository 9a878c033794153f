package makeup

import (
	"fyne.io/fyne/v2"

	"bantin/ui/parts"
)

// leftPane lays out, from above: the head of the issue, a line, the stories,
// the articles in no issue, and the hint with its line, which goes where it would
// leave no room for a few stories.
type leftPane struct {
	head  *headLines
	loose *loose
}

// leastStories is how many can be seen where there is a hint below them.
const leastStories = 4

func (l *leftPane) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 100) }

func (l *leftPane) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := l.head.height(size.Width)
	rule, hint := objects[1].MinSize().Height, objects[4].MinSize().Height
	room := max(0, size.Height-head-rule)
	loose := l.loose.height(room)
	if room-loose-hint < leastStories*storyHeight() {
		hint = 0
	}
	y := float32(0)
	for i, height := range []float32{head, rule, max(0, room-loose-hint), loose, hint} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
		y += height
	}
	parts.Show(objects[4], hint > 0)
}

// headLines lays out lines of one or two things: the second at the right end,
// or below the first where both have no room on one line.
type headLines struct{ lines [][]fyne.CanvasObject }

const (
	headPadX, headPadY = 14, 9
	headLead           = 3
	headGap            = 8 // between the two of a line
)

func (h *headLines) objects() (all []fyne.CanvasObject) {
	for _, line := range h.lines {
		all = append(all, line...)
	}
	return all
}

func (h *headLines) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, h.height(100)) }

func (h *headLines) Layout(_ []fyne.CanvasObject, size fyne.Size) { h.lay(size.Width, true) }

func (h *headLines) height(width float32) float32 { return h.lay(width, false) }

// lay gives the height of all lines at a width, and where put says so puts
// things in their places.
func (h *headLines) lay(width float32, put bool) float32 {
	left, right := float32(headPadX), width-headPadX
	y := float32(headPadY)
	set := func(o fyne.CanvasObject, x, width float32) {
		if put {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
	}
	for _, line := range h.lines {
		first := line[0].MinSize()
		if first.Width == 0 { // as wide as there is room for
			first.Width = right - left
		}
		set(line[0], left, min(first.Width, right-left))
		height := first.Height
		if len(line) > 1 && line[1].Visible() {
			second := line[1].MinSize()
			if first.Width+headGap+second.Width > right-left {
				y += height + headLead
				set(line[1], left, min(second.Width, right-left))
				height = second.Height
			} else {
				set(line[1], right-second.Width, second.Width)
				height = max(height, second.Height)
			}
		}
		y += height + headLead
	}
	return y - headLead + headPadY
}

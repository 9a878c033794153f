package parts

import "fyne.io/fyne/v2"

// unanswered is what waits until no panel is in front of a canvas.
var unanswered = map[fyne.Canvas][]func(){}

// IsAsking reports whether a panel is in front of a canvas.
func IsAsking(c fyne.Canvas) bool {
	for _, p := range shown {
		if p.win.Canvas() == c {
			return true
		}
	}
	return false
}

// WhenAnswered does something once, soon after the last panel that is in front
// of a canvas has been shut.
func WhenAnswered(c fyne.Canvas, do func()) { unanswered[c] = append(unanswered[c], do) }

// answered does what waited, unless one panel followed another.
func answered(c fyne.Canvas) {
	if len(unanswered[c]) == 0 {
		return
	}
	OnUI(func() {
		if IsAsking(c) {
			return
		}
		waited := unanswered[c]
		delete(unanswered, c)
		for _, do := range waited {
			do()
		}
	})
}

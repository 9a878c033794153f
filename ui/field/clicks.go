package field

import (
	"time"

	"fyne.io/fyne/v2"

	"bantin/ui/loop"
)

// Clicks counts presses of the mouse that follow each other at one place. Fyne
// tells of a double click only when it has waited for another one, and then
// after the third press where the window is slow; it has no word for that one.
// The zero Clicks is ready.
type Clicks struct {
	n    int
	at   fyne.Position
	free time.Time // when the window was last ready for another press
}

// How soon a press must follow the one before, and how near to it.
const (
	clickWithin = 400 * time.Millisecond
	clickNear   = 4
)

// Press counts a press and tells which of those that follow each other it is: 1,
// 2 or 3, and then 1 again. The time is taken from when the window had done what
// the press before asked of it: until then no other press can come, however
// fast the hand is.
func (c *Clicks) Press(at fyne.Position) int {
	away := at.Subtract(c.at)
	if time.Since(c.free) > clickWithin || max(away.X, -away.X, away.Y, -away.Y) > clickNear {
		c.n = 0
	}
	c.n++
	if c.n > 3 {
		c.n = 1
	}
	c.at, c.free = at, time.Now()
	number := c.n
	loop.Post(func() {
		if c.n == number {
			c.free = time.Now()
		}
	})
	return c.n
}

// Forget begins to count anew: something else was done.
func (c *Clicks) Forget() { c.n = 0 }

package stall

import (
	"testing"
	"time"
)

// A wait of eight frames that our code was seen in once belongs to who was seen
// in the rest; ours are those that our code took a frame of.
func TestAWaitIsSharedOut(t *testing.T) {
	const gl, own = "painting (SwapBuffers)", "bantin/ui/list.(*Pane).Show"
	for _, c := range []struct {
		seen  []string
		part  time.Duration
		doing string
	}{
		{[]string{own, gl, gl, gl, gl, gl, gl, gl, gl, gl}, 90 * time.Millisecond, gl},
		{[]string{gl, own, own, gl, own, gl, gl, gl, gl, gl}, 30 * time.Millisecond, own},
		{[]string{own}, 100 * time.Millisecond, own},
		{[]string{"bantin/ui.x", own, own}, 100 * time.Millisecond, own},
	} {
		if part, doing := blame(100*time.Millisecond, c.seen); part != c.part || doing != c.doing {
			t.Errorf("of %q it blames %q for %v", c.seen, doing, part)
		}
	}
}

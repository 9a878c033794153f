package stall

import (
	"testing"
	"time"
)

// Waits are looked into every four milliseconds: ours are those in which our code
// took longer than a frame at a stretch.
func TestAWaitIsSharedOut(t *testing.T) {
	const gl, own, walk = "painting (SwapBuffers)", "bantin/ui/list.(*Pane).Show", walking
	for name, c := range map[string]struct {
		seen  []string
		took  int64 // in milliseconds
		doing string
	}{
		"seen once":                 {[]string{gl, own, gl, gl, gl, gl}, 20, gl},
		"a stretch":                 {[]string{gl, own, own, own, own, own, gl, gl}, 20, own},
		"pieces between paintings":  {[]string{own, own, gl, own, own, gl, own, own}, 8, gl},
		"walked between two pieces": {[]string{gl, own, own, walk, walk, own, gl}, 20, own},
		"walked to the painting":    {[]string{gl, own, own, own, walk, walk, gl}, 16, gl},
		"nothing but ours":          {[]string{own, own, own, own, own}, 20, own},
		"most of it":                {[]string{"bantin/ui.x", own, own, own, own, own}, 24, own},
	} {
		start := time.Unix(0, 0)
		at := func(i int, doing string) look {
			return look{at: start.Add(time.Duration(i) * step), doing: doing}
		}
		var seen []look
		for i, doing := range c.seen {
			seen = append(seen, at(i+1, doing))
		}
		took, doing := blame(at(0, ""), seen, at(len(seen), ""))
		if took.Milliseconds() != c.took || doing != c.doing {
			t.Errorf("%s: it blames %q for %v, not %q for %d ms", name, doing, took, c.doing, c.took)
		}
	}
}

// What the system gave to others is nobody's wait.
func TestWhatOthersHadIsLeftOut(t *testing.T) {
	start, own := time.Unix(0, 0), "bantin/ui.x"
	at := func(ms, kept int, doing string) look {
		return look{at: start.Add(time.Duration(ms) * time.Millisecond), kept: time.Duration(kept) * time.Millisecond, doing: doing}
	}
	took, doing := blame(at(0, 0, ""), []look{at(4, 0, own), at(54, 25, own)}, at(60, 25, ""))
	if took != 29*time.Millisecond || doing != own {
		t.Errorf("it blames %q for %v", doing, took)
	}
}

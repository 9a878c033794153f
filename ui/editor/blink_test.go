package editor

import (
	"testing"

	"bantin/ui/parts"
)

// TestTheCaretStopsWithItsSheet: a timer that rings when the sheet has lost the
// keyboard, was thrown away or has no window any more asks nothing of it.
func TestTheCaretStopsWithItsSheet(t *testing.T) {
	asked := 0
	usualOnUI := parts.OnUI
	parts.OnUI = func(show func()) { asked++; show() }
	t.Cleanup(func() { parts.OnUI = usualOnUI })

	for name, leave := range map[string]func(*Editor){
		"the keyboard is elsewhere": func(e *Editor) { e.FocusLost() },
		"thrown away":               func(e *Editor) { e.drawing.Destroy() },
	} {
		e := opened(t, long(40), usual)
		seen := e.blinking.seen
		asked = 0
		e.blinkDue()
		if asked != 1 || e.blinking.seen == seen {
			t.Fatalf("%s: the caret did not blink before", name)
		}
		leave(e)
		e.blinkDue()  // the timer was ringing already
		e.blinkOnce() // the window had been asked already
		if asked != 1 || e.blinking.awake.Load() || e.blinking.timer.Stop() {
			t.Errorf("%s: asked %d times, or still blinking", name, asked)
		}
	}
}

func TestTheCaretStopsWithItsWindow(t *testing.T) {
	usualOnUI := parts.OnUI
	parts.OnUI = func(show func()) { show() }
	t.Cleanup(func() { parts.OnUI = usualOnUI })

	var e *Editor
	t.Run("a window comes and goes", func(t *testing.T) { e = opened(t, long(40), usual) })
	if !e.focused {
		t.Fatal("the sheet knows, and the test shows nothing")
	}
	e.blinkSoon()
	e.blinkDue()
	if e.blinking.awake.Load() || e.blinking.timer.Stop() {
		t.Error("still blinking without a window")
	}
}

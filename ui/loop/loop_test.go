package loop_test

import (
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"bantin/ui/loop"
)

// TestNothingIsAskedOfAWindowThatIsGone: what is posted after leaving is not
// done, and entering again begins anew.
func TestNothingIsAskedOfAWindowThatIsGone(t *testing.T) {
	test.NewTempApp(t)
	var done atomic.Int32
	do := func() { done.Add(1) }
	loop.Post(do)
	loop.Leave()
	loop.Post(do)
	loop.Enter()
	if n := done.Load(); n != 1 {
		t.Errorf("done %d times, not once", n)
	}
}

// TestDoWaitsAndDoesNotWaitForAWindowThatIsGone.
func TestDoWaitsAndDoesNotWaitForAWindowThatIsGone(t *testing.T) {
	test.NewTempApp(t)
	loop.Enter()
	done := 0
	loop.Do(func() { done++ })
	if done != 1 {
		t.Errorf("done %d times when Do returned", done)
	}
	loop.Leave()
	loop.Do(func() { done++ })
	loop.Enter()
	if done != 1 {
		t.Errorf("done %d times, once when the window was gone", done-1)
	}
}

// TestOnlyWhatIsStillDueIsDone: of what was put off twice the later is done, of
// what was stopped nothing, also where its time had run out already.
func TestOnlyWhatIsStillDueIsDone(t *testing.T) {
	var d loop.Due
	posted := make(chan func(), 1)
	post := func(do func()) { posted <- do }
	done := ""
	d.In(time.Hour, post, func() { done += "early" })
	d.In(0, post, func() { done += "late" })
	(<-posted)()
	if done != "late" {
		t.Errorf("done: %q", done)
	}
	d.In(0, post, func() { done = "stopped" })
	run := <-posted
	d.Stop()
	run()
	if done != "late" {
		t.Errorf("done: %q", done)
	}
}

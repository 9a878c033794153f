package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestMakingTheSampleCanBeStopped(t *testing.T) {
	w := opened(t, 1)
	before := w.file.Path()
	path := filepath.Join(t.TempDir(), "mau.bantin")
	w.createFile(path, true)
	wait(t, "the progress is shown", w.busy)
	w.dialog.Hide() // as Escape and the button do
	wait(t, "the person is told", func() bool { return w.notice() == w.say.Say("trouble.cancelled", nil) })
	if _, err := os.Stat(path); err == nil {
		t.Error("half a sample is left")
	}
	if w.file.Path() != before {
		t.Errorf("the desk works on %s", w.file.Path())
	}
}

func TestWorkThatIsDoneInAMomentIsNotShown(t *testing.T) {
	w := opened(t, 0)
	done := false
	w.work("desk.opening", func(context.Context, func(done, total int)) error { return nil }, func(err error) {
		check(t, err)
		done = true
	})
	wait(t, "it is done", func() bool { return done })
	if w.busy() {
		t.Error("a dialog is in front")
	}
}

// TestWorkBesideWritingIsANotice: it says how far it is and can be stopped, and
// nothing stands in front of the text.
func TestWorkBesideWritingIsANotice(t *testing.T) {
	w := opened(t, 1)
	gate, stopped := make(chan bool), false
	w.workOnTask(task{title: "desk.take_in.working", beside: true}, func(ctx context.Context, progress func(done, total int)) error {
		<-gate
		progress(2, 5)
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { stopped = err != nil })
	wait(t, "it is told", func() bool { return w.notices.Has(ofWork) })
	close(gate)
	wait(t, "it is told how far it is", func() bool { return strings.Contains(w.notice(), "2/5") })
	if w.busy() {
		t.Error("a panel is in front of the text")
	}
	w.notices.Act(ofWork)
	wait(t, "it is stopped", func() bool { return stopped })
	if w.notices.Has(ofWork) {
		t.Error("the notice stays")
	}
}

// TestTheLastFigureIsTold, whichever goroutine has it: a bar that stops short of
// its end looks as if something had failed.
func TestTheLastFigureIsTold(t *testing.T) {
	for round := range 50_000 {
		var ended atomic.Bool
		report := now(func(done, total int) {
			if done == total {
				ended.Store(true)
			}
		})
		var ready atomic.Int32
		var all sync.WaitGroup
		for done := 7; done <= 8; done++ {
			all.Go(func() {
				for ready.Add(1); ready.Load() < 2; { // at the same moment, as nearly as can be
				}
				report(done, 8)
			})
		}
		all.Wait()
		if !ended.Load() {
			t.Fatalf("the last figure is lost in round %d", round)
		}
	}
}

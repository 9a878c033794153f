package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/press"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// held begins a work beside writing that goes on until the gate is opened with
// what becomes of it.
func (w *window) held(gate <-chan error) {
	w.workOnTask(task{title: "desk.export.working", beside: true}, func(ctx context.Context, _ func(done, total int)) error {
		select {
		case err := <-gate:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}, func(err error) {
		if err != nil && !stopped(err) {
			w.complain(err)
		}
	})
}

// TestAnExportLeavesTheSheetToTheWriter: nothing stands in front of the text, what
// is typed meanwhile goes to the sheet, and the pages are those of the moment in
// which they were asked for.
func TestAnExportLeavesTheSheetToTheWriter(t *testing.T) {
	w := opened(t, 1)
	w.typeAt(manuscript.Headline, "Lũ về ")
	w.win.Canvas().Focus(w.sheet)
	out := filepath.Join(t.TempDir(), "so.pdf")
	w.export(printing{job: press.Job{Article: w.writing.id}, name: "so", profile: "screen"}, out)
	for range 20 {
		w.letter('x')
		if w.busy() && w.notices.Has(ofWork) {
			t.Fatal("a panel is in front of who writes")
		}
	}
	wait(t, "it is told of", func() bool { return w.busy() || w.notices.Has(ofComing) })
	if got := w.textOf(manuscript.Headline); !strings.HasPrefix(got, "Lũ về "+strings.Repeat("x", 20)) {
		t.Errorf("the headline is %q", got)
	}
	if info, err := os.Stat(out); err != nil || info.Size() == 0 {
		t.Errorf("no file: %v", err)
	}
}

// TestDamageIsToldToWhoWritesWhenHandsRest: the check goes on beside writing.
func TestDamageIsToldToWhoWritesWhenHandsRest(t *testing.T) {
	w := opened(t, 1)
	w.win.Canvas().Focus(w.sheet)
	asked := time.Now()
	w.letter('a')
	w.showDamage(asked, []storage.Damage{{Kind: storage.DamageIndex}})
	if w.busy() || !w.notices.Has(ofComing) {
		t.Error("it comes up before a person who writes")
	}
	wait(t, "the hands rest", w.busy)
}

// TestTheWindowStaysForWhatIsBeingMade, says so, and closes by itself then; asked
// again, it does not wait; who goes on takes it back.
func TestTheWindowStaysForWhatIsBeingMade(t *testing.T) {
	begin := func() (*window, chan error, *bool) {
		w, gate, ended := opened(t, 1), make(chan error, 1), false
		w.ends = func() { ended = true }
		w.held(gate)
		w.close()
		if ended || w.file == nil {
			t.Fatal("it does not wait")
		}
		wait(t, "it is told", func() bool { return strings.Contains(w.notice(), w.say.Say("desk.export.working", nil)) })
		if said := w.notice(); !strings.Contains(said, "tự đóng") {
			t.Errorf("%q does not say that the window closes then", said)
		}
		return w, gate, &ended
	}
	_, gate, ended := begin()
	gate <- nil
	wait(t, "it closes by itself", func() bool { return *ended })

	w, _, ended := begin()
	w.close()
	if !*ended {
		t.Error("asked again, it still waits")
	}

	w, gate, ended = begin()
	gate <- errors.New("the disk is full")
	wait(t, "it is told", func() bool { return !w.isAtWork() })
	if *ended || w.file == nil || w.closesThen {
		t.Error("it closes over something that failed")
	}
}

// TestWhatIsWrittenIsSavedBeforeTheWindowWaits: at the end of a session the system
// may not wait as long.
func TestWhatIsWrittenIsSavedBeforeTheWindowWaits(t *testing.T) {
	w := opened(t, 1)
	gate := make(chan error, 1)
	w.held(gate)
	w.typeAt(manuscript.Headline, "Lũ về ")
	w.close()
	if w.writing.dirty || w.file == nil {
		t.Errorf("what is written waits for what is made, or the window does not: %v", w.writing.dirty)
	}
	gate <- nil
}

// TestAWindowThatClosesTellsOfWhatItStaysFor, not of a check that goes on as well.
func TestAWindowThatClosesTellsOfWhatItStaysFor(t *testing.T) {
	w := opened(t, 1)
	w.ends = func() {}
	gate := make(chan error, 1)
	w.held(gate)
	wait(t, "the work is told", func() bool { return w.notices.Has(ofWork) })
	check := w.say.Say("desk.check_file.working", nil)
	w.workOnTask(task{title: "desk.check_file.working", beside: true, looks: true}, func(ctx context.Context, _ func(done, total int)) error {
		<-ctx.Done()
		return ctx.Err()
	}, func(error) {})
	wait(t, "the check is told", func() bool { return strings.Contains(w.notice(), check) })
	w.close()
	if said := w.notice(); strings.Contains(said, check) || !strings.Contains(said, "tự đóng") {
		t.Errorf("it says %q", said)
	}
	gate <- nil
	wait(t, "it closes", func() bool { return w.file == nil })
}

// TestNoWindowStaysForACheck: nothing comes of it but a word.
func TestNoWindowStaysForACheck(t *testing.T) {
	w, ended := opened(t, 1), false
	w.ends = func() { ended = true }
	w.workOnTask(task{title: "desk.check_file.working", beside: true, looks: true}, func(ctx context.Context, _ func(done, total int)) error {
		<-ctx.Done()
		return ctx.Err()
	}, func(error) {})
	w.close()
	if !ended {
		t.Error("the window waits for a check")
	}
}

// TestSeveralWorksBeside: the notice is of the newest, and of the other one when
// that is done.
func TestSeveralWorksBeside(t *testing.T) {
	w := opened(t, 1)
	first, second := make(chan error, 1), make(chan error, 1)
	w.held(first)
	wait(t, "the first is told", func() bool { return w.notices.Has(ofWork) })
	w.workOnTask(task{title: "desk.backup.working", beside: true}, func(context.Context, func(done, total int)) error { return <-second }, func(error) {})
	wait(t, "the second is told", func() bool { return strings.Contains(w.notice(), w.say.Say("desk.backup.working", nil)) })
	second <- nil
	wait(t, "the first is told again", func() bool { return strings.Contains(w.notice(), w.say.Say("desk.export.working", nil)) })
	w.notices.Act(ofWork)
	wait(t, "it is stopped", func() bool { return len(w.besides) == 0 && !w.notices.Has(ofWork) })
}

// TestHowFarAWorkIsIsToldNowAndThen: a check tells of each of ten thousand
// articles, and each telling is drawn.
func TestHowFarAWorkIsIsToldNowAndThen(t *testing.T) {
	var told [][2]int
	tell := now(func(done, total int) { told = append(told, [2]int{done, total}) })
	const n = 10_000
	for i := range n {
		tell(i+1, n)
	}
	if len(told) == 0 || len(told) > n/10 || told[len(told)-1] != [2]int{n, n} {
		t.Errorf("told %d times, last %v", len(told), told[max(0, len(told)-1):])
	}
}

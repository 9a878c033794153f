package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/ui/parts"
)

// TestTheReportOfACrashIsReadInside: it says in the person's language what
// happened, when and what to do, before the record for who mends it; both can be
// copied.
func TestTheReportOfACrashIsReadInside(t *testing.T) {
	w := opened(t, 1)
	w.crashed = filepath.Join(t.TempDir(), "bantin-2026-11-26-210500.txt")
	check(t, os.WriteFile(w.crashed, []byte("Bản Tin 9.9\n\npanic: mất giấy\n\nmain.go:1\n"), 0o600))
	w.tellCrash()
	w.notices.Act(ofCrash)
	wait(t, "it is shown", w.busy)
	about := w.aboutCrash()
	if !strings.Contains(about, "21:05") || !strings.Contains(about, "26/11/2026") || !strings.Contains(about, w.report) {
		t.Errorf("the words: %s", about)
	}
	panel, ok := w.dialog.(*parts.Panel)
	if !ok {
		t.Fatalf("%T is shown", w.dialog)
	}
	panel.Submit()
	if copied := w.app.Clipboard().Content(); !strings.HasPrefix(copied, about) || !strings.HasSuffix(copied, "panic: mất giấy\n\nmain.go:1\n") {
		t.Errorf("copied: %s", copied)
	}
}

func TestThatTheLastRunCrashedIsToldUntilItIsSentAway(t *testing.T) {
	w := opened(t, 2)
	w.crashed = "bantin-2026-11-26-210000.txt"
	w.tellCrash()
	told := func() bool { return w.notices.Offers(ofCrash, w.say.Say("desk.crash_report", nil)) }
	if !told() {
		t.Fatal("nothing is told")
	}
	other := w.listing.At(1).ID
	if other == w.writing.id {
		other = w.listing.At(0).ID
	}
	w.open(other)
	wait(t, "the other article is open", func() bool { return w.writing.id == other })
	w.tell("Tin khác.")
	w.rebuild()
	if !told() {
		t.Error("an article that opens and a window built anew wipe it away")
	}
	w.notices.Drop(ofCrash)
	w.rebuild()
	w.tellCrash()
	if told() {
		t.Error("it is told twice")
	}
}

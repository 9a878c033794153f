package ui

import (
	"context"
	"os"
	"path/filepath"
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

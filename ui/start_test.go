package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// begun is a desk on its very first start, with the person's name as entered
// on the start screen, on the file that it made.
func begun(t *testing.T, name string) *window {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	check(t, os.Mkdir(filepath.Join(home, "Documents"), 0o755))
	w := newWindow(test.NewTempApp(t))
	w.settings.p.SetString(keyAuthor, name)
	w.rebuild()
	w.win.Resize(fyne.NewSize(1366, 740))
	t.Cleanup(func() {
		w.flush()
		w.leaveFile()
		w.win.Close()
	})
	w.beginWriting()
	wait(t, "the first file is made", func() bool { return w.file != nil && w.begun })
	return w
}

func TestWhoLeftNoNameIsAskedOnceMore(t *testing.T) {
	w := begun(t, "")
	if !w.saysKey("desk.start.name_action") {
		t.Fatalf("the desk says %q", w.told())
	}
	w.notices.Act(ofNews)
	wait(t, "the settings open", w.busy)
	if w := begun(t, "Mai Thắm"); w.saysKey("desk.start.name_action") {
		t.Errorf("who is known is asked: %q", w.told())
	}
}

package ui

import (
	"path/filepath"
	"testing"
)

// TestOnlyAFolderThatCanBeSharedIsKept: the folder of the working file itself is
// refused, and nothing says later that articles are exchanged through it.
func TestOnlyAFolderThatCanBeSharedIsKept(t *testing.T) {
	w := opened(t, 1)
	own := filepath.Dir(w.file.Path())
	w.enterNewsroom(own)
	wait(t, "it says why not", func() bool { return w.notice() != "" })
	if kept := w.settings.newsroom(w.file.Path()); kept != "" {
		t.Errorf("%q is kept as the shared folder", kept)
	}
	w.notices.Clear()
	shared := t.TempDir()
	w.enterNewsroom(shared)
	wait(t, "the other folder is kept", func() bool { return w.settings.newsroom(w.file.Path()) == shared })
	wait(t, "and told, to be left", func() bool { return w.notices.Offers(ofNews, w.say.Say("desk.newsroom.leave", nil)) })
	w.leaveNewsroom()
}

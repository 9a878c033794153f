package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"bantin/newsroom"
	"bantin/storage"
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

// TestNewsOfWhatIsWholeAgain: an exchange that mended something here says so,
// whether or not it brought new articles, too.
func TestNewsOfWhatIsWholeAgain(t *testing.T) {
	w := opened(t, 1)
	from := func(name, file string, came storage.Received) newsroom.Exchanged {
		return newsroom.Exchanged{Received: []newsroom.FromFile{{File: file, From: name, Received: came}}}
	}
	for _, c := range []struct {
		e    newsroom.Exchanged
		want []string
	}{
		{newsroom.Exchanged{}, nil},
		{from("Minh", "Minh.bantin", storage.Received{Mended: 2}), []string{"2"}},
		{from("Minh", "Minh.bantin", storage.Received{NewRevisions: 1}), []string{"Minh"}},
		{from("", "từ USB.bantin", storage.Received{NewRevisions: 1, Mended: 3}), []string{"từ USB.bantin", "3"}},
	} {
		news := w.newsOf(c.e)
		for _, word := range c.want {
			if !strings.Contains(news, word) {
				t.Errorf("%q says nothing of %q", news, word)
			}
		}
		if (news == "") != (c.want == nil) {
			t.Errorf("%q", news)
		}
	}
}

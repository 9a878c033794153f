package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
	"bantin/ui/files"
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
	if !w.notices.Offers(ofNews, w.say.Say("desk.newsroom.again", nil)) {
		t.Error("no other folder can be chosen")
	}
	w.remember("newsroom", files.Folder, own)
	if proposed := w.folderFor("newsroom"); proposed == own {
		t.Error("the folder that cannot be shared is proposed")
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
		{newsroom.Exchanged{Received: []newsroom.FromFile{
			{File: "Minh.bantin", From: "Minh", Received: storage.Received{NewRevisions: 1}},
			{File: "Hoa.bantin", From: "Hoa", Received: storage.Received{NewRevisions: 2}},
			{File: "Minh 2.bantin", From: "Minh", Received: storage.Received{NewRevisions: 1}},
		}}, []string{"Minh, Hoa."}},
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

// TestWhatAnExchangeLeavesOutIsToldOnce: a file that is skipped again and again,
// a part of another that was refused, and what of this file stays behind.
func TestWhatAnExchangeLeavesOutIsToldOnce(t *testing.T) {
	w := opened(t, 1)
	skipped := newsroom.Exchanged{Skipped: []newsroom.Skipped{{File: "Minh.bantin", Why: bulletin.NewTrouble("newsroom_unreadable", bulletin.Args{"file": "Minh.bantin"}, nil)}}}
	newer := newsroom.Exchanged{Skipped: []newsroom.Skipped{{File: "Minh.bantin", Why: bulletin.NewTrouble("file_newer", bulletin.Args{"file": "Minh.bantin", "version": 99}, nil)}}}
	refused := newsroom.Exchanged{Received: []newsroom.FromFile{{File: "Hoa.bantin", Received: storage.Received{
		Refused: []storage.Refused{{What: "Mùa tôm", Why: bulletin.NewTrouble("newsroom_unreadable", bulletin.Args{"file": "x"}, nil)}},
	}}}}
	left := newsroom.Exchanged{Published: "Hà.bantin", Left: []storage.Refused{{What: "Mùa tôm"}}}
	tell := func(e newsroom.Exchanged) string {
		w.notices.Clear()
		w.exchanged(t.Context(), e, nil)
		return w.notice()
	}
	for i, step := range []struct {
		e    newsroom.Exchanged
		want string // "" for silence
	}{
		{skipped, ""},
		{skipped, "Minh.bantin"},
		{skipped, ""},
		{newer, ""},
		{newer, "99"},
		{newsroom.Exchanged{}, ""},
		{skipped, ""},
		{skipped, "Minh.bantin"},
		{refused, "Mùa tôm"},
		{left, w.say.Say("desk.newsroom.left_out", bulletin.Args{"n": 1})},
		{newsroom.Exchanged{}, ""},
		{left, ""},
		{newsroom.Exchanged{Published: "Hà.bantin"}, ""},
		{left, w.say.Say("desk.newsroom.left_out", bulletin.Args{"n": 1})},
	} {
		if told := tell(step.e); (told == "") != (step.want == "") || !strings.Contains(told, step.want) {
			t.Errorf("step %d: %q, want %q", i, told, step.want)
		}
	}
}

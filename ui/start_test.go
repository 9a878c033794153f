package ui

import (
	"context"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/habits"
	"bantin/ui/look"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// begun is a desk on its very first start, with the names as entered
// on the start screen, on the file that it made.
func begun(t *testing.T, name, office string) *window {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	check(t, os.Mkdir(filepath.Join(home, "Documents"), 0o755))
	w := newWindow(test.NewTempApp(t), habits.Read(""), "")
	w.settings.p.SetString(keyAuthor, name)
	w.settings.p.SetString(keyOffice, office)
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

func TestWhatTheStartLeftBlankIsAskedForOnceMore(t *testing.T) {
	for _, c := range []struct{ name, office, asked string }{
		{"", "", "desk.start.blank_action"},
		{"", "Xã Tân Lập", "desk.start.name_action"},
		{"Mai Thắm", " ", "desk.start.office_action"},
		{"Mai Thắm", "Xã Tân Lập", ""},
	} {
		w := begun(t, c.name, c.office)
		for _, key := range []string{"desk.start.blank_action", "desk.start.name_action", "desk.start.office_action"} {
			if asks := w.saysKey(key); asks != (key == c.asked) {
				t.Errorf("%q of %q: %s is asked: %t", c.name, c.office, key, asks)
			}
		}
		if c.asked != "" {
			about := ofNews
			if c.office != " " && c.office != "" {
				about = ofName
			}
			w.notices.Act(about)
			wait(t, "the settings open", w.busy)
		}
	}
}

// TestWhoComesByAFileIsAskedForTheName, as long as nothing else is to be said,
// until there is one.
func TestWhoComesByAFileIsAskedForTheName(t *testing.T) {
	w := begun(t, "", "Xã Tân Lập")
	w.notices.Clear()
	asks := func() bool { return w.saysKey("desk.start.name_action") }
	if !asks() {
		t.Fatalf("nobody asks who is writing: %q", w.told())
	}
	w.notices.Warn("Đĩa đã đầy.", "", nil)
	if asks() {
		t.Error("the name stands beside what is more urgent")
	}
	w.notices.Clear()
	if !asks() {
		t.Error("it is not asked for when that has gone")
	}
	check(t, w.keepSetup(setup.Draft{Me: "Mai Thắm", Typing: setup.Typings[0], Office: w.office}))
	if asks() || w.notices.Has(ofName) {
		t.Error("it is asked for though there is one")
	}
}

// TestBeginningToWriteOpensASheet, which is no article until something is
// written on it.
func TestBeginningToWriteOpensASheet(t *testing.T) {
	w := begun(t, "Mai Thắm", "Xã Tân Lập")
	wait(t, "a sheet", func() bool { return w.writing.open && w.sheet.Has() })
	if w.listing.Len() > 0 || w.writing.dirty {
		t.Errorf("%d articles before anything was written", w.listing.Len())
	}
}

// TestWhereNoSheetComesWhatIsTypedGoesNowhere: not into the next file that is
// opened.
func TestWhereNoSheetComesWhatIsTypedGoesNowhere(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	w := newWindow(test.NewTempApp(t), habits.Read(""), "")
	t.Cleanup(w.win.Close)
	w.rebuild()
	path := filepath.Join(home, "không có", "Bản thảo.bantin")
	w.createOwn(path)
	if w.win.Canvas().Focused() != nil {
		t.Error("the start screen still has the keyboard")
	}
	w.win.Canvas().OnTypedRune()('x')
	wait(t, "the file cannot be made", func() bool { return !w.ahead.on })
	if w.file != nil || w.afterOpening != nil || len(w.ahead.keys) > 0 {
		t.Errorf("file %v, %d keys", w.file, len(w.ahead.keys))
	}
}

func TestALoginNameSignsNothing(t *testing.T) {
	w := begun(t, "", "")
	u, err := user.Current()
	check(t, err)
	if u.Name != u.Username && u.Name != "" {
		t.Skip("the system knows who this is")
	}
	if got := w.settings.author(); got != "" {
		t.Errorf("versions are signed %q", got)
	}
}

// TestTheFirstWindowSpeaksTheLanguageOfTheSystem, as the commands do, until
// another one is chosen.
func TestTheFirstWindowSpeaksTheLanguageOfTheSystem(t *testing.T) {
	for _, c := range []struct {
		bantin, all, messages, lang string
		want                        translations.Language
	}{
		{"", "", "", "en_US.UTF-8", translations.English},
		{"", "", "en_GB.UTF-8", "vi_VN.UTF-8", translations.English},
		{"", "vi_VN.UTF-8", "en_GB.UTF-8", "en_US.UTF-8", translations.Vietnamese},
		{"vi", "en_US.UTF-8", "", "en_US.UTF-8", translations.Vietnamese},
		{"", "", "", "C.UTF-8", translations.Vietnamese},
		{"", "", "", "", translations.Vietnamese},
	} {
		t.Setenv("BANTIN_LANG", c.bantin)
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", c.messages)
		t.Setenv("LANG", c.lang)
		w := newWindow(test.NewTempApp(t), habits.Read(""), "")
		if got := w.say.Language(); got != c.want {
			t.Errorf("%+v: the window speaks %s", c, got)
		}
		w.win.Close()
	}
}

// TestLongNamesStayInTheirColumn on the start screen, beside their folders.
func TestLongNamesStayInTheirColumn(t *testing.T) {
	w := newWindow(test.NewTempApp(t), habits.Read(""), "")
	defer w.win.Close()
	w.win.Resize(fyne.NewSize(1366, 740))
	long := strings.Repeat("Đồng chí Bí thư Đảng ủy xã kiểm tra công tác ", 4)
	w.settings.p.SetStringList(keyRecent, []string{"/home/thu/" + strings.Repeat("Tài liệu/", 20) + long + ".bantin", "/b.bantin"})
	w.rebuild()
	right := (w.win.Canvas().Size().Width + startWidth*look.Scale()) / 2
	driver, told := fyne.CurrentApp().Driver(), 0
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		text, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		told++
		if end := driver.AbsolutePositionForObject(text).X + text.MinSize().Width; end > right+1 {
			t.Errorf("%q ends at %v, the column at %v", text.Text, end, right)
		}
	}
	if told < 4 {
		t.Fatalf("%d texts are shown", told)
	}
}

// TestTheFirstStartIsWalkedByTab: from the office's name to one's own and to the
// buttons, and Enter begins; then one writes.
func TestTheFirstStartIsWalkedByTab(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	check(t, os.Mkdir(filepath.Join(home, "Documents"), 0o755))
	w := newWindow(test.NewTempApp(t), habits.Read(""), "")
	t.Cleanup(func() {
		w.flush()
		w.leaveFile()
		w.win.Close()
	})
	w.win.Resize(fyne.NewSize(1366, 740))
	w.rebuild()
	c := w.win.Canvas()
	typed := func(s string) {
		for _, r := range s {
			c.Focused().TypedRune(r)
		}
	}
	typed("Xã Tân Lập")
	c.FocusNext()
	typed("Mai Thắm")
	if office, me := w.settings.p.String(keyOffice), w.settings.p.String(keyAuthor); office != "Xã Tân Lập" || me != "Mai Thắm" {
		t.Fatalf("the office is %q, the person %q", office, me)
	}
	var stops []fyne.CanvasObject
	for range 3 {
		c.FocusNext()
		stops = append(stops, c.Focused().(fyne.CanvasObject))
	}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for i := 1; i < len(stops); i++ {
		if before, now := where(stops[i-1]), where(stops[i]); now.X <= before.X {
			t.Errorf("Tab leads from %v to %v", before, now)
		}
	}
	c.Focus(stops[0].(fyne.Focusable))
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wait(t, "the first file is made", func() bool { return w.file != nil && w.begun && !w.busy() && w.writing.open })
	if c.Focused() != fyne.Focusable(w.sheet) {
		t.Errorf("%T has the keys", c.Focused())
	}
}

// TestTheStartHasTheKeys: the newest file where there is one, so that Enter goes on
// with it, also when what was asked there was shut.
func TestTheStartHasTheKeys(t *testing.T) {
	p := habits.Read("")
	w := newWindow(test.NewTempApp(t), p, "")
	t.Cleanup(w.win.Close)
	w.settings.opened(filepath.Join(t.TempDir(), "Cũ.bantin"))
	newest := filepath.Join(t.TempDir(), "Mới.bantin")
	w.settings.opened(newest)
	c := w.win.Canvas()
	stands := func(when string) {
		t.Helper()
		if q, ok := c.Focused().(*parts.Quiet); !ok || q.Word != "Mới" {
			t.Errorf("%s: %s has the keys", when, keyholder(c.Focused()))
		}
	}
	w.rebuild()
	stands("at the start")
	w.showAbout()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	stands("after a panel")
	w.complain(bulletin.NewTrouble("file_missing", bulletin.Args{"file": newest}, nil))
	stands("with what is wrong")
}

// TestNobodyIsNobodyInEveryLanguage: who gives no name signs with none, older
// words for nobody are read as none, and a change of language makes nobody's own
// articles those of somebody else.
func TestNobodyIsNobodyInEveryLanguage(t *testing.T) {
	w := opened(t, 1)
	w.settings.p.SetString(keyAuthor, "")
	if w.settings.author() != "" {
		t.Skip("the system knows who this is")
	}
	ctx, id := context.Background(), w.writing.id
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonSave)
	check(t, w.keeper.Flush())
	a, err := w.file.Article(ctx, id)
	check(t, err)
	if a.Author != "" {
		t.Errorf("the file says that %q wrote it", a.Author)
	}
	for _, words := range []string{"chưa ghi tên", "no name given"} {
		if bulletin.Signed(words) != "" {
			t.Errorf("%q is a name", words)
		}
		own := desk.ReadUnread(`{"left":"2020-01-01T00:00:00Z"}`, w.settings.author)
		own.Found([]storage.Summary{{ID: "a", Author: words, UpdatedAt: time.Now()}, {ID: "b", Author: "Hường", UpdatedAt: time.Now()}})
		if own.Has("a") || !own.Has("b") {
			t.Errorf("signed %q: unread %v, by somebody else %v", words, own.Has("a"), own.Has("b"))
		}
	}
	if said := w.newsOf(newsroom.Exchanged{Received: []newsroom.FromFile{{File: "a.bantin", From: "no name given", Received: storage.Received{NewRevisions: 1}}}}); strings.Contains(said, "no name") || strings.Contains(said, "a.bantin") {
		t.Error(said)
	}
}

// TestAHomeThatTakesNothingIsToldInWords, with what to do, where the program would
// make its first file.
func TestAHomeThatTakesNothingIsToldInWords(t *testing.T) {
	home := filepath.Join(t.TempDir(), "nha")
	check(t, os.WriteFile(home, nil, 0o600)) // a file, in which no folder can be made
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	w := newWindow(test.NewTempApp(t), habits.Read(""), "")
	w.rebuild()
	w.win.Resize(fyne.NewSize(1366, 740))
	t.Cleanup(w.win.Close)
	w.beginWriting()
	said := strings.Join(strings.Fields(saidIn(w.win.Content())), " ")
	if want := w.say.Say("trouble.desk_no_folder", bulletin.Args{"folder": filepath.Join(home, w.say.Say("desk.title", nil))}); !strings.Contains(said, want) {
		t.Errorf("%q is not told: %s", want, said)
	}
}

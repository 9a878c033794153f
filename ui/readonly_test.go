package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// onReadOnlyFile is a desk on a file that can only be read.
func onReadOnlyFile(t *testing.T) *window {
	t.Helper()
	w := opened(t, 1)
	path := filepath.Join(t.TempDir(), "chi-doc.bantin")
	ctx := context.Background()
	f, err := storage.Create(ctx, path)
	check(t, err)
	_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{
		Headline: "Bài trong kho", Byline: "Mai Thắm", Photos: []bulletin.Photo{{ID: "p1", Caption: "Chú thích"}},
	}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	check(t, f.Close())
	f, err = storage.OpenReadOnly(ctx, path)
	check(t, err)
	w.workOn(f, bulletin.Office{}, path)
	wait(t, "the first article opens", func() bool { return w.writing.open })
	return w
}

// told is everything that the notices say now.
func (w *window) told() string {
	var said []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, inner := range o.Objects {
				walk(inner)
			}
		case *parts.Prose:
			said = append(said, o.String())
		case *quiet:
			said = append(said, "["+o.Word+"]")
		}
	}
	walk(w.notices.pane)
	return strings.Join(said, "\n")
}

func (w *window) saysKey(key string) bool {
	sentence, _, _ := strings.Cut(w.say.Say(key, nil), "{")
	return strings.Contains(w.told(), sentence)
}

func TestAReadOnlyFileTakesNoKeys(t *testing.T) {
	w := onReadOnlyFile(t)
	m := w.sheet.Manuscript()
	for i := range m.Len() {
		before := m.Block(i).String()
		m.Select(manuscript.Place{Block: i}, manuscript.Place{Block: i, Offset: m.Block(i).Len()})
		typeInto(w.sheet, "x")
		for _, k := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn} {
			w.sheet.TypedKey(&fyne.KeyEvent{Name: k})
		}
		w.sheet.Paste("y")
		w.sheet.TypedShortcut(&fyne.ShortcutCut{Clipboard: w.app.Clipboard()})
		if m.Block(i).String() != before {
			t.Errorf("%s took keys: %q", m.Block(i).Kind, m.Block(i).String())
		}
	}
	m.Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	w.sheet.SelectAll()
	w.sheet.TypedShortcut(&fyne.ShortcutCopy{Clipboard: w.app.Clipboard()})
	if got := w.app.Clipboard().Content(); got != "Bài trong kho" {
		t.Errorf("copied %q", got)
	}
	if w.writing.dirty {
		t.Error("something counts as written")
	}
}

func TestAReadOnlyFileSaysSo(t *testing.T) {
	w := onReadOnlyFile(t)
	if got := w.facts.saved.Word; got != "Chỉ đọc" {
		t.Errorf("in the place of the saved time: %q", got)
	}
	if !w.saysKey("desk.read_only") {
		t.Errorf("the warning is gone: %q", w.told())
	}
	if !w.sheet.ReadOnly() {
		t.Error("photos can be added or removed")
	}
	id := w.writing.id
	w.newArticle()
	if w.writing.id != id || !w.saysKey("desk.cannot_write") {
		t.Errorf("a new article is answered with %q", w.told())
	}
	w.notices.Clear()
	w.delete()
	if !w.writing.open || !w.saysKey("desk.cannot_write") {
		t.Errorf("deleting is answered with %q", w.told())
	}
	w.setStatus(bulletin.Published)
	test.Tap(w.facts.status)
	if w.writing.dirty || w.busy() || w.facts.article.Status == bulletin.Published {
		t.Error("the status can be changed")
	}
}

func TestADeletedArticleIsFoundAndBroughtBack(t *testing.T) {
	w := opened(t, 3)
	gone := w.writing
	w.delete()
	w.flush()
	w.notices.Clear()
	w.search()
	wait(t, "the deleted one is counted", func() bool { return w.listing.CountDeleted() == 1 })
	w.list.ChooseDeleted()
	if w.listing.Len() != 1 || w.listing.At(0).ID != gone.id {
		t.Fatalf("%d rows on the shelf of the deleted", w.listing.Len())
	}
	w.list.OnOpen(gone.id)
	wait(t, "it opens", func() bool { return w.writing.id == gone.id })
	w.typeAt(manuscript.Headline, "x")
	if w.textOf(manuscript.Headline) != gone.article.Headline || !strings.Contains(w.told(), "[Khôi phục]") {
		t.Errorf("headline %q, notice %q", w.textOf(manuscript.Headline), w.told())
	}
	w.menuItem(t, "restore").Action()
	w.flush()
	a, err := w.file.Article(context.Background(), gone.id)
	check(t, err)
	history, err := w.file.History(context.Background(), gone.id)
	check(t, err)
	if a.Deleted || history[0].Reason != bulletin.ReasonRestore || w.listing.CountDeleted() != 0 || w.listing.Deleted() {
		t.Errorf("after restoring: deleted %v, reason %s, %d still deleted", a.Deleted, history[0].Reason, w.listing.CountDeleted())
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	if !strings.HasPrefix(w.textOf(manuscript.Headline), "Mới: ") || strings.Contains(w.told(), "[Khôi phục]") {
		t.Errorf("still read-only: %q, %q", w.textOf(manuscript.Headline), w.told())
	}
}

func (w *window) menuItem(t *testing.T, key string) *fyne.MenuItem {
	t.Helper()
	i := itemOf(w.win.MainMenu().Items, w.say.Say("desk.menu."+key, nil))
	if i == nil {
		t.Fatalf("no %s in the menu", key)
	}
	return i
}

// itemOf is the item of that label in menus or in those under them, nil for none.
func itemOf(menus []*fyne.Menu, label string) *fyne.MenuItem {
	for _, m := range menus {
		for _, i := range m.Items {
			if i.Label == label {
				return i
			}
			if i.ChildMenu == nil {
				continue
			}
			if under := itemOf([]*fyne.Menu{i.ChildMenu}, label); under != nil {
				return under
			}
		}
	}
	return nil
}

func TestUndoBringsBackADeletion(t *testing.T) {
	w := opened(t, 3)
	gone := w.writing.id
	w.sheet.Focus()
	w.menuItem(t, "delete").Action()
	if f := w.focusedWriter(); f != nil {
		t.Errorf("%T has the focus under the blank sheet", f)
	}
	w.open(w.listing.At(0).ID)
	wait(t, "another opens", func() bool { return w.writing.open })
	w.notices.Say("Tin khác.", "", nil)
	if !strings.Contains(w.told(), "[Hoàn tác]") {
		t.Fatalf("the offer is gone: %q", w.told())
	}
	w.menuItem(t, "undo").Action()
	if w.writing.id != gone || strings.Contains(w.told(), "[Hoàn tác]") {
		t.Errorf("not brought back, or still offered: %q", w.told())
	}
	w.flush()
	if n := len(w.stored(t, storage.Query{})); n != 3 {
		t.Errorf("%d articles", n)
	}
}

// buttons are the buttons of the dialog in front.
func (w *window) buttons() map[string]*quiet {
	found := map[string]*quiet{}
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if q, ok := o.(*quiet); ok {
			found[q.Word] = q
		}
	}
	return found
}

func TestTheWarningGoesWithALaterSave(t *testing.T) {
	w := opened(t, 1)
	w.kept(desk.Kept{Article: w.writing.id, Err: bulletin.NewTrouble("disk_full", nil, nil), Waiting: true})
	if !w.saysKey("desk.save_failed") {
		t.Fatal("no warning")
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	w.flush()
	wait(t, "the warning goes", func() bool { return !w.saysKey("desk.save_failed") })
	if strings.Contains(w.facts.saved.Word, "Chưa") {
		t.Errorf("still says %q", w.facts.saved.Word)
	}
}

func TestClosingWaitsForWhatCannotBeSaved(t *testing.T) {
	w := opened(t, 1)
	path := w.file.Path()
	w.typeAt(manuscript.Headline, "Mới: ")
	check(t, w.file.Close()) // every save fails from now on
	w.close()
	stay, leave := w.buttons()["Ở lại"], w.buttons()["Vẫn đóng"]
	if stay == nil || leave == nil || !stay.Grip || leave.Grip || w.win.Canvas().Focused() != fyne.Focusable(stay) {
		t.Fatalf("buttons %v", w.buttons())
	}
	stay.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.busy() || w.file == nil {
		t.Fatal("Enter did not stay")
	}
	w.close()
	f, err := storage.Open(context.Background(), path) // as after the disk has room again
	check(t, err)
	w.keeper.Close()
	w.file = f
	w.keeper = w.newKeeper(f)
	was, err := f.Article(context.Background(), w.writing.id)
	check(t, err)
	w.keeper.Opened(was)
	w.writing.dirty = true
	w.put(bulletin.ReasonSave)
	wait(t, "the window closes by itself", func() bool { return w.file == nil })
	f, err = storage.OpenReadOnly(context.Background(), path)
	check(t, err)
	defer f.Close()
	list, err := f.Articles(context.Background(), storage.Query{})
	check(t, err)
	if w.busy() || len(list) != 1 || !strings.HasPrefix(list[0].Headline, "Mới: ") {
		t.Errorf("dialog %v, stored %+v", w.busy(), list)
	}
}

func TestAnEmptyArticleIsNotSaidToFit(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	wait(t, "the page comes", func() bool { return w.preview.View.Document != nil })
	if got := w.preview.Verdict(); strings.Contains(got, "Vừa khuôn") || !strings.Contains(got, w.say.Say("desk.blank_page", nil)) {
		t.Errorf("the verdict is %q", got)
	}
	w.typeAt(manuscript.Headline, "Trồng rừng")
	wait(t, "it fits", func() bool { return strings.Contains(w.preview.Verdict(), "Vừa khuôn") })
}

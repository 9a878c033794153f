package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/habits"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// opened is a desk on a drafts file with n articles.
func opened(t testing.TB, n int) *window {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.bantin")
	ctx := context.Background()
	f, err := storage.Create(ctx, path)
	check(t, err)
	for i := range n {
		_, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{
			Headline: fmt.Sprintf("Bài số %d về trồng rừng ngập mặn ven biển", i+1), Byline: "Mai Thắm",
			Status: bulletin.Statuses()[i%5],
		}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
	}
	a := test.NewTempApp(t)
	w := newWindow(a, habits.Read(""), "")
	w.workOn(f, bulletin.Office{}, path)
	w.notices.Drop(ofName) // so that what is said is said of something else
	w.win.Resize(fyne.NewSize(1366, 740))
	t.Cleanup(func() {
		w.flush()
		w.leaveFile()
		w.win.Close()
	})
	if n > 0 {
		wait(t, "the first article opens", func() bool { return w.writing.open })
	} else {
		wait(t, "the list comes", func() bool { return w.begun })
	}
	return w
}

// toShow is what background work wants to show; wait shows it, so that the
// test's goroutine is the window's.
var toShow = make(chan func(), 1000)

func TestMain(m *testing.M) {
	os.Setenv("BANTIN_LANG", "vi") // whatever this machine speaks
	parts.OnUI = func(show func()) { toShow <- show }
	backups, err := os.MkdirTemp("", "bantin-backups")
	if err != nil {
		panic(err)
	}
	os.Setenv("BANTIN_BACKUPS", backups) // not among those of whoever tests
	code := m.Run()
	os.RemoveAll(backups)
	os.Exit(code)
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wait waits for something that happens in the background.
func wait(t testing.TB, what string, done func() bool) {
	t.Helper()
	late := time.After(time.Minute) // on a crowded machine
	for !done() {
		select {
		case show := <-toShow:
			show()
		case <-late:
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

// typeAt types at the start of the first block of a kind.
func (w *window) typeAt(k manuscript.Kind, s string) {
	m := w.sheet.Manuscript()
	m.Go(manuscript.Place{Block: m.Find(k)}, false)
	typeInto(w.sheet, s)
}

func (w *window) textOf(k manuscript.Kind) string { return w.sheet.Manuscript().TextOf(k) }

func (w *window) photos() int { return w.sheet.Manuscript().Photos() }

func typeInto(f fyne.Focusable, s string) {
	for _, r := range s {
		f.TypedRune(r)
	}
}

func (w *window) stored(t testing.TB, q storage.Query) []storage.Summary {
	t.Helper()
	list, err := w.file.Articles(context.Background(), q)
	check(t, err)
	return list
}

func TestWhatIsTypedIsSavedByItself(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.typeAt(manuscript.Headline, "Trồng rừng ngập mặn")
	w.typeAt(manuscript.Paragraph, "Sáng nay.")
	wait(t, "the article is saved", func() bool { return !w.writing.lastAt.IsZero() })
	list := w.stored(t, storage.Query{})
	if len(list) != 1 || list[0].Headline != "Trồng rừng ngập mặn" {
		t.Fatalf("stored: %+v", list)
	}
	if w.listing.Len() != 1 {
		t.Errorf("%d rows in the list", w.listing.Len())
	}
}

func TestABlankArticleIsNotStored(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.changed()
	w.flush()
	if list := w.stored(t, storage.Query{}); len(list) != 0 {
		t.Errorf("stored: %+v", list)
	}
}

func TestOpeningAnotherArticleSavesTheFirst(t *testing.T) {
	w := opened(t, 3)
	first := w.writing.id
	w.typeAt(manuscript.Headline, "Mới: ")
	w.open(w.listing.At(2).ID)
	wait(t, "the other article opens", func() bool { return w.writing.id != first })
	a, err := w.file.Article(context.Background(), first)
	check(t, err)
	if want := "Mới: Bài số 3 về trồng rừng ngập mặn ven biển"; a.Article.Headline != want {
		t.Errorf("headline %q", a.Article.Headline)
	}
}

func TestADeletedArticleComesBack(t *testing.T) {
	w := opened(t, 2)
	gone := w.writing
	w.delete()
	w.flush()
	if n := len(w.stored(t, storage.Query{})); n != 1 {
		t.Fatalf("%d articles after deleting one of two", n)
	}
	w.bringBack(gone)
	w.flush()
	list := w.stored(t, storage.Query{})
	if len(list) != 2 || w.writing.id != gone.id {
		t.Errorf("after undo: %+v", list)
	}
}

func TestAnArticleDeletedLongAgoComesBack(t *testing.T) {
	w := opened(t, 2)
	gone := w.writing.id
	w.delete()
	w.open(w.listing.At(0).ID)
	wait(t, "the other article opens", func() bool { return w.writing.open })
	w.askDeleted()
	wait(t, "the deleted article is offered", w.busy)
	w.dialog.Hide()
	w.restore(gone)
	wait(t, "it is on the sheet", func() bool { return w.writing.id == gone })
	w.flush()
	a, err := w.file.Article(context.Background(), gone)
	check(t, err)
	if a.Deleted || len(a.Heads) != 1 || w.listing.Len() != 2 {
		t.Errorf("brought back %+v; %d rows", a, w.listing.Len())
	}
}

func TestTwoWindowsKeepBothVersions(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	a, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	theirs := a.Article
	theirs.Headline = "Tít của cửa sổ kia"
	_, err = w.file.SaveArticle(ctx, a.ID, theirs, storage.Save{Author: "Hường", Reason: bulletin.ReasonSave, Expected: a.Heads})
	check(t, err)
	w.typeAt(manuscript.Headline, "Của tôi: ")
	w.flush()
	a, err = w.file.Article(ctx, w.writing.id)
	check(t, err)
	if len(a.Heads) != 2 {
		t.Errorf("%d versions, not two", len(a.Heads))
	}
	wait(t, "the person is told", func() bool { return len(w.notices.pane.Objects) > 0 })
}

func TestTheLanguageSwitchesAtOnceAndKeepsTheText(t *testing.T) {
	w := opened(t, 1)
	w.typeAt(manuscript.Headline, "Mới: ")
	text := w.textOf(manuscript.Headline)
	w.speak(translations.English)
	if w.textOf(manuscript.Headline) != text {
		t.Errorf("headline %q, was %q", w.textOf(manuscript.Headline), text)
	}
	if got := w.win.MainMenu().Items[0].Label; got != "File" {
		t.Errorf("menu %q", got)
	}
}

func TestPhotosStandInTheTextAndMove(t *testing.T) {
	w := opened(t, 1)
	w.typeAt(manuscript.Paragraph, "Đoạn một")
	w.sheet.Do(func(m *manuscript.Manuscript) { m.AddPhoto(bulletin.Photo{SHA256: "aa", WidthPx: 300, HeightPx: 200}) })
	typeInto(w.sheet, "Chú thích")
	w.sheet.MoveBlock(-1)
	w.read()
	a := w.writing.article
	if len(a.Body) != 2 || a.Body[0].Kind != bulletin.PhotoAnchor || a.Photos[0].Caption != "Chú thích" || a.Photos[0].ID != "p1" {
		t.Errorf("article %+v", a)
	}
	w.sheet.Do(func(m *manuscript.Manuscript) { m.RemovePhoto("p1") })
	w.read()
	if len(w.writing.article.Photos) != 0 || len(w.writing.article.Body) != 1 {
		t.Errorf("after removing: %+v", w.writing.article)
	}
	w.sheet.Undo()
	if w.photos() != 1 || w.textOf(manuscript.Caption) != "Chú thích" {
		t.Errorf("taken back: %d photos, caption %q", w.photos(), w.textOf(manuscript.Caption))
	}
}

// TestWhatWasTypedCanBeTakenBackAfterSavingAndReopening: the history of a sheet
// outlives saves, the language, and a look at another article.
func TestWhatWasTypedCanBeTakenBackAfterSavingAndReopening(t *testing.T) {
	w := opened(t, 2)
	first := w.writing.id
	before := w.textOf(manuscript.Headline)
	w.typeAt(manuscript.Headline, "Mới: ")
	w.flush()
	w.speak(translations.English)
	w.open(w.listing.At(1).ID)
	wait(t, "the other article opens", func() bool { return w.writing.id != first })
	w.open(first)
	wait(t, "the first one opens", func() bool { return w.writing.id == first })
	if got := w.textOf(manuscript.Headline); got != "Mới: "+before {
		t.Fatalf("headline %q", got)
	}
	w.sheet.Undo()
	if got := w.textOf(manuscript.Headline); got != before {
		t.Errorf("taken back: %q, not %q", got, before)
	}
}

func TestSearchingWithoutMarks(t *testing.T) {
	w := opened(t, 12)
	typeInto(w.list.Search, "so 7 trong rung")
	wait(t, "one row is left", func() bool { return w.listing.Len() == 1 })
	w.list.Search.Rewrite("")
	wait(t, "all rows are back", func() bool { return w.listing.Len() == 12 })
	w.listing.Show(bulletin.Submitted)
	if w.listing.Len() != 3 {
		t.Errorf("%d submitted", w.listing.Len())
	}
}

func BenchmarkListOf10000(b *testing.B) {
	w := opened(b, 0)
	var found []storage.Summary
	for i := range 10_000 {
		found = append(found, storage.Summary{
			ID: bulletin.NewID(), Headline: fmt.Sprintf("Bài số %d về trồng rừng ngập mặn ven biển", i),
			Byline: "Mai Thắm", Words: 300, Status: bulletin.Statuses()[i%5],
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		w.listing.Found(found)
		w.list.Show("")
		w.list.Rows.ScrollToBottom()
		w.list.Rows.ScrollToTop()
	}
}

func BenchmarkLongArticleOntoTheSheet(b *testing.B) {
	w := opened(b, 1)
	a := bulletin.Article{Headline: "Bài dài"}
	for range 400 {
		a.Body = append(a.Body, bulletin.Block{
			Kind: bulletin.Paragraph,
			Text: "Sáng nay bà con năm thôn đã xuống bãi từ khi nước còn rút, mang theo cây đước và cuốc xẻng để trồng.",
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		w.sheet.Open(manuscript.New(&a), false)
	}
}

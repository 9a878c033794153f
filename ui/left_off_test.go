package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// nextStart is the desk as it stands at the next start at the same PC.
func (w *window) nextStart(t *testing.T, path string) *window {
	t.Helper()
	f, err := storage.Open(context.Background(), path)
	check(t, err)
	next := newWindow(test.NewTempApp(t), w.settings.p, "")
	next.workOn(f, bulletin.Office{}, path)
	t.Cleanup(func() {
		next.flush()
		next.leaveFile()
		next.win.Close()
	})
	wait(t, "an article is open", func() bool { return next.writing.open })
	return next
}

// TestAfterAPowerCutOneGoesOnWhereOneWas: on the article that was on the sheet,
// not the one that was saved last, and at the caret; and one is told.
func TestAfterAPowerCutOneGoesOnWhereOneWas(t *testing.T) {
	w := opened(t, 3)
	path := w.file.Path()
	id := w.listing.At(2).ID
	w.open(id)
	wait(t, "the article is open", func() bool { return w.writing.id == id })
	w.typeAt(manuscript.Headline, "Lũ về ")
	wait(t, "it is saved", func() bool {
		return w.textOf(manuscript.Headline) != "" && !w.writing.dirty && len(w.keeper.Waiting()) == 0
	})
	newest := w.listing.At(1).ID
	_, err := w.file.SaveArticle(context.Background(), newest, bulletin.Article{Headline: "Bài của đồng nghiệp", Status: bulletin.Draft}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)

	next := w.nextStart(t, path)
	if next.writing.id != id {
		t.Fatalf("%q is open", next.writing.article.Headline)
	}
	m := next.sheet.Manuscript()
	if at := m.Caret(); at.Block != m.Find(manuscript.Headline) || at.Offset != len([]rune("Lũ về ")) {
		t.Errorf("the caret stands at %+v", at)
	}
	wait(t, "it is told", func() bool {
		return strings.Contains(next.notice(), "bị ngắt") && strings.Contains(next.notice(), "Lũ về ") &&
			strings.Contains(next.notice(), next.writing.lastAt.Local().Format("15:04"))
	})
}

func TestAGoodEndIsNotToldAsAPowerCut(t *testing.T) {
	w := opened(t, 3)
	path := w.file.Path()
	id := w.listing.At(1).ID
	w.open(id)
	wait(t, "the article is open", func() bool { return w.writing.id == id })
	w.flush()
	w.leaveFile()
	next := w.nextStart(t, path)
	if next.writing.id != id || strings.Contains(next.notice(), "bị ngắt") {
		t.Errorf("%q is open; notice %q", next.writing.article.Headline, next.notice())
	}
}

func TestACrashIsNotToldTwice(t *testing.T) {
	w := opened(t, 1)
	f, err := storage.Open(context.Background(), w.file.Path())
	check(t, err)
	next := newWindow(test.NewTempApp(t), w.settings.p, "")
	next.crashed = "bantin-2026-11-26-210000.txt"
	next.workOn(f, bulletin.Office{}, w.file.Path())
	t.Cleanup(func() { next.leaveFile(); next.win.Close() })
	wait(t, "an article is open", func() bool { return next.writing.open })
	if !next.notices.Has(ofCrash) || strings.Contains(next.notice(), "bị ngắt") {
		t.Errorf("notice %q", next.notice())
	}
}

func TestWhereTheArticleIsGoneTheNewestIsOpened(t *testing.T) {
	w := opened(t, 2)
	path := w.file.Path()
	w.settings.keepLeftOff(path, bulletin.Place{Article: bulletin.NewID()})
	next := w.nextStart(t, path)
	if next.writing.id != next.listing.At(0).ID {
		t.Errorf("%q is open", next.writing.article.Headline)
	}
}

// TestOneGoesOnAtTheMakeUpTable where one was there, however the run ended; and
// on the article where one had left the table.
func TestOneGoesOnAtTheMakeUpTable(t *testing.T) {
	w, id := withIssue(t)
	path := w.file.Path()
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	next := w.nextStart(t, path)
	wait(t, "the issue is on the table", func() bool { return next.making == id })
	wait(t, "it is told", func() bool { return strings.Contains(next.notice(), "bị ngắt") })
	next.makeUp()
	after := next.nextStart(t, path)
	wait(t, "the issues are read", func() bool { return after.issuesRead })
	if after.making != "" {
		t.Error("the table is back that was left")
	}
}

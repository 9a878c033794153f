package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/habits"
)

// The heaviest screens, each as it is built and filled: the list
// (BenchmarkListOf10000), the sheet (BenchmarkLongArticleOntoTheSheet), the preview
// (BenchmarkPageOfAnIssueAfterAPause), and:

func BenchmarkMakeupTableOf40Stories(b *testing.B) {
	w, id := withIssueOf40(b)
	doc, err := press.Layout(context.Background(), w.file, press.Job{Issue: id})
	check(b, err)
	w.making = id
	w.rebuild()
	b.ReportAllocs()
	for b.Loop() {
		w.showMakeup()
		w.makeup.Laid(doc)
	}
}

// BenchmarkToTheTableAndBack is what the window's goroutine does for F6, twice.
func BenchmarkToTheTableAndBack(b *testing.B) {
	w, id := withIssueOf40(b)
	b.ReportAllocs()
	for b.Loop() {
		w.takeToTable(id)
		w.leaveMakeup("")
	}
}

// withIssueOf40 is a desk with 40 articles, all of them in an issue.
func withIssueOf40(b *testing.B) (w *window, id bulletin.ID) {
	b.Helper()
	w = opened(b, 40)
	issue := w.office.NewIssue("Bản tin", "1", bulletin.DateOf(time.Now()))
	for i := range w.listing.Len() {
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: w.listing.At(i).ID})
	}
	id = bulletin.NewID()
	_, err := w.file.SaveIssue(context.Background(), id, issue, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(b, err)
	w.loadIssues()
	wait(b, "the issue is known", func() bool { return len(w.issues) == 1 })
	return w, id
}

func BenchmarkHistoryOf500Versions(b *testing.B) {
	w := opened(b, 1)
	w.openTab(tabHistory)
	var versions []desk.ArticleVersion
	for i := range 500 {
		a := bulletin.Article{Headline: fmt.Sprint("Tít ", i)}
		for n := range 40 {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: fmt.Sprintf("Đoạn %d, bản %d: sáng nay bà con xuống bãi trồng đước.", n, i/(n+1))})
		}
		versions = append(versions, desk.ArticleVersion{Step: desk.Step{Author: "Thu", Time: time.Now()}, Text: a})
	}
	b.ReportAllocs()
	for b.Loop() {
		w.showVersions(versions)
		w.history.Choose(0, 499)
	}
}

func BenchmarkFindingsOf150(b *testing.B) {
	w := opened(b, 1)
	w.openTab(tabCheck)
	var found []bulletin.Finding
	for i := range 150 {
		found = append(found, bulletin.Finding{
			Rule: "photo_caption", Severity: bulletin.Warning, Args: bulletin.Args{"headline": fmt.Sprint("Bài ", i), "photo": "p1"},
			Where: bulletin.InField(w.writing.id, bulletin.FieldHeadline),
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		w.noticed(found)
	}
}

// BenchmarkStartWith10000Articles is from the opening of the file to the list
// on screen.
func BenchmarkStartWith10000Articles(b *testing.B) {
	path := filepath.Join(b.TempDir(), "a.bantin")
	ctx := context.Background()
	f, err := storage.Create(ctx, path)
	check(b, err)
	for i := range 10_000 {
		_, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{
			Headline: fmt.Sprintf("Bài số %d về trồng rừng ngập mặn ven biển", i), Byline: "Mai Thắm", Status: bulletin.Statuses()[i%5],
		}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(b, err)
	}
	check(b, f.Close())
	a := test.NewTempApp(b)
	b.ReportAllocs()
	for b.Loop() {
		w := newWindow(a, habits.Read(""), "")
		w.win.Resize(fyne.NewSize(1366, 740))
		w.rebuild()
		w.openFile(path)
		wait(b, "the list is on screen", func() bool { return w.begun && w.listing.Len() == 10_000 })
		w.leaveFile()
		w.win.Close()
	}
}

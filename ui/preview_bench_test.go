//go:build unix

package ui

import (
	"context"
	"fmt"
	"os"
	"syscall"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/internal/real"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// realIssue is a desk on an issue of the real article, told 24 times, with real
// photos; the first story is open, with the pages of the issue beside it.
func realIssue(b *testing.B) *window {
	w := opened(b, 0)
	ctx := context.Background()
	raw, err := os.ReadFile(real.Article(b))
	check(b, err)
	issue := w.office.NewIssue("Bản tin", "4", bulletin.DateOf(time.Now()))
	for i := range 24 {
		draft, err := intake.Text(raw)
		check(b, err)
		name := []string{"Dune.jpg", "Garden.jpg", "LadyBird.jpg", "TwoWings.jpg"}[i%4]
		original, err := os.ReadFile(real.Photo(b, name))
		check(b, err)
		photo, err := w.file.AddPhoto(ctx, name, original)
		check(b, err)
		intake.Bind(&draft, []intake.BoundPhoto{{SHA256: photo.SHA256, WidthPx: photo.WidthPx, HeightPx: photo.HeightPx}})
		draft.Article.Headline += fmt.Sprint(" ", i+1)
		id := bulletin.NewID()
		_, err = w.file.SaveArticle(ctx, id, draft.Article, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(b, err)
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: id})
	}
	_, err = w.file.SaveIssue(ctx, bulletin.NewID(), issue, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(b, err)
	w.loadIssues()
	w.search()
	wait(b, "the issue is known", func() bool { return len(w.issues) == 1 && w.listing.Len() == 24 })
	w.open(issue.Slots[12].Article)
	wait(b, "a story opens", func() bool { return w.writing.open && w.issueAtHand() != nil })
	w.previewWhole(true)
	wait(b, "the pages come", func() bool { return w.preview.View.Document != nil && len(w.preview.View.Document.Stories) == 24 })
	return w
}

// BenchmarkPageOfAnIssueAfterAPause is from the end of the pause in typing to
// the page on screen, in an issue of 24 stories; cpu-ms is the work of all
// processors meanwhile.
func BenchmarkPageOfAnIssueAfterAPause(b *testing.B) {
	w := realIssue(b)
	b.ReportAllocs()
	worked, n := processorTime(), 0
	for b.Loop() {
		n++
		shown := w.preview.View.Document
		w.sheet.Do(func(m *manuscript.Manuscript) {
			m.SetText(manuscript.Standfirst, fmt.Sprint("Câu mở đầu thứ ", n, "."))
		})
		w.askPreview(true)
		wait(b, "the page follows", func() bool { return w.preview.View.Document != shown })
	}
	b.ReportMetric(float64((processorTime()-worked).Microseconds())/1000/float64(n), "cpu-ms/op")
	b.ReportMetric(float64(w.preview.Pages), "pages")
}

// processorTime is what the program has had of all processors so far: on a
// crowded machine it says more than the clock.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

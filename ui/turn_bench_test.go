package ui

import (
	"context"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// BenchmarkToTheTableAndBack is what the window's goroutine does for F6, twice.
func BenchmarkToTheTableAndBack(b *testing.B) {
	w := opened(b, 40)
	issue := w.office.NewIssue("Bản tin", "1", bulletin.DateOf(time.Now()))
	for i := range w.listing.Len() {
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: w.listing.At(i).ID})
	}
	id := bulletin.NewID()
	_, err := w.file.SaveIssue(context.Background(), id, issue, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(b, err)
	w.loadIssues()
	wait(b, "the issue is known", func() bool { return len(w.issues) == 1 })
	b.ReportAllocs()
	for b.Loop() {
		w.takeToTable(id)
		w.leaveMakeup("")
	}
}

package ui

import (
	"testing"

	"bantin/ui/manuscript"
)

// TestTheListHasWhatTheSheetHas while the words of somebody else are those that
// everybody else is shown.
func TestTheListHasWhatTheSheetHas(t *testing.T) {
	w := overtaken(t)
	w.showWhatCame()
	wait(t, "it is told", func() bool {
		row, _ := w.listing.Summary(w.writing.id)
		return w.saysKey("desk.settle.notice_held") && w.coming.id == "" && row.Conflicts > 0
	})
	row, _ := w.listing.Summary(w.writing.id)
	if own := w.textOf(manuscript.Headline); row.Headline != own || row.Conflicts != 1 {
		t.Errorf("the sheet says %q, the list %+v", own, row)
	}
}

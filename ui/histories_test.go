package ui

import (
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

func TestTheHistoryFollowsWhatIsSavedAndDeleted(t *testing.T) {
	w := opened(t, 2)
	w.openTab(tabHistory)
	wait(t, "the versions come", func() bool { return len(w.history.Versions()) == 1 })
	w.typeAt(manuscript.Headline, "Mới tinh: ")
	w.saveNow()
	wait(t, "the save is among the versions", func() bool { return len(w.history.Versions()) == 2 })
	if changes := w.history.Changes(); !strings.Contains(changes, "Mới tinh: ") {
		t.Errorf("the newest version changed %q", changes)
	}
	w.history.Choose(1)
	before := w.history.Changes()
	w.typeAt(manuscript.Headline, "Rất ")
	w.saveNow()
	wait(t, "the next save is, too", func() bool { return len(w.history.Versions()) == 3 })
	if after := w.history.Changes(); after != before {
		t.Errorf("the chosen version was\n%s\nand is now\n%s", before, after)
	}
	w.delete()
	wait(t, "the history goes with the article", func() bool { return len(w.history.Versions()) == 0 })
	w.flush()
	w.bringBack(w.gone)
	wait(t, "and comes back with it", func() bool {
		v := w.history.Versions()
		return len(v) > 3 && v[0].Reason == bulletin.ReasonRestore
	})
}

package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/storage"
	"bantin/ui/pop"
)

// TestAnIssueIsDeletedAndComesBack: from the list, with its articles untouched;
// taken back at once, and later from among what is deleted.
func TestAnIssueIsDeletedAndComesBack(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.deleteIssue()
	gone := func() bool { return len(w.issues) == 0 && len(w.goneIssues) == 1 && w.issuesRead }
	back := func() bool { return len(w.issues) == 1 && len(w.goneIssues) == 0 && w.listing.Issue() == id }
	wait(t, "it is among the deleted", gone)
	if w.listing.Issue() != "" || w.listing.Len() != 3 || len(w.list.Gone) != 1 {
		t.Errorf("issue %q is shown with %d articles; %d deleted", w.listing.Issue(), w.listing.Len(), len(w.list.Gone))
	}
	if all := w.stored(t, storage.Query{}); len(all) != 3 {
		t.Errorf("%d articles are left", len(all))
	}
	w.undoLast()
	wait(t, "Ctrl+Z brings it back", back)
	if w.notices.Has(ofDeletion) {
		t.Error("undo is still offered")
	}
	w.offerIssueActs(w.list.Issues[0], fyne.NewPos(40, 40))
	menu := w.win.Canvas().Overlays().Top().(*pop.Menu)
	items := menu.Offered().Items
	menu.Hide()
	items[len(items)-1].Action()
	wait(t, "its own menu deletes it", gone)
	w.list.ChooseDeleted()
	w.offerIssueBack(w.list.Gone[0], fyne.NewPos(40, 40))
	w.win.Canvas().Overlays().Top().(*pop.Menu).Offered().Items[0].Action()
	wait(t, "it is restored from among the deleted", back)
	s, err := w.file.Issue(t.Context(), id)
	check(t, err)
	if s.Deleted || len(s.Heads) != 1 || len(s.Issue.Slots) != 2 {
		t.Errorf("brought back %+v", s.Standing)
	}
}

// TestAnIssueIsDeletedFromItsTable: the desk goes back to writing, and what is
// put back from the menu is there again.
func TestAnIssueIsDeletedFromItsTable(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	w.deleteIssue()
	wait(t, "it is gone", func() bool { return len(w.goneIssues) == 1 })
	if w.making != "" || !w.notices.Has(ofDeletion) {
		t.Errorf("still at the table of %q; undo is offered: %v", w.making, w.notices.Has(ofDeletion))
	}
	w.bringBackIssue(w.goneIssues[0])
	wait(t, "it is back", func() bool { return w.issueIndex(id) >= 0 && w.issuesRead })
}

// TestUndoOfADeletionAtTheTable leads back to the table, with the notice sent away
// too.
func TestUndoOfADeletionAtTheTable(t *testing.T) {
	for _, sentAway := range []bool{false, true} {
		w, id := withIssue(t)
		w.list.ChooseIssue(w.list.Issues[0])
		w.makeUp()
		w.deleteIssue()
		wait(t, "it is gone", func() bool { return len(w.goneIssues) == 1 })
		if sentAway {
			w.press(fyne.KeyEscape)
			if w.notices.Has(ofDeletion) {
				t.Fatal("Escape does not send the notice away")
			}
		}
		w.undo()
		wait(t, "the table is back", func() bool { return w.making == id })
	}
}

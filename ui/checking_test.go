package ui

import "testing"

// TestTheCheckRestsWhereNothingIsOpen: it finds nothing wrong only with what it
// has looked over.
func TestTheCheckRestsWhereNothingIsOpen(t *testing.T) {
	w := opened(t, 0)
	w.showTab(tabCheck)
	w.lookNow()
	if got, want := w.check.Says(), w.say.Say("desk.check.nothing_open", nil); got != want {
		t.Errorf("with no article open: %q", got)
	}
	w.newArticle()
	w.lookNow()
	if got, want := w.check.Says(), w.say.Say("desk.check.nothing_written", nil); got != want {
		t.Errorf("with nothing written: %q", got)
	}
}

package ui

import (
	"testing"

	"bantin/bulletin"
)

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

// TestWhatIsSaidOfTheLogoLeadsToIt: of every such finding, for the sentence says
// where to mend it.
func TestWhatIsSaidOfTheLogoLeadsToIt(t *testing.T) {
	w := opened(t, 0)
	for _, rule := range []string{"logo_soft", "logo_colours", "logo_alt"} {
		w.goToFinding(bulletin.Finding{Rule: rule, Where: bulletin.Place{Page: 1}})
		if !w.busy() {
			t.Errorf("%s leads nowhere", rule)
			continue
		}
		w.dialog.Hide()
	}
}

package ui

import (
	"testing"

	"bantin/bulletin"
	"bantin/ui/desk"
)

// TestWhatIsOpenIsNotOffered: of the articles that words came back of, the one on
// the sheet needs not be opened.
func TestWhatIsOpenIsNotOffered(t *testing.T) {
	w := opened(t, 2)
	text, err := bulletin.CanonicalJSON(w.writing.article)
	check(t, err)
	id := w.writing.id
	w.back = broughtBack{texts: []desk.Spared{{Article: id, Text: text, Seen: w.keeper.Seen(id)}}}
	w.resume()
	word := w.say.Say("desk.open_article", nil)
	if !w.notices.Has(ofBack) || w.notices.Offers(ofBack, word) {
		t.Errorf("told: %v; the open article is offered", w.notices.Has(ofBack))
	}
	w.open(w.otherThan(id))
	wait(t, "another one is open", func() bool { return w.writing.id != id })
	if !w.notices.Offers(ofBack, word) {
		t.Error("it is not offered beside another one")
	}
	w.notices.Act(ofBack)
	wait(t, "it is open", func() bool { return w.writing.id == id })
}

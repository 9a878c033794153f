package ui

import "testing"

// TestTheBlankSheetOffersWhatCanBeDone: nobody is asked to choose where nothing is listed.
func TestTheBlankSheetOffersWhatCanBeDone(t *testing.T) {
	w := opened(t, 0)
	first, choose := w.say.Say("desk.write_first", nil), w.say.Say("desk.choose_article", nil)
	wait(t, "the first article is offered", func() bool { return w.blank.Visible() && w.blankWord.Text == first })
	w = opened(t, 3)
	wait(t, "an article is open", func() bool { return w.writing.open })
	w.menuItem(t, "delete").Action()
	wait(t, "the choice among the rest is offered", func() bool { return w.blank.Visible() && w.blankWord.Text == choose })
}

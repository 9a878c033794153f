package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/ui/manuscript"
)

// TestWhatIsTypedAfterAClickBesideTheTextGoesIntoIt: an empty place and a button take
// the keyboard away, and nobody notices until the words are missing.
func TestWhatIsTypedAfterAClickBesideTheTextGoesIntoIt(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.win.Canvas().Focus(w.sheet)
	w.typeAt(manuscript.Headline, "Lũ về")
	beside := func() { w.win.Canvas().Unfocus() }

	beside()
	for _, r := range " rồi" {
		w.plainKey(&fyne.KeyEvent{Name: fyne.KeyUnknown})
		if at := w.win.Canvas().Focused(); at != nil {
			at.TypedRune(r)
		} else {
			w.plainRune(r)
		}
	}
	if got := w.textOf(manuscript.Headline); got != "Lũ về rồi" {
		t.Errorf("typed after a click beside the text: %q", got)
	}
	beside()
	w.plainKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if got := w.textOf(manuscript.Headline); got != "Lũ về rồ" || !w.sheet.Has() {
		t.Errorf("erased after it: %q; the keyboard is back: %t", got, w.sheet.Has())
	}
	beside()
	w.undo()
	wait(t, "the last step is taken back", func() bool { return w.textOf(manuscript.Headline) != "Lũ về rồ" })
	beside()
	w.redo()
	wait(t, "it is made again", func() bool { return w.textOf(manuscript.Headline) == "Lũ về rồ" })
}

// TestNothingIsTypedIntoATextThatNobodyWasIn: an article that has just been opened, or
// one behind a panel or the make-up table.
func TestNothingIsTypedIntoATextThatNobodyWasIn(t *testing.T) {
	w, _ := withIssue(t)
	w.win.Canvas().Unfocus()
	w.open(w.listing.At(1).ID)
	wait(t, "another article is open", func() bool { return w.writing.id == w.listing.At(1).ID && w.writing.open })
	before := w.allText()
	w.win.Canvas().Unfocus()
	w.plainRune('x')
	if w.allText() != before {
		t.Error("into an article that nobody was in")
	}
	w.win.Canvas().Focus(w.sheet)
	w.showAbout()
	w.win.Canvas().Unfocus()
	w.plainRune('x')
	w.shutAll(w.writing.id)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	w.win.Canvas().Unfocus()
	w.plainRune('x')
	w.plainKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if w.allText() != before {
		t.Error("behind a panel or the table")
	}
}

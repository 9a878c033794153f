package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/pop"
)

// choose opens what a fact offers and chooses a line of it.
func choose(t *testing.T, w *window, open func(fyne.Position), line int) {
	t.Helper()
	open(fyne.NewPos(10, 40))
	menu, ok := w.win.Canvas().Overlays().Top().(*pop.Menu)
	if !ok {
		t.Fatal("nothing is offered")
	}
	do := menu.Offered().Items[line].Action
	menu.Hide()
	do()
}

// askedField is the field on the small sheet of paper of a fact.
func askedField(t *testing.T, w *window) *field.Field {
	t.Helper()
	if _, ok := w.win.Canvas().Overlays().Top().(*widget.PopUp); !ok {
		t.Fatal("no paper to write on")
	}
	return w.facts.asked.in
}

// TestAFactIsTakenBackLikeText: undo takes back the last thing that was done,
// whether on the sheet or above it, and redo does it again.
func TestAFactIsTakenBackLikeText(t *testing.T) {
	w := opened(t, 1)
	for _, r := range "Cuối. " {
		w.sheet.Write(r)
	}
	text := w.sheet.Manuscript().TextOf(0)
	was := w.facts.article
	choose(t, w, w.facts.chooseGenre, 2)
	choose(t, w, w.facts.chooseStatus, 1)
	genre, status := w.facts.article.Genre, w.facts.article.Status
	if genre == was.Genre || status == was.Status {
		t.Fatal("nothing was chosen")
	}
	w.facts.writeNote(fyne.NewPos(10, 40))
	in := askedField(t, w)
	for _, r := range "Xem ảnh" {
		in.TypedRune(r)
	}
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.win.Canvas().Overlays().Top() != nil || w.facts.article.Note != "Xem ảnh" {
		t.Fatalf("Return leaves %q and the paper open", w.facts.article.Note)
	}
	w.win.Canvas().Focus(w.sheet)
	facts := func() (bulletin.Genre, bulletin.Status, string) {
		return w.facts.article.Genre, w.facts.article.Status, w.facts.article.Note
	}
	want := func(step string, g bulletin.Genre, s bulletin.Status, n string) {
		t.Helper()
		if gotG, gotS, gotN := facts(); gotG != g || gotS != s || gotN != n {
			t.Errorf("%s: %q %q %q", step, gotG, gotS, gotN)
		}
		if now := w.sheet.Manuscript().TextOf(0); now != text {
			t.Errorf("%s: the text is %q", step, now)
		}
	}
	w.undo()
	want("one undo", genre, status, "")
	w.undo()
	want("two", genre, was.Status, "")
	w.undo()
	want("three", was.Genre, was.Status, "")
	w.redo()
	w.redo()
	w.redo()
	want("done again", genre, status, "Xem ảnh")
	w.put(bulletin.ReasonSave)
	if a := w.writing.article; a.Genre != genre || a.Status != status || a.Note != "Xem ảnh" {
		t.Errorf("kept: %q %q %q", a.Genre, a.Status, a.Note)
	}
}

// TestUndoLeavesOtherFacts: only what a step has changed is taken back, not what
// came to the other facts meanwhile.
func TestUndoLeavesOtherFacts(t *testing.T) {
	w := opened(t, 1)
	choose(t, w, w.facts.chooseStatus, 2)
	a := w.facts.article
	a.Section = "Của người khác"
	w.facts.Show(a, false)
	w.win.Canvas().Focus(w.sheet)
	w.undo()
	if now := w.facts.article; now.Section != "Của người khác" || now.Status == a.Status {
		t.Errorf("undo leaves section %q and status %q", now.Section, now.Status)
	}
}

// TestANoteEndsWithWhatIsSaid: Return is done, Shift+Return goes on below, and no
// empty lines are kept.
func TestANoteEndsWithWhatIsSaid(t *testing.T) {
	w := opened(t, 1)
	w.facts.writeNote(fyne.NewPos(10, 40))
	in := askedField(t, w)
	for _, r := range "Một\nhai\n \n" {
		in.Write(r)
	}
	if got := w.facts.article.Note; got != "Một\nhai" {
		t.Errorf("the note is %q", got)
	}
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.win.Canvas().Overlays().Top() != nil || strings.HasSuffix(w.facts.article.Note, "\n") {
		t.Errorf("Return leaves %q", w.facts.article.Note)
	}
}

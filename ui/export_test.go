package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	doc "bantin/export/layout"
	"bantin/ui/parts"
)

// TestTheThicknessOfPaperIsAskedOfABookletOnly, and kept for the next time.
func TestTheThicknessOfPaperIsAskedOfABookletOnly(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	p := w.settings.p
	p.SetString(keyProfile, "office")
	p.SetBool(keyBooklet, false)
	p.SetInt(keyCreep, 100)
	form := &exportForm{w: w, things: w.printable()}
	form.chosen = form.things[0]
	form.chosen.profile = "office"
	form.ask()
	thick := w.say.Say("desk.export.creep_thick", nil)
	if buttonIn(form.options, thick) != nil {
		t.Error("single pages have a thickness")
	}
	buttonIn(form.options, w.say.Say("desk.export.fold_yes", nil)).Tapped(nil)
	choice := buttonIn(form.options, thick)
	if choice == nil {
		t.Fatal("the thickness is not asked for")
	}
	choice.Tapped(nil)
	check(t, form.take())
	if got, want := form.chosen.job.Creep, doc.Micrometres(150); got != want || !form.chosen.job.Booklet {
		t.Errorf("creep %v, want %v; booklet %v", got, want, form.chosen.job.Booklet)
	}
	buttonIn(form.options, w.say.Say("desk.export.fold_no", nil)).Tapped(nil)
	form.chosen.job.Creep = 0
	check(t, form.take())
	if form.chosen.job.Creep != 0 || form.chosen.job.Booklet {
		t.Error("single pages are moved to a fold")
	}
	if p.Int(keyCreep) != 150 {
		t.Error("the thickness is not kept")
	}
}

// buttonIn is the quiet button with a word, nil where there is none.
func buttonIn(o fyne.CanvasObject, word string) *parts.Quiet {
	switch o := o.(type) {
	case *parts.Quiet:
		if o.Word == word && o.Visible() {
			return o
		}
	case *container.Scroll:
		return buttonIn(o.Content, word)
	case *fyne.Container:
		for _, inner := range o.Objects {
			if q := buttonIn(inner, word); q != nil {
				return q
			}
		}
	}
	return nil
}

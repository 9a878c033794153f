package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// picturesIn counts the pictures that have come in what is seen of an object.
func picturesIn(o fyne.CanvasObject) (n int) {
	if !o.Visible() {
		return 0
	}
	switch o := o.(type) {
	case *canvas.Image:
		if o.Image != nil {
			n++
		}
	case *fyne.Container:
		for _, inner := range o.Objects {
			n += picturesIn(inner)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			n += picturesIn(inner)
		}
	}
	return n
}

// TestTheHistoryShowsPhotos, as pictures, with their captions, each told once.
func TestTheHistoryShowsPhotos(t *testing.T) {
	w := opened(t, 1)
	picture, let := slow(t, "Đò.jpg", 90)
	let()
	w.takeIncoming([]incoming{picture}, anyFrame, nowhere)
	wait(t, "the photo stands on the sheet", func() bool { return w.photos() == 1 })
	w.typeAt(manuscript.Caption, "Đò qua sông")
	w.saveNow()
	w.flush()
	w.openTab(tabHistory)
	added := w.say.Say("change.added", nil)
	wait(t, "the photo is told, with its picture", func() bool {
		return strings.Contains(w.history.Changes(), " · "+added) && picturesIn(w.history.Object) == 1
	})
	if said := w.history.Changes(); strings.Count(said, "Đò qua sông") != 1 {
		t.Errorf("of the new photo is said\n%s", said)
	}
	w.typeAt(manuscript.Caption, "Sớm: ")
	w.saveNow()
	wait(t, "the caption is told", func() bool { return strings.Contains(w.history.Changes(), "+Sớm: ") })
	if said := w.history.Changes(); strings.Count(said, "qua sông") != 1 || strings.Contains(said, added) {
		t.Errorf("of the caption is said\n%s", said)
	}
	wait(t, "it is seen of which photo", func() bool { return picturesIn(w.history.Object) == 1 })
}

// TestCtrlSIsARowOfTheHistory, though what was written had been saved by itself, and
// though one writes on.
func TestCtrlSIsARowOfTheHistory(t *testing.T) {
	w := opened(t, 1)
	write := func(word string) {
		w.typeAt(manuscript.Headline, word)
		w.put(bulletin.ReasonAutosave)
		w.flush()
	}
	write("Một ")
	w.saveNow()
	w.flush()
	here := w.textOf(manuscript.Headline)
	write("Hai ")
	write("Ba ")
	w.openTab(tabHistory)
	wait(t, "the rows are there", func() bool { return len(w.history.Versions()) == 3 })
	row := w.history.Versions()[1]
	if row.Reason != bulletin.ReasonSave {
		t.Errorf("the row is %+v", row)
	}
	w.history.Choose(0, 1)
	older := buttonIn(w.history.Object, w.say.Say("desk.history.restore_older", nil))
	if older == nil {
		t.Fatal("the older of two that are compared cannot be restored")
	}
	test.Tap(older)
	wait(t, "it is back", func() bool { return w.textOf(manuscript.Headline) == here })
	wait(t, "it is a row", func() bool { return len(w.history.Versions()) == 4 })
	w.history.Choose(0, 3)
	as := w.say.Say("desk.history.restored_as", bulletin.Args{"time": row.Time.Local().Format("15:04")})
	if said := w.history.Changes(); !strings.Contains(said, as) {
		t.Errorf("which version was restored is not said:\n%s", said)
	}
}

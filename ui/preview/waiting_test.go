package preview

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/look"
)

// TestPagesThatAreOnTheirWayAreAnnounced: who comes to the pages first sees a plain
// page that says so, and no more once they are there.
func TestPagesThatAreOnTheirWayAreAnnounced(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	p := New(translations.For(translations.Vietnamese))
	p.OnAsk, p.OnShape = func() {}, func() {}
	win := a.NewWindow("")
	defer win.Close()
	win.SetContent(p.Object)
	win.Resize(fyne.NewSize(700, 740))
	const said = "Đang lên trang"
	onPage := func() (words bool) {
		for _, o := range test.LaidOutObjects(p.stage) {
			if text, ok := o.(*canvas.Text); ok && strings.Contains(text.Text, said) {
				words = true
			}
		}
		return words
	}
	if onPage() || strings.Contains(p.Verdict(), said) {
		t.Fatal("nobody has asked for pages")
	}
	p.Await()
	if !onPage() || !strings.Contains(p.Verdict(), said) {
		t.Fatalf("the pages are grey without a word; below them stands %q", p.Verdict())
	}
	d := &layout.Document{Trim: layout.Size{Width: layout.Millimetres(190), Height: layout.Millimetres(270)}}
	p.Show(desk.View{Document: d, Pages: 1, Leaves: []desk.Leaf{{Picture: image.NewRGBA(image.Rect(0, 0, 300, 420))}}})
	if onPage() || strings.Contains(p.Verdict(), said) {
		t.Errorf("the pages are there; below them stands %q", p.Verdict())
	}
	p.Await() // those of another
	if onPage() || !strings.Contains(p.Verdict(), said) {
		t.Errorf("others are on their way; below them stands %q", p.Verdict())
	}
}

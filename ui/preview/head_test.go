package preview

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/pop"
)

// TestEveryButtonIsReachedInANarrowPane, itself or in the menu of those that have
// no room, whatever the size of text.
func TestEveryButtonIsReachedInANarrowPane(t *testing.T) {
	for _, scale := range []float32{1, 1.4, 2} {
		for _, width := range []float32{250, 280, 300, 330, 360, 420, 600} {
			t.Run(fmt.Sprint(width, " at ", scale), func(t *testing.T) {
				p, _ := shown(t, 8)
				fyne.CurrentApp().Settings().SetTheme(look.Theme{Scale: scale})
				c := fyne.CurrentApp().Driver().CanvasForObject(p.Object)
				p.Object.Resize(fyne.NewSize(width, 700))
				p.Object.Refresh()
				var reached []string
				for i, q := range p.sizes {
					if q.Visible() {
						inside(t, q, width)
						reached = append(reached, p.say.Say("desk.menu."+sizeNames[i], nil))
					}
				}
				inside(t, p.back, width)
				inside(t, p.on, width)
				if p.more.Visible() {
					inside(t, p.more, width)
					test.Tap(p.more)
					menu, ok := c.Overlays().Top().(*pop.Menu)
					if !ok {
						t.Fatal("no menu opens")
					}
					for _, item := range menu.Offered().Items {
						if item.Label == p.say.Say("desk.menu.facing", nil) && !item.Checked {
							t.Error("the menu does not say that two pages are shown together")
						}
						reached = append(reached, item.Label)
					}
				}
				for _, name := range sizeNames {
					if word := p.say.Say("desk.menu."+name, nil); !slices.Contains(reached, word) {
						t.Errorf("%q is nowhere among %q", word, reached)
					}
				}
			})
		}
	}
}

func inside(t *testing.T, q *parts.Quiet, width float32) {
	t.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(q)
	if at.X < 0 || at.X+q.Size().Width > width {
		t.Errorf("%s stands from %v to %v", q.Hint, at.X, at.X+q.Size().Width)
	}
}

package list

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/look"
)

// TestTheOpenArticleIsTheFirstOfSeveral: Ctrl and a click on it, and on two
// more, choose three.
func TestTheOpenArticleIsTheFirstOfSeveral(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	listing := &desk.Listing{}
	var all []storage.Summary
	for _, id := range []bulletin.ID{"a", "b", "c"} {
		all = append(all, storage.Summary{ID: id})
	}
	listing.Found(all)
	l := New(translations.For(translations.Vietnamese), listing)
	l.About = func(storage.Summary) About { return About{} }
	l.Select("a")
	for i, want := range []int{1, 2, 3} {
		l.tapped(i, fyne.KeyModifierShortcutDefault)
		if got := len(l.Chosen.In(listing)); got != want {
			t.Errorf("after %d clicks %d are chosen", i+1, got)
		}
	}
	l.tapped(0, fyne.KeyModifierShortcutDefault)
	if got := l.Chosen.In(listing); len(got) != 2 || l.Chosen.Has("a") {
		t.Errorf("the first is not given up: %q", got)
	}
}

// TestHowManyAreChosenIsNotCut by the buttons beside it, in the list's least width
// and in a wider one, where it is said in full.
func TestHowManyAreChosenIsNotCut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for _, language := range []translations.Language{translations.Vietnamese, translations.English} {
		l := New(translations.For(language), &desk.Listing{})
		for _, width := range []float32{320, 260, 200} { // down to the narrowest list
			for _, n := range []int{2, 5000, 10000} {
				bar := l.actBar(n)
				bar.Resize(fyne.NewSize(width, bar.MinSize().Height))
				var words, buttons fyne.CanvasObject
				row := rowOf(bar)
				for _, o := range row.Objects[:3] {
					if o.Visible() {
						words = o
					}
				}
				buttons = row.Objects[3]
				if end := words.Position().X + words.MinSize().Width; end > buttons.Position().X {
					t.Errorf("%s: %d chosen: %q ends at %.0f, the buttons begin at %.0f", language, n, words.(*canvas.Text).Text, end, buttons.Position().X)
				}
				if width == 320 && n == 2 && words.(*canvas.Text).Text != l.say.Say("desk.list.chosen", bulletin.Args{"n": n}) {
					t.Errorf("two are said in short: %q", words.(*canvas.Text).Text)
				}
			}
		}
	}
}

// rowOf is the row of the bar in which words and buttons stand.
func rowOf(o fyne.CanvasObject) *fyne.Container {
	c, ok := o.(*fyne.Container)
	if !ok {
		return nil
	}
	if _, ok := c.Layout.(actRow); ok {
		return c
	}
	for _, in := range c.Objects {
		if row := rowOf(in); row != nil {
			return row
		}
	}
	return nil
}

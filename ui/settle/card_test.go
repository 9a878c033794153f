package settle

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin/merge"
	_ "bantin/ui/locale"
	"bantin/ui/look"
)

func TestASideWhoseTextWentIsEmpty(t *testing.T) {
	for _, c := range []struct {
		after string
		empty bool
	}{{"", true}, {"Một.", false}, {"Một hai.", false}} {
		if got := isEmpty(merge.Words("Một hai.", c.after)); got != c.empty {
			t.Errorf("%q is empty: %v", c.after, got)
		}
	}
}

// TestACardHigherThanThePanelIsReadByKeys: Down goes through all of it before it
// goes to the next card, Up back again, and PageDown turns over what one sees.
func TestACardHigherThanThePanelIsReadByKeys(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	long := strings.Repeat("Bà con năm thôn đã xuống bãi từ khi nước còn rút. ", 60)
	p := &Panel{
		Say: translations.For(translations.Vietnamese),
		Questions: []Question{
			{What: "body", Offers: []Offer{{Who: "Thu", Before: long, Text: long + "Một."}, {Who: "Hường", Before: long, Text: long + "Hai."}}},
			{What: "headline", Offers: []Offer{{Who: "Thu", Text: "Một"}, {Who: "Hường", Text: "Hai"}}},
		},
	}
	p.Show(win)
	press := func(name fyne.KeyName) { win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	end := p.cards[0].Position().Y + p.cards[0].Size().Height
	seen := float32(0) // as far as one has read
	for presses := 0; win.Canvas().Focused() == fyne.Focusable(p.cards[0]); presses++ {
		if presses > 20 {
			t.Fatal("Down never comes to the second card")
		}
		if p.scroll.Offset.Y > seen {
			t.Fatalf("a stretch from %v to %v was jumped over", seen, p.scroll.Offset.Y)
		}
		seen = p.scroll.Offset.Y + p.scroll.Size().Height
		press(fyne.KeyDown)
	}
	if seen < end {
		t.Errorf("the second card has the keys when %v of %v were seen", seen, end)
	}
	press(fyne.KeyUp)
	press(fyne.KeyPageDown)
	if p.scroll.Offset.Y == 0 {
		t.Error("PageDown turns nothing over")
	}
	press(fyne.KeyHome)
	if win.Canvas().Focused() != fyne.Focusable(p.cards[0]) || p.scroll.Offset.Y > p.cards[0].Position().Y {
		t.Errorf("Home leaves the view at %v", p.scroll.Offset.Y)
	}
}

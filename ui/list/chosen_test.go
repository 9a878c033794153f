package list

import (
	"testing"

	"fyne.io/fyne/v2"
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

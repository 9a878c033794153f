package findings

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/loop"
)

// TestTheKeysStayAmongTheFindings: what was noticed is shown anew after each change, and
// who walks through it by keys stays where they stood.
func TestTheKeysStayAmongTheFindings(t *testing.T) {
	test.NewTempApp(t)
	loop.Enter()
	p := New(translations.For(translations.Vietnamese))
	win := test.NewTempWindow(t, p.Object)
	found := []bulletin.Finding{
		{Rule: "photo_caption", Severity: bulletin.Error, Where: bulletin.Place{Article: "a", Photo: "1"}},
		{Rule: "story_unapproved", Severity: bulletin.Warning, Fix: bulletin.FixDropStory, Where: bulletin.Place{Article: "b"}},
	}
	p.Show(found)
	win.Canvas().Focus(p.all()[1].mend)
	p.Show(found)
	if win.Canvas().Focused() != fyne.Focusable(p.all()[1]) {
		t.Errorf("the same again: %T has the keys", win.Canvas().Focused())
	}
	p.Show(found[:1])
	if win.Canvas().Focused() != fyne.Focusable(p.all()[0]) {
		t.Errorf("one less: %T has the keys", win.Canvas().Focused())
	}
}

// TestManyPhotosAreOneCard, which leads from one to the next.
func TestManyPhotosAreOneCard(t *testing.T) {
	test.NewTempApp(t)
	loop.Enter()
	p := New(translations.For(translations.Vietnamese))
	var went []string
	p.OnGo = func(f bulletin.Finding) { went = append(went, f.Where.Photo) }
	p.Photo = func(at bulletin.Place) string { return "ảnh " + at.Photo }
	var found []bulletin.Finding
	for i := range 12 {
		found = append(found, bulletin.Finding{Rule: "photo_caption", Severity: bulletin.Warning, Where: bulletin.Place{Article: "a", Photo: fmt.Sprint(i + 1)}})
	}
	p.Show(found)
	cards := p.all()
	if len(cards) != 1 || !strings.HasPrefix(cards[0].sentence, "12 ảnh") || !strings.Contains(cards[0].sentence, "ảnh 1, ảnh 2, ảnh 3, …") {
		t.Fatalf("%d cards, the first says %q", len(cards), cards[0].sentence)
	}
	for range 13 {
		cards[0].OnPress()
	}
	if fmt.Sprint(went) != "[1 2 3 4 5 6 7 8 9 10 11 12 1]" {
		t.Errorf("went to %v", went)
	}
	if _, warnings, _ := p.Counts(); warnings != 12 {
		t.Errorf("%d warnings are counted", warnings)
	}
}

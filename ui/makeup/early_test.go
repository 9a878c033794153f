package makeup_test

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
)

// TestNoStoryIsMissedBeforeThePagesCome: that a story stands on no page is said
// of pages, not of none.
func TestNoStoryIsMissedBeforeThePagesCome(t *testing.T) {
	s := newShop(t)
	s.table.Laid(nil)
	s.table.Choose(s.slot(0).Article, false)
	missed := translations.For(translations.Vietnamese).Say("desk.makeup.left_out", nil)
	for _, o := range test.LaidOutObjects(s.table.Right) {
		if text, ok := o.(*canvas.Text); ok && text.Text == missed {
			t.Errorf("%q is said before there are pages", missed)
		}
	}
}

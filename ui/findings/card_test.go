package findings

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/loop"
)

// TestTheDotKeepsOffTheWords at every text size.
func TestTheDotKeepsOffTheWords(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		test.NewTempApp(t).Settings().SetTheme(look.Theme{Shade: look.Light, Scale: scale})
		loop.Enter()
		p := New(translations.For(translations.Vietnamese))
		p.Show([]bulletin.Finding{{Rule: "photo_caption", Severity: bulletin.Warning, Where: bulletin.Place{Article: "a"}}})
		d := test.WidgetRenderer(p.all()[0]).(*cardDrawing)
		d.Layout(fyne.NewSize(300, 100))
		if gap := d.lines[0].Position().X - d.dot.Position().X - d.dot.Size().Width; gap < 5 || d.dot.Position().X < 0 {
			t.Errorf("at %v times the size the words begin %v behind the dot", scale, gap)
		}
	}
}

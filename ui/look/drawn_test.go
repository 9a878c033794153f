package look_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
)

func TestAMarkIsDrawnAnewWhenItLooksDifferent(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{Shade: look.Light})
	on := canvas.NewImageFromResource(nil)
	test.NewTempWindow(t, on).Resize(fyne.NewSquareSize(40))
	on.Resize(fyne.NewSquareSize(16))
	var d look.Drawn
	shown := func(r fyne.Resource) image.Image { d.Show(on, r); return on.Image }

	draft := shown(look.StatusMark(bulletin.Draft))
	if draft == nil {
		t.Fatal("nothing is drawn")
	}
	if shown(look.StatusMark(bulletin.Draft)) != draft {
		t.Error("what looks the same is drawn anew")
	}
	if shown(nil) != draft {
		t.Error("no mark takes the one before away")
	}
	approved := shown(look.StatusMark(bulletin.Approved))
	if approved == draft || inkOf(approved) != opaque(theme.ColorNamePrimary) {
		t.Errorf("another mark is drawn in %v, not %v", inkOf(approved), opaque(theme.ColorNamePrimary))
	}
	coloured := shown(theme.NewColoredResource(look.StatusMark(bulletin.Approved), theme.ColorNameError))
	if inkOf(coloured) != opaque(theme.ColorNameError) {
		t.Errorf("another ink is drawn in %v, not %v", inkOf(coloured), opaque(theme.ColorNameError))
	}
	a.Settings().SetTheme(look.Theme{Shade: look.Dark})
	if dark := shown(theme.NewColoredResource(look.StatusMark(bulletin.Approved), theme.ColorNameError)); inkOf(dark) != opaque(theme.ColorNameError) {
		t.Errorf("in the dark it is drawn in %v, not %v", inkOf(dark), opaque(theme.ColorNameError))
	}
}

// inkOf is the colour in the middle of a drawing.
func inkOf(m image.Image) color.NRGBA {
	b := m.Bounds()
	return color.NRGBAModel.Convert(m.At((b.Min.X+b.Max.X)/2, (b.Min.Y+b.Max.Y)/2)).(color.NRGBA)
}

func opaque(name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(look.Color(name)).(color.NRGBA)
}

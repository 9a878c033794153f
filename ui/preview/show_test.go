package preview

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/export/layout"
	"bantin/ui/desk"
	_ "bantin/ui/locale"
	"bantin/ui/look"
)

// shown is the pane with the thumbnails of an issue of some pages, and its next
// view.
func shown(t testing.TB, pages int) (*Pane, func() desk.View) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	p := New(translations.For(translations.Vietnamese))
	p.OnAsk, p.OnShape = func() {}, func() {}
	win := a.NewWindow("")
	t.Cleanup(win.Close)
	win.SetContent(p.Object)
	win.Resize(fyne.NewSize(700, 740))
	p.Shape(true, true)
	picture := image.NewRGBA(image.Rect(0, 0, 300, 420))
	next := func() desk.View {
		d := &layout.Document{Trim: layout.Size{Width: layout.Millimetres(190), Height: layout.Millimetres(270)}}
		return desk.View{Document: d, Pages: pages, Leaves: []desk.Leaf{{Page: 0, Picture: picture}}}
	}
	p.Show(next())
	for i := range pages {
		p.strip.Take(desk.Leaf{Page: i, Picture: picture}, pages)
	}
	return p, next
}

// BenchmarkViewOfAnIssue is what the window does with pages that were painted anew.
func BenchmarkViewOfAnIssue(b *testing.B) {
	for _, pages := range []int{8, 48} {
		b.Run(fmt.Sprint(pages, " pages"), func(b *testing.B) {
			p, next := shown(b, pages)
			b.ReportAllocs()
			for b.Loop() {
				p.Show(next())
			}
		})
		b.Run(fmt.Sprint(pages, " pages of another issue"), func(b *testing.B) {
			p, next := shown(b, pages)
			b.ReportAllocs()
			for b.Loop() {
				p.Show(desk.View{})
				p.Show(next())
			}
		})
	}
}

package parts

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
)

func BenchmarkAQuietButtonAgain(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.Theme{})
	for name, q := range map[string]*Quiet{
		"word": NewQuiet("Mở bài", nil, nil), "icon": NewQuiet("", theme.CancelIcon(), nil),
	} {
		b.Run(name, func(b *testing.B) {
			q.Resize(q.MinSize())
			b.ReportAllocs()
			for b.Loop() {
				q.Refresh()
			}
		})
	}
}

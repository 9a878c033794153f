package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
	"bantin/ui/look"
)

// fieldName is the name above a field. A click on it goes into the field, as if
// it were a part of it: Fyne takes the keys away on a click beside what has them.
type fieldName struct {
	widget.BaseWidget
	word *canvas.Text
	of   *field.Field // nil where it stands above something else
}

var _ fyne.Tappable = (*fieldName)(nil)

func newFieldName(name string) *fieldName {
	n := &fieldName{word: Words(name, 12, look.Sans, look.Quiet)}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer draws the name.
func (n *fieldName) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.word) }

// Tapped goes into the field.
func (n *fieldName) Tapped(*fyne.PointEvent) {
	if n.of == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(n.of); c != nil {
		c.Focus(n.of)
	}
}

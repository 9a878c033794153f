package files

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// row shows one entry: a mark, its name, and when it was changed.
type row struct {
	widget.BaseWidget
	icon       *canvas.Image
	drawn      look.Drawn // what icon shows
	name, time *canvas.Text
	whole      string // the name before it was shortened
}

func rowHeight() float32 { return 28 * look.Scale() }

func newRow() *row {
	r := &row{
		icon: canvas.NewImageFromResource(nil),
		name: parts.Words("", 13, look.Sans, theme.ColorNameForeground),
		time: parts.Words("", 12, look.Sans, look.Quiet),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer gives the row its drawing.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&rowLayout{r}, r.icon, r.name, r.time))
}

func (r *row) fill(e entry) {
	icon, ink := theme.FileIcon(), look.Quiet
	r.time.Text = e.time.Format("2/1/2006")
	if e.folder {
		icon, ink = theme.FolderIcon(), theme.ColorNamePrimary
		r.time.Text = ""
	}
	r.whole = e.name
	r.name.Color, r.time.Color = look.Color(theme.ColorNameForeground), look.Color(look.Quiet)
	(&rowLayout{r}).Layout(nil, r.Size())
	r.drawn.Show(r.icon, theme.NewColoredResource(icon, ink))
	r.name.Refresh()
	r.time.Refresh()
}

// rowLayout is a row as the layout of its own parts.
type rowLayout struct{ *row }

// MinSize is small: the list says how wide a row is.
func (r *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, rowHeight()) }

// Layout sets the mark, the name as far as there is room, and the day.
func (r *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const pad, gap = 14, 8
	side, dated := 16*look.Scale(), 84*look.Scale()
	r.icon.Move(fyne.NewPos(pad, (size.Height-side)/2))
	r.icon.Resize(fyne.NewSquareSize(side))
	room := size.Width - 2*pad - side - gap - dated
	r.name.Text = field.Clamp(r.whole, field.Look{Size: r.name.TextSize, Leading: 1.4}, max(40, room), 1)[0]
	height := r.name.MinSize().Height
	r.name.Move(fyne.NewPos(pad+side+gap, (size.Height-height)/2))
	r.time.Move(fyne.NewPos(size.Width-pad-r.time.MinSize().Width, (size.Height-r.time.MinSize().Height)/2))
}

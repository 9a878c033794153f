package files

import (
	"image"

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
	whole      string        // the name before it was shortened
	small      *canvas.Image // of what is in the file, instead of icon
	tall       bool          // there is room for it
}

// rowHeight is how high a row is, with room for a small picture or without.
func rowHeight(tall bool) float32 {
	if tall {
		return 46 * look.Scale()
	}
	return 28 * look.Scale()
}

func newRow(tall bool) *row {
	r := &row{
		tall: tall, small: canvas.NewImageFromImage(nil),
		icon: canvas.NewImageFromResource(nil),
		name: parts.Words("", 13, look.Sans, theme.ColorNameForeground),
		time: parts.Words("", 12, look.Sans, look.Quiet),
	}
	r.icon.FillMode, r.small.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	r.small.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer gives the row its drawing.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&rowLayout{r}, r.icon, r.small, r.name, r.time))
}

func (r *row) fill(e entry, small image.Image) {
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
	r.icon.Hidden, r.small.Hidden = small != nil, small == nil
	if r.small.Image != small {
		r.small.Image = small
		r.small.Refresh()
	}
	r.name.Refresh()
	r.time.Refresh()
}

// rowLayout is a row as the layout of its own parts.
type rowLayout struct{ *row }

// MinSize is small: the list says how wide a row is.
func (r *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, rowHeight(r.tall))
}

// Layout sets the mark, the name as far as there is room, and the day.
func (r *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const pad, gap = 14, 8
	side, dated := 16*look.Scale(), 84*look.Scale()
	left := float32(side)
	if r.tall {
		left = 56 * look.Scale()
		r.small.Move(fyne.NewPos(pad, 3*look.Scale()))
		r.small.Resize(fyne.NewSize(left, size.Height-6*look.Scale()))
	}
	r.icon.Move(fyne.NewPos(pad+(left-side)/2, (size.Height-side)/2))
	r.icon.Resize(fyne.NewSquareSize(side))
	room := size.Width - 2*pad - left - gap - dated
	r.name.Text = field.Clamp(r.whole, field.Look{Size: r.name.TextSize, Leading: 1.4}, max(40, room), 1)[0]
	height := r.name.MinSize().Height
	r.name.Move(fyne.NewPos(pad+left+gap, (size.Height-height)/2))
	r.time.Move(fyne.NewPos(size.Width-pad-r.time.MinSize().Width, (size.Height-r.time.MinSize().Height)/2))
}

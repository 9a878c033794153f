package list

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// shelf is one line above the list: a status or an issue, its mark and how
// many drafts are in it.
type shelf struct {
	parts.Pressable
	chosen      bool
	seen        func(*shelf)        // hears that the keyboard is on it
	onMenu      func(fyne.Position) // the right button, or the menu key; may be nil
	onErase     func()              // Delete; may be nil
	offered     bool                // something is being dragged over it
	ground      *canvas.Rectangle
	mark        *canvas.Image
	full        string // the whole name
	name, count *canvas.Text
}

func newShelf(mark fyne.Resource, name, count string, chosen bool, tap func()) *shelf {
	style, ink := look.Sans, look.Quiet
	if chosen {
		style, ink = look.SansBold, theme.ColorNameForeground
	}
	f := &shelf{
		chosen: chosen, full: name, ground: canvas.NewRectangle(color.Transparent),
		name: parts.Words(name, 13, style, ink), count: parts.Words(count, 12, style, ink),
		mark: look.Picture(mark),
	}
	f.ground.CornerRadius = 4
	f.OnPress = tap
	f.Extend(f)
	return f
}

// covers reports whether a place of the screen is on the shelf.
func (f *shelf) covers(at fyne.Position) bool {
	from, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(f), f.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}

// offer shows that what is dragged would go onto the shelf.
func (f *shelf) offer(on bool) {
	if f.offered != on {
		f.offered = on
		f.Refresh()
	}
}

// FocusGained shows that the keyboard is on it, and has it scrolled into view.
func (f *shelf) FocusGained() {
	f.Pressable.FocusGained()
	f.seen(f)
}

// TappedSecondary offers what can be done with it.
func (f *shelf) TappedSecondary(ev *fyne.PointEvent) {
	if f.onMenu != nil {
		f.onMenu(ev.AbsolutePosition)
	}
}

// below offers that where no mouse says where: below the name.
func (f *shelf) below() {
	f.onMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(f).AddXY(rowTextAt(), f.Size().Height))
}

// TypedKey asks for the menu by the keys that do so everywhere, and erases by
// Delete.
func (f *shelf) TypedKey(key *fyne.KeyEvent) {
	switch {
	case f.onMenu != nil && parts.AsksMenu(key.Name, typing.HeldKeys()):
		f.below()
	case f.onErase != nil && key.Name == fyne.KeyDelete && typing.HeldKeys() == 0:
		f.onErase()
	default:
		f.Pressable.TypedKey(key)
	}
}

func (f *shelf) CreateRenderer() fyne.WidgetRenderer {
	r := &shelfRenderer{f, []fyne.CanvasObject{f.ground, f.name, f.count}}
	if f.mark.Resource != nil {
		r.objects = append(r.objects, f.mark)
	}
	r.Refresh()
	return r
}

type shelfRenderer struct {
	f       *shelf
	objects []fyne.CanvasObject
}

func (r *shelfRenderer) Destroy()                     {}
func (r *shelfRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *shelfRenderer) MinSize() fyne.Size           { return fyne.NewSize(100, 26*look.Scale()) }

func (r *shelfRenderer) Refresh() {
	r.f.ground.FillColor = color.Transparent
	switch {
	case r.f.offered:
		r.f.ground.FillColor = look.Color(look.Chosen)
	case r.f.chosen:
		r.f.ground.FillColor = look.Color(theme.ColorNamePressed)
	case r.f.Hovered:
		r.f.ground.FillColor = look.Color(theme.ColorNameHover)
	}
	r.f.ground.StrokeWidth = 0
	if r.f.Focused {
		r.f.ground.StrokeColor, r.f.ground.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
	}
	r.f.ground.Refresh()
}

func (r *shelfRenderer) Layout(size fyne.Size) {
	const inset = 6
	r.f.ground.Move(fyne.NewPos(inset, 1))
	r.f.ground.Resize(fyne.NewSize(size.Width-2*inset, size.Height-2))
	side := rowMark * look.Scale()
	r.f.mark.Resize(fyne.NewSquareSize(side))
	r.f.mark.Move(fyne.NewPos(rowPad+2, (size.Height-side)/2))
	count := r.f.count.MinSize()
	set := field.Look{Size: r.f.name.TextSize, Style: r.f.name.TextStyle, Leading: 1.4}
	r.f.name.Text = field.ClampName(r.f.full, set, size.Width-rowTextAt()-count.Width-rowPad-12)
	name := r.f.name.MinSize()
	r.f.name.Resize(name)
	r.f.name.Move(fyne.NewPos(rowTextAt(), (size.Height-name.Height)/2))
	r.f.count.Resize(count)
	r.f.count.Move(fyne.NewPos(size.Width-rowPad-4-count.Width, (size.Height-count.Height)/2))
}

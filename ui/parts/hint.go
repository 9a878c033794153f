package parts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/field"
	"bantin/ui/look"
)

// Hints lie above everything else in a window or a panel and take no mouse:
// Fyne's own overlays would catch every click.
type hintLayer struct {
	*fyne.Container
	of fyne.CanvasObject // whose hint is shown, nil for none
}

// hintWaits is how long the mouse rests before a hint is shown.
const hintWaits = 550 * time.Millisecond

// hintWidth is how wide a hint may become before it breaks.
const hintWidth = 300

// WithHints puts a layer for hints above the content of a window or a panel.
func WithHints(content fyne.CanvasObject) *fyne.Container {
	l := &hintLayer{Container: container.NewWithoutLayout()}
	layers[l.Container] = l
	return container.NewStack(content, l.Container)
}

// layers are the layers by their containers. A window has one, each panel one;
// those that are out of use are few and empty.
var layers = map[*fyne.Container]*hintLayer{}

// hinted counts what the mouse came to, so that only the last one is shown.
var hinted int

// ShowHint shows a hint below an object when the mouse has rested on it.
func ShowHint(o fyne.CanvasObject, hint string) {
	hinted++
	if hint == "" {
		return
	}
	number := hinted
	time.AfterFunc(hintWaits, func() {
		OnUI(func() {
			if number == hinted {
				showHint(o, hint)
			}
		})
	})
}

// HideHint takes the hint of an object away, also where a panel has come to stand
// before it.
func HideHint(o fyne.CanvasObject) {
	hinted++
	for _, l := range layers {
		if l.of == o {
			l.clear()
		}
	}
}

// hideHints takes every hint away: something else has come before the window.
func hideHints() {
	hinted++
	for _, l := range layers {
		if l.of != nil {
			l.clear()
		}
	}
}

func (l *hintLayer) clear() {
	l.of = nil
	l.RemoveAll()
}

func showHint(o fyne.CanvasObject, hint string) {
	l := layerOver(o)
	if l == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(l.Container))
	card := hintCard(hint)
	size, room := card.MinSize(), l.Size()
	x := min(max(at.X+o.Size().Width/2-size.Width/2, 6), max(6, room.Width-size.Width-6))
	y := at.Y + o.Size().Height + 5
	if y+size.Height > room.Height-4 {
		y = at.Y - size.Height - 5
	}
	card.Resize(size)
	card.Move(fyne.NewPos(x, y))
	l.of = o
	l.Objects = []fyne.CanvasObject{card}
	l.Refresh()
}

func hintCard(hint string) fyne.CanvasObject {
	ground := canvas.NewRectangle(look.Color(theme.ColorNameForeground))
	ground.CornerRadius = 4
	set := field.Look{Size: look.Text(12), Leading: 1.35}
	lines := container.NewVBox()
	for _, line := range field.Clamp(hint, set, hintWidth*look.Scale(), 4) {
		lines.Add(Words(line, 12, look.Sans, look.Paper))
	}
	return container.NewStack(ground, container.New(padded{5, 8}, lines))
}

// layerOver is the layer of the panel or the window that an object is in.
func layerOver(o fyne.CanvasObject) *hintLayer {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	if top := c.Overlays().Top(); top != nil {
		if p := shown[top]; p != nil {
			return layerIn(p.frame)
		}
		return nil
	}
	return layerIn(c.Content())
}

func layerIn(o fyne.CanvasObject) *hintLayer {
	stack, ok := o.(*fyne.Container)
	if !ok || len(stack.Objects) == 0 {
		return nil
	}
	last, _ := stack.Objects[len(stack.Objects)-1].(*fyne.Container)
	return layers[last]
}

// padded leaves room around one thing: above and below, and at its sides.
type padded struct{ y, x float32 }

// Padded puts an object into room: above and below, and at its sides.
func Padded(y, x float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(padded{y, x}, o)
}

func (p padded) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*p.x, 2*p.y)
}

func (p padded) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(p.x, p.y))
	objects[0].Resize(fyne.NewSize(max(0, size.Width-2*p.x), max(0, size.Height-2*p.y)))
}

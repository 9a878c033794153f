package preview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bantin/ui/look"
	"bantin/ui/parts"
)

// Await hears that other pages are on their way than those that are shown: until
// they come it says so, on a plain page where none are.
func (p *Pane) Await() {
	p.awaits = true
	p.judge()
	p.stage.Refresh()
	p.Object.Refresh()
}

// Bare reports that nothing is shown yet, no pages and no reason why there are none.
func (p *Pane) Bare() bool { return p.View.Document == nil && p.View.Err == nil }

// blank is the page that is shown before there are any. It is white as they are,
// in the dark, too.
type blank struct {
	paper *canvas.Rectangle
	words *canvas.Text
}

func newBlank() blank {
	b := blank{canvas.NewRectangle(color.White), parts.Words("", 14, look.Serif, look.Quiet)}
	b.words.Color = color.Gray{Y: 0x60}
	return b
}

// lay puts the page at its place on the stage, with words in the middle of what is
// seen of it.
func (b blank) lay(words string, at fyne.Position, page fyne.Size) []fyne.CanvasObject {
	b.paper.Move(at)
	b.paper.Resize(page)
	if b.words.Text != words {
		b.words.Text = words
	}
	size := b.words.MinSize()
	if size.Width > page.Width {
		return []fyne.CanvasObject{b.paper}
	}
	b.words.Move(at.AddXY((page.Width-size.Width)/2, (page.Height-size.Height)*2/5))
	b.words.Resize(size)
	return []fyne.CanvasObject{b.paper, b.words}
}

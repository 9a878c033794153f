package makeup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// fan is the card on which the variants of a story lie as small outlines, by
// the columns that they span. A click, or Enter, takes one; what the mouse or
// the keys point at is said in words at its foot.
type fan struct {
	widget.BaseWidget
	say      *translations.Catalogue
	headline string
	room     float32 // how wide it can be
	variants []desk.Variant
	ended    bool // no more will be found
	at       int  // what is pointed at, -1 for nothing
	focused  bool

	OnTake func(desk.Variant)
	OnIn   func() // the mouse has come
	OnOut  func() // and gone
	OnShut func() // by the keys

	cells []fyne.Position
	heads []groupHead
	size  fyne.Size
}

// groupHead is the words over variants that span as many columns.
type groupHead struct {
	words string
	at    fyne.Position
}

var (
	_ fyne.Tappable      = (*fan)(nil)
	_ fyne.Focusable     = (*fan)(nil)
	_ desktop.Hoverable  = (*fan)(nil)
	_ desktop.Cursorable = (*fan)(nil)
)

// newFan makes an empty card that is not wider than room.
func newFan(say *translations.Catalogue, headline string, room float32) *fan {
	f := &fan{say: say, headline: headline, at: -1, room: room}
	f.lay()
	f.ExtendBaseWidget(f)
	return f
}

// add takes over a variant that was found.
func (f *fan) add(v desk.Variant) {
	f.variants = append(f.variants, v)
	if f.at < 0 && v.Now {
		f.at = len(f.variants) - 1
	}
	f.lay()
	f.Refresh()
}

// end says that all variants were found.
func (f *fan) end() {
	f.ended = true
	f.lay()
	f.Refresh()
}

const (
	fanPad   = 14
	fanGap   = 8
	fanGroup = 20 // between groups
	fanPage  = 72 // how high an outline is
	fanCell  = 4  // around an outline
	mostWide = 530
)

// outline is how large an outline is on screen.
func (f *fan) outline() fyne.Size {
	ratio := float32(0.707)
	if len(f.variants) > 0 && f.variants[0].Outline.Page.Height > 0 {
		page := f.variants[0].Outline.Page
		ratio = float32(page.Width) / float32(page.Height)
	}
	height := fanPage * look.Scale()
	if f.isNarrow() {
		height *= 2.0 / 3
	}
	return fyne.NewSize(height*ratio, height)
}

// lay finds the places of the outlines: groups follow one another like words,
// and so do the outlines of a group that is too wide. Behind the end of such a
// one no other begins: there is no room for its name.
func (f *fan) lay() {
	one := f.outline().AddWidthHeight(2*fanCell, 2*fanCell)
	word := look.Text(11) * 1.5
	left, most := float32(fanPad), min(mostWide*look.Scale(), f.room-fanPad)
	x, y := left, fanPad+look.Text(13)*1.6+4
	f.cells, f.heads = f.cells[:0], f.heads[:0]
	widest := 250 * look.Scale()
	columns, begun, broken := -1, false, false
	for i, v := range f.variants {
		if v.Columns != columns {
			columns = v.Columns
			n := 0
			for _, w := range f.variants[i:] {
				if w.Columns == columns {
					n++
				}
			}
			words := f.group(v)
			room := max(float32(n)*(one.Width+fanGap), look.Width(words, look.Text(11), look.Sans))
			if begun {
				x += fanGroup - fanGap
			}
			if begun && (broken || x+room > most) {
				x, y = left, y+one.Height+word+fanGap+4
			}
			broken = false
			f.heads = append(f.heads, groupHead{words, fyne.NewPos(x+fanCell, y)})
			begun = true
		}
		if x+one.Width > most {
			x, y, broken = left, y+one.Height+fanGap, true
		}
		f.cells = append(f.cells, fyne.NewPos(x, y+word))
		x += one.Width + fanGap
		widest = max(widest, x-fanGap+fanPad)
	}
	if begun {
		y += word + one.Height
	}
	f.size.Width = min(max(widest, f.footWidth()), f.room)
	f.size.Height = y + 8 + 2*float32(f.footLines())*look.Text(12)*1.45 + fanPad
}

// footWidth is how wide the card must be for what stands at its foot in two
// lines.
func (f *fan) footWidth() float32 { return 330 * look.Scale() }

// footLines is how many lines each of the two sentences at the foot has.
func (f *fan) footLines() int {
	if f.isNarrow() {
		return 2
	}
	for i := range f.variants {
		like, issue := f.wordsOf(i)
		for _, sentence := range []string{like, issue} {
			if look.Width(sentence, look.Text(12), look.Sans) > f.footRoom() {
				return 2
			}
		}
	}
	return 1
}

// footRoom is how wide a line at the foot may be.
func (f *fan) footRoom() float32 { return f.size.Width - 2*fanPad - fanCell }

// isNarrow reports whether there is no room for a sentence on one line.
func (f *fan) isNarrow() bool { return f.room < f.footWidth() }

func (f *fan) group(v desk.Variant) string {
	if v.Columns == 0 {
		return f.say.Say("desk.makeup.auto", nil)
	}
	return f.say.Say("desk.makeup.columns", bulletin.Args{"n": v.Columns})
}

// MinSize is what the outlines take.
func (f *fan) MinSize() fyne.Size { return f.size }

func (f *fan) cellAt(at fyne.Position) int {
	one := f.outline().AddWidthHeight(2*fanCell, 2*fanCell)
	for i, from := range f.cells {
		in := at.Subtract(from)
		if in.X >= -fanGap/2 && in.Y >= 0 && in.X < one.Width+fanGap/2 && in.Y < one.Height {
			return i
		}
	}
	return -1
}

func (f *fan) point(i int) {
	if f.at != i {
		f.at = i
		f.Refresh()
	}
}

// Tapped takes what was clicked.
func (f *fan) Tapped(ev *fyne.PointEvent) {
	if i := f.cellAt(ev.Position); i >= 0 {
		f.OnTake(f.variants[i])
	}
}

// MouseIn keeps the card open.
func (f *fan) MouseIn(ev *desktop.MouseEvent) { f.OnIn(); f.MouseMoved(ev) }

// MouseMoved points at what is under the mouse.
func (f *fan) MouseMoved(ev *desktop.MouseEvent) {
	if i := f.cellAt(ev.Position); i >= 0 {
		f.point(i)
	}
}

// MouseOut lets the card go.
func (f *fan) MouseOut() { f.OnOut() }

// Cursor is a hand.
func (f *fan) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained lets the keys point.
func (f *fan) FocusGained() {
	f.focused = true
	if f.at < 0 && len(f.variants) > 0 {
		f.at = 0
	}
	f.Refresh()
}

// FocusLost shuts a card that was opened by the keys.
func (f *fan) FocusLost() { f.focused = false; f.Refresh(); f.OnOut() }

// TypedRune does nothing.
func (f *fan) TypedRune(rune) {}

// TypedKey walks through the outlines, takes one, or shuts the card.
func (f *fan) TypedKey(key *fyne.KeyEvent) {
	last := len(f.variants) - 1
	switch key.Name {
	case fyne.KeyLeft:
		f.point(max(0, f.at-1))
	case fyne.KeyRight:
		f.point(min(last, f.at+1))
	case fyne.KeyUp:
		f.point(f.beyond(-1))
	case fyne.KeyDown:
		f.point(f.beyond(+1))
	case fyne.KeyHome:
		f.point(min(0, last))
	case fyne.KeyEnd:
		f.point(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if f.at >= 0 && f.at <= last {
			f.OnTake(f.variants[f.at])
		}
	case fyne.KeyEscape:
		f.OnShut()
	default:
		typing.PassOn(f, key)
	}
}

// beyond is the nearest outline of the next line, or of the line before.
func (f *fan) beyond(way float32) int {
	if f.at < 0 || f.at >= len(f.cells) {
		return min(0, len(f.cells)-1)
	}
	from, best, least := f.cells[f.at], f.at, float32(1e9)
	for i, c := range f.cells {
		down := (c.Y - from.Y) * way
		if down < 1 {
			continue
		}
		away := down*4 + max(c.X-from.X, from.X-c.X)
		if away < least {
			best, least = i, away
		}
	}
	return best
}

// CreateRenderer draws the card.
func (f *fan) CreateRenderer() fyne.WidgetRenderer {
	d := &fanDrawing{f: f, ground: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent)}
	d.title = parts.Words("", 13, look.SansBold, theme.ColorNameForeground)
	d.Refresh()
	return d
}

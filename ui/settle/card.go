package settle

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin/merge"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// card is one question: what it is about, and what may stand there beside each
// other.
type card struct {
	widget.BaseWidget

	p       *Panel
	i       int
	sides   []*side // by the keys 1, 2, 3, …
	body    *fyne.Container
	laid    *fyne.Container // the body in its frame
	frame   *canvas.Rectangle
	focused bool
}

var _ fyne.Focusable = (*card)(nil)

func newCard(p *Panel, i int, q Question) *card {
	k := &card{p: p, i: i, frame: canvas.NewRectangle(color.Transparent)}
	k.frame.CornerRadius = 7
	var texts []fyne.CanvasObject
	row := container.NewHBox()
	for n, o := range q.Offers {
		title, take := strconv.Itoa(n+1)+"   "+o.Who, func() { p.choose(i, n) }
		if o.Both {
			both := parts.NewQuiet(title, nil, take)
			both.TextSize, both.OnKey = 12, func(key fyne.KeyName) bool { return k.takes(key) }
			k.sides = append(k.sides, &side{both: both})
			row.Add(both)
			continue
		}
		s := newSide(title, merge.Words(o.Before, o.Text), p.Say.Say("desk.settle.nothing", nil), take)
		k.sides, texts = append(k.sides, s), append(texts, s)
	}
	k.body = container.NewVBox(parts.Padded(0, 2, parts.Words(parts.Head(q.What), 12, look.SansBold, look.Quiet)))
	if around := q.Around.runs(); around != nil {
		k.body.Add(parts.Padded(2, 6, parts.NewProse(around...)))
	}
	k.body.Add(container.NewGridWithColumns(columns(len(texts)), texts...))
	if len(row.Objects) > 0 {
		k.body.Add(row)
	}
	k.laid = container.NewStack(k.frame, parts.Padded(8, 10, k.body))
	k.ExtendBaseWidget(k)
	return k
}

// columns is how many texts stand beside each other: so many that each has a
// readable width.
func columns(texts int) int {
	if texts <= 4 {
		return max(texts, 1)
	}
	return 3
}

// mark shows which offer was taken.
func (k *card) mark(taken int) {
	for n, s := range k.sides {
		s.take(n == taken)
	}
}

// FocusGained frames the card and brings it into view, unless one turns pages: then it
// is what one sees already.
func (k *card) FocusGained() {
	k.focused = true
	k.Refresh()
	if !k.p.paging {
		k.p.see(k)
	}
}

// Holds is what stands in the card.
func (k *card) Holds() []fyne.CanvasObject { return []fyne.CanvasObject{k.laid} }

func (k *card) FocusLost()     { k.focused = false; k.Refresh() }
func (k *card) TypedRune(rune) {}

// TypedKey passes on what is not for the card.
func (k *card) TypedKey(key *fyne.KeyEvent) {
	if !k.takes(key.Name) {
		typing.PassOn(k, key)
	}
}

// takes takes a text by its number, and walks up and down: through the card first where
// it is higher than what one sees. It reports whether the key is for that.
func (k *card) takes(key fyne.KeyName) bool {
	for n := range k.sides {
		if string(key) == strconv.Itoa(n+1) {
			k.p.choose(k.i, n)
			return true
		}
	}
	switch key {
	case fyne.KeyDown:
		if !k.p.scrollIn(k, +1) {
			k.p.goTo(k.i + 1)
		}
	case fyne.KeyUp:
		if !k.p.scrollIn(k, -1) {
			k.p.goTo(k.i - 1)
		}
	case fyne.KeyPageDown:
		k.p.page(+1)
	case fyne.KeyPageUp:
		k.p.page(-1)
	case fyne.KeyHome:
		k.p.goTo(0)
	case fyne.KeyEnd:
		k.p.goTo(len(k.p.cards) - 1)
	default:
		return false
	}
	return true
}

func (k *card) CreateRenderer() fyne.WidgetRenderer {
	return &cardDrawing{k, k.laid}
}

type cardDrawing struct {
	k   *card
	all *fyne.Container
}

func (d *cardDrawing) Destroy()                     {}
func (d *cardDrawing) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.all} }
func (d *cardDrawing) MinSize() fyne.Size           { return d.all.MinSize() }
func (d *cardDrawing) Layout(size fyne.Size)        { d.all.Resize(size) }

func (d *cardDrawing) Refresh() {
	d.k.frame.StrokeColor, d.k.frame.StrokeWidth = look.Color(theme.ColorNameInputBorder), 1
	if d.k.focused {
		d.k.frame.StrokeColor, d.k.frame.StrokeWidth = look.Color(theme.ColorNamePrimary), 1.5
	}
	canvas.Refresh(d.k)
}

// side is one of the texts, on a ground that says whether it was taken.
type side struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	head   *canvas.Text
	title  string
	text   fyne.CanvasObject
	tap    func()
	both   *parts.Quiet // instead of all this, for keeping both
	taken  bool
}

var (
	_ fyne.Tappable      = (*side)(nil)
	_ desktop.Cursorable = (*side)(nil)
)

func newSide(title string, pieces []merge.Piece, nothing string, tap func()) *side {
	s := &side{ground: canvas.NewRectangle(color.Transparent), title: title, tap: tap}
	s.ground.CornerRadius = 5
	s.head = parts.Words(title, 12, look.SansBold, look.Quiet)
	text := parts.Whole(pieces)
	if isEmpty(pieces) {
		text = parts.NewProse(parts.Run{Text: nothing, Style: look.Sans, Ink: look.Quiet})
	}
	s.text = parts.Padded(7, 7, text)
	s.ExtendBaseWidget(s)
	return s
}

// isEmpty reports whether a side has no text, also where it had some before.
func isEmpty(pieces []merge.Piece) bool {
	for _, p := range pieces {
		if p.Kind != merge.Removed {
			return false
		}
	}
	return true
}

func (s *side) Tapped(*fyne.PointEvent) { s.tap() }

// Cursor is a hand: the whole side can be taken.
func (s *side) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (s *side) take(taken bool) {
	if s.both != nil {
		s.both.Chosen = taken
		s.both.Refresh()
		return
	}
	s.taken = taken
	s.ground.FillColor, s.head.Color = color.Transparent, look.Color(look.Quiet)
	if taken {
		s.ground.FillColor, s.head.Color = look.Color(look.Chosen), look.Color(theme.ColorNamePrimary)
	}
	s.ground.Refresh()
	s.sayHead()
}

// sayHead shows of the head what there is room for.
func (s *side) sayHead() {
	if s.both != nil {
		return
	}
	title := s.title
	if s.taken {
		title = "✓ " + title
	}
	set := field.Look{Size: s.head.TextSize, Style: s.head.TextStyle, Leading: 1.4}
	s.head.Text = field.Clamp(title, set, max(s.Size().Width-2*sidePad, 0), 1)[0]
	s.head.Refresh()
}

// sidePad is the room beside the words of a side.
const sidePad = 8

// Resize shows as much of the head as there is room for.
func (s *side) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	s.sayHead()
}

func (s *side) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.ground,
		container.New(layout.NewCustomPaddedLayout(6, 2, sidePad, sidePad), container.NewBorder(container.New(oneLine{}, s.head), nil, nil, nil, s.text))))
}

// oneLine gives a line of text its height, and leaves its width to others.
type oneLine struct{}

func (oneLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

func (oneLine) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

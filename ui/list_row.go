package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/look"
)

// aboutRow is the quiet line of a draft: what may be cut where there is little
// room, and what stands behind it, from the fullest to the shortest.
type aboutRow struct {
	lead  string
	tails []string
}

// rowDot stands between the facts of a row.
const rowDot = " · "

// fit is as much of the line as there is room for; the last tail is always in
// it, whole.
func (a aboutRow) fit(l field.Look, room float32) string {
	const leastLead = 60 // less of a name says nothing
	width := func(s string) float32 { return fyne.MeasureText(s, l.Size, l.Style).Width }
	if len(a.tails) == 0 {
		return ""
	}
	lead := ""
	if a.lead != "" {
		lead = a.lead + rowDot
	}
	for i, tail := range a.tails {
		left := room - width(tail)
		if left >= width(lead) {
			return lead + tail
		}
		left -= width(rowDot)
		if left >= min(leastLead*look.Scale(), width(a.lead)) || i == len(a.tails)-1 && left > leastLead/2 {
			return field.Clamp(a.lead, l, left, 1)[0] + rowDot + tail
		}
	}
	return a.tails[len(a.tails)-1]
}

// row is one draft in the list: its mark, its headline in at most two lines,
// and a quiet line with author, words, photos and time.
type row struct {
	widget.BaseWidget

	mark     *canvas.Image
	headline [2]*canvas.Text
	twins    *canvas.Image // the sign of two versions
	about    *canvas.Text
	rule     *canvas.Rectangle
	full     string
	small    aboutRow
	untitled bool
}

func newRow() *row {
	r := &row{
		mark: canvas.NewImageFromResource(nil), twins: canvas.NewImageFromResource(look.VersionsMark),
		about: words("", 12, look.Sans, look.Quiet), rule: rule(),
	}
	r.twins.FillMode = canvas.ImageFillContain
	r.mark.FillMode = canvas.ImageFillContain
	for i := range r.headline {
		r.headline[i] = words("", 13, look.SansBold, theme.ColorNameForeground)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Fill puts another draft into the row.
func (r *row) Fill(s storage.Summary, untitled string, about aboutRow) {
	r.full, r.small = s.Headline, about
	r.untitled = strings.TrimSpace(s.Headline) == ""
	if r.untitled {
		r.full = untitled
	}
	r.mark.Resource = look.StatusMark(s.Status)
	show(r.twins, s.Conflict)
	r.Refresh()
}

func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return &rowRenderer{r, []fyne.CanvasObject{r.mark, r.headline[0], r.headline[1], r.twins, r.about, r.rule}}
}

type rowRenderer struct {
	r       *row
	objects []fyne.CanvasObject
}

const (
	rowPad  = 9
	rowMark = 13
)

// rowTextAt is where the words of a row begin, behind its mark.
func rowTextAt() float32 { return rowPad + 2 + (rowMark+10)*look.Scale() }

func (r *rowRenderer) Destroy()                     {}
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, 2*rowPad+3*headlineLook().Size*headlineLook().Leading-2)
}

func headlineLook() field.Look {
	return field.Look{Size: look.Text(13), Style: look.SansBold, Leading: 1.4}
}

func (r *rowRenderer) Layout(size fyne.Size) { r.set(size) }

func (r *rowRenderer) Refresh() {
	r.set(r.r.Size())
	canvas.Refresh(r.r)
}

func (r *rowRenderer) set(size fyne.Size) {
	l := headlineLook()
	height := l.Size * l.Leading
	room := size.Width - rowTextAt() - rowPad
	lines := field.Clamp(r.r.full, l, room, 2)
	ink := theme.ColorNameForeground
	if r.r.untitled {
		ink = look.Ghost
	}
	y := (size.Height - height*float32(len(lines)+1)) / 2
	r.r.mark.Resize(fyne.NewSquareSize(rowMark * look.Scale()))
	r.r.mark.Move(fyne.NewPos(rowPad+2, y+(height-rowMark*look.Scale())/2))
	r.r.mark.Refresh()
	for i, t := range r.r.headline {
		s := ""
		if i < len(lines) {
			s = strings.TrimRight(lines[i], " ")
		}
		place(t, s, l.Size, ink, rowTextAt(), y, height)
		if s != "" {
			y += height
		}
	}
	small := field.Look{Size: look.Text(12), Leading: 1.4}
	x := rowTextAt()
	if r.r.twins.Visible() {
		r.r.twins.Resize(fyne.NewSquareSize(rowMark * look.Scale()))
		r.r.twins.Move(fyne.NewPos(x, y+(height-rowMark*look.Scale())/2))
		x += (rowMark + 4) * look.Scale()
	}
	place(r.r.about, r.r.small.fit(small, room-(x-rowTextAt())), small.Size, look.Quiet, x, y, height)
	r.r.rule.FillColor = look.Color(look.Rule)
	r.r.rule.Move(fyne.NewPos(rowTextAt(), size.Height-1))
	r.r.rule.Resize(fyne.NewSize(max(0, size.Width-rowTextAt()), 1))
}

func place(t *canvas.Text, s string, size float32, ink fyne.ThemeColorName, x, y, height float32) {
	t.Text, t.TextSize, t.Color = s, size, look.Color(ink)
	min := t.MinSize()
	t.Resize(min)
	t.Move(fyne.NewPos(x, y+(height-min.Height)/2))
	t.Refresh()
}

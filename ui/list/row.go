package list

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// About is the quiet line of a draft: what may be cut where there is little
// room, and what stands behind it, from the fullest to the shortest.
type About struct {
	Lead  string
	Tails []string
}

// Dot stands between the facts of a row.
const Dot = " · "

// fit is as much of the line as there is room for; the last tail is always in
// it, whole.
func (a About) fit(l field.Look, room float32) string {
	const leastLead = 60 // less of a name says nothing
	width := func(s string) float32 { return fyne.MeasureText(s, l.Size, l.Style).Width }
	if len(a.Tails) == 0 {
		return ""
	}
	lead := ""
	if a.Lead != "" {
		lead = a.Lead + Dot
	}
	for i, tail := range a.Tails {
		left := room - width(tail)
		if left >= width(lead) {
			return lead + tail
		}
		left -= width(Dot)
		if left >= min(leastLead*look.Scale(), width(a.Lead)) || i == len(a.Tails)-1 && left > leastLead/2 {
			return field.Clamp(a.Lead, l, left, 1)[0] + Dot + tail
		}
	}
	return a.Tails[len(a.Tails)-1]
}

// row is one draft in the list: its mark, its headline in at most two lines,
// and a quiet line with author, words, photos and time. What was searched for
// is marked; where it stands in the text, a line of that takes the place of the
// headline's second one.
type row struct {
	widget.BaseWidget

	mark     *canvas.Image
	dot      *canvas.Circle // somebody else has written since
	headline [2]*parts.Marked
	twins    *canvas.Image // the sign of two versions
	about    *parts.Marked
	rule     *canvas.Rectangle
	full     string
	snippet  string
	small    About
	untitled bool
	unread   bool
	search   string
}

func newRow() *row {
	r := &row{
		mark: canvas.NewImageFromResource(nil), twins: canvas.NewImageFromResource(look.VersionsMark),
		about: parts.NewMarked(12, look.Sans, look.Quiet), rule: parts.Rule(),
		dot: canvas.NewCircle(look.Color(theme.ColorNamePrimary)),
	}
	r.twins.FillMode = canvas.ImageFillContain
	r.mark.FillMode = canvas.ImageFillContain
	for i := range r.headline {
		r.headline[i] = parts.NewMarked(13, look.SansBold, theme.ColorNameForeground)
	}
	r.ExtendBaseWidget(r)
	return r
}

// fill puts another draft into the row.
func (r *row) fill(s storage.Summary, untitled string, about About) {
	r.full, r.small, r.snippet = s.Headline, about, ""
	r.untitled = strings.TrimSpace(s.Headline) == ""
	if r.untitled {
		r.full = untitled
	}
	if snippet := s.Snippet.Text; snippet != s.Headline && len(desk.Marks(snippet, r.search)) > 0 {
		r.snippet = snippet
	}
	r.mark.Resource = look.StatusMark(s.Status)
	parts.Show(r.twins, s.Conflict)
	parts.Show(r.dot, r.unread)
	r.Refresh()
}

// spans are the marked parts of a line.
func (r *row) spans(line string) []parts.Span {
	var out []parts.Span
	for _, s := range desk.Marks(line, r.search) {
		out = append(out, parts.Span(s))
	}
	return out
}

func (r *row) CreateRenderer() fyne.WidgetRenderer {
	d := &rowRenderer{r: r}
	d.gather()
	return d
}

type rowRenderer struct {
	r       *row
	objects []fyne.CanvasObject
}

// gather lists what the row is drawn with now.
func (r *rowRenderer) gather() {
	r.objects = append(r.objects[:0], r.r.dot, r.r.mark, r.r.twins, r.r.rule)
	for _, m := range []*parts.Marked{r.r.headline[0], r.r.headline[1], r.r.about} {
		r.objects = append(r.objects, m.Objects()...)
	}
}

const (
	rowPad  = 9
	rowMark = 13
)

// rowTextAt is where the words of a row begin, behind its mark.
func rowTextAt() float32 { return rowPad + 2 + (rowMark+10)*look.Scale() }

func (r *rowRenderer) Destroy()                     {}
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, rowHeight()) }

// rowHeight is how high every row is.
func rowHeight() float32 { return 2*rowPad + 3*headlineLook().Size*headlineLook().Leading - 2 }

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
	lines := r.lines(l, room)
	ink := theme.ColorNameForeground
	if r.r.untitled {
		ink = look.Ghost
	}
	y := (size.Height - height*float32(len(lines)+1)) / 2
	side := rowMark * look.Scale()
	r.r.mark.Resize(fyne.NewSquareSize(side))
	r.r.mark.Move(fyne.NewPos(rowPad+2, y+(height-side)/2))
	r.r.mark.Refresh()
	r.r.dot.FillColor = look.Color(theme.ColorNamePrimary)
	r.r.dot.Resize(fyne.NewSquareSize(unreadDot))
	r.r.dot.Move(fyne.NewPos(rowTextAt()-unreadDot-2.5, y+(height-unreadDot)/2))
	for i, m := range r.r.headline {
		s := ""
		if i < len(lines) {
			s = lines[i]
		}
		m.Text.TextStyle, m.Text.TextSize = l.Style, l.Size
		if i == 1 && r.r.snippet != "" {
			m.Text.TextStyle, m.Text.TextSize, ink = look.Sans, look.Text(12), look.Quiet
		}
		m.Set(s, r.r.spans(s), ink, fyne.NewPos(rowTextAt(), y), height)
		if s != "" {
			y += height
		}
	}
	r.setAbout(room, y, height)
	r.r.rule.FillColor = look.Color(look.Rule)
	r.r.rule.Move(fyne.NewPos(rowTextAt(), size.Height-1))
	r.r.rule.Resize(fyne.NewSize(max(0, size.Width-rowTextAt()-rowPad), 1))
	r.gather()
}

// unreadDot is how large the sign of what is unread is.
const unreadDot = 6

// lines are the two lines above the quiet one: the headline, or one line of it
// and what was found in the text.
func (r *rowRenderer) lines(l field.Look, room float32) []string {
	if r.r.snippet == "" {
		lines := field.Clamp(r.r.full, l, room, 2)
		for i := range lines {
			lines[i] = strings.TrimRight(lines[i], " ")
		}
		return lines
	}
	small := field.Look{Size: look.Text(12), Leading: 1.4}
	return []string{
		field.Clamp(r.r.full, l, room, 1)[0],
		field.Clamp(aroundMark(r.r.snippet, r.r.search), small, room, 1)[0],
	}
}

// aroundMark begins a found text a few words before what was found in it.
func aroundMark(snippet, search string) string {
	const before = 16
	marks := desk.Marks(snippet, search)
	runes := []rune(snippet)
	if len(marks) == 0 || marks[0].From <= before {
		return snippet
	}
	at := marks[0].From - before
	for at < marks[0].From && runes[at] != ' ' {
		at++
	}
	return "…" + strings.TrimSpace(string(runes[at:]))
}

func (r *rowRenderer) setAbout(room, y, height float32) {
	small := field.Look{Size: look.Text(12), Leading: 1.4}
	x := rowTextAt()
	if r.r.twins.Visible() {
		side := rowMark * look.Scale()
		r.r.twins.Resize(fyne.NewSquareSize(side))
		r.r.twins.Move(fyne.NewPos(x, y+(height-side)/2))
		x += side + 4*look.Scale()
	}
	s := r.r.small.fit(small, room-(x-rowTextAt()))
	r.r.about.Text.TextSize = small.Size
	r.r.about.Set(s, r.r.spans(s), look.Quiet, fyne.NewPos(x, y), height)
}

package list

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/storage"
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
	const leastName = 60 // less of a name says nothing
	width := func(s string) float32 { return look.Width(s, l.Size, l.Style) }
	least := leastName * look.Scale()
	if sign := strings.Index(a.Lead, Dot); sign >= 0 { // the name stands behind it
		least += width(a.Lead[:sign+len(Dot)])
	}
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
		if left >= min(least, width(a.Lead)) || i == len(a.Tails)-1 && left > leastName/2 {
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
	status   bulletin.Status
	drawn    look.Drawn     // what mark shows
	dot      *canvas.Circle // somebody else has written since
	headline [2]*parts.Marked
	twins    *canvas.Image // the sign of two versions
	about    *parts.Marked
	rule     *canvas.Rectangle
	full     string
	found    []storage.Span // in full, in bytes
	snippet  storage.Excerpt
	small    About
	untitled bool
	begun    bool // without a headline, but with a text whose first words stand there
	unread   bool
}

func newRow() *row {
	r := &row{
		mark: canvas.NewImageFromResource(nil), twins: look.Picture(look.VersionsMark),
		about: parts.NewMarked(12, look.Sans, look.Quiet), rule: parts.Rule(),
		dot: canvas.NewCircle(look.Color(theme.ColorNamePrimary)),
	}
	r.mark.FillMode = canvas.ImageFillContain
	for i := range r.headline {
		r.headline[i] = parts.NewMarked(13, look.SansBold, theme.ColorNameForeground)
	}
	r.ExtendBaseWidget(r)
	return r
}

// fill puts another draft into the row; untitled stands, in grey, where it has no
// headline.
func (r *row) fill(s storage.Summary, untitled string, about About) {
	r.full, r.found, r.small, r.snippet = s.Headline, s.Found, about, storage.Excerpt{}
	r.untitled = strings.TrimSpace(s.Headline) == ""
	if r.untitled {
		r.full, r.found = untitled, nil
	}
	if len(s.Snippet.Found) > 0 && s.Snippet.Text != s.Headline {
		r.snippet = s.Snippet
	}
	r.status = s.Status
	parts.Show(r.twins, s.Conflict)
	parts.Show(r.dot, r.unread)
	r.Refresh()
}

// shownLine is a line of a row with what is marked in it.
type shownLine struct {
	text  string
	spans []parts.Span
}

// cut makes a line of a part of a text that begins at a byte of it: of what was
// found, as much is marked as the line shows.
func cut(line string, at int, found []storage.Span) shownLine {
	s := shownLine{text: strings.TrimRight(line, " ")}
	shown := strings.TrimSuffix(s.text, "…")
	for _, f := range found {
		from, to := max(f.Start-at, 0), min(f.End-at, len(shown))
		if from < to {
			s.spans = append(s.spans, parts.Span{From: utf8.RuneCountInString(shown[:from]), To: utf8.RuneCountInString(shown[:to])})
		}
	}
	return s
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
		if r.r.begun {
			ink = look.Quiet
		}
	}
	y := (size.Height - height*float32(len(lines)+1)) / 2
	side := rowMark * look.Scale()
	r.r.mark.Resize(fyne.NewSquareSize(side))
	r.r.mark.Move(fyne.NewPos(rowPad+2, y+(height-side)/2))
	r.r.drawn.Show(r.r.mark, look.StatusMark(r.r.status))
	r.r.dot.FillColor = look.Color(theme.ColorNamePrimary)
	r.r.dot.Resize(fyne.NewSquareSize(unreadDot))
	r.r.dot.Move(fyne.NewPos(rowTextAt()-unreadDot-2.5, y+(height-unreadDot)/2))
	for i, m := range r.r.headline {
		var s shownLine
		if i < len(lines) {
			s = lines[i]
		}
		look.Set(m.Text, l.Size, l.Style)
		if i == 1 && r.r.snippet.Text != "" {
			look.Set(m.Text, look.Text(12), look.Sans)
			ink = look.Quiet
		}
		m.Set(s.text, s.spans, ink, fyne.NewPos(rowTextAt(), y), height)
		if s.text != "" {
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
func (r *rowRenderer) lines(l field.Look, room float32) []shownLine {
	if r.r.snippet.Text == "" {
		var lines []shownLine
		at := 0
		for _, line := range field.Clamp(r.r.full, l, room, 2) {
			lines = append(lines, cut(line, at, r.r.found))
			at += len(line)
		}
		return lines
	}
	small := field.Look{Size: look.Text(12), Leading: 1.4}
	text, from := aroundFound(r.r.snippet)
	headline, snippet := field.Clamp(r.r.full, l, room, 1)[0], field.Clamp(text, small, room, 1)[0]
	return []shownLine{cut(headline, 0, r.r.found), cut(snippet, from, r.r.snippet.Found)}
}

// aroundFound begins a found text a few words before what was found in it, and
// says at which byte of the whole what is given begins.
func aroundFound(e storage.Excerpt) (text string, from int) {
	const before = 18
	at := e.Found[0].Start
	if at <= before {
		return e.Text, 0
	}
	start := strings.IndexByte(e.Text[at-before:at], ' ')
	if start < 0 {
		return e.Text, 0
	}
	from = at - before + start + 1
	return "…" + e.Text[from:], from - len("…")
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
	r.r.about.Set(s, nil, look.Quiet, fyne.NewPos(x, y), height)
}

package makeup

import (
	"cmp"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// storyAbout is what the row of a story shows.
type storyAbout struct {
	number   int
	sign     string // in place of the number
	headline string
	pages    string
	numbers  string // of the pages, without a word
	fit      string
	fitInk   fyne.ThemeColorName
	pinned   bool
	lead     bool
	filler   bool
	hole     bool // a place for a picture, instead of a story
}

func (p *Pane) about(i int) storyAbout {
	if i >= len(p.issue.Slots) {
		return p.aboutHole(i - len(p.issue.Slots))
	}
	slot := p.issue.Slots[i]
	a := storyAbout{number: i + 1, headline: p.Headline(slot.Article), pinned: slot.Page > 0, lead: slot.Lead, filler: slot.Filler}
	s := p.laid(slot.Article)
	a.fit, a.fitInk = p.fit(s)
	if s != nil {
		a.numbers = fmt.Sprint(s.FirstPage)
		a.pages = p.say.Say("desk.makeup.page", bulletin.Args{"page": s.FirstPage})
		if s.LastPage > s.FirstPage {
			a.numbers = fmt.Sprintf("%d–%d", s.FirstPage, s.LastPage)
			a.pages = p.say.Say("desk.makeup.pages", bulletin.Args{"from": s.FirstPage, "to": s.LastPage})
		}
	}
	return a
}

// story is a row of the story list: its number, headline, pages, and how it
// fills its place.
type story struct {
	widget.BaseWidget
	number, headline, pages, fit *canvas.Text
	nail                         *canvas.Image
	full                         storyAbout
	laid                         float32 // the width that it was laid for, 0 for never
}

func newStory() *story {
	s := &story{
		number:   parts.Words("", 12, look.Sans, look.Quiet),
		headline: parts.Words("", 13, look.SansBold, theme.ColorNameForeground),
		pages:    parts.Words("", 12, look.Sans, look.Quiet),
		fit:      parts.Words("", 12, look.Sans, look.Quiet),
		nail:     look.Picture(look.NailMark),
	}
	s.ExtendBaseWidget(s)
	return s
}

// fill shows a story. All rows are filled whenever one of them has changed, and to
// lay one costs a tenth of a frame, so those that show it already are left.
func (s *story) fill(a storyAbout) {
	if a != s.full || s.laid == 0 {
		s.full = a
		s.lay()
	}
}

func (s *story) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	if size.Width != s.laid {
		s.lay()
	}
}

const storyPad = 14

// storyTextAt is where the words of a row begin, behind its number.
func storyTextAt() float32 { return storyPad + 2 + 24*look.Scale() }

func storyHeight() float32 { return parts.TwoLineHeight() }

func (s *story) lay() {
	a, width := s.full, s.Size().Width
	upper, lower := parts.TwoLines()
	s.laid = width
	number, ink := fmt.Sprint(a.number), look.Quiet
	if a.lead {
		number, ink = "★", theme.ColorNamePrimary
	}
	put(s.number, cmp.Or(a.sign, number), ink)
	s.number.Move(fyne.NewPos(storyPad+2, upper+1))
	room := width - storyTextAt() - storyPad
	parts.Show(s.nail, a.pinned)
	if a.pinned {
		room -= 18
		s.nail.Move(fyne.NewPos(width-storyPad-14, upper+1))
		s.nail.Resize(fyne.NewSquareSize(14))
	}
	ink = theme.ColorNameForeground
	if a.filler || a.hole {
		ink = look.Quiet
	}
	put(s.headline, field.Clamp(a.headline, field.Look{Size: s.headline.TextSize, Style: look.SansBold, Leading: 1.4}, max(room, 40), 1)[0], ink)
	s.headline.Move(fyne.NewPos(storyTextAt(), upper))
	s.layFit(width, lower)
}

// put gives a text words and a colour. Only what changed is drawn anew.
func put(t *canvas.Text, words string, ink fyne.ThemeColorName) {
	if c := look.Color(ink); t.Text != words || t.Color != c {
		t.Text, t.Color = words, c
		t.Refresh()
	}
}

// layFit sets the pages at the left and how the story fits at the right of a
// line; where there is no room for both, of the pages only the numbers.
func (s *story) layFit(width, y float32) {
	const between = 8
	a, set := s.full, field.Look{Size: s.fit.TextSize, Style: look.Sans, Leading: 1.4}
	room := max(width-storyTextAt()-storyPad, 40)
	wide := func(words string) float32 { return look.Width(words, set.Size, set.Style) }
	pages, fit := a.pages, a.fit
	if wide(pages)+between+wide(fit) > room {
		pages = a.numbers
	}
	if left := room - wide(pages) - between; wide(fit) > left {
		fit = field.Clamp(fit, set, max(left, 20), 1)[0]
	}
	put(s.pages, pages, look.Quiet)
	put(s.fit, fit, a.fitInk)
	s.pages.Move(fyne.NewPos(storyTextAt(), y))
	s.fit.Move(fyne.NewPos(width-storyPad-wide(fit), y))
}

func (s *story) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(s.number, s.headline, s.pages, s.fit, s.nail))
}

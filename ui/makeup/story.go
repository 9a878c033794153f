package makeup

import (
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
}

func newStory() *story {
	s := &story{
		number:   parts.Words("", 12, look.Sans, look.Quiet),
		headline: parts.Words("", 13, look.SansBold, theme.ColorNameForeground),
		pages:    parts.Words("", 12, look.Sans, look.Quiet),
		fit:      parts.Words("", 12, look.Sans, look.Quiet),
		nail:     canvas.NewImageFromResource(look.NailMark),
	}
	s.nail.FillMode = canvas.ImageFillContain
	s.ExtendBaseWidget(s)
	return s
}

func (s *story) fill(a storyAbout) {
	s.full = a
	s.lay()
}

func (s *story) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	s.lay()
}

const storyPad = 14

// storyTextAt is where the words of a row begin, behind its number.
func storyTextAt() float32 { return storyPad + 2 + 24*look.Scale() }

func storyHeight() float32 { return 2*look.Text(13)*1.45 + 14 }

func (s *story) lay() {
	a, width, line := s.full, s.Size().Width, look.Text(13)*1.45
	s.number.Text, s.number.Color = fmt.Sprint(a.number), look.Color(look.Quiet)
	if a.lead {
		s.number.Text = "★"
		s.number.Color = look.Color(theme.ColorNamePrimary)
	}
	if a.sign != "" {
		s.number.Text = a.sign
	}
	s.number.Move(fyne.NewPos(storyPad+2, 7))
	room := width - storyTextAt() - storyPad
	parts.Show(s.nail, a.pinned)
	if a.pinned {
		room -= 18
		s.nail.Move(fyne.NewPos(width-storyPad-14, 7))
		s.nail.Resize(fyne.NewSquareSize(14))
	}
	s.headline.Color = look.Color(theme.ColorNameForeground)
	if a.filler || a.hole {
		s.headline.Color = look.Color(look.Quiet)
	}
	s.headline.Text = field.Clamp(a.headline, field.Look{Size: s.headline.TextSize, Style: look.SansBold, Leading: 1.4}, max(room, 40), 1)[0]
	s.headline.Move(fyne.NewPos(storyTextAt(), 6))
	s.layFit(width, 6+line)
	for _, t := range []*canvas.Text{s.number, s.headline, s.pages, s.fit} {
		t.Refresh()
	}
}

// layFit sets the pages at the left and how the story fits at the right of a
// line; where there is no room for both, of the pages only the numbers.
func (s *story) layFit(width, y float32) {
	const between = 8
	a, set := s.full, field.Look{Size: s.fit.TextSize, Style: look.Sans, Leading: 1.4}
	room := max(width-storyTextAt()-storyPad, 40)
	s.pages.Text, s.pages.Color = a.pages, look.Color(look.Quiet)
	s.fit.Text, s.fit.Color = a.fit, look.Color(a.fitInk)
	if s.pages.MinSize().Width+between+s.fit.MinSize().Width > room {
		s.pages.Text = a.numbers
	}
	if left := room - s.pages.MinSize().Width - between; s.fit.MinSize().Width > left {
		s.fit.Text = field.Clamp(a.fit, set, max(left, 20), 1)[0]
	}
	s.pages.Move(fyne.NewPos(storyTextAt(), y))
	s.fit.Move(fyne.NewPos(width-storyPad-s.fit.MinSize().Width, y))
}

func (s *story) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(s.number, s.headline, s.pages, s.fit, s.nail))
}

// Package settle is the panel in which a person decides what versions of an
// article changed differently: at each place all of them stand beside each other
// with what was there before, one key a choice.
package settle

import (
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin/merge"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Panel settles the conflicts of one article or issue. Set its fields, then
// Show it.
type Panel struct {
	Say       *translations.Catalogue
	Title     string
	Questions []Question
	Joined    []Joined // what was taken over unasked, which stands below the questions
	Taken     []Taken  // what was chosen before, when the panel was shut; see Chosen
	// Settle takes the choices. While it fails, the panel stays and says why.
	Settle func(merge.Choices) error

	last   fyne.CanvasObject // what was joined, nil for nothing
	taken  map[int]int       // by question: the offer that was taken
	panel  *parts.Panel
	cards  []*card
	scroll *container.Scroll
	paging bool // pages are being turned
	win    fyne.Window
}

// Question is a place at which versions differ: what it is, and what may stand
// there.
type Question struct {
	What   string
	Offers []Offer
	Around Around
}

// Around is what stands before and after a place, so that one sees which it is;
// "" for nothing.
type Around struct{ Before, After string }

// gap stands for the place itself.
const gap = " [ … ]"

// runs are the words around a place, quiet, and the place between them; nil for
// none.
func (a Around) runs() []parts.Run {
	if a.Before == "" && a.After == "" {
		return nil
	}
	quiet := func(s string) parts.Run { return parts.Run{Text: s, Style: look.Serif, Ink: look.Quiet} }
	return []parts.Run{quiet(a.Before), {Text: gap, Style: look.SansBold, Ink: theme.ColorNamePrimary}, quiet(" " + a.After)}
}

// Offer is one of the texts that may stand at a place.
type Offer struct {
	Who     string // for people: "Hường, 14:02 10/4"
	Before  string // what it was made of
	Text    string
	Both    bool // the texts before it, one after the other
	Answers merge.Choices
}

const (
	panelWidth  = 1120
	panelHeight = 470
	besides     = 40 // what the panel takes of its width, and what a column leaves above and below
)

// Show puts the panel in front of a window.
func (p *Panel) Show(win fyne.Window) *parts.Panel {
	p.win, p.taken, p.cards = win, map[int]int{}, nil
	column := container.New(layout.NewCustomPaddedVBoxLayout(10))
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, 8, 2, parts.ScrollRoom), column))
	p.panel = &parts.Panel{
		Say: p.Say, Title: p.Title, Lead: p.lead(),
		Width: panelWidth, Height: panelHeight, Bare: true, Body: p.scroll,
		Agree: p.Say.Say("desk.settle.agree", nil), OnAgree: func() error { return p.Settle(p.choices()) },
	}
	p.addCards(column)
	if len(p.cards) == len(p.Questions) { // else there are more than one sees
		p.panel.Height = min(panelHeight, p.heightOf(column))
	}
	if len(p.cards) > 0 {
		p.panel.First = p.cards[0]
	}
	p.panel.Show(win)
	p.count()
	p.goTo(p.firstOpen())
	return p.panel
}

// heightOf is how high the panel must be to show all cards, at a text size of 1.
func (p *Panel) heightOf(column *fyne.Container) float32 {
	scale := look.Scale()
	column.Resize(fyne.NewSize(parts.PanelRoom(p.win, panelWidth)-besides*scale, 1)) // breaks the texts
	return column.MinSize().Height/scale + besides/2
}

// atOnce is how many cards are made in one go, before others get their turn: as
// many as one sees.
const atOnce = 6

// addCards adds the cards of the next questions, and soon those after them.
func (p *Panel) addCards(column *fyne.Container) {
	for i := len(p.cards); i < min(len(p.cards)+atOnce, len(p.Questions)); i++ {
		column.Objects = append(column.Objects, newCard(p, i, p.Questions[i]))
	}
	for _, o := range column.Objects[len(p.cards):] {
		p.cards = append(p.cards, o.(*card))
		p.takeAgain(len(p.cards) - 1)
	}
	if len(p.cards) == len(p.Questions) {
		if p.last = p.joined(); p.last != nil {
			column.Objects = append(column.Objects, p.last)
		}
	}
	column.Refresh()
	if shown := p.panel; len(p.cards) < len(p.Questions) {
		parts.OnUI(func() {
			if p.panel == shown {
				p.addCards(column)
				p.count()
			}
		})
	}
}

// choices are the answers of what was taken.
func (p *Panel) choices() merge.Choices {
	all := merge.Choices{}
	for i, n := range p.taken {
		maps.Copy(all, p.Questions[i].Offers[n].Answers)
	}
	return all
}

// choose takes an offer of a question and goes on to the next one.
func (p *Panel) choose(i, offer int) {
	p.taken[i] = offer
	p.cards[i].mark(offer)
	p.count()
	p.goTo(i + 1)
}

// count lets the panel be agreed to when everything is chosen.
func (p *Panel) count() { p.panel.EnableAgree(len(p.taken) == len(p.Questions)) }

// goTo gives a card the focus and brings it into view; behind the last one is
// the button.
func (p *Panel) goTo(i int) {
	switch {
	case i < 0:
	case i >= len(p.cards):
		if p.last != nil {
			p.see(p.last)
		}
		if len(p.taken) == len(p.Questions) {
			p.panel.FocusAgree()
		}
	default:
		p.win.Canvas().Focus(p.cards[i])
		p.see(p.cards[i])
	}
}

// see brings a card, or what stands below them, into view: its beginning where it
// is higher than the view.
func (p *Panel) see(k fyne.CanvasObject) {
	top, height := k.Position().Y, k.Size().Height
	room, offset := p.scroll.Size().Height, p.scroll.Offset.Y
	if top < offset || top+height > offset+room {
		p.scrollTo(top - look.Scale()*8)
	}
}

// scrollIn goes on in a card of which more lies in that direction, -1 up or +1
// down, by less than one sees; ok is false where nothing more does.
func (p *Panel) scrollIn(k *card, way float32) (ok bool) {
	above := p.scroll.Offset.Y - k.Position().Y
	below := k.Size().Height - above - p.scroll.Size().Height
	hidden := above
	if way > 0 {
		hidden = below
	}
	if hidden <= 1 {
		return false
	}
	p.scrollTo(p.scroll.Offset.Y + way*min(hidden+look.Scale()*8, p.most()))
	return true
}

// page scrolls by what one sees, and gives the focus to a card that one sees
// then.
func (p *Panel) page(way float32) {
	p.scrollTo(p.scroll.Offset.Y + way*p.most())
	top, room := p.scroll.Offset.Y, p.scroll.Size().Height
	for i, k := range p.cards {
		if k.Position().Y+k.Size().Height > top+room/3 || i == len(p.cards)-1 {
			p.paging = true
			p.win.Canvas().Focus(k)
			p.paging = false
			return
		}
	}
}

// most is how far one may scroll at once and still see where one was.
func (p *Panel) most() float32 { return p.scroll.Size().Height * 0.85 }

func (p *Panel) scrollTo(y float32) { p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y))) }

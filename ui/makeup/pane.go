// Package makeup is the table on which an issue is made up: its story list at
// the left, its pages in the middle, and at the right what the editor wishes of
// a story and what is wrong with the pages. It shows an issue and tells what is
// to be changed.
package makeup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/findings"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// Pane is the make-up table. Set its callbacks before it is shown.
type Pane struct {
	Stories fyne.CanvasObject // the left part
	Middle  fyne.CanvasObject
	Right   fyne.CanvasObject
	Pages   *preview.Pane
	Found   *findings.Pane

	OnWish   func(article bulletin.ID, wish func(*bulletin.Slot)) // change a slot
	OnMove   func(ids []bulletin.ID, before bulletin.ID)
	OnOut    func(article bulletin.ID)
	OnOpen   func(article bulletin.ID)
	OnIssue  func() // what the issue says of itself
	OnExport func()
	OnDone   func()
	OnFold   func(by4 bool)         // the pages to a multiple of four
	OnStyle  func(at fyne.Position) // offer house styles below a place

	StyleTitle string // what the issue's house style is called

	Headline func(bulletin.ID) string

	say      *translations.Catalogue
	issue    bulletin.Issue
	document *doc.Document
	chosen   bulletin.ID
	rows     *parts.Rows
	title    *canvas.Text
	sum      *canvas.Text
	wishes   *fyne.Container
	fold     *parts.Quiet
	style    *parts.Quiet
}

// New makes the table around the pages and the findings.
func New(say *translations.Catalogue, pages *preview.Pane, found *findings.Pane) *Pane {
	p := &Pane{say: say, Pages: pages, Found: found}
	p.rows = (&parts.Rows{
		Length:  func() int { return len(p.issue.Slots) },
		Fresh:   func() fyne.CanvasObject { return newStory() },
		Fill:    func(i int, o fyne.CanvasObject) { o.(*story).fill(p.about(i)) },
		Height:  storyHeight,
		Chosen:  func(i int) bool { return i < len(p.issue.Slots) && p.issue.Slots[i].Article == p.chosen },
		OnTap:   func(i int, _ fyne.KeyModifier) { p.Choose(p.issue.Slots[i].Article, true) },
		OnEnter: func(i int) { p.OnOpen(p.issue.Slots[i].Article) },
		OnErase: func() {
			if p.chosen != "" {
				p.OnOut(p.chosen)
			}
		},
		OnDrag: p.dragged,
		OnDrop: p.dropped,
	}).Prepare()
	p.title = parts.Words("", 17, look.SerifBold, theme.ColorNameForeground)
	p.sum = parts.Words("", 12, look.Sans, look.Quiet)
	p.wishes = container.NewStack()
	hint := parts.Padded(8, 14, parts.Paragraph(say.Say("desk.makeup.hint", nil), 250*look.Scale(), look.Quiet))
	p.Stories = container.NewStack(parts.Ground(theme.ColorNameBackground),
		container.NewBorder(container.NewVBox(p.newHead(), parts.Rule()), container.NewVBox(parts.Rule(), hint), nil, nil, p.rows))
	p.Middle = pages.Object
	p.Right = container.NewStack(parts.Ground(theme.ColorNameBackground), container.NewBorder(
		container.NewVBox(p.newBar(), parts.Rule(), p.wishes, parts.Rule()), nil, nil, nil, found.Object))
	return p
}

func (p *Pane) newHead() fyne.CanvasObject {
	edit := parts.NewQuiet(p.say.Say("desk.makeup.issue", nil), nil, func() { p.OnIssue() })
	edit.TextSize, edit.Ink, edit.Bold, edit.Flush = 12, theme.ColorNamePrimary, true, true
	p.fold = parts.NewQuiet(p.say.Say("desk.makeup.fold", nil), nil, func() { p.OnFold(p.issue.PageMultiple != foldOf) })
	p.fold.TextSize, p.fold.Hint = 12, p.say.Say("desk.makeup.fold_hint", nil)
	p.style = parts.NewQuiet("", nil, nil)
	p.style.TextSize, p.style.Ink, p.style.Flush, p.style.Left = 12, theme.ColorNameForeground, true, true
	p.style.Hint, p.style.At = p.say.Say("desk.makeup.style_hint", nil), func(at fyne.Position) { p.OnStyle(at) }
	return parts.Padded(9, 14, container.New(layout.NewCustomPaddedVBoxLayout(1), p.title, p.sum, p.style,
		container.NewBorder(nil, nil, edit, p.fold)))
}

// foldOf is what the pages of a stapled booklet are a multiple of.
const foldOf = 4

func (p *Pane) newBar() fyne.CanvasObject {
	export := parts.NewGrip(p.say.Say("desk.makeup.export", nil), func() { p.OnExport() })
	done := parts.NewQuiet(p.say.Say("desk.makeup.done", nil), nil, func() { p.OnDone() })
	done.Ink, done.Hint = theme.ColorNameForeground, p.say.Say("desk.makeup.done_hint", nil)
	const large = 1.5
	if look.Scale() > large {
		return parts.Padded(7, 12, container.NewVBox(export, done))
	}
	return parts.Padded(7, 12, container.NewHBox(container.NewCenter(done), layout.NewSpacer(), export))
}

// Show shows an issue by its name.
func (p *Pane) Show(name string, s bulletin.Issue) {
	p.issue = s
	p.title.Text = name
	p.title.Refresh()
	if slotOf(s, p.chosen) < 0 {
		p.chosen = ""
		if len(s.Slots) > 0 {
			p.chosen = s.Slots[0].Article
		}
	}
	var pinned []bulletin.ID
	for _, slot := range s.Slots {
		if slot.Page > 0 {
			pinned = append(pinned, slot.Article)
		}
	}
	p.Pages.Nail(pinned, p.say.Say("desk.makeup.pull", nil), func(id bulletin.ID) {
		p.OnWish(id, func(s *bulletin.Slot) { s.Page = 0 })
	})
	p.style.Say(p.StyleTitle + " ▾")
	p.fold.Chosen = s.PageMultiple == foldOf
	p.fold.Refresh()
	p.Choose(p.chosen, false)
}

// Laid shows how the pages came out.
func (p *Pane) Laid(d *doc.Document) {
	p.document = d
	p.sum.Text = ""
	if d != nil {
		over, under := 0, 0
		for _, s := range d.Stories {
			over += s.Overset
			under += max(0, -s.Copyfit)
		}
		key := "desk.makeup.sum"
		if over > 0 {
			key = "desk.makeup.sum_over"
		}
		p.sum.Text = p.say.Say(key, bulletin.Args{"stories": len(p.issue.Slots), "pages": len(d.Pages), "over": over, "under": under})
	}
	p.sum.Refresh()
	p.rows.Refresh()
	p.showWishes()
}

// Choose chooses a story; turn says to turn to its page.
func (p *Pane) Choose(id bulletin.ID, turn bool) {
	p.chosen = id
	p.Pages.Frame(id)
	if i := slotOf(p.issue, id); i >= 0 {
		if p.rows.At() != i {
			p.rows.StandAt(i)
		}
		if s := p.laid(id); s != nil && turn {
			p.Pages.GoTo(s.FirstPage - 1)
		}
	}
	p.rows.Refresh()
	p.showWishes()
}

// Chosen is the chosen story.
func (p *Pane) Chosen() bulletin.ID { return p.chosen }

// laid is how a story came out, nil where it is not in the pages.
func (p *Pane) laid(id bulletin.ID) *doc.Story {
	if p.document == nil {
		return nil
	}
	for i := range p.document.Stories {
		if p.document.Stories[i].Article == id {
			return &p.document.Stories[i]
		}
	}
	return nil
}

func slotOf(s bulletin.Issue, article bulletin.ID) int {
	for i, slot := range s.Slots {
		if slot.Article == article {
			return i
		}
	}
	return -1
}

func (p *Pane) dragged(_ int, at fyne.Position) {
	page, on := p.Pages.PageAt(at)
	if !on {
		page = -1
	}
	p.Pages.OfferPage(page)
	p.rows.MarkBefore(p.before(at))
}

// before is the row that something let go at a place would go before, or -1.
func (p *Pane) before(at fyne.Position) int {
	row, lower := p.rows.RowAt(at)
	if lower && row < len(p.issue.Slots) {
		row++
	}
	return row
}

func (p *Pane) dropped(i int, at fyne.Position) {
	p.Pages.OfferPage(-1)
	if i >= len(p.issue.Slots) {
		return
	}
	id := p.issue.Slots[i].Article
	if page, on := p.Pages.PageAt(at); on {
		p.OnWish(id, func(s *bulletin.Slot) { s.Page = page + 1 })
		return
	}
	if row := p.before(at); row >= 0 {
		before := bulletin.ID("")
		if row < len(p.issue.Slots) {
			before = p.issue.Slots[row].Article
		}
		p.OnMove([]bulletin.ID{id}, before)
	}
}

// fit says in words how a story fills its place.
func (p *Pane) fit(s *doc.Story) (string, fyne.ThemeColorName) {
	switch {
	case s == nil:
		return p.say.Say("desk.makeup.left_out", nil), theme.ColorNameWarning
	case s.Overset > 0:
		return p.say.Say("desk.makeup.over", bulletin.Args{"n": s.Overset}), theme.ColorNameError
	case s.Copyfit > 0:
		return p.say.Say("desk.makeup.overleaf", bulletin.Args{"n": s.Copyfit}), theme.ColorNameWarning
	case s.Copyfit < 0:
		return p.say.Say("desk.makeup.under", bulletin.Args{"n": -s.Copyfit}), look.Quiet
	}
	return p.say.Say("desk.makeup.fits", nil), theme.ColorNameSuccess
}

// faults are what an editor would object to in a story, in words.
func (p *Pane) faults(id bulletin.ID) []string {
	var out []string
	if p.document != nil {
		for _, f := range p.document.Faults {
			if key := "flaw." + string(f.Flaw); f.Article == id && p.say.Has(key) {
				out = append(out, p.say.Say(key, nil))
			}
		}
	}
	return desk.Distinct(out)
}

// Package makeup is the table on which an issue is made up: its story list at
// the left, its pages in the middle, and at the right what the editor wishes of
// a story and what is wrong with the pages. It shows an issue and tells what is
// to be changed.
package makeup

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/findings"
	"bantin/ui/history"
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
	History *history.Pane

	OnWish  func(article bulletin.ID, wish func(*bulletin.Slot)) // change a slot
	OnHoles func(change func([]bulletin.Hole) []bulletin.Hole)   // change a copy of the holes
	OnMove  func(ids []bulletin.ID, before bulletin.ID)
	// OnPut puts an article that is in no issue into this one, before a story
	// ("" for the end), and pins it to a page, counted from 1 (0 for none).
	OnPut    func(article, before bulletin.ID, page int)
	OnMissed func()           // what was carried was let go where nothing takes it
	OnLoose  func(every bool) // list all such articles, or the approved ones
	OnOut    func(article bulletin.ID)
	OnOpen   func(article bulletin.ID)
	OnIssue  func() // what the issue says of itself
	OnExport func()
	OnDone   func()
	OnFold   func(by4 bool) // the pages to a multiple of four
	// OnContents lists the main stories on page one, or not.
	OnContents func(on bool)
	OnStyle    func(at fyne.Position) // offer house styles below a place
	// OnVariants looks for the variants of a story and tells them as they are
	// found; ended comes with the last ones. stop ends the search.
	OnVariants func(article bulletin.ID, tell func(found []desk.Variant, ended bool)) (stop func())
	OnImprove  func() // look for a better make-up
	OnHistory  func() // the versions of the issue are to be shown

	StyleTitle string // what the issue's house style is called
	Lists      bool   // that style can list the main stories on page one

	Headline func(bulletin.ID) string

	say       *translations.Catalogue
	issue     bulletin.Issue
	document  *doc.Document
	relaying  bool        // the document is of the issue as it was before the last change
	carried   *cargo      // what is being dragged, nil for nothing
	chosen    bulletin.ID // story, "" for none
	hole      int         // that is chosen, -1 for none
	focusHole bool        // it was just made and gets the keys when it is there
	rows      *parts.Rows
	loose     *loose
	left      *fyne.Container // the left pane
	title     *parts.Line
	sum       *parts.Line
	wishes    *fyne.Container
	scroll    *container.Scroll // of the wishes
	side      *fyne.Container   // the right pane
	fold      *parts.Quiet
	style     *parts.Quiet
	contents  *parts.Quiet
	fans      *fanning
	tabs      *parts.Choice // of what is under the wishes
	bodies    []fyne.CanvasObject
}

// New makes the table around the pages, the findings and the versions.
func New(say *translations.Catalogue, pages *preview.Pane, found *findings.Pane, versions *history.Pane) *Pane {
	p := &Pane{say: say, Pages: pages, Found: found, History: versions, hole: -1, fans: newFanning()}
	p.rows = p.newRows()
	p.title = parts.NewLine(17, look.SerifBold, theme.ColorNameForeground)
	p.sum = parts.NewLine(12, look.Sans, look.Quiet)
	p.wishes = container.NewStack()
	hint := parts.Padded(8, 14, parts.Small(say.Say("desk.makeup.hint", nil), 270*look.Scale(), look.Quiet))
	head := p.newHead()
	p.loose = p.newLoose()
	p.left = container.New(&leftPane{head, p.loose}, container.New(head, head.objects()...), parts.Rule(), p.rows, p.loose.object, container.NewVBox(parts.Rule(), hint))
	p.Stories = container.NewStack(parts.Ground(theme.ColorNameBackground), p.left)
	p.Middle = container.NewStack(pages.Object, p.fans.layer)
	bar := container.NewVBox(p.newBar(), parts.Rule())
	p.scroll = container.NewVScroll(p.wishes)
	under := container.NewVBox(parts.Rule(), p.newTabs(), parts.Rule())
	p.side = container.New(&rightPane{p.wishes}, bar, p.scroll, under, container.NewStack(p.bodies...))
	p.Right = container.NewStack(parts.Ground(theme.ColorNameBackground), p.side)
	pages.OnHover, pages.OnMenu, pages.Words = p.hovered, p.offer, p.pageWords
	p.prepareHoles()
	return p
}

func (p *Pane) newRows() *parts.Rows {
	return (&parts.Rows{
		Length:  func() int { return len(p.issue.Slots) + len(p.issue.Holes) },
		Fresh:   func() fyne.CanvasObject { return newStory() },
		Fill:    func(i int, o fyne.CanvasObject) { o.(*story).fill(p.about(i)) },
		Height:  storyHeight,
		Chosen:  p.isChosen,
		OnTap:   func(i int, _ fyne.KeyModifier) { p.chooseRow(i) },
		Late:    true, // choosing turns the pages
		OnEnter: p.enter,
		OnMenu:  p.offerRow,
		OnErase: p.erase,
		OnDrag:  p.dragged,
		OnDrop:  p.dropped,
	}).Prepare()
}

func (p *Pane) isChosen(i int) bool {
	if i >= len(p.issue.Slots) {
		return i-len(p.issue.Slots) == p.hole
	}
	return p.chosen != "" && p.issue.Slots[i].Article == p.chosen
}

func (p *Pane) chooseRow(i int) {
	if i < len(p.issue.Slots) {
		p.Choose(p.issue.Slots[i].Article, true)
		return
	}
	nth := i - len(p.issue.Slots)
	p.ChooseHole(nth)
	if at := p.placed(nth); at != nil {
		p.Pages.GoTo(at.Page - 1)
	}
}

// enter opens a story, or gives a hole the keys.
func (p *Pane) enter(i int) {
	if i < len(p.issue.Slots) {
		p.OnOpen(p.issue.Slots[i].Article)
		return
	}
	p.Pages.FocusHole(i - len(p.issue.Slots))
}

func (p *Pane) erase() {
	switch {
	case p.hole >= 0:
		p.removeHole(p.hole)
	case p.chosen != "":
		p.OnOut(p.chosen)
	}
}

// Show shows an issue by its name.
func (p *Pane) Show(name string, s bulletin.Issue) {
	if p.document != nil && !reflect.DeepEqual(p.issue, s) {
		p.relaying = true
		if f := p.fans; f.card != nil && f.keys {
			f.again = f.of
		}
		p.shutFan() // its trials were of the issue before, and would hold the pages up
	}
	if slotOf(s, p.chosen) < 0 {
		p.chosen = neighbour(p.issue, s, p.chosen)
	}
	p.issue = s
	p.title.Say(name)
	p.welcome(s)
	if p.hole >= len(s.Holes) {
		p.hole = -1
	}
	if p.chosen == "" && len(s.Slots) > 0 && p.hole < 0 {
		p.chosen = s.Slots[0].Article
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
	p.contents.Chosen = !s.NoContents
	parts.Show(p.contents, p.Lists)
	p.contents.Refresh()
	p.showHoles()
	if p.hole >= 0 {
		p.ChooseHole(p.hole)
		return
	}
	p.Choose(p.chosen, false)
}

// storiesOn says how many stories stand on the pages, and how many fillers do not.
func (p *Pane) storiesOn(d *doc.Document) string {
	left := 0
	for _, f := range d.Findings {
		if f.Rule == doc.RuleFillerLeftOut {
			left++
		}
	}
	args := bulletin.Args{"n": len(p.issue.Slots) - left, "left": left}
	if left > 0 {
		return p.say.Say("desk.makeup.stories_left", args)
	}
	return p.say.Say("desk.makeup.stories", args)
}

// Laid shows how the pages came out.
func (p *Pane) Laid(d *doc.Document) {
	p.relaying = p.relaying && d == p.document // another page of the ones before
	p.document = d
	sum := ""
	if d != nil {
		over := 0
		for _, s := range d.Stories {
			over += s.Overset
		}
		key := "desk.makeup.sum"
		if over > 0 {
			key = "desk.makeup.sum_over"
		}
		sum = p.say.Say(key, bulletin.Args{"stories": p.storiesOn(d), "pages": len(d.Pages), "over": over, "under": d.White()})
	}
	p.sum.Say(sum)
	p.rows.Refresh()
	p.showHoles()
	p.showWishes()
	p.followHole()
	p.seatFan()
	p.askAgain()
}

// Choose chooses a story; turn says to turn to its page.
func (p *Pane) Choose(id bulletin.ID, turn bool) {
	p.chosen, p.hole = id, -1
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
	p.showHoles()
	p.showWishes()
}

// Pick chooses a story by the mouse. Its row has the keys then: a press on the pages,
// or beside a list, takes them from whatever had them.
func (p *Pane) Pick(id bulletin.ID) {
	p.Choose(id, false)
	p.focusRows()
}

func (p *Pane) focusRows() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.rows); c != nil {
		c.Focus(p.rows.Focusable())
	}
}

// Begin chooses the story that somebody comes from, if the issue has it.
func (p *Pane) Begin(id bulletin.ID) {
	if slotOf(p.issue, id) >= 0 {
		p.Choose(id, false)
	}
}

// First is what has the keyboard on a table that was just set: the stories of the
// issue, or those that could go into it where there is none.
func (p *Pane) First() fyne.Focusable {
	if p.rows.Length() == 0 && len(p.loose.articles) > 0 {
		return p.loose.rows.Focusable()
	}
	return p.rows.Focusable()
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

// grid is that of the pages; before they came, one column.
func (p *Pane) grid() doc.Grid {
	if p.document == nil {
		return doc.Grid{Columns: 1, Rows: 1}
	}
	return p.document.Grid
}

// neighbour is the story that stood nearest to one which has gone, of those that
// are left: the next, else the one before it; "" where there is none.
func neighbour(before, after bulletin.Issue, gone bulletin.ID) bulletin.ID {
	at := slotOf(before, gone)
	if at < 0 {
		return ""
	}
	for _, slot := range before.Slots[at+1:] {
		if slotOf(after, slot.Article) >= 0 {
			return slot.Article
		}
	}
	for _, slot := range slices.Backward(before.Slots[:at]) {
		if slotOf(after, slot.Article) >= 0 {
			return slot.Article
		}
	}
	return ""
}

func slotOf(s bulletin.Issue, article bulletin.ID) int {
	for i, slot := range s.Slots {
		if slot.Article == article {
			return i
		}
	}
	return -1
}

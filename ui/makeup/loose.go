package makeup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bantin/bulletin"
	"bantin/ui/keys"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// Loose is an article that is in no issue and can be put into this one.
type Loose struct {
	ID       bulletin.ID
	Headline string
	About    string // who wrote it, and how much, in a few words
}

// loose is the list of articles that can be dragged into the issue, with a head
// that says which ones and how many they are.
type loose struct {
	articles []Loose
	every    bool // not only those that are approved
	chosen   bulletin.ID
	coming   bulletin.ID // was put in and is chosen when the issue has it
	space    int         // a place for a picture that is on its way back, counted from 1; 0 for none

	object *fyne.Container
	head   *parts.Quiet
	rows   *parts.Rows
}

// newLoose makes the list.
func (p *Pane) newLoose() *loose {
	l := &loose{head: parts.NewQuiet("", nil, nil)}
	l.head.TextSize, l.head.Flush, l.head.Left = 12, true, true
	l.head.Hint, l.head.At = p.say.Say("desk.makeup.loose_hint", nil), p.chooseLoose
	l.rows = (&parts.Rows{
		Length:  func() int { return len(l.articles) },
		Fresh:   func() fyne.CanvasObject { return newStory() },
		Fill:    func(i int, o fyne.CanvasObject) { o.(*story).fill(l.about(i)) },
		Height:  storyHeight,
		Chosen:  func(i int) bool { return l.articles[i].ID == l.chosen },
		OnTap:   func(i int, _ fyne.KeyModifier) { l.chosen = l.articles[i].ID; l.rows.Refresh() },
		OnEnter: func(i int) { p.put(l.articles[i].ID, "", 0) },
		OnMenu:  p.offerLoose,
		OnDrag:  p.draggedLoose,
		OnDrop:  p.droppedLoose,
	}).Prepare()
	head := container.NewVBox(parts.Rule(), parts.Padded(3, headPadX, l.head))
	l.object = container.NewBorder(head, nil, nil, nil, l.rows)
	parts.Show(l.object, false)
	return l
}

func (l *loose) about(i int) storyAbout {
	a := l.articles[i]
	return storyAbout{sign: "+", headline: a.Headline, pages: a.About, numbers: a.About, fitInk: look.Quiet}
}

// height is how much room the list wants, of so much that there is below the
// head of the issue: it leaves the stories more than half.
func (l *loose) height(room float32) float32 {
	if !l.object.Visible() {
		return 0
	}
	const share, least = 0.42, 2
	head := l.object.Objects[1].MinSize().Height
	rows := float32(len(l.articles)) * storyHeight()
	most := max(room*share-head, least*storyHeight())
	if room-head-most < least*storyHeight() {
		most = max(0, room-head-least*storyHeight())
	}
	return head + min(rows, most)
}

// ShowLoose lists the articles that can be put into the issue: the approved
// ones, or every one. Without any, of whatever kind, the list is not there.
func (p *Pane) ShowLoose(articles []Loose, every, isAny bool) {
	l := p.loose
	l.articles, l.every = articles, every
	key := "desk.makeup.loose"
	if every {
		key = "desk.makeup.loose_all"
	}
	l.head.Say(p.say.Say(key, bulletin.Args{"n": len(articles)}) + " ▾")
	parts.Show(l.object, isAny)
	parts.Show(l.rows, len(articles) > 0) // the keyboard does not stop where nothing is
	l.rows.Refresh()
	p.left.Layout.Layout(p.left.Objects, p.left.Size())
}

// LooseHeadlines are those of the articles that are listed.
func (p *Pane) LooseHeadlines() (all []string) {
	for _, a := range p.loose.articles {
		all = append(all, a.Headline)
	}
	return all
}

// chooseLoose offers which articles are listed.
func (p *Pane) chooseLoose(at fyne.Position) {
	item := func(key string, every bool) *fyne.MenuItem {
		i := fyne.NewMenuItem(p.say.Say(key, nil), func() { p.OnLoose(every) })
		i.Checked = p.loose.every == every
		return i
	}
	parts.ShowMenu(fyne.NewMenu("", item("desk.makeup.loose_choose", false), item("desk.makeup.loose_choose_all", true)),
		typing.CanvasOf(p.rows), at)
}

func (p *Pane) offerLoose(i int, at fyne.Position) {
	id, page := p.loose.articles[i].ID, p.Pages.Page+1
	parts.ShowMenu(fyne.NewMenu("",
		keys.Shown(fyne.NewMenuItem(p.say.Say("desk.makeup.put", nil), func() { p.put(id, "", 0) }), keys.Enter),
		fyne.NewMenuItem(p.say.Say("desk.makeup.put_here", bulletin.Args{"page": page}), func() { p.put(id, "", page) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(p.say.Say("desk.makeup.open", nil), func() { p.OnOpen(id) }),
	), typing.CanvasOf(p.rows), at)
}

func (p *Pane) draggedLoose(i int, at fyne.Position) {
	if i < len(p.loose.articles) {
		p.carry(cargo{article: p.loose.articles[i].ID}, at)
	}
}

// droppedLoose puts an article where it was let go: before a story, or onto a
// page. Let go elsewhere it stays where it is.
func (p *Pane) droppedLoose(_ int, at fyne.Position) {
	id := p.letGo().article
	if id == "" {
		return
	}
	if page, on := p.Pages.PageAt(at); on {
		p.put(id, "", page+1)
		return
	}
	if row := p.before(at); row >= 0 {
		p.put(id, p.storyAt(row), 0)
		return
	}
	if row, _ := p.loose.rows.RowAt(at); row < 0 { // back on its list it was thought better of
		p.OnMissed()
	}
}

// Await chooses a story as soon as the issue has it: one that is on its way back.
func (p *Pane) Await(id bulletin.ID) { p.loose.coming = id }

// AwaitHole chooses a place for a picture as soon as the issue has so many, and gives
// it the keys when it is seen.
func (p *Pane) AwaitHole(nth int) { p.loose.space = nth + 1 }

// put puts an article into the issue, before a story ("" for the end), and pins
// it to a page, counted from 1 (0 for none).
func (p *Pane) put(id, before bulletin.ID, page int) {
	p.Await(id)
	p.OnPut(id, before, page)
}

// welcome chooses the story that was put in, or what is back, once the issue has it.
func (p *Pane) welcome(s bulletin.Issue) {
	if slotOf(s, p.loose.coming) >= 0 {
		p.chosen, p.hole, p.loose.coming = p.loose.coming, -1, ""
	}
	if n := p.loose.space; n > 0 && n <= len(s.Holes) {
		p.hole, p.focusHole, p.loose.space = n-1, true, 0
	}
}

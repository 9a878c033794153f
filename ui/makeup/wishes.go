package makeup

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

var (
	headlineWishes = []bulletin.HeadlineWish{bulletin.HeadlineAuto, bulletin.HeadlineLarge, bulletin.HeadlineMedium, bulletin.HeadlineSmall}
	photoWishes    = []bulletin.SizeWish{bulletin.SizeAuto, bulletin.SizeSmall, bulletin.SizeColumn, bulletin.SizeWide}
)

// showWishes shows what is wished of the chosen story, to be changed by a
// click; all else adapts.
func (p *Pane) showWishes() {
	i := slotOf(p.issue, p.chosen)
	if p.hole >= 0 && p.hole < len(p.issue.Holes) {
		p.wishing(10, p.holeWishes())
		return
	}
	if i < 0 {
		key := "desk.makeup.choose"
		if len(p.issue.Slots) == 0 {
			key = "desk.makeup.empty"
		}
		p.wishing(12, parts.Paragraph(p.say.Say(key, nil), p.room(), look.Quiet))
		return
	}
	slot := p.issue.Slots[i]
	set := field.Look{Size: look.Text(14), Style: look.SerifBold, Leading: 1.35}
	box := container.New(layout.NewCustomPaddedVBoxLayout(2))
	room := p.room()
	for _, line := range field.Clamp(p.Headline(p.chosen), set, room, 2) {
		box.Add(parts.Words(line, 14, look.SerifBold, theme.ColorNameForeground))
	}
	s := p.laid(p.chosen)
	fit, ink := p.fit(s)
	if s != nil && s.Columns > 0 {
		fit += " · " + p.say.Say("desk.makeup.columns", bulletin.Args{"n": s.Columns})
	}
	box.Add(parts.Words(fit, 12, look.Sans, ink))
	if faults := p.faults(p.chosen); len(faults) > 0 {
		box.Add(parts.Small(parts.Head(strings.Join(faults, "; "))+".", room, look.Quiet))
	}
	box.Add(parts.Space(1, 4))
	box.Add(p.choices(slot))
	box.Add(p.switches(slot))
	p.wishing(10, box)
}

// wishing puts something in the place of the wishes, so far from above; what is
// under them moves.
func (p *Pane) wishing(above float32, o fyne.CanvasObject) {
	parts.KeepKeys(p.wishes, func() {
		p.wishes.Objects = []fyne.CanvasObject{parts.Padded(above, 14, o)}
		p.wishes.Refresh()
		p.side.Refresh()
	})
}

// room is how wide the words of a story can be.
func (p *Pane) room() float32 {
	const usual, beside = 330, 32
	if width := p.Right.Size().Width; width > beside*2 {
		return width - beside
	}
	return usual * look.Scale()
}

// row puts buttons side by side, on as many lines as they need.
func row(room float32, objects ...fyne.CanvasObject) *fyne.Container {
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0))
	var line *fyne.Container
	left := float32(0)
	for _, o := range objects {
		wide := o.MinSize().Width + theme.Padding()
		if line == nil || wide > left {
			line, left = container.NewHBox(), room+theme.Padding()
			lines.Add(line)
		}
		line.Add(o)
		left -= wide
	}
	return lines
}

// choices are the wishes with several answers, each with whether it is met.
func (p *Pane) choices(slot bulletin.Slot) fyne.CanvasObject {
	say := func(key string) string { return p.say.Say("desk.makeup."+key, nil) }
	s := p.laid(slot.Article)
	grid := container.New(layout.NewFormLayout())
	const between = 8                                       // a name and its answer, which are words both
	beside := func(o fyne.CanvasObject) fyne.CanvasObject { // at the height of the word that opens the menu
		return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
	}
	add := func(name string, answers []string, now int, met *parts.Quiet, wish func(i int, s *bulletin.Slot)) {
		grid.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 0, between),
			beside(parts.Words(say(name), 12, look.Sans, look.Quiet))))
		pick := parts.NewPick(answers, now, func(i int) { p.OnWish(slot.Article, func(s *bulletin.Slot) { wish(i, s) }) })
		pick.Button.TextSize = 13
		pick.Button.Refresh()
		if met == nil {
			grid.Add(pick.Button)
			return
		}
		grid.Add(container.NewBorder(nil, nil, pick.Button, met))
	}
	add("pin", append([]string{say("auto")}, p.pageNames(slot.Page)...), slot.Page, p.pinMet(slot, s),
		func(i int, s *bulletin.Slot) { s.Page = i })
	columns := p.columnNames(max(p.grid().Columns, slot.Columns))
	add("width", append([]string{say("auto")}, columns...), slot.Columns, p.widthMet(slot, s),
		func(i int, s *bulletin.Slot) { s.Columns = i })
	var headlines, photos []string
	headlineAt, photoAt := 0, 0
	for i, wish := range headlineWishes {
		headlines = append(headlines, say("headline."+nameOf(string(wish))))
		if wish == slot.HeadlineSize {
			headlineAt = i
		}
	}
	for i, wish := range photoWishes {
		photos = append(photos, say("photo."+nameOf(string(wish))))
		if wish == slot.PhotoSize {
			photoAt = i
		}
	}
	add("headline", headlines, headlineAt, p.met(slot.HeadlineSize != "", s, "wish_headline", ""),
		func(i int, s *bulletin.Slot) { s.HeadlineSize = headlineWishes[i] })
	add("photo", photos, photoAt, p.met(slot.PhotoSize != "", s, "wish_photo", ""),
		func(i int, s *bulletin.Slot) { s.PhotoSize = photoWishes[i] })
	return grid
}

// pageNames are the pages that something may be pinned to.
func (p *Pane) pageNames(now int) []string {
	last := now
	if p.document != nil {
		last = max(last, len(p.document.Pages))
	}
	var names []string
	for n := range last {
		names = append(names, p.say.Say("desk.makeup.page", bulletin.Args{"page": n + 1}))
	}
	return names
}

func (p *Pane) columnNames(most int) []string {
	var names []string
	for n := range most {
		names = append(names, p.say.Say("desk.makeup.columns", bulletin.Args{"n": n + 1}))
	}
	return names
}

func nameOf(wish string) string {
	if wish == "" {
		return "auto"
	}
	return wish
}

// switches are the wishes that are wished or not, and what else can be done
// with the story.
func (p *Pane) switches(slot bulletin.Slot) fyne.CanvasObject {
	word := func(name string, on bool, do func()) *parts.Quiet {
		q := parts.NewQuiet(p.say.Say("desk.makeup."+name, nil), nil, do)
		q.TextSize, q.Chosen = 12, on
		if hint := "desk.makeup." + name + "_hint"; p.say.Has(hint) {
			q.Hint = p.say.Say(hint, nil)
		}
		return q
	}
	wish := func(change func(*bulletin.Slot)) func() {
		return func() { p.OnWish(slot.Article, change) }
	}
	variants := word("variants", false, p.Variants)
	variants.Hint = p.say.Say("desk.makeup.variants_open", nil)
	open := word("open", false, func() { p.OnOpen(slot.Article) })
	out := word("out", false, func() { p.OnOut(slot.Article) })
	for _, q := range []*parts.Quiet{open, variants} {
		q.Ink, q.Bold = theme.ColorNamePrimary, true
	}
	ranks := []fyne.CanvasObject{
		word("lead", slot.Lead, wish(func(s *bulletin.Slot) { s.Lead = !s.Lead })),
		word("filler", slot.Filler, wish(func(s *bulletin.Slot) { s.Filler = !s.Filler })),
		word("whole", slot.NoJump, wish(func(s *bulletin.Slot) { s.NoJump = !s.NoJump })),
		word("alone", slot.Alone, wish(func(s *bulletin.Slot) { s.Alone = !s.Alone })),
	}
	if met := p.wholeMet(slot, p.laid(slot.Article)); met != nil {
		ranks = append(ranks, met)
	}
	return container.NewVBox(row(p.room(), ranks...), row(p.room(), variants, open, out))
}

// String says what the pane shows, for tests.
func (p *Pane) String() string {
	out := p.title.String() + "\n" + p.sum.String() + "\n"
	for i := range p.rows.Length() {
		a := p.about(i)
		out += fmt.Sprintf("%d %s | %s | %s | pinned %v\n", a.number, a.headline, a.pages, a.fit, a.pinned)
	}
	return out
}

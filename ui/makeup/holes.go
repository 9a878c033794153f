package makeup

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// prepareHoles lets the pages tell what becomes of holes.
func (p *Pane) prepareHoles() {
	p.Pages.Holes = &preview.Holes{
		Chosen: -1, Hint: p.say.Say("desk.makeup.hole_hint", nil), Say: p.holeSize,
		OnChoose: p.ChooseHole,
		OnChange: func(nth int, to bulletin.Hole) {
			p.focusHole = p.focusHole || nth == p.hole && nth < len(p.issue.Holes) && p.issue.Holes[nth].Page != to.Page
			p.OnHoles(func(all []bulletin.Hole) []bulletin.Hole {
				if nth < len(all) {
					all[nth] = to
				}
				return all
			})
		},
		OnRemove: p.removeHole,
		OnDraw:   p.addHole,
		OnLost: func() {
			if !p.focusHole { // else it is on its way to another page
				p.focusRows()
			}
		},
	}
}

func (p *Pane) holeSize(h bulletin.Hole) string {
	return p.say.Say("desk.makeup.hole_size", bulletin.Args{"columns": h.Columns, "rows": h.Rows})
}

// AddHole leaves a place for a picture on the page that is shown.
func (p *Pane) AddHole() {
	g := p.grid()
	const share, least = 4, 4
	p.addHole(bulletin.Hole{Page: p.Pages.Page + 1, Columns: max(1, (g.Columns+1)/2), Rows: max(least, g.Rows/share)})
}

func (p *Pane) addHole(h bulletin.Hole) {
	p.AwaitHole(len(p.issue.Holes)) // the issue as it was may be shown once more before it has it
	p.OnHoles(func(all []bulletin.Hole) []bulletin.Hole { return append(all, h) })
}

// followHole turns to the page of a hole that was made or moved, and gives it
// the keys when it is seen.
func (p *Pane) followHole() {
	at := p.placed(p.hole)
	if !p.focusHole || at == nil {
		return
	}
	if !slices.Contains(p.Pages.Shown(), at.Page-1) {
		p.Pages.GoTo(at.Page - 1)
		return
	}
	p.focusHole = false
	p.Pages.FocusHole(p.hole)
}

func (p *Pane) removeHole(nth int) {
	p.OnHoles(func(all []bulletin.Hole) []bulletin.Hole {
		if nth >= len(all) {
			return all
		}
		return append(all[:nth:nth], all[nth+1:]...)
	})
}

// ChooseHole chooses a hole instead of a story.
func (p *Pane) ChooseHole(nth int) {
	if nth >= len(p.issue.Holes) {
		return
	}
	p.chosen, p.hole = "", nth
	p.Pages.Frame("")
	if row := len(p.issue.Slots) + nth; p.rows.At() != row {
		p.rows.StandAt(row)
	}
	p.rows.Refresh()
	p.showHoles()
	p.showWishes()
}

func (p *Pane) showHoles() {
	p.Pages.Holes.All, p.Pages.Holes.Chosen = p.issue.Holes, p.hole
	p.Pages.ShowHoles()
}

// placed is where a hole came to stand, nil where no page has it.
func (p *Pane) placed(nth int) *doc.PlacedHole {
	if p.document == nil {
		return nil
	}
	for i := range p.document.Holes {
		if p.document.Holes[i].Nth == nth {
			return &p.document.Holes[i]
		}
	}
	return nil
}

func (p *Pane) aboutHole(nth int) storyAbout {
	h := p.issue.Holes[nth]
	a := storyAbout{hole: true, sign: "☒", headline: p.say.Say("desk.makeup.hole", nil), fit: p.holeSize(h), fitInk: look.Quiet}
	a.pages = p.say.Say("desk.makeup.page", bulletin.Args{"page": h.Page})
	if at := p.placed(nth); at == nil && p.document != nil {
		a.pages, a.fit, a.fitInk = a.fit, p.say.Say("desk.makeup.left_out", nil), theme.ColorNameWarning
	} else if at != nil {
		a.pages = p.say.Say("desk.makeup.page", bulletin.Args{"page": at.Page})
	}
	return a
}

// holeWishes are what can be said of the chosen hole.
func (p *Pane) holeWishes() fyne.CanvasObject {
	nth := p.hole
	h := p.issue.Holes[nth]
	box := container.New(layout.NewCustomPaddedVBoxLayout(2))
	box.Add(parts.Words(p.say.Say("desk.makeup.hole", nil), 14, look.SerifBold, theme.ColorNameForeground))
	box.Add(parts.Paragraph(p.say.Say("desk.makeup.hole_hint", nil), p.room(), look.Quiet))
	for _, f := range p.findings("hole_", "") {
		if f.Where.Page == h.Page {
			box.Add(parts.Paragraph(p.say.Finding(f), p.room(), theme.ColorNameWarning))
		}
	}
	box.Add(parts.Space(1, 4))
	grid := container.New(layout.NewFormLayout())
	change := func(set func(*bulletin.Hole, int)) func(int) {
		return func(i int) {
			to := h
			set(&to, i+1)
			p.Pages.Holes.OnChange(nth, to)
		}
	}
	add := func(name string, answers []string, now int, choose func(int)) {
		grid.Add(parts.Padded(8, 0, parts.Words(p.say.Say("desk.makeup."+name, nil), 12, look.Sans, look.Quiet)))
		pick := parts.NewPick(answers, now, choose)
		pick.Button.TextSize = 13
		pick.Button.Refresh()
		grid.Add(pick.Button)
	}
	g := p.grid()
	add("hole_page", p.pageNames(h.Page), h.Page-1, change(func(to *bulletin.Hole, n int) { to.Page = n }))
	add("width", p.columnNames(max(g.Columns, h.Columns)), h.Columns-1, change(func(to *bulletin.Hole, n int) { to.Columns = n }))
	rows, heights, at := []string{}, []int{}, 0
	for n := 1; n <= max(g.Rows, h.Rows); n++ {
		if n%2 != 0 && n != h.Rows { // the mouse and the keys have every line
			continue
		}
		if n == h.Rows {
			at = len(heights)
		}
		rows, heights = append(rows, p.say.Say("desk.makeup.rows", bulletin.Args{"n": n})), append(heights, n)
	}
	add("hole_rows", rows, at, change(func(to *bulletin.Hole, n int) { to.Rows = heights[n-1] }))
	box.Add(grid)
	out := parts.NewQuiet(p.say.Say("desk.makeup.hole_out", nil), nil, func() { p.removeHole(nth) })
	out.TextSize = 12
	box.Add(container.NewHBox(out))
	return box
}

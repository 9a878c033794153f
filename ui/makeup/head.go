package makeup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/look"
	"bantin/ui/parts"
)

func (p *Pane) newHead() *headLines {
	edit := parts.NewQuiet(p.say.Say("desk.makeup.issue", nil), nil, func() { p.OnIssue() })
	edit.TextSize, edit.Ink, edit.Bold, edit.Flush = 12, theme.ColorNamePrimary, true, true
	edit.Hint = p.say.Say("desk.makeup.issue_hint", nil)
	p.fold = parts.NewQuiet(p.say.Say("desk.makeup.fold", nil), nil, func() { p.OnFold(p.issue.PageMultiple != foldOf) })
	p.fold.TextSize, p.fold.Hint = 12, p.say.Say("desk.makeup.fold_hint", nil)
	p.contents = parts.NewQuiet(p.say.Say("desk.makeup.contents", nil), nil, func() { p.OnContents(p.issue.NoContents) })
	p.contents.TextSize, p.contents.Hint = 12, p.say.Say("desk.makeup.contents_hint", nil)
	p.style = parts.NewQuiet("", nil, nil)
	p.style.TextSize, p.style.Ink, p.style.Flush, p.style.Left = 12, theme.ColorNameForeground, true, true
	p.style.Hint, p.style.At = p.say.Say("desk.makeup.style_hint", nil), func(at fyne.Position) { p.OnStyle(at) }
	improve := parts.NewQuiet(p.say.Say("desk.makeup.improve", nil), nil, func() { p.OnImprove() })
	improve.TextSize, improve.Ink, improve.Bold, improve.Flush = 12, theme.ColorNamePrimary, true, true
	improve.Hint = p.say.Say("desk.makeup.improve_hint", nil)
	return &headLines{[][]fyne.CanvasObject{{p.title}, {p.sum}, {p.style, p.contents}, {edit, p.fold}, {improve}}}
}

// foldOf is what the pages of a stapled booklet are a multiple of.
const foldOf = 4

func (p *Pane) newBar() fyne.CanvasObject {
	export := parts.NewGrip(p.say.Say("desk.makeup.export", nil), func() { p.OnExport() })
	export.Hint = p.say.Say("desk.makeup.export_hint", nil)
	done := parts.NewQuiet(p.say.Say("desk.makeup.done", nil), nil, func() { p.OnDone() })
	done.Ink, done.Hint = theme.ColorNameForeground, p.say.Say("desk.makeup.done_hint", nil)
	const large = 1.5
	if look.Scale() > large {
		return parts.Padded(7, 12, container.NewVBox(export, done))
	}
	return parts.Padded(7, 12, container.NewHBox(container.NewCenter(done), layout.NewSpacer(), export))
}

// The tabs under the wishes.
const (
	tabCheck = iota
	tabHistory
)

// newTabs makes the switch between what was noticed and the issue's versions.
func (p *Pane) newTabs() fyne.CanvasObject {
	names := []string{p.say.Say("desk.side.check", nil), p.say.Say("desk.makeup.history", nil)}
	p.bodies = []fyne.CanvasObject{p.Found.Object, p.History.Object}
	p.tabs = parts.NewChoice(names, tabCheck, p.showTab)
	parts.Show(p.bodies[tabHistory], false)
	return parts.Padded(4, 8, p.tabs.Object)
}

func (p *Pane) showTab(i int) {
	p.tabs.Set(i)
	for n, body := range p.bodies {
		parts.Show(body, n == i)
	}
	if i == tabHistory {
		p.OnHistory()
	}
	p.Right.Refresh()
}

// ShowHistory shows the versions of the issue, ShowFindings what was noticed.
func (p *Pane) ShowHistory() { p.showTab(tabHistory) }

// ShowFindings shows what was noticed.
func (p *Pane) ShowFindings() { p.showTab(tabCheck) }

// SeesHistory reports whether the versions of the issue are shown.
func (p *Pane) SeesHistory() bool { return p.tabs.Chosen() == tabHistory }

// Count says on the tab of the findings how many there are to look at.
func (p *Pane) Count(n int) {
	word := p.say.Say("desk.side.check", nil)
	if n > 0 {
		word = p.say.Say("desk.side.count", map[string]any{"tab": word, "n": n})
	}
	p.tabs.Buttons()[tabCheck].Say(word)
}

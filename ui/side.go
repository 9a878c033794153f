package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/findings"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// side is the right pane: the pages, what was noticed on them, and the history
// of the article, one of them at a time.
type side struct {
	object *fyne.Container
	tabs   *parts.Choice
	bodies []fyne.CanvasObject
	names  []string
	pages  *preview.Pane
	check  *findings.Pane
}

// The tabs of the right pane.
const (
	tabPages = iota
	tabCheck
	tabHistory
)

// buildSide makes the right pane.
func (w *window) buildSide() {
	w.buildPreview()
	w.check = findings.New(w.say)
	w.check.OnGo = w.goToFinding
	w.check.OnMend = w.mend
	w.check.Headline, w.check.Photo = w.headlineInIssue, w.photoNoticed
	w.buildHistory()
	s := &side{pages: w.preview, check: w.check, bodies: []fyne.CanvasObject{w.preview.Object, w.check.Object, w.history.Object}}
	var hints []string
	for _, name := range []string{"pages", "check", "history"} {
		s.names = append(s.names, w.say.Say("desk.side."+name, nil))
		hints = append(hints, w.say.Say("desk.side."+name+"_hint", nil))
	}
	s.tabs = parts.NewChoice(s.names, tabPages, func(i int) { w.showTab(i) })
	s.tabs.Hint(hints...)
	shut := parts.NewQuiet("", theme.CancelIcon(), func() { w.showPreview(false) })
	shut.Hint = w.say.Say("desk.side.shut", nil)
	head := container.NewStack(ground(theme.ColorNameBackground), container.New(layout.NewCustomPaddedLayout(6, 6, 8, 8),
		container.NewBorder(nil, nil, s.tabs.Object, container.NewCenter(shut))))
	s.object = parts.Frame(container.NewVBox(head, rule()), nil, nil, nil, container.NewStack(s.bodies...))
	w.side = s
	w.showTab(w.tab)
}

// showTab shows one of the right pane's tabs.
func (w *window) showTab(i int) {
	w.tab = i
	for n, body := range w.side.bodies {
		show(body, n == i)
	}
	w.side.tabs.Set(i)
	w.side.object.Refresh()
	w.loadHistory()
}

// openTab opens the right pane on one of its tabs.
func (w *window) openTab(i int) {
	if w.file == nil {
		return
	}
	w.showTab(i)
	if !w.side.object.Visible() {
		w.showPreview(true)
	}
}

// countFindings says on the tab how much there is to look at.
func (w *window) countFindings() {
	errors, warnings, _ := w.check.Counts()
	word := w.side.names[tabCheck]
	if n := errors + warnings; n > 0 {
		word = w.say.Say("desk.side.count", bulletin.Args{"tab": word, "n": n})
	}
	w.side.tabs.Buttons()[tabCheck].Say(word)
	w.side.object.Refresh()
}

// buildPreview makes the pages of the right pane.
func (w *window) buildPreview() {
	w.preview = preview.New(w.say)
	w.preview.OnAsk = func() { w.askPreview(false) }
	w.preview.OnShape = func() {
		w.settings.p.SetBool(keyFacing, w.preview.Facing)
		w.settings.p.SetBool(keyThumbnails, w.preview.Strip())
	}
	w.preview.OnWhole = w.previewWhole
	w.preview.OnPlace = w.goTo
	w.preview.Blank = func() bool { return !w.wholeWanted() && w.writing.article.IsBlank() }
	w.preview.Shape(w.settings.p.Bool(keyFacing), w.settings.p.Bool(keyThumbnails))
}

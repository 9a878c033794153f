package editor

import (
	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/keys"
	"bantin/ui/manuscript"
)

// TappedSecondary shows what can be done with what is selected, with the block
// or with the photo under the mouse, and what was found wrong with the word.
func (e *Editor) TappedSecondary(ev *fyne.PointEvent) {
	e.popUp(e.contextMenu(), ev.Position)
}

// Offer shows the menu of the right button at the caret.
func (e *Editor) Offer() {
	x, y, height := e.sheet.point(e.m.Caret())
	e.popUp(e.contextMenu(), fyne.NewPos(x, y+min(height, 40)-e.offset))
}

func (e *Editor) contextMenu() *fyne.Menu {
	clipboard := fyne.CurrentApp().Clipboard()
	at := e.m.Caret().Block
	selected := !e.m.Selection().IsEmpty() || e.photoChosen() >= 0
	able := func(i *fyne.MenuItem, able bool) *fyne.MenuItem {
		i.Disabled = i.Disabled || !able
		return i
	}
	items := e.findingItems()
	items = append(items, e.offerItems(at)...)
	if figure := e.m.FigureOf(at); figure >= 0 {
		items = append(items, e.photoMenu(figure).Items...)
		items = append(items, fyne.NewMenuItemSeparator())
	}
	copying := fyne.NewMenuItem(e.say.Say("desk.edit.copy", nil), func() { e.CopyTo(clipboard) })
	all := fyne.NewMenuItem(e.say.Say("desk.edit.select_all", nil), e.SelectAll)
	items = append(items,
		keys.Shown(able(e.item("desk.edit.undo", e.Undo), e.m.CanUndo()), &fyne.ShortcutUndo{}),
		keys.Shown(able(e.item("desk.edit.redo", e.Redo), e.m.CanRedo()), &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		keys.Shown(able(e.item("desk.edit.cut", func() { e.CutTo(clipboard) }), selected), &fyne.ShortcutCut{}),
		keys.Shown(able(copying, selected), &fyne.ShortcutCopy{}),
		keys.Shown(e.item("desk.edit.paste", func() { e.Paste(clipboard.Content()) }), &fyne.ShortcutPaste{}),
		keys.Shown(all, &fyne.ShortcutSelectAll{}))
	if e.m.Block(at).Kind.Rich() {
		items = append(items, fyne.NewMenuItemSeparator(),
			keys.Shown(e.item("desk.menu.bold", func() { e.Toggle(manuscript.Bold) }), keys.Bold),
			keys.Shown(e.item("desk.menu.italic", func() { e.Toggle(manuscript.Italic) }), keys.Italic))
	}
	if e.m.Block(at).Kind.IsText() {
		items = append(items, fyne.NewMenuItemSeparator())
		items = append(items, e.kindItems(at)...)
		items = append(items, fyne.NewMenuItemSeparator(),
			keys.Shown(e.item("desk.edit.up", func() { e.MoveBlock(-1) }), keys.Up),
			keys.Shown(e.item("desk.edit.down", func() { e.MoveBlock(+1) }), keys.Down),
			fyne.NewMenuItemSeparator(), keys.Shown(e.item("desk.menu.photo", func() {
				if e.OnAddPhoto != nil {
					e.OnAddPhoto()
				}
			}), keys.Photo))
	}
	return fyne.NewMenu("", items...)
}

// findingItems say what was found at the caret, and offer what mends it.
func (e *Editor) findingItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, f := range e.findingsAt(e.m.Caret()) {
		said := fyne.NewMenuItem(e.say.Finding(f), nil)
		said.Disabled = true
		items = append(items, said)
		if f.Fix != "" && e.OnFix != nil {
			items = append(items, e.item("fix."+string(f.Fix), func() { e.OnFix(f) }))
		}
		for _, better := range suggestions(f) {
			items = append(items, e.suggestion(f, better))
		}
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	return items
}

// suggestions are the texts that a finding offers in the place of the marked
// one.
func suggestions(f bulletin.Finding) []string {
	switch s := f.Args["better"].(type) {
	case string:
		return []string{s}
	case []string:
		return s
	}
	return nil
}

func (e *Editor) suggestion(f bulletin.Finding, better string) *fyne.MenuItem {
	i := fyne.NewMenuItem("“"+better+"”", func() {
		if m, ok := e.markOf(f); ok {
			e.Do(func(ms *manuscript.Manuscript) { ms.Replace(m, better) })
		}
	})
	i.Disabled = e.readOnly
	return i
}

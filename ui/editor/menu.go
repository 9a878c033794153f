package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// TappedSecondary shows what can be done with what is selected, with the block
// or with the photo under the mouse, and what was found wrong with the word.
func (e *Editor) TappedSecondary(ev *fyne.PointEvent) {
	e.popUp(e.contextMenu(), ev.Position)
}

func (e *Editor) menuAtCaret() {
	x, y, height := e.sheet.point(e.m.Caret())
	e.popUp(e.contextMenu(), fyne.NewPos(x, y+min(height, 40)-e.offset))
}

func (e *Editor) contextMenu() *fyne.Menu {
	clipboard := fyne.CurrentApp().Clipboard()
	at := e.m.Caret().Block
	selected := !e.m.Selection().IsEmpty()
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
	keyed := func(i *fyne.MenuItem, s fyne.Shortcut) *fyne.MenuItem {
		i.Shortcut = s // shown beside it
		return i
	}
	copying := fyne.NewMenuItem(e.say.Say("desk.edit.copy", nil), func() { e.CopyTo(clipboard) })
	all := fyne.NewMenuItem(e.say.Say("desk.edit.select_all", nil), e.SelectAll)
	items = append(items,
		keyed(able(e.item("desk.edit.undo", e.Undo), e.m.CanUndo()), &fyne.ShortcutUndo{}),
		keyed(able(e.item("desk.edit.redo", e.Redo), e.m.CanRedo()), &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		keyed(able(e.item("desk.edit.cut", func() { e.CutTo(clipboard) }), selected), &fyne.ShortcutCut{}),
		keyed(able(copying, selected), &fyne.ShortcutCopy{}),
		keyed(e.item("desk.edit.paste", func() { e.Paste(clipboard.Content()) }), &fyne.ShortcutPaste{}),
		keyed(all, &fyne.ShortcutSelectAll{}))
	if e.m.Block(at).Kind.Rich() {
		items = append(items, fyne.NewMenuItemSeparator(),
			keyed(e.item("desk.menu.bold", func() { e.Toggle(manuscript.Bold) }), &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: ctrl}),
			keyed(e.item("desk.menu.italic", func() { e.Toggle(manuscript.Italic) }), &desktop.CustomShortcut{KeyName: fyne.KeyI, Modifier: ctrl}))
	}
	if e.m.Block(at).Kind.IsText() {
		items = append(items, fyne.NewMenuItemSeparator())
		items = append(items, e.kindItems(at)...)
		items = append(items, fyne.NewMenuItemSeparator(), e.item("desk.menu.photo", func() {
			if e.OnAddPhoto != nil {
				e.OnAddPhoto()
			}
		}))
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

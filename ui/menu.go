package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/editor"
	"bantin/ui/keys"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

const ctrl, ctrlShift, ctrlAlt = keys.Ctrl, keys.CtrlShift, keys.CtrlAlt

func key(name fyne.KeyName, modifier fyne.KeyModifier) *desktop.CustomShortcut {
	return keys.On(name, modifier)
}

// menu is the main menu: everything that the desk can do, with its keys.
func (w *window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(w.fileMenu(), w.editMenu(), w.articleMenu(), w.issueMenu(), w.viewMenu(), w.helpMenu())
}

func (w *window) item(name string, s fyne.Shortcut, do func()) *fyne.MenuItem {
	// Keys of the menu reach it even while a dialog is in front.
	i := fyne.NewMenuItem(w.say.Say("desk.menu."+name, nil), func() {
		if !w.busy() {
			do()
		}
	})
	if s != nil {
		i.Shortcut = s
	}
	return i
}

// onArticle makes an item that works only while an article is open, and in sight.
func (w *window) onArticle(name string, s fyne.Shortcut, do func()) *fyne.MenuItem {
	return w.item(name, s, func() {
		if w.file != nil && w.writing.open && w.isInSight() {
			do()
		}
	})
}

// isInSight reports whether the sheet is, rather than the make-up table that stands
// before it; where it is not, it says where things are done with its article.
func (w *window) isInSight() bool {
	if w.making != "" {
		w.tell(w.say.Say("desk.makeup.not_here", nil))
		return false
	}
	return true
}

// moveItem moves the block of the sheet that the caret is in, or on the make-up
// table the chosen story; in the list of an issue, while the keys are there, those
// that are chosen.
func (w *window) moveItem(name string, at fyne.Shortcut, by int) *fyne.MenuItem {
	return w.item(name, at, func() {
		switch {
		case w.making != "":
			w.moveChosen(by)
		case w.file != nil && w.listing.Issue() != "" && w.win.Canvas().Focused() == w.list.Rows.Focusable():
			w.shiftStories(w.list.Chosen.In(w.listing), by)
		case w.file != nil && w.writing.open:
			w.sheet.MoveBlock(by)
		}
	})
}

func (w *window) fileMenu() *fyne.Menu {
	recent := w.item("recent", nil, nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, path := range w.settings.recent() {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items,
			fyne.NewMenuItem(fileName(path)+"   "+filepath.Dir(path), func() { w.openFile(path) }))
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	keeping := w.item("keeping", nil, nil) // below it, or the menu is higher than a small screen at the largest text size
	keeping.ChildMenu = fyne.NewMenu("",
		w.item("back_up", key(fyne.KeyS, ctrlAlt), w.backUpNow),
		w.item("backups", key(fyne.KeyB, ctrlAlt), w.askBackups),
		w.item("check_file", key(fyne.KeyK, ctrlAlt), w.checkFile),
		w.item("salvage", nil, w.askHurt))
	quit := w.item("quit", key(fyne.KeyQ, ctrl), w.close)
	quit.IsQuit = true
	return fyne.NewMenu(w.say.Say("desk.menu.file", nil),
		w.item("new_article", key(fyne.KeyN, ctrl), w.newArticle),
		w.item("take_in", key(fyne.KeyI, ctrlShift), w.askText),
		fyne.NewMenuItemSeparator(),
		w.item("new_file", key(fyne.KeyN, ctrlShift), w.askNewFile),
		w.item("open_file", key(fyne.KeyO, ctrl), w.askFile),
		recent,
		fyne.NewMenuItemSeparator(),
		w.item("receive", key(fyne.KeyO, ctrlShift), w.askReceive),
		w.item("send", keys.Send, func() {
			if w.file != nil {
				w.askSend(w.list.Chosen.In(w.listing))
			}
		}),
		w.item("newsroom", key(fyne.KeyN, ctrlAlt), w.askNewsroom),
		fyne.NewMenuItemSeparator(),
		w.item("save", key(fyne.KeyS, ctrl), w.saveNow),
		w.item("export", keys.Export, w.askExport),
		fyne.NewMenuItemSeparator(),
		keeping,
		w.item("office", key(fyne.KeyComma, ctrl), w.askOffice),
		w.typingMenu(),
		fyne.NewMenuItemSeparator(),
		quit)
}

// undoItem takes back what was written where the focus is; elsewhere, and while
// nothing is in front of the window, the last deletion.
func (w *window) undoItem() *fyne.MenuItem {
	i := fyne.NewMenuItem(w.say.Say("desk.menu.undo", nil), func() {
		if w.focusedWriter() != nil || !w.busy() {
			w.undo()
		}
	})
	i.Shortcut = &fyne.ShortcutUndo{}
	return i
}

// redoItem makes again what undoItem took back.
func (w *window) redoItem() *fyne.MenuItem {
	i := fyne.NewMenuItem(w.say.Say("desk.menu.redo", nil), func() {
		if w.focusedWriter() != nil || !w.busy() {
			w.redo()
		}
	})
	i.Shortcut = &fyne.ShortcutRedo{}
	return i
}

func (w *window) editMenu() *fyne.Menu {
	// These keys are for whatever has the focus, in a panel too: Fyne asks the
	// menu before it.
	on := func(name string, s fyne.Shortcut, do func(writer)) *fyne.MenuItem {
		i := fyne.NewMenuItem(w.say.Say("desk.menu."+name, nil), func() {
			if in := w.focusedWriter(); in != nil {
				do(in)
			} else if other, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
				other.TypedShortcut(s)
			}
		})
		i.Shortcut = s
		return i
	}
	send := func(s fyne.Shortcut) func(writer) { return func(in writer) { in.TypedShortcut(s) } }
	clipboard := w.app.Clipboard()
	return fyne.NewMenu(w.say.Say("desk.menu.edit", nil),
		w.undoItem(),
		w.redoItem(),
		fyne.NewMenuItemSeparator(),
		on("cut", &fyne.ShortcutCut{}, send(&fyne.ShortcutCut{Clipboard: clipboard})),
		on("copy", &fyne.ShortcutCopy{}, send(&fyne.ShortcutCopy{Clipboard: clipboard})),
		on("paste", &fyne.ShortcutPaste{}, send(&fyne.ShortcutPaste{Clipboard: clipboard})),
		w.onSheet("paste_plain", key(fyne.KeyV, ctrlShift), func(e *editor.Editor) { e.PastePlain(clipboard.Content()) }),
		on("select_all", &fyne.ShortcutSelectAll{}, writer.SelectAll),
		fyne.NewMenuItemSeparator(),
		w.onSheet("bold", keys.Bold, func(e *editor.Editor) { e.Toggle(manuscript.Bold) }),
		w.onSheet("italic", keys.Italic, func(e *editor.Editor) { e.Toggle(manuscript.Italic) }),
		fyne.NewMenuItemSeparator(),
		w.item("find", key(fyne.KeyF, ctrl), w.findText),
		w.onSheet("replace", key(fyne.KeyH, ctrl), func(e *editor.Editor) { e.OpenFind(true) }),
		w.onSheet("find_next", key(fyne.KeyG, ctrl), func(e *editor.Editor) { e.FindNext(true) }),
		w.onSheet("find_previous", key(fyne.KeyG, ctrlShift), func(e *editor.Editor) { e.FindNext(false) }),
		w.item("search", key(fyne.KeyF, ctrlShift), w.searchList))
}

// findText searches the open article; where none is open, the list.
func (w *window) findText() {
	switch {
	case w.file == nil || !w.isInSight():
	case w.writing.open:
		w.sheet.OpenFind(false)
	default:
		w.searchList()
	}
}

func (w *window) searchList() {
	if w.file != nil && w.isInSight() {
		w.win.Canvas().Focus(w.list.Search)
		w.list.Search.SelectAll()
	}
}

func (w *window) articleMenu() *fyne.Menu {
	kind := func(name string, at fyne.KeyName) *fyne.MenuItem {
		k := editor.KindKeys[at]
		return w.onSheet(name, key(at, ctrlAlt), func(e *editor.Editor) { e.Turn(k) })
	}
	field := w.item("field", nil, nil)
	field.ChildMenu = fyne.NewMenu("",
		kind("standfirst", fyne.Key4), kind("headline", fyne.Key5), kind("deck", fyne.Key6),
		kind("kicker", fyne.Key7), kind("dateline", fyne.Key8), kind("byline", fyne.Key9))
	status := w.onArticle("status", nil, nil)
	status.ChildMenu = fyne.NewMenu("")
	for _, s := range bulletin.Statuses() {
		status.ChildMenu.Items = append(status.ChildMenu.Items,
			fyne.NewMenuItem(w.say.Say("status."+string(s), nil), func() { w.setStatus(s) }))
	}
	return fyne.NewMenu(w.say.Say("desk.menu.article", nil),
		kind("paragraph", fyne.Key1),
		kind("crosshead", fyne.Key2),
		kind("quote", fyne.Key3),
		field,
		w.moveItem("block_up", keys.Up, -1),
		w.moveItem("block_down", keys.Down, +1),
		fyne.NewMenuItemSeparator(),
		w.onArticle("photo", keys.Photo, func() { w.choosePhoto("") }),
		status,
		fyne.NewMenuItemSeparator(),
		w.onArticle("delete", key(fyne.KeyDelete, ctrlShift), w.delete),
		w.item("restore", key(fyne.KeyR, ctrlShift), w.restoreOpen),
		w.item("settle", key(fyne.KeyM, ctrlShift), w.askSettle))
}

// zoom makes the pages larger or smaller; 0 fits them into their pane.
func (w *window) zoom(by float32) {
	switch {
	case w.file == nil:
	case by == 0:
		w.preview.Fit()
	default:
		w.preview.Zoom(by)
	}
}

// onPages does something with the pages, which come in sight for it.
func (w *window) onPages(do func()) func() {
	return func() {
		if w.file == nil {
			return
		}
		if w.making == "" {
			w.openTab(tabPages)
		}
		do()
	}
}

// turnPages turns pages on, or back, beside the text and on the make-up table.
func (w *window) turnPages(by int) func() {
	return func() {
		if w.file != nil && (w.writing.open || w.making != "") {
			w.preview.Turn(by)
		}
	}
}

func (w *window) setStatus(s bulletin.Status) {
	if w.canWrite() && w.isInSight() {
		w.facts.change(func(a *bulletin.Article) { a.Status = s })
	}
}

func (w *window) viewMenu() *fyne.Menu {
	choice := func(name string, chosen bool, do func()) *fyne.MenuItem {
		i := w.item(name, nil, do)
		i.Checked = chosen
		return i
	}
	under := func(name string, items ...*fyne.MenuItem) *fyne.MenuItem {
		i := w.item(name, nil, nil)
		i.ChildMenu = fyne.NewMenu("", items...)
		return i
	}
	shade := w.settings.shade()
	language := w.say.Language()
	return fyne.NewMenu(w.say.Say("desk.menu.view", nil),
		w.item("preview", key(fyne.KeyF9, 0), w.toggleRight),
		w.item("whole", key(fyne.KeyF8, 0), w.withIssues(w.turnWhole)),
		w.item("next_page", key(fyne.KeyPageDown, fyne.KeyModifierAlt), w.turnPages(+1)),
		w.item("previous_page", key(fyne.KeyPageUp, fyne.KeyModifierAlt), w.turnPages(-1)),
		w.onArticle("find_on_page", key(fyne.KeyF7, 0), func() { w.openTab(tabPages); w.followCaret(true) }),
		w.item("check", key(fyne.KeyF10, 0), w.showCheck),
		w.item("history", key(fyne.KeyH, ctrlShift), w.showHistory),
		fyne.NewMenuItemSeparator(),
		under("page_size",
			w.item("zoom_in", key(fyne.KeyEqual, ctrlAlt), func() { w.zoom(1.25) }),
			w.item("zoom_out", key(fyne.KeyMinus, ctrlAlt), func() { w.zoom(1 / 1.25) }),
			w.item("zoom_fit", key(fyne.Key0, ctrlAlt), func() { w.zoom(0) }),
			w.item("facing", key(fyne.KeyF, ctrlAlt), w.onPages(func() { w.preview.Face(!w.preview.Facing) })),
			w.item("thumbnails", key(fyne.KeyH, ctrlAlt), w.onPages(func() { w.preview.ShowStrip(!w.preview.Strip()) }))),
		under("widths", w.widthItems()...),
		fyne.NewMenuItemSeparator(),
		w.item("larger", key(fyne.KeyEqual, ctrl), func() { w.scale(1.1) }),
		w.item("smaller", key(fyne.KeyMinus, ctrl), func() { w.scale(1 / 1.1) }),
		w.item("usual_size", key(fyne.Key0, ctrl), func() { w.scale(0) }),
		fyne.NewMenuItemSeparator(),
		under("shade",
			choice("light", shade == look.Light, func() { w.shade(look.Light) }),
			choice("dark", shade == look.Dark, func() { w.shade(look.Dark) }),
			choice("system", shade == look.System, func() { w.shade(look.System) })),
		under("language",
			choice("vietnamese", language == translations.Vietnamese, func() { w.speak(translations.Vietnamese) }),
			choice("english", language == translations.English, func() { w.speak(translations.English) })))
}

func (w *window) helpMenu() *fyne.Menu {
	return fyne.NewMenu(w.say.Say("desk.menu.help", nil),
		w.item("shortcuts", key(fyne.KeyF1, 0), w.showShortcuts),
		w.item("open_sample", nil, w.openSample),
		w.item("about", nil, w.showAbout))
}

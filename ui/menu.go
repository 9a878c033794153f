package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

const (
	ctrl      = fyne.KeyModifierShortcutDefault
	ctrlShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
	ctrlAlt   = fyne.KeyModifierShortcutDefault | fyne.KeyModifierAlt
)

func key(name fyne.KeyName, modifier fyne.KeyModifier) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

// menu is the main menu: everything that the desk can do, with its keys.
func (w *window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(w.fileMenu(), w.editMenu(), w.articleMenu(), w.viewMenu(), w.helpMenu())
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

// onArticle makes an item that works only while an article is open.
func (w *window) onArticle(name string, s fyne.Shortcut, do func()) *fyne.MenuItem {
	return w.item(name, s, func() {
		if w.file != nil && w.writing.open {
			do()
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
	quit := w.item("quit", key(fyne.KeyQ, ctrl), w.close)
	quit.IsQuit = true
	return fyne.NewMenu(w.say.Say("desk.menu.file", nil),
		w.item("new_article", key(fyne.KeyN, ctrl), w.newArticle),
		w.item("take_in", key(fyne.KeyI, ctrlShift), w.askText),
		fyne.NewMenuItemSeparator(),
		w.item("new_file", key(fyne.KeyN, ctrlShift), w.askNewFile),
		w.item("open_file", key(fyne.KeyO, ctrl), w.askFile),
		recent,
		w.item("open_sample", nil, w.openSample),
		fyne.NewMenuItemSeparator(),
		w.onArticle("save", key(fyne.KeyS, ctrl), w.saveNow),
		w.item("export", key(fyne.KeyE, ctrl), w.askExport),
		fyne.NewMenuItemSeparator(),
		w.item("office", key(fyne.KeyComma, ctrl), w.askOffice),
		fyne.NewMenuItemSeparator(),
		quit)
}

// focusedField is the field that the caret is in, or nil.
func (w *window) focusedField() *field.Field {
	f, _ := w.win.Canvas().Focused().(*field.Field)
	return f
}

func (w *window) editMenu() *fyne.Menu {
	on := func(name string, s fyne.Shortcut, do func(*field.Field)) *fyne.MenuItem {
		return w.item(name, s, func() {
			if f := w.focusedField(); f != nil {
				do(f)
			}
		})
	}
	send := func(s fyne.Shortcut) func(*field.Field) { return func(f *field.Field) { f.TypedShortcut(s) } }
	clipboard := w.app.Clipboard()
	return fyne.NewMenu(w.say.Say("desk.menu.edit", nil),
		w.item("undo", &fyne.ShortcutUndo{}, w.undo),
		on("redo", &fyne.ShortcutRedo{}, (*field.Field).Redo),
		fyne.NewMenuItemSeparator(),
		on("cut", &fyne.ShortcutCut{}, send(&fyne.ShortcutCut{Clipboard: clipboard})),
		on("copy", &fyne.ShortcutCopy{}, send(&fyne.ShortcutCopy{Clipboard: clipboard})),
		on("paste", &fyne.ShortcutPaste{}, send(&fyne.ShortcutPaste{Clipboard: clipboard})),
		on("select_all", &fyne.ShortcutSelectAll{}, (*field.Field).SelectAll),
		fyne.NewMenuItemSeparator(),
		on("bold", key(fyne.KeyB, ctrl), w.emphasise("<b>", "</b>")),
		on("italic", key(fyne.KeyI, ctrl), w.emphasise("<i>", "</i>")),
		fyne.NewMenuItemSeparator(),
		w.item("search", key(fyne.KeyF, ctrl), func() {
			if w.file != nil {
				w.win.Canvas().Focus(w.list.Search)
				w.list.Search.SelectAll()
			}
		}))
}

// emphasise puts tokens around the selection where a text may carry them.
func (w *window) emphasise(open, closing string) func(*field.Field) {
	return func(f *field.Field) {
		switch {
		case w.sheet == nil:
		case f == w.sheet.body, f == w.sheet.standfirst, f.Name == "caption":
			f.Wrap(open, closing)
		}
	}
}

func (w *window) articleMenu() *fyne.Menu {
	line := func(name string, k fyne.KeyName, mark string) *fyne.MenuItem {
		return w.onArticle(name, key(k, ctrl), func() { w.sheet.Turn(mark) })
	}
	status := w.onArticle("status", nil, nil)
	status.ChildMenu = fyne.NewMenu("")
	for _, s := range bulletin.Statuses() {
		status.ChildMenu.Items = append(status.ChildMenu.Items,
			fyne.NewMenuItem(w.say.Say("status."+string(s), nil), func() { w.setStatus(s) }))
	}
	w.addTo = w.item("add_to_issue", nil, nil)
	w.addTo.Disabled = true // until an issue is known
	return fyne.NewMenu(w.say.Say("desk.menu.article", nil),
		line("paragraph", fyne.Key0, ""),
		line("crosshead", fyne.Key2, manuscript.CrossheadMark),
		line("quote", fyne.Key3, manuscript.QuoteMark),
		fyne.NewMenuItemSeparator(),
		w.onArticle("photo", key(fyne.KeyP, ctrlShift), func() { w.choosePhoto("") }),
		status,
		fyne.NewMenuItemSeparator(),
		w.addTo,
		w.onArticle("new_issue", key(fyne.KeyB, ctrlShift), w.askNewIssue),
		fyne.NewMenuItemSeparator(),
		w.onArticle("delete", key(fyne.KeyDelete, ctrlShift), w.delete),
		w.item("restore", key(fyne.KeyR, ctrlShift), w.restoreOpen))
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

func (w *window) setStatus(s bulletin.Status) {
	if w.canWrite() {
		w.facts.article.Status = s
		w.facts.changed()
	}
}

func (w *window) viewMenu() *fyne.Menu {
	choice := func(name string, chosen bool, do func()) *fyne.MenuItem {
		i := w.item(name, nil, do)
		i.Checked = chosen
		return i
	}
	shade := w.settings.shade()
	language := w.say.Language()
	return fyne.NewMenu(w.say.Say("desk.menu.view", nil),
		w.item("preview", key(fyne.KeyF9, 0), func() {
			if w.file != nil {
				w.showPreview(!w.side.object.Visible())
			}
		}),
		w.item("whole", key(fyne.KeyF8, 0), func() {
			if w.file != nil && w.issueAtHand() != nil {
				w.previewWhole(!w.preview.Whole)
			}
		}),
		w.onArticle("next_page", key(fyne.KeyPageDown, fyne.KeyModifierAlt), func() { w.preview.Turn(+1) }),
		w.onArticle("previous_page", key(fyne.KeyPageUp, fyne.KeyModifierAlt), func() { w.preview.Turn(-1) }),
		w.onArticle("find_on_page", key(fyne.KeyF7, 0), func() { w.openTab(tabPages); w.followCaret(true) }),
		w.item("check", key(fyne.KeyF10, 0), func() { w.openTab(tabCheck) }),
		fyne.NewMenuItemSeparator(),
		w.item("zoom_in", key(fyne.KeyEqual, ctrlAlt), func() { w.zoom(1.25) }),
		w.item("zoom_out", key(fyne.KeyMinus, ctrlAlt), func() { w.zoom(1 / 1.25) }),
		w.item("zoom_fit", key(fyne.Key0, ctrlAlt), func() { w.zoom(0) }),
		fyne.NewMenuItemSeparator(),
		w.item("larger", key(fyne.KeyEqual, ctrl), func() { w.scale(1.1) }),
		w.item("smaller", key(fyne.KeyMinus, ctrl), func() { w.scale(1 / 1.1) }),
		w.item("usual_size", nil, func() { w.scale(0) }),
		fyne.NewMenuItemSeparator(),
		choice("light", shade == look.Light, func() { w.shade(look.Light) }),
		choice("dark", shade == look.Dark, func() { w.shade(look.Dark) }),
		choice("system", shade == look.System, func() { w.shade(look.System) }),
		fyne.NewMenuItemSeparator(),
		choice("vietnamese", language == translations.Vietnamese, func() { w.speak(translations.Vietnamese) }),
		choice("english", language == translations.English, func() { w.speak(translations.English) }))
}

func (w *window) helpMenu() *fyne.Menu {
	return fyne.NewMenu(w.say.Say("desk.menu.help", nil),
		w.item("shortcuts", key(fyne.KeyF1, 0), w.showShortcuts),
		w.item("about", nil, w.showAbout))
}

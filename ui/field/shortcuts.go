package field

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/ui/keys"
	"bantin/ui/pop"
	"bantin/ui/typing"
)

// TypedShortcut handles the clipboard, undo, and moves by word.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if other, ok := s.(*desktop.CustomShortcut); !typing.Edit(f, s) && ok && !f.typedWithControl(other) {
		typing.PassShortcutOn(f, s)
	}
}

// typedWithControl does what a key is for, and reports whether it is for anything here.
func (f *Field) typedWithControl(s *desktop.CustomShortcut) bool {
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	selecting := s.Modifier&fyne.KeyModifierShift != 0
	switch s.KeyName {
	case fyne.KeyLeft:
		f.moveTo(f.wordLeft(f.caret), selecting)
	case fyne.KeyRight:
		f.moveTo(f.wordRight(f.caret), selecting)
	case fyne.KeyHome:
		f.moveTo(0, selecting)
	case fyne.KeyEnd:
		f.moveTo(f.Len(), selecting)
	case fyne.KeyBackspace:
		f.erase(f.wordLeft(f.caret), f.caret)
	case fyne.KeyDelete:
		f.erase(f.caret, f.wordRight(f.caret))
	case fyne.KeyZ:
		if selecting {
			f.Redo()
		}
	default:
		return false
	}
	return true
}

// CutTo copies what is selected and takes it away.
func (f *Field) CutTo(c fyne.Clipboard) {
	f.CopyTo(c)
	f.erase(f.caret, f.caret)
}

// CopyTo copies what is selected.
func (f *Field) CopyTo(c fyne.Clipboard) {
	if s := f.Selected(); s != "" {
		c.SetContent(strings.ReplaceAll(s, string(lineBreak), "\n"))
	}
}

// Paste puts text in the place of the selection, brought in shape by Clean. What
// is no text, such as a picture that a program gives as one, is left out.
func (f *Field) Paste(s string) {
	if !utf8.ValidString(s) {
		return
	}
	single := f.Single || f.OneRow
	if f.Clean != nil {
		s = f.Clean(s, single)
	}
	if single {
		s = strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", " ")
	}
	if s == "" {
		return
	}
	from, to := f.selection()
	f.change(from, to, []rune(s), false)
}

// Undo takes the last step back.
func (f *Field) Undo() {
	n := len(f.history.done)
	if n == 0 || f.ReadOnly {
		return
	}
	s := f.history.done[n-1]
	f.history.done = f.history.done[:n-1]
	for i := len(s.edits) - 1; i >= 0; i-- {
		e := s.edits[i]
		f.apply(e.at, e.at+len(e.inserted), e.removed)
	}
	s.closed = true
	f.history.undone = append(f.history.undone, s)
	f.anchor, f.caret = s.anchor, s.caret
	f.Refresh()
}

// Redo does again what was taken back.
func (f *Field) Redo() {
	n := len(f.history.undone)
	if n == 0 || f.ReadOnly {
		return
	}
	s := f.history.undone[n-1]
	f.history.undone = f.history.undone[:n-1]
	for _, e := range s.edits {
		f.apply(e.at, e.at+len(e.removed), e.inserted)
	}
	f.history.done = append(f.history.done, s)
}

// TappedSecondary shows what can be done with the selection.
func (f *Field) TappedSecondary(ev *fyne.PointEvent) {
	c := typing.CanvasOf(f)
	if c == nil || f.MenuWord == nil {
		return
	}
	c.Focus(f)
	clipboard := fyne.CurrentApp().Clipboard()
	item := func(word string, s fyne.Shortcut, able bool, do func()) *fyne.MenuItem {
		i := keys.Shown(fyne.NewMenuItem(f.MenuWord(word), do), s)
		i.Disabled = !able
		return i
	}
	selected, writes := f.Selected() != "", !f.ReadOnly
	menu := fyne.NewMenu("",
		item("undo", &fyne.ShortcutUndo{}, writes && len(f.history.done) > 0, f.Undo),
		item("redo", &fyne.ShortcutRedo{}, writes && len(f.history.undone) > 0, f.Redo),
		fyne.NewMenuItemSeparator(),
		item("cut", &fyne.ShortcutCut{}, writes && selected, func() { f.CutTo(clipboard) }),
		item("copy", &fyne.ShortcutCopy{}, selected, func() { f.CopyTo(clipboard) }),
		item("paste", &fyne.ShortcutPaste{}, writes, func() { f.Paste(clipboard.Content()) }),
		fyne.NewMenuItemSeparator(),
		item("select_all", &fyne.ShortcutSelectAll{}, f.Len() > 0, f.SelectAll),
	)
	f.menu = pop.Show(menu, c, ev.AbsolutePosition)
}

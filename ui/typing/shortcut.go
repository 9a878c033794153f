package typing

import "fyne.io/fyne/v2"

// Writer is a text that the keys of the Edit menu work on.
type Writer interface {
	Undo()
	Redo()
	CopyTo(fyne.Clipboard)
	CutTo(fyne.Clipboard)
	Paste(string)
	SelectAll()
}

// Edit does what a key of the Edit menu asks, and reports whether it was one.
func Edit(w Writer, s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		w.Undo()
	case *fyne.ShortcutRedo:
		w.Redo()
	case *fyne.ShortcutCopy:
		w.CopyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		w.CutTo(s.Clipboard)
	case *fyne.ShortcutPaste:
		w.Paste(s.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		w.SelectAll()
	default:
		return false
	}
	return true
}

package ui

import (
	"bantin/bulletin"
)

// delete puts the open article among the deleted, offers to bring it back, and
// opens the one that takes its place in the list.
func (w *window) delete() {
	if !w.canWrite() {
		return
	}
	w.take() // its last words are what can come back
	gone := w.writing
	summary := w.summary()
	w.wanted++
	w.coming = coming{}
	w.writing = writing{}
	row := w.listing.Row(gone.id)
	w.listing.Drop(gone.id)
	if gone.stored {
		w.listing.Bury(summary)
	}
	w.list.Show("")
	w.win.Canvas().Unfocus() // the caret must not stay below the blank sheet
	w.showArticle()
	if gone.stored {
		w.keeper.Put(gone.id, gone.article.Clone(), bulletin.ReasonDelete)
		w.deleted(deletion{
			gone.id, func() string {
				return w.say.Say("desk.deleted", bulletin.Args{"headline": w.headlineOf(gone.article)})
			}, func() { w.bringBack(gone) },
		})
	}
	w.openRow(row)
}

// openRow opens the article in a row of the list, or else the last one.
func (w *window) openRow(row int) {
	if row = min(row, w.listing.Len()-1); row >= 0 {
		id := w.listing.At(row).ID
		w.list.Select(id)
		w.open(id)
	}
}

// deletion is what was deleted last.
type deletion struct {
	id   bulletin.ID
	said func() string // that it was, in the language of now
	back func()        // brings it back; nil where nothing was deleted
}

// deleted tells of a deletion. Undo takes it back, whether its notice is still
// there or not, until something else is deleted.
func (w *window) deleted(d deletion) {
	w.deletion = d
	w.offerUndo()
}

// offerUndo offers for a while to bring back what was deleted last.
func (w *window) offerUndo() {
	w.notices.Wait(ofDeletion, w.deletion.said(), w.say.Say("desk.undo_delete", nil), w.undoDeletion)
}

func (w *window) undoDeletion() {
	if d := w.deletion; d.back != nil {
		w.isBack(d.id)
		d.back()
	} else if w.comesBack() {
		w.sheet.Undo()
	}
}

// isBack hears that something deleted is back.
func (w *window) isBack(id bulletin.ID) {
	if w.deletion.id == id {
		w.deletion = deletion{}
		w.notices.Drop(ofDeletion)
	}
}

// undo takes back the last step in the field that has the focus; where none
// has it that can be written in, the last deletion, or where nothing was deleted, in
// the text that somebody has been in.
func (w *window) undo() {
	if f := w.focusedWriter(); f != nil && !(f == writer(w.sheet) && w.writing.deleted) {
		f.Undo()
	} else if w.file != nil {
		w.undoLast()
	}
}

// redo makes again what was taken back in the field that has the focus; where
// none has it, of several articles, or of an issue.
func (w *window) redo() {
	if f := w.focusedWriter(); f != nil {
		f.Redo()
	} else if w.file != nil {
		w.steps.afterStoring(w.redoNow)
	}
}

func (w *window) redoNow() {
	switch {
	case w.notices.Offers(ofNews, w.say.Say("desk.menu.redo", nil)):
		w.notices.Act(ofNews)
	case w.making != "":
		w.redoIssue(w.making)
	case len(w.steps.undone) > 0:
		w.redoIssue(w.steps.undone[len(w.steps.undone)-1].issue)
	case w.comesBack():
		w.sheet.Redo()
	}
}

// undoLast takes back what was done last and can be taken back.
func (w *window) undoLast() { w.steps.afterStoring(w.undoNow) }

func (w *window) undoNow() {
	if w.notices.Offers(ofNews, w.say.Say("desk.undo_delete", nil)) {
		w.notices.Act(ofNews)
		return
	}
	if w.making != "" && lastOf(w.steps.done, w.making) >= 0 {
		w.undoIssue(w.making)
		return
	}
	w.undoDeletion()
}

// bringBack restores a deleted article and opens it.
func (w *window) bringBack(gone writing) {
	w.take()
	w.wanted++
	w.coming = coming{}
	w.keeper.Put(gone.id, gone.article.Clone(), bulletin.ReasonRestore)
	w.isBack(gone.id)
	gone.dirty, gone.due, gone.deleted, gone.preview = false, false, false, nil
	w.writing = gone
	w.listing.Note(w.summary())
	if w.listing.Deleted() {
		w.listing.Show("")
	}
	w.list.Show(gone.id)
	w.showArticle()
}

// restoreOpen brings back the deleted article that is open; where none is, it
// offers those that were deleted last.
func (w *window) restoreOpen() {
	switch {
	case !w.canAdd():
	case w.writing.open && w.writing.deleted:
		w.bringBack(w.writing)
	default:
		w.askDeleted()
	}
}

// offerRestore says of a deleted article that it is one, and offers to bring
// it back.
func (w *window) offerRestore() {
	w.notices.Drop(ofArticle)
	if w.writing.open && w.writing.deleted && !w.file.ReadOnly() {
		if w.writing.id == w.deletion.id {
			w.notices.Drop(ofDeletion) // offers the same
		}
		w.notices.Stay(ofArticle, w.say.Say("desk.is_deleted", nil), w.say.Say("desk.restore_now", nil), w.restoreOpen)
	}
}

// readOnly reports whether what is on the sheet can only be read.
func (w *window) readOnly() bool {
	return w.file != nil && w.file.ReadOnly() || w.writing.deleted
}

// canWrite reports whether the open article can be written on. Where it cannot,
// the person is told why.
func (w *window) canWrite() bool {
	if w.file == nil || !w.writing.open {
		return false
	}
	if w.readOnly() {
		w.refuse()
		return false
	}
	return true
}

// canAdd reports whether there is a file that new articles can go into. Where
// it can only be read, the person is told.
func (w *window) canAdd() bool {
	if w.file != nil && w.file.ReadOnly() {
		w.refuse()
		return false
	}
	return w.file != nil
}

// refuse says why nothing can be written.
func (w *window) refuse() {
	if w.file.ReadOnly() {
		w.notices.Warn(w.say.Say("desk.cannot_write", nil), "", nil)
		return
	}
	w.notices.Stay(ofArticle, w.say.Say("desk.is_deleted", nil), w.say.Say("desk.restore_now", nil), w.restoreOpen)
}

package ui

import (
	"context"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// undoable is a settling that can be taken back: what was to be chosen is then
// open again, as it was.
type undoable struct {
	settling
	settled bulletin.RevisionID // "" when it is open again
}

// settled shows an article whose versions were joined. Undo on the sheet opens
// again what was chosen, and so does the notice, whatever was typed since.
func (w *window) settled(s settling, settled bulletin.RevisionID, sentence string) {
	if len(s.choices) == 0 || !w.writing.open {
		w.refreshFromFile()
		w.notices.Say(sentence, "", nil)
		return
	}
	u := &undoable{s, settled}
	w.search()
	w.loadIssues()
	w.reopenThen(func() {
		if w.writing.id == s.id && w.writing.deleted {
			w.deleted(deletion{s.id, func() string { return sentence }, func() { w.unsettle(u) }})
			return
		}
		if w.writing.id == s.id && !w.readOnly() {
			step := w.sheet.Manuscript().AsStep
			if w.writing.became {
				step = w.sheet.Manuscript().Along
			}
			w.writeOn()
			step(func() { onUI(func() { w.unsettle(u) }) }, func() {
				changed := w.writing.dirty // by anything else than this step
				onUI(func() { w.settleAgain(u, changed) })
			})
		}
		w.notices.Say(sentence, w.say.Say("desk.undo_delete", nil), func() { w.unsettle(u) })
	})
}

// writeOn gives the sheet the keyboard where nothing has it, so that Undo and
// Redo are those of the sheet.
func (w *window) writeOn() {
	if c := w.win.Canvas(); c.Focused() == nil && w.writing.open && w.making == "" && !w.busy() {
		c.Focus(w.sheet)
	}
}

// issueSettled shows an issue whose versions were joined, and offers to take it
// back until the next step.
func (w *window) issueSettled(s settling, settled bulletin.RevisionID, sentence string) {
	w.loadIssues()
	if len(s.choices) == 0 {
		w.notices.Say(sentence, "", nil)
		return
	}
	u := &undoable{s, settled}
	w.issuesRead, w.ofIssues = false, func() {
		if w.issueIndex(s.id) < 0 { // it was settled that it goes
			w.notices.Stepped()
			w.deleted(deletion{s.id, func() string { return sentence }, func() { w.unsettle(u) }})
		}
	}
	w.notices.SayOfStep(sentence, w.say.Say("desk.undo_delete", nil), func() { w.unsettle(u) })
}

// unsettle opens again what was chosen.
func (w *window) unsettle(u *undoable) {
	if u.settled == "" || w.file == nil {
		return
	}
	settled, file, keeper, author := u.settled, w.file, w.keeper, w.settings.author()
	u.settled = ""
	w.take()
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) error {
		if err := keeper.Flush(); err != nil {
			return err
		}
		_, err := file.Reopen(ctx, u.subject, u.id, settled, author)
		return err
	}, func(err error) {
		if err != nil {
			u.settled = settled // as before
		}
		w.ended(file, err, func() {
			w.notices.Clear()
			w.refreshFromFile()
		})
	})
}

// settleAgain settles again, as before, what Undo had opened; Redo has brought
// the text back already. Where something else was changed since, or the versions
// ask for something else, that is saved first, and what stands on the sheet is
// what is chosen.
func (w *window) settleAgain(u *undoable, changed bool) {
	if u.settled != "" || w.file == nil {
		return
	}
	file, keeper := w.file, w.keeper
	if changed {
		w.writing.dirty = true
		w.take()
	}
	w.writing.dirty = false // the version that joins them says what the sheet says
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		a, err := file.Article(context.Background(), u.id)
		onUI(func() {
			if err != nil || file != w.file || a.ID != w.writing.id {
				w.writing.dirty = true
				return
			}
			choices, same := u.again(a.Conflicts)
			switch {
			case changed:
				choices = asShown(a.Conflicts)
			case !same:
				w.settleAgain(u, true)
				return
			}
			s := settling{u.subject, u.id, a.Heads, choices, a.Conflicts}
			w.settleVersions(s, func(_ settling, settled bulletin.RevisionID, sentence string) {
				if len(s.choices) > 0 {
					u.settled = settled
				}
				w.refreshFromFile()
				w.notices.Say(sentence, w.say.Say("desk.undo_delete", nil), func() { w.unsettle(u) })
			})
		})
	}()
}

// again is what had been chosen, of conflicts that were opened again; same is
// false where they are others. Each version has its place again (merge.Reopen);
// which of two is called ours may have changed.
func (s settling) again(now []merge.Conflict) (choices merge.Choices, same bool) {
	if len(now) != len(s.asked) {
		return nil, false
	}
	choices = merge.Choices{}
	for i, c := range now {
		was, side := s.asked[i], s.choices[s.asked[i].Key()]
		if was.Turned != c.Turned {
			was, side = was.Turn(), side.Turn()
		}
		if was.Key() != c.Key() || was.Ours != c.Ours || was.Theirs != c.Theirs {
			return nil, false
		}
		choices[c.Key()] = side
	}
	return choices, true
}

func asShown(conflicts []merge.Conflict) merge.Choices {
	choices := merge.Choices{}
	for _, c := range conflicts {
		choices[c.Key()] = c.Shown
	}
	return choices
}

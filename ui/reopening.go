package ui

import (
	"context"
	"slices"

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
	if c := w.win.Canvas(); c.Focused() == nil && w.making == "" && !w.busy() {
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
		w.ended(file, err, func() {
			w.notices.Clear()
			w.refreshFromFile()
		})
	})
}

// settleAgain settles again, as before, what Undo had opened; Redo has brought
// the text back already. What else was changed since is saved first, and then
// what stands on the sheet is what is chosen.
func (w *window) settleAgain(u *undoable, changed bool) {
	if u.settled != "" || w.file == nil {
		return
	}
	file, keeper := w.file, w.keeper
	changed = changed || u.isOfSeveral()
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
			s := settling{u.subject, u.id, a.Heads, u.again(a.Conflicts), a.Conflicts}
			if changed {
				s.choices = asShown(a.Conflicts)
			}
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

// again chooses once more what had been chosen. Versions that were opened again
// may have changed places: what is ours now was theirs then, so a side is known
// by what it says, and where no side says that, what stands on the sheet is taken.
func (s settling) again(now []merge.Conflict) merge.Choices {
	choices := asShown(now)
	for _, c := range now {
		side, chosen := s.choices[c.Key()]
		then := slices.IndexFunc(s.asked, func(before merge.Conflict) bool { return before.Key() == c.Key() })
		if !chosen || then < 0 {
			continue
		}
		switch said := sideOf(s.asked[then], side); {
		case side != merge.Ours && side != merge.Theirs:
			choices[c.Key()] = side
		case c.Ours == said && c.Theirs != said:
			choices[c.Key()] = merge.Ours
		case c.Theirs == said && c.Ours != said:
			choices[c.Key()] = merge.Theirs
		}
	}
	return choices
}

// isOfSeveral reports a place at which more than two versions stood against each
// other: which of them a choice took is known by the sheet alone.
func (s settling) isOfSeveral() bool {
	return slices.ContainsFunc(s.asked, func(c merge.Conflict) bool { return c.Nth > 0 })
}

func sideOf(c merge.Conflict, side merge.Side) string {
	if side == merge.Theirs {
		return c.Theirs
	}
	return c.Ours
}

func asShown(conflicts []merge.Conflict) merge.Choices {
	choices := merge.Choices{}
	for _, c := range conflicts {
		choices[c.Key()] = c.Shown
	}
	return choices
}

package ui

import (
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/parts"
)

// acts are what can be done with several articles, in the order of their menu.
func (w *window) acts() []string {
	if w.file.ReadOnly() {
		return nil
	}
	if w.listing.Deleted() {
		return []string{"restore"}
	}
	acts := []string{"into_issue", "status", "section"}
	if w.listing.Issue() != "" {
		acts = append(acts, "out_of_issue", "up", "down")
	}
	return append(acts, "send", "", "delete")
}

// act does something with the chosen articles.
func (w *window) act(name string, ids []bulletin.ID, at fyne.Position) {
	if w.busy() {
		return
	}
	switch name {
	case "into_issue":
		w.chooseIssueFor(ids, at)
	case "out_of_issue":
		w.takeOutOf(w.listing.Issue(), ids)
	case "up":
		w.shiftStories(ids, -1)
	case "down":
		w.shiftStories(ids, +1)
	case "status":
		chooseFor(w, at, bulletin.Statuses(), func(s bulletin.Status) string { return w.say.Say("status."+string(s), nil) },
			func(s bulletin.Status) {
				w.batch("desk.batch_status", bulletin.Args{"status": w.say.Say("status."+string(s), nil)},
					func(ctx context.Context, b *desk.Batch, p desk.Progress) error { return b.SetStatus(ctx, ids, s, p) })
			})
	case "section":
		chooseFor(w, at, w.office.Sections, func(s string) string { return s }, func(s string) {
			w.batch("desk.batch_section", bulletin.Args{"section": s},
				func(ctx context.Context, b *desk.Batch, p desk.Progress) error { return b.SetSection(ctx, ids, s, p) })
		})
	case "send":
		w.askSend(ids)
	case "delete":
		w.deleteAll(ids)
	case "restore":
		w.batch("desk.batch_restored", nil,
			func(ctx context.Context, b *desk.Batch, p desk.Progress) error { return b.Restore(ctx, ids, p) })
	}
}

// severalChosen are the articles that are chosen in the list, where it is in sight,
// they are several, and they can go into an issue; else nil.
func (w *window) severalChosen() []bulletin.ID {
	if w.file == nil || w.making != "" || !slices.Contains(w.acts(), "into_issue") {
		return nil
	}
	if ids := w.list.Chosen.In(w.listing); len(ids) > 1 {
		return ids
	}
	return nil
}

// deleteAll deletes articles; the one on the sheet as its own key does.
func (w *window) deleteAll(ids []bulletin.ID) {
	if len(ids) == 1 && ids[0] == w.writing.id && w.writing.open {
		w.delete()
		return
	}
	w.batch("desk.batch_deleted", nil,
		func(ctx context.Context, b *desk.Batch, p desk.Progress) error { return b.Delete(ctx, ids, p) })
}

// chooseFor offers things in a menu.
func chooseFor[T any](w *window, at fyne.Position, things []T, name func(T) string, choose func(T)) {
	m := fyne.NewMenu("")
	for _, t := range things {
		m.Items = append(m.Items, fyne.NewMenuItem(name(t), func() { choose(t) }))
	}
	if len(m.Items) > 0 {
		parts.ShowMenu(m, w.win.Canvas(), at)
	}
}

// batch changes several articles with progress, and offers to take it back, and
// then to do it once more.
func (w *window) batch(done string, args bulletin.Args, change func(context.Context, *desk.Batch, desk.Progress) error) {
	if !w.canAdd() {
		return
	}
	again := func() { w.batch(done, args, change) }
	w.take()
	file, keeper, b := w.file, w.keeper, desk.NewBatch(w.file, w.settings.author())
	w.work("desk.batch_working", func(ctx context.Context, progress func(done, total int)) error {
		if err := keeper.Flush(); err != nil {
			return err
		}
		return change(ctx, b, progress)
	}, func(err error) {
		if file != w.file {
			return
		}
		w.refreshFromFile()
		sentence := bulletin.Args{"n": b.Len()}
		for k, v := range args {
			sentence[k] = v
		}
		w.batched(b, err, w.say.Say(done, sentence), "desk.undo_delete", again)
	})
}

// batched says how far a batch has come, or the taking back of it, what went
// wrong with it, and offers to take back what there is to take back, or, where all
// of it is back, to do it again.
func (w *window) batched(b *desk.Batch, err error, done, undo string, again func()) {
	failed := err != nil && !stopped(err)
	switch {
	case b.Len() == 0 && err != nil:
		w.complain(err)
	case b.Len() == 0 && b.Undone() > 0:
		w.notices.Say(w.say.Say("desk.batch_undone", bulletin.Args{"n": b.Undone()}), w.say.Say("desk.menu.redo", nil), again)
	case b.Len() == 0:
	case failed:
		w.notices.Warn(w.say.Explain(err)+"\n"+done, w.say.Say(undo, nil), func() { w.unbatch(b, again) })
	default:
		w.notices.Say(done, w.say.Say(undo, nil), func() { w.unbatch(b, again) })
	}
}

// unbatch takes a batch back, or what is left of it where that was stopped.
func (w *window) unbatch(b *desk.Batch, again func()) {
	w.take()
	file, keeper := w.file, w.keeper
	w.work("desk.batch_working", func(ctx context.Context, progress func(done, total int)) error {
		if err := keeper.Flush(); err != nil {
			return err
		}
		return b.Undo(ctx, progress)
	}, func(err error) {
		if file != w.file {
			return
		}
		w.refreshFromFile()
		w.batched(b, err, w.say.Say("desk.batch_partly_undone", bulletin.Args{"n": b.Undone(), "total": b.Undone() + b.Len()}), "desk.undo_rest", again)
	})
}

// refreshFromFile shows everything anew after something else than the sheet
// has written into the file.
func (w *window) refreshFromFile() {
	w.search()
	w.loadIssues()
	if !w.writing.open {
		return
	}
	w.reopen()
}

// showWhatCame shows everything anew after others' versions have come into the
// file.
func (w *window) showWhatCame() {
	w.search()
	w.loadIssues()
	w.showNews()
}

// reopen reads the article on the sheet anew.
func (w *window) reopen() { w.reopenThen(func() {}) }

// reopenThen is reopen; then is called when the article is on the sheet.
func (w *window) reopenThen(then func()) {
	if w.writing.stored {
		w.fetch(coming{id: w.writing.id, then: then})
	}
}

// chooseIssueFor asks which issue articles should go into.
func (w *window) chooseIssueFor(ids []bulletin.ID, at fyne.Position) {
	m := fyne.NewMenu("")
	for _, s := range w.issues {
		m.Items = append(m.Items, fyne.NewMenuItem(w.issueName(s.Issue), func() { w.putInto(ids, s.ID) }))
	}
	if len(m.Items) > 0 {
		m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	}
	fresh := w.say.Say("desk.menu.new_issue", nil)
	if len(ids) > 1 {
		fresh = w.say.Say("desk.menu.new_issue_of", bulletin.Args{"n": len(ids)})
	}
	m.Items = append(m.Items, fyne.NewMenuItem(fresh, func() { w.askNewIssueOf(ids) }))
	parts.ShowMenu(m, w.win.Canvas(), at)
}

// putInto puts articles at the end of an issue; those that stand in it already
// stay where they are.
func (w *window) putInto(ids []bulletin.ID, issue bulletin.ID) {
	n := 0
	w.changeIssue(issue, func(s *bulletin.Issue) {
		for _, id := range ids {
			if slotOf(*s, id) < 0 {
				s.Slots = append(s.Slots, bulletin.Slot{Article: id})
				n++
			}
		}
	}, func(name string) string {
		return w.say.Say("desk.batch_into_issue", bulletin.Args{"n": n, "issue": name})
	})
}

// moveStories puts stories of the shown issue before the story in a row.
func (w *window) moveStories(ids []bulletin.ID, before int) {
	at := bulletin.ID("")
	if before < w.listing.Len() {
		at = w.listing.At(before).ID
	}
	w.changeIssue(w.listing.Issue(), func(s *bulletin.Issue) { s.Slots = desk.MoveSlots(s.Slots, ids, at) }, nil)
}

// shiftStories moves stories of the shown issue together over the story above them, or
// the one below.
func (w *window) shiftStories(ids []bulletin.ID, by int) {
	w.changeIssue(w.listing.Issue(), func(s *bulletin.Issue) {
		isOne := func(slot bulletin.Slot) bool { return slices.Contains(ids, slot.Article) }
		first := slices.IndexFunc(s.Slots, isOne)
		last := first
		for i, slot := range s.Slots {
			if isOne(slot) {
				last = i
			}
		}
		before := bulletin.ID("")
		switch {
		case first < 0, by < 0 && first == 0, by > 0 && last == len(s.Slots)-1:
			return
		case by < 0:
			before = s.Slots[first-1].Article
		case last+2 < len(s.Slots):
			before = s.Slots[last+2].Article
		}
		s.Slots = desk.MoveSlots(s.Slots, ids, before)
	}, nil)
}

// moveChosen moves the story that is chosen on the make-up table so many places down
// the order, or up, from where it stands once the move before is stored.
func (w *window) moveChosen(by int) {
	chosen := w.makeup.Chosen()
	w.changeIssue(w.making, func(s *bulletin.Issue) {
		i := slotOf(*s, chosen)
		if to := i + by; i >= 0 && to >= 0 && to < len(s.Slots) {
			s.Slots[i], s.Slots[to] = s.Slots[to], s.Slots[i]
		}
	}, nil)
}

// changeIssue changes an issue, stores it, and offers to take it back where it
// says what it did.
func (w *window) changeIssue(id bulletin.ID, change func(*bulletin.Issue), say func(name string) string) {
	w.changeIssueFor(bulletin.ReasonSave, id, change, say)
}

// changeIssueFor changes an issue for a reason; see changeIssue.
func (w *window) changeIssueFor(reason bulletin.Reason, id bulletin.ID, change func(*bulletin.Issue), say func(name string) string) {
	w.steps.afterStoring(func() { w.changeIssueNow(reason, id, change, say) })
}

func (w *window) changeIssueNow(reason bulletin.Reason, id bulletin.ID, change func(*bulletin.Issue), say func(name string) string) {
	at := w.issueIndex(id)
	if at < 0 || !w.canAdd() {
		return
	}
	w.take()
	before := w.issues[at].Issue
	after := before
	after.Slots, after.Holes = slices.Clone(before.Slots), slices.Clone(before.Holes)
	change(&after)
	if reflect.DeepEqual(after, before) {
		return
	}
	w.storeStep(id, after, reason, func() {
		w.notices.Stepped()
		s := issueStep{issue: id, before: before, after: after, say: say}
		w.steps.stepped(s)
		w.sayStep(s)
	})
}

// sayStep says what a step of an issue did, where that is not seen, and offers to
// take it back.
func (w *window) sayStep(s issueStep) {
	undo := w.say.Say("desk.undo_delete", nil)
	switch {
	case s.say != nil:
		w.notices.Say(s.say(w.issueName(s.after)), undo, func() { w.undoIssue(s.issue) })
	case w.notices.Offers(ofNews, undo):
		w.notices.Clear() // what it offers to take back is not the last step any more
	}
}

func (w *window) issueIndex(id bulletin.ID) int {
	for i := range w.issues {
		if w.issues[i].ID == id {
			return i
		}
	}
	return -1
}

package ui

import (
	"cmp"
	"context"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
	"bantin/ui/settle"
)

// noteIssue says what is to be settled of the issue at hand, or that it was put
// together by the program and wants to be looked at.
func (w *window) noteIssue() {
	if w.notices == nil || w.file == nil {
		return
	}
	w.notices.Drop(ofIssue)
	s := w.issueAtHand()
	if s == nil || s.Deleted || w.file.ReadOnly() || w.making == "" && w.listing.Issue() != s.ID {
		return
	}
	args := bulletin.Args{"issue": w.issueName(s.Issue), "n": len(merge.ByPlace(s.Conflicts))}
	switch {
	case len(s.Conflicts) > 0:
		key := "desk.settle.issue"
		if len(s.Heads) > 2 {
			key = "desk.settle.issue_several"
		}
		w.notices.Stay(ofIssue, w.say.Say(key, args), w.say.Say("desk.settle.open", nil), w.askSettleIssue)
	case s.NeedsEye:
		w.notices.Stay(ofIssue, w.say.Say("desk.settle.issue_merged", args), w.say.Say("desk.settle.seen", nil),
			func() { w.settleIssue(s.ID, s.Heads, merge.Choices{}) })
	}
}

// askSettleIssue shows what two versions of the issue at hand say differently,
// side by side.
func (w *window) askSettleIssue() {
	s := w.issueAtHand()
	switch {
	case s == nil || len(s.Conflicts) == 0:
		w.tell(w.say.Say("desk.settle.nothing_issue", nil))
	case w.canAdd():
		w.openSettleIssue(s.ID)
	}
}

// openSettleIssue shows what two versions of an issue say differently, as the
// file has them now.
func (w *window) openSettleIssue(id bulletin.ID) {
	file := w.file
	go func() {
		stored, err := file.Issue(context.Background(), id)
		who := whoWrote(file, stored.Conflicts, stored.Heads, w.say)
		joined, joinErr := file.Joined(context.Background(), bulletin.SubjectIssue, id)
		onUI(func() {
			switch {
			case file != w.file || w.busy():
			case cmp.Or(err, joinErr) != nil:
				w.complain(cmp.Or(err, joinErr))
			case len(stored.Conflicts) == 0:
				w.tell(w.say.Say("desk.settle.nothing_issue", nil))
			default:
				w.showSettleIssue(stored, who, joined)
			}
		})
	}()
}

func (w *window) showSettleIssue(s storage.StoredIssue, who map[bulletin.RevisionID]string, joined []merge.Change) {
	words := w.say.WordingOf()
	words.Headline = func(story string) string { return w.listedHeadline(bulletin.ID(story)) }
	words.Apart = "\n"
	answered := false
	p := &settle.Panel{
		Say: w.say, Title: w.issueName(s.Issue), Questions: w.questions(s.Conflicts, s.Heads, nil, who, words), Joined: joinedIn(joined, words), Taken: w.taken[s.ID],
		Settle: func(choices merge.Choices) error { answered = true; w.settleIssue(s.ID, s.Heads, choices); return nil },
	}
	shown := p.Show(w.win)
	shown.OnShut = func() {
		w.keepTaken(s.ID, p, answered)
		if !answered {
			w.noteIssue()
		}
	}
	w.dialog = shown
}

// settleIssue joins the versions of an issue with the sides that were chosen.
func (w *window) settleIssue(id bulletin.ID, heads []bulletin.RevisionID, choices merge.Choices) {
	w.settleVersions(settling{subject: bulletin.SubjectIssue, id: id, heads: heads, choices: choices}, w.issueSettled)
}

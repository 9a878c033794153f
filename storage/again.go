package storage

import (
	"context"
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// saysNothingNew reports a save of the text that its only parent has. A person
// who saves, unchanged, what the program had merged says that it is right; one
// who goes back to an earlier version makes it the newest; and what opens
// conflicts again is told in the history. What the program saved by itself is a
// version to come back to once its writer has saved it.
func saysNothingNew(ctx context.Context, q querier, s Save) (bool, error) {
	if s.Reason.IsBlind() {
		return true, nil
	}
	if s.Reason == bulletin.ReasonReopen {
		return false, nil
	}
	parent, err := loadRevision(ctx, q, s.Expected[0])
	if err != nil || s.Reason == bulletin.ReasonSave && isOwnAutosave(parent, s) {
		return false, err
	}
	if s.Reason == bulletin.ReasonRestore {
		heads, err := headsOf(ctx, q, parent.Kind, parent.Subject)
		return slices.Contains(heads, parent.ID), err
	}
	unseen, err := joinedUnseen(ctx, q, parent)
	return !unseen, err
}

func isOwnAutosave(r bulletin.Revision, s Save) bool {
	return r.Reason == bulletin.ReasonAutosave && r.Author == viet.Normalize(s.Author)
}

// leftByHand makes a save of the writer's out of what the program had saved by
// itself for them last, if that is what they write over, with the time when they
// left it, and gives what they write over then. What the program merged, and nobody
// has looked over, stays its own.
func leftByHand(ctx context.Context, tx execer, s Save) ([]bulletin.RevisionID, error) {
	if len(s.Expected) != 1 {
		return s.Expected, nil
	}
	last, err := loadRevision(ctx, tx, s.Expected[0])
	if err != nil || !isOwnAutosave(last, s) || last.IsThinned() || verify(last) != nil {
		return s.Expected, err
	}
	if unseen, err := joinedUnseen(ctx, tx, last); err != nil || unseen {
		return s.Expected, err
	}
	r, err := bulletin.NewRevision(last.Kind, last.Subject, s.Expected, last.Time, last.Author, bulletin.ReasonSave, last.Document)
	if err == nil {
		err = insertRevision(ctx, tx, r)
	}
	return []bulletin.RevisionID{r.ID}, err
}

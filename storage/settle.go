package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/bulletin/viet"
)

// Settle joins the heads in s.Expected, which are those that the person has
// seen: what merges by itself is merged, and each conflict is settled by the
// choice for its Key. The new revision has all these heads as parents, and the
// reason merge unless s gives another. Without conflicts and choices it says
// that a person has looked over what the machine merged. Troubles:
// conflict_unknown (a choice that cannot be made), conflicts_open (some are
// left; nothing was written), and those of SaveArticle.
func (f *File) Settle(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, choices merge.Choices, s Save) (Saved, error) {
	if s.Reason == "" {
		s.Reason = bulletin.ReasonMerge
	}
	s.Settles = true
	v, err := f.merged(ctx, kind, id, s.Expected, choices)
	if err != nil {
		return Saved{}, fmt.Errorf("settle %s %s: %w", kind, id, err)
	}
	if n := len(v.Conflicts); n > 0 {
		return Saved{}, bulletin.NewTrouble("conflicts_open", bulletin.Args{"n": n, "field": merge.Contested(v.Conflicts[0].Key())}, nil)
	}
	document := v.Document
	if v.Deleted {
		s.Reason, document = bulletin.ReasonDelete, tombstone
	}
	saved, err := f.save(ctx, kind, id, document, s)
	if err != nil {
		return Saved{}, fmt.Errorf("settle %s %s: %w", kind, id, err)
	}
	return saved, nil
}

// Reopen opens the conflicts again that the version settled has settled, with the
// approval that the text had: both sides are shown as before, and what was
// written since stays. Nothing is taken out of the history. It fails with the
// trouble reopen_late where that cannot be: what was written since speaks of the
// same places, somebody else has saved meanwhile, or a version is gone.
func (f *File) Reopen(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, settled bulletin.RevisionID, author string) (Saved, error) {
	s := Save{Author: author, Reason: bulletin.ReasonReopen, Settles: true}
	var saved Saved
	err := f.writing(ctx, func(tx execer) error {
		heads, err := headsOf(ctx, tx, kind, id)
		if err != nil {
			return err
		}
		if len(heads) != 1 {
			return merge.ErrLate
		}
		from, err := newPast(ctx, tx, id)
		if err != nil {
			return err
		}
		again, err := merge.Reopen(kind, settled, heads[0], from, time.Now(), viet.Normalize(author))
		if err != nil {
			return err
		}
		for _, r := range again.Beside {
			if err := insertRevision(ctx, tx, r); err != nil {
				return err
			}
		}
		s.Expected = again.Parents
		saved, err = saveIn(ctx, tx, kind, id, again.Text, s)
		return err
	})
	if errors.Is(err, merge.ErrLate) {
		err = bulletin.NewTrouble("reopen_late", nil, err)
	}
	if err == nil {
		err = f.readBack(ctx, saved.Revision)
	}
	if err != nil {
		return Saved{}, fmt.Errorf("open %s %s again: %w", kind, id, err)
	}
	return saved, nil
}

func (f *File) merged(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, heads []bulletin.RevisionID, choices merge.Choices) (v merge.View, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		v, err = mergeOf(ctx, q, kind, id, heads, choices)
		return err
	})
	var wrong *merge.ChoiceError
	if errors.As(err, &wrong) {
		err = bulletin.NewTrouble("conflict_unknown", bulletin.Args{"field": merge.Contested(wrong.Key), "side": string(wrong.Side)}, err)
	}
	var twice *merge.ContradictionError
	if errors.As(err, &twice) {
		err = bulletin.NewTrouble("choices_contradict", bulletin.Args{"field": merge.Contested(twice.Field), "one": twice.One, "other": twice.Other}, err)
	}
	return v, err
}

// mergeOf merges some versions of a subject that have their texts. The sides of
// conflicts and choices are those of this file (see mine).
func mergeOf(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID, heads []bulletin.RevisionID, choices merge.Choices) (merge.View, error) {
	sound, err := soundOf(ctx, q, heads)
	if err != nil {
		return merge.View{}, err
	}
	if len(sound) == 0 {
		return merge.View{}, missing(kind, string(id))
	}
	from, err := newPast(ctx, q, id)
	if err != nil {
		return merge.View{}, err
	}
	v, err := merge.Heads(kind, idsOf(sound), from, nil)
	if err != nil {
		return v, err
	}
	if v.Conflicts, err = mine(ctx, q, kind, id, sound, from, v); err != nil || len(choices) == 0 {
		return v, err
	}
	return merge.Heads(kind, idsOf(sound), from, asMerged(choices, v.Conflicts))
}

// leavingOpen is what a save over several heads follows: all of them when they
// merge without conflict or when it settles the conflicts. Otherwise the other
// sides are set aside first, so that the conflicts stay (merge.Over).
func leavingOpen(ctx context.Context, tx execer, kind bulletin.SubjectKind, id bulletin.ID, s Save) ([]bulletin.RevisionID, error) {
	if s.Settles || len(s.Expected) < 2 {
		return s.Expected, nil
	}
	sound, err := soundOf(ctx, tx, s.Expected)
	if err != nil {
		return nil, err
	}
	from, err := newPast(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	parents, aside, err := merge.Over(kind, idsOf(sound), from)
	if err != nil || len(parents) == len(sound) && len(aside) == 0 {
		return s.Expected, err
	}
	for _, r := range aside {
		if err := insertRevision(ctx, tx, r); err != nil {
			return nil, err
		}
	}
	return parents, nil
}

package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Joined tells what has come into an article or issue of several newest versions
// without that anybody was asked: what the others have changed beside the version
// that was written in this file (see mine) and that no conflict is about. Nothing
// where there is one version, or none. Errors are those of reading.
func (f *File) Joined(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID) (changes []merge.Change, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		changes, err = joined(ctx, q, kind, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("tell what was joined in %s %s: %w", kind, id, err)
	}
	return changes, nil
}

func joined(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) ([]merge.Change, error) {
	heads, err := headsOf(ctx, q, kind, id)
	if err != nil || len(heads) < 2 {
		return nil, err
	}
	sound, err := soundOf(ctx, q, heads)
	if err != nil {
		return nil, err
	}
	from, err := newPast(ctx, q, id)
	if err != nil {
		return nil, err
	}
	turns, err := newTurns(ctx, q, id, sound, from)
	if err != nil {
		return nil, err
	}
	own := slices.MinFunc(sound, func(a, b bulletin.Revision) int {
		switch {
		case turns.before(a.ID, b.ID):
			return -1
		case turns.before(b.ID, a.ID):
			return +1
		}
		return 0
	})
	return merge.Joined(kind, idsOf(sound), own.ID, from)
}

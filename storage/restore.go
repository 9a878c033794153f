package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Restored is what Restore did.
type Restored struct {
	Saved
	Settled []merge.Conflict // that were open, and are settled by neither side
}

// Restore makes an earlier version of an article or an issue the newest one,
// over the versions in s.Expected, which are those that the person has seen.
// Where these have conflicts that nobody has settled, an earlier text that is
// mixed with one of the sides would be nobody's: then it takes the place of all
// sides, if s.Settles says so, and otherwise nothing is written (trouble
// restore_conflict). Where all of them are damaged, which nobody has seen then,
// the earlier version is written over itself and they stay heads: who has them
// whole loses nothing. Troubles besides: revision_is_deletion, and those of
// Revision and of SaveArticle.
func (f *File) Restore(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, version bulletin.RevisionID, s Save) (Restored, error) {
	restored, err := f.restore(ctx, kind, id, version, s)
	if err != nil {
		return Restored{}, fmt.Errorf("restore %s %s to %s: %w", kind, id, version.Short(), err)
	}
	return restored, nil
}

func (f *File) restore(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, version bulletin.RevisionID, s Save) (restored Restored, err error) {
	r, err := f.Revision(ctx, version)
	switch {
	case err != nil:
		return restored, err
	case r.Subject != id:
		return restored, fmt.Errorf("it is a version of %s", r.Subject)
	case r.Deleted:
		return restored, bulletin.NewTrouble("revision_is_deletion", bulletin.Args{"revision": version.Short()}, nil)
	}
	v, err := f.merged(ctx, kind, id, s.Expected, nil)
	if isHurt(err) {
		s.Expected, err = []bulletin.RevisionID{version}, nil
	}
	if err != nil {
		return restored, err
	}
	if n := len(v.Conflicts); n > 0 && !s.Settles {
		return restored, bulletin.NewTrouble("restore_conflict", bulletin.Args{"name": nameIn(r), "n": n}, nil)
	}
	s.Reason, s.Settles, restored.Settled = bulletin.ReasonRestore, true, v.Conflicts
	if kind == bulletin.SubjectIssue {
		var issue bulletin.Issue
		if err = bulletin.ReadJSON(r.Document, &issue); err == nil {
			restored.Saved, err = f.SaveIssue(ctx, id, issue, s)
		}
		return restored, err
	}
	article, err := readArticle(r.Document)
	if err == nil {
		restored.Saved, err = f.SaveArticle(ctx, id, article, s)
	}
	return restored, err
}

package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// History lists every revision of an article or an issue, newest first: always
// a revision before its parents, whatever the clocks of the PCs said, and the
// later of two that know nothing of each other first. A revision whose hash is
// wrong has a nil Document; those that were thinned are left out. An unknown
// subject has no history.
func (f *File) History(ctx context.Context, subject bulletin.ID) ([]bulletin.Revision, error) {
	var all []bulletin.Revision
	err := f.reading(ctx, func(q querier) (err error) {
		all, err = versionsOf(ctx, q, subject)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the history of %s: %w", subject, err)
	}
	ordered := slices.DeleteFunc(all, func(r bulletin.Revision) bool { return r.IsThinned() })
	for i := range ordered {
		if verify(ordered[i]) != nil {
			ordered[i].Document = nil
		}
	}
	return ordered, nil
}

// versionsOf loads every revision of a subject as it stands, in the order of
// History.
func versionsOf(ctx context.Context, q querier, subject bulletin.ID) ([]bulletin.Revision, error) {
	all, err := collect(ctx, q, scanRevision,
		`SELECT `+revisionColumns+` FROM revisions WHERE subject = ? ORDER BY time_ms DESC, id DESC`, subject)
	return childrenFirst(all), err
}

// Lineage are the parents of every revision of an article or an issue, also of
// those that were thinned. An unknown subject has none.
func (f *File) Lineage(ctx context.Context, subject bulletin.ID) (map[bulletin.RevisionID][]bulletin.RevisionID, error) {
	type link struct{ child, parent bulletin.RevisionID }
	var links []link
	err := f.reading(ctx, func(q querier) (err error) {
		links, err = collect(ctx, q, func(row scanner) (l link, err error) {
			err = row.Scan(&l.child, &l.parent)
			return l, err
		},
			`SELECT revision, parent FROM parents WHERE revision IN (SELECT id FROM revisions WHERE subject = ?)`, subject)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the lineage of %s: %w", subject, err)
	}
	all := map[bulletin.RevisionID][]bulletin.RevisionID{}
	for _, l := range links {
		all[l.child] = append(all[l.child], l.parent)
	}
	return all, nil
}

// childrenFirst orders revisions so that none comes before a child of its own,
// and else by precedence in time. A damaged file may hold a circle; what is in
// it comes last.
func childrenFirst(all []bulletin.Revision) []bulletin.Revision {
	children := map[bulletin.RevisionID]int{} // of each revision, not yet listed
	for _, r := range all {
		for _, parent := range r.Parents {
			children[parent]++
		}
	}
	later := func(a, b bulletin.Revision) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.ID, a.ID)) }
	waiting, ready := divide(all, children)
	ordered := make([]bulletin.Revision, 0, len(all))
	for len(ready) > 0 {
		slices.SortFunc(ready, later)
		next := ready[0]
		ready = ready[1:]
		ordered = append(ordered, next)
		for _, parent := range next.Parents {
			if children[parent]--; children[parent] == 0 && waiting[parent].ID != "" {
				ready = append(ready, waiting[parent])
				delete(waiting, parent)
			}
		}
	}
	for _, r := range all { // only circles are left
		if waiting[r.ID].ID != "" {
			ordered = append(ordered, r)
		}
	}
	return ordered
}

// divide splits revisions into those with children and those without.
func divide(all []bulletin.Revision, children map[bulletin.RevisionID]int) (waiting map[bulletin.RevisionID]bulletin.Revision, ready []bulletin.Revision) {
	waiting = map[bulletin.RevisionID]bulletin.Revision{}
	for _, r := range all {
		if children[r.ID] > 0 {
			waiting[r.ID] = r
		} else {
			ready = append(ready, r)
		}
	}
	return waiting, ready
}

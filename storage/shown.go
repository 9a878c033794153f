package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// shown is a subject as the file shows it.
type shown struct {
	revision  bulletin.Revision     // the head that is shown, or that the others were merged into
	newest    bulletin.Revision     // the head that was written last
	text      []byte                // the document; for a deletion, the last text before
	heads     []bulletin.RevisionID // that the text is made of, sorted
	conflicts []merge.Conflict
	deleted   bool
	needsEye  bool
	hurt      bool // a head, what heads were written over, or the text before the deletion, is damaged and left out
}

// show tells what a subject looks like: its only head, or what merging its
// heads gives (merge.Heads), which is the same in every file that has the same
// revisions. A damaged head is left out while there is a sound one, so that it
// does not keep people from reading and saving; it is none of the heads of what
// is shown then, so that no save is made over what nobody has seen. No heads at
// all: ok is false.
func show(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID, as siding) (s shown, ok bool, err error) {
	s.heads, err = headsOf(ctx, q, kind, subject)
	if err != nil || len(s.heads) == 0 {
		return shown{}, false, err
	}
	sound, err := soundOf(ctx, q, s.heads)
	if err != nil {
		return shown{}, false, err
	}
	s.hurt = len(sound) < len(s.heads)
	s.heads = idsOf(sound)
	s.newest = slices.MaxFunc(sound, precedence)
	s.revision, s.text, s.deleted = s.newest, s.newest.Document, s.newest.Deleted
	switch {
	case len(sound) > 1 && !s.deleted:
		err = s.merge(ctx, q, kind, subject, sound, as)
	case len(sound) == 1:
		s.needsEye, err = joinedUnseen(ctx, q, s.newest)
	}
	if err == nil && s.deleted {
		var passed bool
		s.text, passed, err = lastText(ctx, q, subject)
		if err == nil && s.text == nil {
			s.text = []byte("{}") // as in a file that was handed over
			passed = passed || areHurt(ctx, q, s.revision.Parents)
		}
		s.hurt = s.hurt || passed
	}
	return s, true, err
}

// merge shows what several heads come to.
func (s *shown) merge(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID, sound []bulletin.Revision, as siding) error {
	from, err := newPast(ctx, q, subject)
	if err != nil {
		return err
	}
	v, err := merge.Heads(kind, idsOf(sound), from, nil)
	if err != nil {
		return err
	}
	ours := slices.IndexFunc(sound, func(r bulletin.Revision) bool { return r.ID == v.Ours })
	s.revision, s.text, s.needsEye = sound[ours], v.Document, true
	s.hurt = s.hurt || from.hurt
	s.conflicts = v.Conflicts
	if as == sided {
		s.conflicts, err = mine(ctx, q, kind, subject, sound, from, v)
	}
	return err
}

func idsOf(revisions []bulletin.Revision) []bulletin.RevisionID {
	ids := make([]bulletin.RevisionID, len(revisions))
	for i, r := range revisions {
		ids[i] = r.ID
	}
	return ids
}

// past is the history of one subject, as merging asks for it.
type past struct {
	ctx     context.Context
	q       querier
	parents map[bulletin.RevisionID][]bulletin.RevisionID
	hurt    bool // a version was asked for that is damaged
}

func newPast(ctx context.Context, q querier, subject bulletin.ID) (*past, error) {
	type edge struct{ child, parent bulletin.RevisionID }
	edges, err := collect(ctx, q, func(row scanner) (e edge, err error) {
		err = row.Scan((*string)(&e.child), (*string)(&e.parent))
		return e, err
	}, `SELECT p.revision, p.parent FROM revisions AS r JOIN parents AS p ON p.revision = r.id WHERE r.subject = ?`, subject)
	if err != nil {
		return nil, fmt.Errorf("read the past of %s: %w", subject, err)
	}
	p := &past{ctx: ctx, q: q, parents: make(map[bulletin.RevisionID][]bulletin.RevisionID, len(edges))}
	for _, e := range edges {
		p.parents[e.child] = append(p.parents[e.child], e.parent)
	}
	return p, nil
}

func (p *past) Parents(id bulletin.RevisionID) []bulletin.RevisionID { return p.parents[id] }

func (p *past) Load(id bulletin.RevisionID) (bulletin.Revision, bool, error) {
	r, err := loadRevision(p.ctx, p.q, id)
	switch {
	case bulletin.TroubleKey(err) == "revision_missing":
		return r, false, nil
	case isTorn(err), err == nil && verify(r) != nil:
		p.hurt = true
		return r, false, nil
	}
	return r, err == nil && !r.IsThinned(), err
}

// joinedUnseen reports a head that was saved blindly (bulletin.Reason.IsBlind),
// over several heads that the program had merged, or that only such saves have
// followed since: what the machine merged is still to be looked over.
func joinedUnseen(ctx context.Context, q querier, head bulletin.Revision) (bool, error) {
	if !head.Reason.IsBlind() {
		return false, nil
	}
	return has(ctx, q, `WITH RECURSIVE back (id) AS (
			VALUES (?)
			UNION
			SELECT p.parent FROM back JOIN parents AS p ON p.revision = back.id
				JOIN revisions AS r ON r.id = p.parent WHERE r.reason IN ('autosave', 'mend')
		)
		SELECT 1 FROM back WHERE (SELECT count(*) FROM parents WHERE revision = back.id) > 1 LIMIT 1`, head.ID)
}

// soundOf loads those of some revisions that are not damaged. It fails when
// all are.
func soundOf(ctx context.Context, q querier, ids []bulletin.RevisionID) (sound []bulletin.Revision, err error) {
	var damage error
	for _, id := range ids {
		r, err := soundRevision(ctx, q, id)
		switch bulletin.TroubleKey(err) {
		case "revision_damaged", "revision_missing", "revision_thinned":
			damage = err
			continue
		}
		if err != nil {
			return nil, err
		}
		sound = append(sound, r)
	}
	if len(sound) == 0 {
		return nil, damage
	}
	return sound, nil
}

// notHurt are those of some revisions that can be read; all of them where none
// can.
func notHurt(ctx context.Context, q querier, ids []bulletin.RevisionID) ([]bulletin.RevisionID, error) {
	if len(ids) < 2 {
		return ids, nil
	}
	sound, err := soundOf(ctx, q, ids)
	switch {
	case isHurt(err):
		return ids, nil
	case err != nil:
		return nil, err
	}
	return idsOf(sound), nil
}

// precedence orders heads by who wrote last, deletions first: the greatest
// gives an article its time and its author in the list. It never decides
// whose text is shown.
func precedence(a, b bulletin.Revision) int {
	switch {
	case a.Deleted && !b.Deleted:
		return -1
	case b.Deleted && !a.Deleted:
		return 1
	}
	return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID))
}

// lastText is the newest sound document of a deleted subject that is not a
// tombstone, and whether it passed over damaged ones; a file that was handed over
// may hold none (nil).
func lastText(ctx context.Context, q querier, subject bulletin.ID) (text []byte, passed bool, err error) {
	ids, err := collect(ctx, q, scanString[bulletin.RevisionID],
		`SELECT id FROM revisions WHERE subject = ? AND deleted = 0 AND substr(document, 1, 8) <> 'thinned ' ORDER BY time_ms DESC, id DESC LIMIT 20`, subject)
	if err != nil {
		return nil, false, fmt.Errorf("find the text before the deletion of %s: %w", subject, err)
	}
	for _, id := range ids {
		r, err := loadRevision(ctx, q, id)
		if err != nil {
			return nil, false, err
		}
		if verify(r) == nil && !r.IsThinned() {
			return r.Document, passed, nil
		}
		passed = passed || !r.IsThinned()
	}
	return nil, passed, nil
}

// areHurt reports versions that are in the file, or were, and cannot be read or
// are not what was saved.
func areHurt(ctx context.Context, q querier, ids []bulletin.RevisionID) bool {
	return slices.ContainsFunc(ids, func(id bulletin.RevisionID) bool {
		r, err := loadRevision(ctx, q, id)
		return bulletin.TroubleKey(err) != "revision_missing" && (err != nil || verify(r) != nil)
	})
}

// createdMs is when the earliest revision of a subject was written.
func createdMs(ctx context.Context, q querier, subject bulletin.ID) (ms int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT min(time_ms) FROM revisions WHERE subject = ?`, subject).Scan(&ms)
	return ms, err
}

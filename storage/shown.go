package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// shown is a subject as the file shows it.
type shown struct {
	revision bulletin.Revision     // the head that is shown
	text     []byte                // its document; for a tombstone, the last text before
	heads    []bulletin.RevisionID // sorted
}

// show chooses which head stands for a subject with several: one with text
// before a tombstone, so that no edit vanishes behind a deletion; then the one
// written later; then the one with the larger ID. Every copy of the file shows
// the same. A damaged head is shown by no rule while there is a sound one, so
// that it does not keep people from reading and saving. No heads at all: ok is
// false.
func show(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID) (s shown, ok bool, err error) {
	s.heads, err = headsOf(ctx, q, kind, subject)
	if err != nil || len(s.heads) == 0 {
		return shown{}, false, err
	}
	sound, err := soundOf(ctx, q, s.heads)
	if err != nil {
		return shown{}, false, err
	}
	s.revision = slices.MaxFunc(sound, precedence)
	s.text = s.revision.Document
	if s.revision.Deleted {
		s.text, err = lastText(ctx, q, subject)
	}
	return s, true, err
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

// precedence orders heads; the greatest is shown.
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
// tombstone; a file that was handed over may hold none (empty).
func lastText(ctx context.Context, q querier, subject bulletin.ID) ([]byte, error) {
	ids, err := collect(ctx, q, scanString[bulletin.RevisionID],
		`SELECT id FROM revisions WHERE subject = ? AND deleted = 0 AND substr(document, 1, 8) <> 'thinned ' ORDER BY time_ms DESC, id DESC LIMIT 20`, subject)
	if err != nil {
		return nil, fmt.Errorf("find the text before the deletion of %s: %w", subject, err)
	}
	for _, id := range ids {
		r, err := loadRevision(ctx, q, id)
		if err != nil {
			return nil, err
		}
		if verify(r) == nil && !r.IsThinned() {
			return r.Document, nil
		}
	}
	return []byte("{}"), nil
}

// createdMs is when the earliest revision of a subject was written.
func createdMs(ctx context.Context, q querier, subject bulletin.ID) (ms int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT min(time_ms) FROM revisions WHERE subject = ?`, subject).Scan(&ms)
	return ms, err
}

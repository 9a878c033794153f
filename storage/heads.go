package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// isHead is the condition that a row of revisions is a head: no other version
// of the same article or issue was written over it. What another one claims to
// have been written over does not matter.
const isHead = `NOT EXISTS (SELECT 1 FROM parents AS p JOIN revisions AS child ON child.id = p.revision
	WHERE p.parent = revisions.id AND child.subject = revisions.subject)`

// refreshHeads derives the heads of one subject anew.
func refreshHeads(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM heads WHERE subject = ?`, subject); err != nil {
		return fmt.Errorf("clear heads of %s: %w", subject, err)
	}
	heads, err := derivedHeads(ctx, tx, kind, subject)
	if err != nil {
		return err
	}
	return writeHeads(ctx, tx, kind, subject, heads)
}

// derivedHeads finds the heads of a subject among its revisions, sorted.
func derivedHeads(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID) ([]bulletin.RevisionID, error) {
	heads, err := collect(ctx, q, scanString[bulletin.RevisionID], `SELECT id FROM revisions
		WHERE subject = ? AND kind = ? AND `+isHead+` ORDER BY id`, subject, kind)
	if err != nil {
		return nil, fmt.Errorf("find the heads of %s: %w", subject, err)
	}
	return heads, nil
}

func writeHeads(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID, heads []bulletin.RevisionID) error {
	hash := new(rowHash).ofHeads(kind, subject, heads)
	for _, id := range heads {
		if _, err := tx.ExecContext(ctx, `INSERT INTO heads (subject, revision, kind, hash) VALUES (?, ?, ?, ?)`,
			subject, id, kind, hash); err != nil {
			return fmt.Errorf("write heads of %s: %w", subject, err)
		}
	}
	return nil
}

// rebuildHeads derives the heads of every subject anew.
func rebuildHeads(ctx context.Context, tx execer) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM heads`); err != nil {
		return err
	}
	all, err := collect(ctx, tx, scanHead, `SELECT subject, id, kind, 0 FROM revisions WHERE `+isHead+` ORDER BY subject, kind, id`)
	if err != nil {
		return err
	}
	for s, heads := range headsBySubject(all) {
		if err := writeHeads(ctx, tx, s.kind, s.id, idsOfHeads(heads)); err != nil {
			return err
		}
	}
	return nil
}

// head is a row of the table heads.
type head struct {
	subject  bulletin.ID
	revision bulletin.RevisionID
	kind     bulletin.SubjectKind
	hash     int64
}

func scanHead(row scanner) (h head, err error) {
	err = row.Scan((*string)(&h.subject), (*string)(&h.revision), (*string)(&h.kind), &h.hash)
	return h, err
}

const headColumns = `subject, revision, kind, hash`

// headsBySubject goes through heads that stand subject by subject.
func headsBySubject(all []head) func(yield func(subject, []head) bool) {
	return func(yield func(subject, []head) bool) {
		for len(all) > 0 {
			s := subject{all[0].kind, all[0].subject}
			n := slices.IndexFunc(all, func(h head) bool { return h.subject != s.id || h.kind != s.kind })
			if n < 0 {
				n = len(all)
			}
			if !yield(s, all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

func idsOfHeads(heads []head) []bulletin.RevisionID {
	ids := make([]bulletin.RevisionID, len(heads))
	for i, h := range heads {
		ids[i] = h.revision
	}
	return ids
}

// areRight reports heads of one subject that are what was written.
func (h *rowHash) areRight(s subject, heads []head) bool {
	hash := h.ofHeads(s.kind, s.id, idsOfHeads(heads))
	return !slices.ContainsFunc(heads, func(one head) bool { return one.hash != hash })
}

// headsOf lists the heads of a subject, sorted by their IDs. Rows that are not
// what was written are passed over for what they are derived from.
func headsOf(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) ([]bulletin.RevisionID, error) {
	heads, err := notedHeads(ctx, q, kind, id)
	if err != nil && !isTorn(err) {
		return nil, err
	}
	if err != nil || len(heads) == 0 || !new(rowHash).areRight(subject{kind, id}, heads) {
		return derivedHeads(ctx, q, kind, id)
	}
	return idsOfHeads(heads), nil
}

// notedHeads are the heads of a subject as they stand in their table.
func notedHeads(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) ([]head, error) {
	heads, err := collect(ctx, q, scanHead,
		`SELECT `+headColumns+` FROM heads WHERE subject = ? AND kind = ? ORDER BY revision`, id, kind)
	if err != nil {
		return nil, fmt.Errorf("read heads of %s: %w", id, err)
	}
	return heads, nil
}

// everyHead lists the heads of all subjects; errWrongRow where one of them is
// not what was written.
func everyHead(ctx context.Context, q querier) ([]head, error) {
	n := 0
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM heads`).Scan(&n); err != nil {
		return nil, fmt.Errorf("count the heads: %w", err)
	}
	all, err := collectInto(ctx, make([]head, 0, n), q, scanHead, `SELECT `+headColumns+` FROM heads ORDER BY subject, kind, revision`)
	if err != nil {
		return nil, fmt.Errorf("read every head: %w", err)
	}
	var h rowHash
	for s, heads := range headsBySubject(all) {
		if !h.areRight(s, heads) {
			return nil, errWrongRow
		}
	}
	return all, nil
}

// issuesAmong lists the issues by ID. Where the heads were looked over when the
// file was opened, only those of issues are read.
func issuesAmong(ctx context.Context, q querier, lookedOver bool) (issues []subject, err error) {
	if lookedOver {
		return collect(ctx, q, scanSubject, `SELECT DISTINCT kind, subject FROM heads WHERE kind = 'issue' ORDER BY subject`)
	}
	all, err := everySubject(ctx, q)
	return slices.DeleteFunc(all, func(s subject) bool { return s.kind != bulletin.SubjectIssue }), err
}

// everySubject lists all articles and issues, by kind and ID. Where the heads
// are not what was written, or may be lacking some, it asks the revisions.
func everySubject(ctx context.Context, q querier) (all []subject, err error) {
	heads, err := everyHead(ctx, q)
	if err == nil {
		err = checkIndexes(ctx, q, "heads")
	}
	switch {
	case err == nil:
		for s := range headsBySubject(heads) {
			all = append(all, s)
		}
	default:
		all, err = subjectsWritten(ctx, q)
	}
	slices.SortFunc(all, subject.compare)
	return all, err
}

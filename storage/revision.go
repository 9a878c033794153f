package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"bantin/bulletin"
)

const revisionColumns = `id, kind, subject, time_ms, author, reason, deleted, document,
	coalesce((SELECT group_concat(parent, ' ') FROM parents WHERE revision = revisions.id), '')`

// scanRevision reads a row of revisionColumns.
func scanRevision(row scanner) (bulletin.Revision, error) {
	var r bulletin.Revision
	var ms int64
	var parents string
	err := row.Scan(&r.ID, &r.Kind, &r.Subject, &ms, &r.Author, &r.Reason, &r.Deleted, &r.Document, &parents)
	r.Time = time.UnixMilli(ms).UTC()
	for parent := range strings.FieldsSeq(parents) {
		r.Parents = append(r.Parents, bulletin.RevisionID(parent))
	}
	slices.Sort(r.Parents)
	return r, err
}

// Revision loads one revision and verifies it. Troubles: revision_missing,
// revision_damaged, revision_thinned.
func (f *File) Revision(ctx context.Context, id bulletin.RevisionID) (bulletin.Revision, error) {
	var r bulletin.Revision
	err := f.reading(ctx, func(q querier) (err error) {
		r, err = soundRevision(ctx, q, id)
		return err
	})
	if err != nil {
		return bulletin.Revision{}, fmt.Errorf("load revision %s: %w", id.Short(), err)
	}
	return r, nil
}

// soundRevision loads a revision that has its text, which is what its ID says.
func soundRevision(ctx context.Context, q querier, id bulletin.RevisionID) (bulletin.Revision, error) {
	r, err := loadRevision(ctx, q, id)
	if err != nil {
		return r, err
	}
	facts := func() bulletin.Args {
		return bulletin.Args{"headline": nameOf(ctx, q, r.Subject), "time": bulletin.Moment(r.Time)}
	}
	if cause := verify(r); cause != nil {
		return r, bulletin.NewTrouble("revision_damaged", facts(), cause)
	}
	if r.IsThinned() {
		return r, bulletin.NewTrouble("revision_thinned", facts(), nil)
	}
	return r, nil
}

func loadRevision(ctx context.Context, q querier, id bulletin.RevisionID) (bulletin.Revision, error) {
	row := q.QueryRowContext(ctx, `SELECT `+revisionColumns+` FROM revisions WHERE id = ?`, id)
	r, err := scanRevision(row)
	if errors.Is(err, sql.ErrNoRows) {
		return r, bulletin.NewTrouble("revision_missing", bulletin.Args{"id": id.Short()}, nil)
	}
	return r, err
}

// verify says what is wrong with a revision's hash, or with the seal of a
// thinned one, or nil.
func verify(r bulletin.Revision) error {
	if r.IsThinned() {
		return r.CheckSeal()
	}
	hash, err := r.Hash()
	if err != nil {
		return err
	}
	if hash != r.ID {
		return fmt.Errorf("revision %s hashes to %s", r.ID.Short(), hash.Short())
	}
	return nil
}

// insertRevision adds a revision, which the caller has verified, and makes it a
// head in place of its parents.
func insertRevision(ctx context.Context, tx execer, r bulletin.Revision) error {
	change, err := insertRow(ctx, tx, r)
	if err != nil || change == rowKept {
		return err
	}
	return refreshHeads(ctx, tx, r.Kind, r.Subject)
}

// rowChange is what became of a row that was to be added.
type rowChange int

const (
	rowKept   rowChange = iota // it was there
	rowAdded                   // it is new, or was thinned and has its text again
	rowMended                  // it was there and damaged
)

// insertRow adds a revision with its parents. One that is there already stays
// as it is, but one that was thinned has its text again, and one that is not
// what its ID says gives way to this one, which is.
func insertRow(ctx context.Context, tx execer, r bulletin.Revision) (change rowChange, err error) {
	added, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO revisions
		(id, kind, subject, time_ms, author, reason, deleted, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		r.ID, r.Kind, r.Subject, r.Time.UnixMilli(), r.Author, r.Reason, r.Deleted, string(r.Document))
	if err != nil {
		return rowKept, fmt.Errorf("insert revision %s: %w", r.ID.Short(), err)
	}
	n, err := added.RowsAffected()
	if err == nil && n == 0 {
		change, err = refill(ctx, tx, r)
	} else {
		change = rowAdded
	}
	if err != nil || change == rowKept {
		return rowKept, err
	}
	return change, writeParents(ctx, tx, r)
}

// refill gives a revision that is thinned or damaged its text again. Its other
// columns come with it: what the seal held together, the hash now proves. What
// is what its ID says is left alone.
func refill(ctx context.Context, tx execer, r bulletin.Revision) (change rowChange, err error) {
	if r.IsThinned() {
		return rowKept, nil
	}
	was, err := loadRevision(ctx, tx, r.ID)
	if err != nil {
		return rowKept, err
	}
	switch {
	case was.IsThinned():
		change = rowAdded
	case verify(was) != nil:
		change = rowMended
	default:
		return rowKept, nil
	}
	if _, err := tx.ExecContext(ctx, `UPDATE revisions
		SET kind = ?, subject = ?, time_ms = ?, author = ?, reason = ?, deleted = ?, document = ? WHERE id = ?`,
		r.Kind, r.Subject, r.Time.UnixMilli(), r.Author, r.Reason, r.Deleted, string(r.Document), r.ID); err != nil {
		return rowKept, fmt.Errorf("fill revision %s: %w", r.ID.Short(), err)
	}
	if was.Subject == r.Subject && was.Kind == r.Kind {
		return change, nil
	}
	// It stood among the versions of another article or issue.
	if err := refreshHeads(ctx, tx, was.Kind, was.Subject); err != nil {
		return rowKept, err
	}
	return change, passHurt(derive(ctx, tx, was.Kind, was.Subject))
}

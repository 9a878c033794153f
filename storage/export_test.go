package storage

import (
	"context"
	"time"

	"bantin/bulletin"
)

// SetSteps lets a test open files with another set of migrations, and gives
// back how to undo that.
func SetSteps(change func(steps []string) []string) (undo func()) {
	before := steps
	steps = change(append([]string(nil), steps...))
	return func() { steps = before }
}

// Version is the newest version of the format.
func Version() int { return len(steps) }

// ThinAt is Thin at another time.
func (f *File) ThinAt(ctx context.Context, now time.Time) (int, error) { return f.thin(ctx, now) }

// Insert adds a revision as receiving one does.
func (f *File) Insert(ctx context.Context, r bulletin.Revision) error {
	return f.writing(ctx, func(tx execer) error {
		if err := insertRevision(ctx, tx, r); err != nil {
			return err
		}
		return derive(ctx, tx, r.Kind, r.Subject)
	})
}

// MarkExchanged notes an exchange as sending and receiving do.
func (f *File) MarkExchanged(ctx context.Context, subjects ...bulletin.ID) error {
	return f.writing(ctx, func(tx execer) error { return markExchanged(ctx, tx, subjects) })
}

// BackUpAt is BackUp at another time.
func (f *File) BackUpAt(ctx context.Context, reason BackupReason, now time.Time) (Backup, error) {
	return f.backUp(ctx, reason, now, nil)
}

// Superfluous is the rule of keeping backups.
var Superfluous = superfluous

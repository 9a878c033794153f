package storage

import (
	"context"
	"database/sql"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"testing"
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

// ThinCounting thins one article at another time and tells how many statements that
// took.
func (f *File) ThinCounting(ctx context.Context, id bulletin.ID, now time.Time) (statements int, err error) {
	err = f.writing(ctx, func(tx execer) error {
		_, err := thinSubject(ctx, counting{tx, &statements}, string(id), ruleAt(now))
		return err
	})
	return statements, err
}

// counting counts the statements that it passes on.
type counting struct {
	execer
	n *int
}

func (c counting) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	*c.n++
	return c.execer.QueryContext(ctx, query, args...)
}

func (c counting) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	*c.n++
	return c.execer.QueryRowContext(ctx, query, args...)
}

func (c counting) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	*c.n++
	return c.execer.ExecContext(ctx, query, args...)
}

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

// Fill saves n new articles with little ado: a thousand in a transaction, as if
// one an hour had been written up to now.
func (f *File) Fill(ctx context.Context, n int, make func() bulletin.Article) error {
	start := time.Now().Add(-time.Duration(n) * time.Hour)
	for first := 0; first < n; first += 1000 {
		err := f.writing(ctx, func(tx execer) error {
			for i := first; i < min(first+1000, n); i++ {
				if err := fillOne(ctx, tx, make(), start.Add(time.Duration(i)*time.Hour)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func fillOne(ctx context.Context, tx execer, a bulletin.Article, at time.Time) error {
	document, err := bulletin.CanonicalJSON(a)
	if err != nil {
		return err
	}
	r, err := bulletin.NewRevision(bulletin.SubjectArticle, bulletin.NewID(), nil, at, "Lan", bulletin.ReasonSave, document)
	if err != nil {
		return err
	}
	if err := insertRevision(ctx, tx, r); err != nil {
		return err
	}
	return derive(ctx, tx, r.Kind, r.Subject)
}

// CheckLater makes every file one that is checked while it is read.
func CheckLater() (undo func()) {
	before := checkedAtOnce
	checkedAtOnce = 0
	return func() { checkedAtOnce = before }
}

// LookedOver waits until nothing of the file is checked in the background.
func (f *File) LookedOver() {
	if f.soundness != nil {
		<-f.soundness.over
	}
}

// SetIndexVersion says in a file by which version its index is made.
func SetIndexVersion(t testing.TB, path string, version int) {
	t.Helper()
	f, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	err = f.writing(context.Background(), func(tx execer) error {
		return writeSetting(context.Background(), tx, indexSetting, version)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Repack reads a packed line, whose checksum it puts right if asked to, and
// packs what it read.
func Repack(packed []byte, sum bool) (again []byte, ok bool) {
	if sum {
		packed = binary.BigEndian.AppendUint32(slices.Clone(packed), crc32.Checksum(packed, castagnoli))
	}
	l, ok := unpackLine(packed, shared{})
	if !ok {
		return nil, false
	}
	return new(rowHash).pack(l.number, l.id, &l.line), true
}

// CheckByLeaves makes checks read so few leaves of the search index at once.
func CheckByLeaves(leaves int) (undo func()) {
	before := leavesAtOnce
	leavesAtOnce = leaves
	return func() { leavesAtOnce = before }
}

// RemakeAtOpening sets how many photos are developed before a renewed file
// opens, and gives back how to undo that.
func RemakeAtOpening(n int) (undo func()) {
	before := remadeAtOpening
	remadeAtOpening = n
	return func() { remadeAtOpening = before }
}

// PhotoHashes lists the photos of a file.
func PhotoHashes(ctx context.Context, f *File) ([]string, error) { return f.photoHashes(ctx) }

// WaitsOn tells whether a save that saw the file at some versions, a second
// apart, still waits when its patience is some seconds.
func WaitsOn(patience int, versions ...int64) bool {
	start := time.Now()
	q := queueing{end: start.Add(time.Duration(patience) * time.Second)}
	now := start
	for _, v := range versions {
		now = now.Add(time.Second)
		q.saw(v, now, time.Duration(patience)*time.Second)
		if now.After(q.end) {
			return false
		}
	}
	return true
}

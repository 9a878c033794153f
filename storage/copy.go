package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
)

// copyStep is how many pages are copied before others get their turn: a save
// waits for one step at most.
const copyStep = 256

// maxRestarts is how often another program's saves may make SQLite begin the
// copy anew before the rest is copied in one go, during which that program
// waits.
const maxRestarts = 3

// CopyTo writes a whole copy of the file, as it is at the end of the call, to
// path, which must not exist yet. The work goes on meanwhile: saves of this
// File go into the copy, too. The copy is written under another name, checked
// (every revision and photo against its hash), synced and renamed. progress,
// which may be nil, hears how many pages of how many are done.
//
// Damage that the copy has because the file has it does not keep the copy from
// being made: it is given back. Troubles: file_exists, folder_missing,
// disk_full and those of reading the file.
func (f *File) CopyTo(ctx context.Context, path string, progress func(done, total int)) ([]Damage, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("copy %s to %s: %w", f.path, path, err)
	}
	if exists(full) {
		return nil, fmt.Errorf("copy %s: %w", f.path, fileTrouble("file_exists", full, nil))
	}
	damage, err := f.copyTo(ctx, full, progress)
	if err != nil {
		return nil, fmt.Errorf("copy %s to %s: %w", f.path, path, err)
	}
	return damage, nil
}

func (f *File) copyTo(ctx context.Context, path string, progress func(done, total int)) ([]Damage, error) {
	f.copying.Lock()
	defer f.copying.Unlock()
	temp := temporaryName(path)
	defer os.Remove(temp) // nothing is there any more once it was renamed
	if err := claim(temp); err != nil {
		return nil, err
	}
	var err error
	if f.write != nil {
		err = f.copyBetweenSaves(ctx, temp, progress)
	} else {
		err = copyAtOnce(ctx, f.read, temp)
	}
	if err != nil {
		return nil, explainCopying(ctx, f.path, path, err)
	}
	if err := syncFile(temp); err != nil {
		return nil, explain(ctx, path, err)
	}
	damage, err := checkCopy(ctx, temp)
	if err != nil {
		return nil, explainReading(ctx, path, err)
	}
	return damage, explain(ctx, path, giveName(temp, path))
}

// explainCopying: a failure of the driver does not say which of the two files
// it is about; a full disk or a read-only one is the copy's.
func explainCopying(ctx context.Context, from, to string, err error) error {
	err = explain(ctx, to, err)
	switch bulletin.TroubleKey(err) {
	case "file_damaged", "disk_read_failed", "file_busy", "file_missing", "file_unreadable":
		return fileTrouble(bulletin.TroubleKey(err), from, err)
	}
	return err
}

// copyBetweenSaves copies through the writing connection, step by step. SQLite
// then brings the pages that this File's saves change into the copy, too; a
// copy through another connection would begin anew after each save.
func (f *File) copyBetweenSaves(ctx context.Context, to string, progress func(done, total int)) error {
	var c pageCopy
	defer func() { _ = f.endCopy(&c) }() // of one cut short; why is known already
	for {
		if f.closing.Load() {
			return context.Canceled
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		more, err := f.copySomePages(ctx, &c, to)
		if err != nil {
			return err
		}
		if progress != nil {
			progress(c.backup.PageCount()-c.backup.Remaining(), c.backup.PageCount())
		}
		if !more {
			return f.endCopy(&c)
		}
	}
}

// endCopy ends a copy on the connection that it was made from, which nobody uses
// meanwhile: SQLite rolls back there what the copy has read.
func (f *File) endCopy(c *pageCopy) error {
	if c.backup == nil {
		return nil
	}
	f.turn.Lock()
	defer f.turn.Unlock()
	conn, err := f.write.Conn(context.Background())
	if err != nil {
		return errors.Join(err, c.finish())
	}
	defer conn.Close()
	return conn.Raw(func(any) error { return c.finish() })
}

// copySomePages is one step, during which this File saves nothing.
func (f *File) copySomePages(ctx context.Context, c *pageCopy, to string) (more bool, err error) {
	f.turn.Lock()
	defer f.turn.Unlock()
	conn, err := f.write.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	err = conn.Raw(func(source any) error {
		more, err = c.step(source, to)
		return err
	})
	return more, err
}

// copyAtOnce copies through one connection that is used for nothing else.
func copyAtOnce(ctx context.Context, db *sql.DB, to string) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(source any) error {
		var c pageCopy
		defer c.abandon()
		for {
			if err := ctx.Err(); err != nil {
				return err
			}
			if more, err := c.step(source, to); err != nil || !more {
				return errors.Join(err, c.finish())
			}
		}
	})
}

// pageCopy is SQLite's backup of one connection's database into a file.
type pageCopy struct {
	source   any
	backup   *sqlite.Backup
	left     int
	restarts int
}

// backupSource is the driver's connection.
type backupSource interface {
	driver.Conn
	NewBackup(destination string) (*sqlite.Backup, error)
}

func (c *pageCopy) step(source any, to string) (more bool, err error) {
	if c.backup == nil {
		if c.backup, err = source.(backupSource).NewBackup(copyDestination(to)); err != nil {
			return false, err
		}
		c.source, c.left = source, int(^uint(0)>>1)
	}
	if source != c.source {
		return false, errors.New("the connection was lost while copying")
	}
	pages := int32(copyStep)
	if c.restarts > maxRestarts {
		pages = -1
	}
	if more, err = c.backup.Step(pages); err != nil {
		return false, err
	}
	if c.backup.Remaining() > c.left {
		c.restarts++
	}
	c.left = c.backup.Remaining()
	return more, nil
}

func (c *pageCopy) finish() error {
	if c.backup == nil {
		return nil
	}
	backup := c.backup
	c.backup = nil
	return backup.Finish()
}

// abandon ends a copy that was cut short; a finished one it leaves alone.
func (c *pageCopy) abandon() {
	_ = c.finish() // why it was cut short is known already
}

// copyDestination names the new file for the driver. It is nobody's yet, so it
// needs no journal, and it is synced when it is whole.
func copyDestination(path string) string {
	u := url.URL{Scheme: "file", Path: slashed(path), RawQuery: url.Values{
		"mode":    {"rw"},
		"_pragma": {"journal_mode(OFF)", "synchronous(OFF)", "mmap_size(0)"},
	}.Encode()}
	return u.String()
}

// checkCopy reads a finished copy from end to end: its structure, and every
// revision and photo against its hash.
func checkCopy(ctx context.Context, path string) ([]Damage, error) {
	f, err := openReadOnly(ctx, path)
	if err != nil {
		return nil, err
	}
	defer f.closeConnections()
	return f.essentials(ctx)
}

// giveName gives a finished, synced file its name, which nobody else has taken.
func giveName(temp, path string) error {
	if exists(path) {
		return fileTrouble("file_exists", path, nil)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("rename to %s: %w", path, err)
	}
	return atomicfile.SyncFolder(filepath.Dir(path))
}

// temporaryName is a hidden name beside path, from where those are taken away
// that a crash has left.
func temporaryName(path string) string {
	atomicfile.Sweep(path)
	return atomicfile.Beside(path)
}

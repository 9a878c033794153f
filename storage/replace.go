package storage

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// WhileAlone runs replace, which is to put another file in the place of a drafts
// file, while no other program writes to it: those that use SQLite's locks wait.
// What a crashed one has left half written is rolled back before, so that its
// journal does not lie beside the new file, into which it would be played.
// Trouble file_busy: another program is writing just now. On a file system
// without locks, replace runs all the same, unless a journal is there to stay
// (file_busy, too).
func WhileAlone(ctx context.Context, path string, replace func() error) error {
	db, err := connect(path, toWrite)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err == nil {
		defer conn.Close()
		var mode string
		if err = conn.QueryRowContext(ctx, `PRAGMA journal_mode = DELETE`).Scan(&mode); err == nil {
			_, err = conn.ExecContext(ctx, `BEGIN EXCLUSIVE`)
		}
	}
	if err == nil {
		end := func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`) }
		if runtime.GOOS != "windows" {
			defer end()
			return replace()
		}
		// Windows replaces no file that is open.
		end()
		conn.Close()
		db.Close()
		return replace()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if isBusy(err) || hasSideFiles(path) {
		return fmt.Errorf("lock %s: %w", path, fileTrouble("file_busy", path, err))
	}
	return replace()
}

// isBusy reports that another program holds a lock.
func isBusy(err error) bool {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return false
	}
	code := failure.Code() & 0xff
	return code == sqlite3.SQLITE_BUSY || code == sqlite3.SQLITE_LOCKED
}

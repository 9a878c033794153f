package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"
)

// migrate brings the file from its version of the format to this program's.
// A copy of the file as it was stays beside it, FILE.vN.bak.
func migrate(ctx context.Context, path string, db *sql.DB, from int) error {
	if from == len(steps) {
		return nil
	}
	if from > 0 {
		if err := backUp(ctx, path, db, from); err != nil {
			return err
		}
	}
	for n := from; n < len(steps); n++ {
		if err := applyStep(ctx, db, n); err != nil {
			return err
		}
	}
	return nil
}

// applyStep runs steps[n] and sets the new version in one transaction, so a
// crash leaves the old version or the new one.
func applyStep(ctx context.Context, db *sql.DB, n int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin migration %d: %w", n+1, err)
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, steps[n]); err != nil {
		return fmt.Errorf("run migration %d: %w", n+1, err)
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, n+1)
	if _, err := tx.ExecContext(ctx, mark); err != nil {
		return fmt.Errorf("mark migration %d: %w", n+1, err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit migration %d: %w", n+1, err)
	}
	return nil
}

// backUp writes a whole, synced copy of the file. An older backup is never
// overwritten.
func backUp(ctx context.Context, path string, db *sql.DB, version int) error {
	backup := fmt.Sprintf("%s.v%d.bak", path, version)
	for n := 2; exists(backup); n++ {
		backup = fmt.Sprintf("%s.v%d-%d.bak", path, version, n)
	}
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, backup); err != nil {
		os.Remove(backup)
		return fmt.Errorf("back up to %s: %w", backup, err)
	}
	return syncFile(backup)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// syncFile brings a finished file to the disk, which VACUUM INTO does not do.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open %s to sync it: %w", path, err)
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return fmt.Errorf("sync %s: %w", path, err)
	}
	return f.Close()
}

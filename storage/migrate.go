package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"
)

// migrate brings the file from its version of the format to this program's.
// A copy of the file as it was is kept among its backups.
func (f *File) migrate(ctx context.Context, from int, kept bool) error {
	if from > 0 && from < len(steps) && !kept {
		if err := backUpOld(ctx, f.path, f, from); err != nil {
			return err
		}
	}
	for n := from; n < len(steps); n++ {
		if err := applyStep(ctx, f.write, n); err != nil {
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

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// syncFile brings a finished file to the disk, which copying pages does not do.
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

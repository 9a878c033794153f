package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
)

// Open opens a drafts file for reading and writing. Before the first write it
// makes sure that this is a drafts file of a version it knows, exactly as this
// program would have made it, and whole in its structure (Sound); where just
// what is derived is torn, that is made anew (Renewed). An older version is
// brought up to date, after a backup (BackupMigration). Nothing is written to a
// file that is refused.
func Open(ctx context.Context, path string) (*File, error) {
	f, err := open(ctx, path, false)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, explain(ctx, path, err))
	}
	return f, nil
}

// open is Open; kept says that the file is a copy already, of which none need be
// kept when it is migrated.
func open(ctx context.Context, path string, kept bool) (*File, error) {
	if err := look(path); err != nil {
		return nil, err
	}
	f, err := connectFile(path)
	if err != nil {
		return nil, err
	}
	if err := f.admit(ctx, kept); err != nil {
		f.closeConnections()
		return nil, err
	}
	if !kept {
		atomicfile.Sweep(path) // what a renewal that was cut short has left
	}
	return f, nil
}

// look refuses what can be refused without opening the file. It must not open
// it: on Unix, closing any handle of a file drops this process's locks on it,
// also those of another File.
func look(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return fileTrouble("file_is_folder", path, nil)
	case !info.Mode().IsRegular():
		return fileTrouble("not_a_file", path, fmt.Errorf("mode %v", info.Mode()))
	case info.Size() == 0:
		return fileTrouble("file_empty", path, nil)
	}
	return lookBeside(path)
}

// lookBeside refuses a journal that is a pipe or the like: SQLite would open it
// and wait.
func lookBeside(path string) error {
	for _, suffix := range []string{journalSuffix, logSuffix} {
		info, err := os.Stat(path + suffix)
		if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
			return fileTrouble("not_a_file", path+suffix, fmt.Errorf("mode %v", info.Mode()))
		}
	}
	return nil
}

func (f *File) admit(ctx context.Context, kept bool) error {
	from, err := inspect(ctx, f.path, f.read)
	if err != nil {
		return err
	}
	later, err := f.mayCheckLater(ctx, from)
	if err != nil {
		return err
	}
	isIndexHurt := false
	if !later {
		if isIndexHurt, err = f.soundAgain(ctx, from); err != nil {
			return err
		}
	}
	// A write-ahead log that another tool has switched on is switched off by the
	// first connection that may write, but only while it is alone.
	f.read.SetMaxIdleConns(0)
	defer f.read.SetMaxIdleConns(readers)
	if err := probeWriting(ctx, f.write); err != nil {
		return err
	}
	if later {
		f.checkMeanwhile()
		return nil
	}
	if err := f.migrate(ctx, from, kept); err != nil {
		return err
	}
	if !kept {
		_, _ = f.identify(ctx) // or before the next backup
	}
	if isIndexHurt && f.rebuildIndex(ctx, nil) == nil {
		return nil
	}
	if err := f.refreshIndex(ctx); err != nil {
		return err
	}
	f.mendLists(ctx)
	return nil
}

// mayCheckLater reports a large file that is up to date: Open has nothing to
// write to it.
func (f *File) mayCheckLater(ctx context.Context, from int) (bool, error) {
	if from < len(steps) || !isLarge(f.path) {
		return false, nil
	}
	return f.hasNewIndex(ctx)
}

// inspect refuses what is not a drafts file as this program makes it, and
// reads its version.
func inspect(ctx context.Context, path string, db *sql.DB) (int, error) {
	v, err := version(ctx, path, db)
	if isNotDatabase(err) {
		return 0, fileTrouble("not_drafts_file", path, err)
	}
	if err != nil {
		return 0, err
	}
	return v, compareSchema(ctx, path, db, v)
}

func isNotDatabase(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code()&0xff == sqlite3.SQLITE_NOTADB
}

// probeWriting changes nothing, but in a way that needs a writable file and a
// writable folder, so that a reporter hears of it before the first word is
// typed and not at the first save. A full disk, or another program that is
// writing just now, is no reason to keep people from reading.
func probeWriting(ctx context.Context, db *sql.DB) error {
	err := tryWriting(ctx, db)
	var failure *sqlite.Error
	if errors.As(err, &failure) {
		switch failure.Code() & 0xff {
		case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY:
			return nil
		}
	}
	return err
}

func tryWriting(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin writing: %w", err)
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return fmt.Errorf("try to write: %w", err)
	}
	return nil
}

// OpenReadOnly opens a drafts file without ever writing to it or beside it, so
// that it works from read-only media and on damaged files. Where that cannot
// show the true state (an older version, a save that a crash cut short, or a
// write-ahead log, which another tool has switched on), it reads a private copy
// in the temporary folder. What is too damaged to be read, such as half a file,
// is trouble file_torn.
func OpenReadOnly(ctx context.Context, path string) (*File, error) {
	f, err := openReadOnly(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, explainReading(ctx, path, err))
	}
	return f, nil
}

func openReadOnly(ctx context.Context, path string) (*File, error) {
	if err := look(path); err != nil {
		return nil, err
	}
	if hasLogBeside(path) || hasWriteAheadLog(ctx, path) {
		return openPrivateCopy(ctx, path)
	}
	read, err := connect(path, toReadOnly)
	if err != nil {
		return nil, err
	}
	from, err := inspect(ctx, path, read)
	if err == nil && from == len(steps) {
		return &File{path: path, read: read}, nil
	}
	read.Close()
	if err == nil || needsRecovery(path, err) {
		return openPrivateCopy(ctx, path)
	}
	return nil, err
}

const logSuffix = "-wal"

// hasLogBeside reports a write-ahead log, also one that belongs to another file
// and was left: to look into it, SQLite makes an index of it beside the file.
func hasLogBeside(path string) bool {
	info, err := os.Stat(path + logSuffix)
	return err == nil && info.Size() > 0
}

// hasWriteAheadLog reports a database in journal mode WAL, which makes SQLite
// write files beside it even to read it. It is a matter of two bytes of the
// header, which SQLite itself must read: look says why.
func hasWriteAheadLog(ctx context.Context, path string) bool {
	db, err := connect(path, toPeek)
	if err != nil {
		return false
	}
	defer db.Close()
	var versions string
	err = db.QueryRowContext(ctx, `SELECT hex(substr(data, 19, 2)) FROM sqlite_dbpage WHERE pgno = 1`).Scan(&versions)
	return err == nil && versions == "0202"
}

// needsRecovery reports that SQLite could not read the file because it must
// first roll back what a crashed program left in the journal.
func needsRecovery(path string, err error) bool {
	var failure *sqlite.Error
	if !errors.As(err, &failure) || bulletin.TroubleKey(err) != "" {
		return false
	}
	info, statErr := os.Stat(path + journalSuffix)
	code := failure.Code()
	return statErr == nil && info.Size() > 0 &&
		(code == sqlite3.SQLITE_READONLY_ROLLBACK || code&0xff == sqlite3.SQLITE_CANTOPEN || code&0xff == sqlite3.SQLITE_READONLY)
}

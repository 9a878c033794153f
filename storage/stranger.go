package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bantin/bulletin"
	"bantin/internal/scratch"
)

// stranger is a drafts file that came from somebody else. It is only read, and
// nothing in it is believed before it was checked.
type stranger struct {
	db      *sql.DB
	version int
	private string // folder of a private copy, or ""
}

// mostBytes is the largest text or picture that is read from a stranger's
// file; reception.LargestInput is as much.
const mostBytes = 200 << 20

// openStranger opens a file without writing to it or beside it, and refuses
// what is not a drafts file of a version that is known, to the letter as this
// program makes it, and whole in its structure. A journal or a write-ahead log
// beside the file holds what SQLite must see first: then it reads a private
// copy of all of them. An older version is read as it is, for the tables that
// hold the work are the same in all.
func openStranger(ctx context.Context, path string) (*stranger, error) {
	if err := look(path); err != nil {
		return nil, err
	}
	s := &stranger{}
	access := toReadOnly
	from := path
	if hasSideFiles(path) || hasWriteAheadLog(ctx, path) {
		folder, mine, err := copyAside(path)
		if err != nil {
			return nil, err
		}
		s.private, from, access = folder, mine, toRead
	}
	db, err := connect(from, access)
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	s.db = db
	db.SetMaxOpenConns(1)
	if err := s.admit(ctx, path); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// hasSideFiles reports a journal that is not empty, or a write-ahead log.
func hasSideFiles(path string) bool {
	for _, suffix := range []string{journalSuffix, logSuffix} {
		if info, err := os.Stat(path + suffix); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}

// copyAside copies a file with all that lies beside it to a new folder.
func copyAside(path string) (folder, mine string, err error) {
	folder, err = scratch.Folder()
	if err != nil {
		return "", "", fmt.Errorf("make a folder for a copy of %s: %w", path, err)
	}
	mine = filepath.Join(folder, "copy.bantin")
	for _, suffix := range []string{"", journalSuffix, logSuffix} {
		err := copyFile(path+suffix, mine+suffix)
		if err != nil && (suffix == "" || !errors.Is(err, os.ErrNotExist)) {
			return "", "", errors.Join(err, os.RemoveAll(folder))
		}
	}
	return folder, mine, nil
}

func (s *stranger) admit(ctx context.Context, path string) error {
	conn, err := s.db.Conn(ctx)
	if isNotDatabase(err) {
		return fileTrouble("not_drafts_file", path, err)
	}
	if err != nil {
		return err
	}
	_, err = sqlite.Limit(conn, sqlite3.SQLITE_LIMIT_LENGTH, mostBytes+1<<20)
	conn.Close()
	if err != nil {
		return fmt.Errorf("bound what is read: %w", err)
	}
	if s.version, err = inspect(ctx, path, s.db); err != nil {
		return err
	}
	_, err = quickCheck(ctx, path, s.db)
	if key := bulletin.TroubleKey(explainReading(ctx, path, err)); key == "file_damaged" || key == "file_torn" {
		return errors.Join(err, errTornPages)
	}
	return err
}

func (s *stranger) close() error {
	var err error
	if s.db != nil {
		err = s.db.Close()
	}
	if s.private != "" {
		err = errors.Join(err, os.RemoveAll(s.private))
	}
	return err
}

package storage

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/internal/place"
)

// explain turns what SQLite or the system says about a file into a Trouble.
// Errors that are no news about the file (a Trouble, a cancelled context, no
// rows) come back as they are.
func explain(ctx context.Context, path string, err error) error {
	var known *bulletin.Trouble
	if err == nil || errors.As(err, &known) || errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	key := systemKey(err)
	if strings.Contains(err.Error(), "sql: Scan error") { // a NULL or a text where none can be
		key = "file_damaged"
	}
	var failure *sqlite.Error
	if errors.As(err, &failure) {
		key = sqliteKey(failure.Code())
	}
	var torn tornError
	if errors.As(err, &torn) {
		key = "file_damaged"
	}
	if key == "" && strings.Contains(err.Error(), "unsupported file format") { // a header that no SQLite writes
		key = "file_damaged"
	}
	if key == "file_unreadable" && !exists(path) {
		key = "file_missing"
	}
	if key == "" {
		return err
	}
	return fileTrouble(key, path, err)
}

// fileTrouble is a Trouble about the file at path. Its sentence may name
// {file}, its name, and {folder}, where it lies, in full.
func fileTrouble(key, path string, cause error) *bulletin.Trouble {
	return bulletin.NewTrouble(key, bulletin.Args{
		"file": filepath.Base(path), "folder": place.Folder(path),
	}, cause)
}

// explainReading is explain for those who only wanted to read.
func explainReading(ctx context.Context, path string, err error) error {
	var known *bulletin.Trouble
	if isIndexDamaged(err) && !errors.As(err, &known) {
		return fileTrouble("index_damaged", path, err)
	}
	err = explain(ctx, path, err)
	if bulletin.TroubleKey(err) == "file_damaged" {
		return fileTrouble("file_torn", path, err)
	}
	return err
}

// sqliteKey chooses the sentence for a result code of SQLite, "" for one that
// is nobody's trouble but the program's.
func sqliteKey(code int) string {
	switch code {
	case sqlite3.SQLITE_READONLY_DBMOVED:
		return "file_moved"
	case sqlite3.SQLITE_READONLY_DIRECTORY: // the journal could not be made
		return "folder_read_only"
	case sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_FSTAT:
		return "disk_read_failed"
	case sqlite3.SQLITE_IOERR_CORRUPTFS:
		return "file_damaged"
	}
	switch code & 0xff {
	case sqlite3.SQLITE_FULL:
		return "disk_full"
	case sqlite3.SQLITE_READONLY:
		return "file_read_only"
	case sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return "file_unreadable"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "file_busy"
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
		sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH: // which sound tables never come to
		return "file_damaged"
	case sqlite3.SQLITE_IOERR:
		return "disk_write_failed"
	}
	return ""
}

// systemKey chooses the sentence for an error of the operating system.
func systemKey(err error) string {
	switch {
	case atomicfile.IsDiskFull(err):
		return "disk_full"
	case atomicfile.IsReadOnly(err):
		return "folder_read_only"
	case errors.Is(err, fs.ErrNotExist):
		return "file_missing"
	case errors.Is(err, fs.ErrPermission):
		return "file_unreadable"
	}
	return ""
}

// MayPass reports a failure that may be over when the same is tried again: the
// disk is full or does not answer, somebody else is writing, the folder or the
// file is not there just now. With any other, nothing changes until somebody
// does something about it; the text is kept on screen in both cases.
func MayPass(err error) bool {
	switch bulletin.TroubleKey(err) {
	case "disk_full", "disk_write_failed", "disk_read_failed", "file_busy", "file_moved", "file_missing", "file_unreadable", "folder_missing":
		return true
	}
	return false
}

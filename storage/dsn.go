package storage

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"bantin/storage/internal/engine"
)

// access is what a connection may do to the file.
type access string

const (
	toWrite    access = "rw"
	toRead     access = "read of rw" // may roll back what a crash left, changes nothing else
	toReadOnly access = "ro"         // never touches the file
	toPeek     access = "immutable"  // not even locks or journals are looked at
	toMend     access = "rw of all"  // also the tables that SQLite's modules keep for themselves
)

// waiting lets SQLite wait for others' locks, as long as a save waits (patience).
var waiting = fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds())

// Pragmas of every connection. trusted_schema=0: a hostile schema runs
// nothing. cell_size_check, mmap_size=0: a damaged page is an error and not a
// crash.
var pragmas = []string{
	waiting,
	"foreign_keys(1)",
	"trusted_schema(0)",
	"cell_size_check(1)",
	"mmap_size(0)",
	"synchronous(FULL)",
	"temp_store(MEMORY)",
}

// dataSource names the file for the driver. It is built as a URL: in a plain
// path "?" would start parameters, and "file:" before a raw path opens another
// file where the name has "#" or "%".
func dataSource(path string, a access) (string, error) {
	if strings.ContainsRune(path, 0) {
		return "", fmt.Errorf("the path %q has a NUL in it", path)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find the folder of %s: %w", path, err)
	}
	return sourceFor(abs, a), nil
}

// sourceFor is dataSource for a full path.
func sourceFor(abs string, a access) string {
	u := url.URL{Scheme: "file", Path: slashed(abs), RawQuery: parameters(a).Encode()}
	return u.String()
}

// slashed is a full path as it stands in a URL.
func slashed(abs string) string {
	path := filepath.ToSlash(abs)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return path
}

func parameters(a access) url.Values {
	q := url.Values{"_defensive": {"1"}, "_dqs": {"0"}, "mode": {"rw"}}
	q["_pragma"] = append(q["_pragma"], pragmas...)
	switch a {
	case toMend:
		q.Set("_defensive", "0")
		q.Set("_txlock", "immediate")
		q.Add("_pragma", "journal_mode(TRUNCATE)")
	case toWrite:
		q.Set("_txlock", "immediate") // a read that turns into a write would ignore busy_timeout
		q.Add("_pragma", "journal_mode(TRUNCATE)")
		q.Add("_pragma", "cache_size(-8192)") // KiB, which take twice that; IDs are random, so a large write goes everywhere in their indexes
	case toRead:
		q.Add("_pragma", "query_only(1)")
	case toReadOnly, toPeek:
		q.Set("mode", "ro")
		q.Add("_pragma", "query_only(1)")
		if a == toPeek {
			q.Set("immutable", "1")
		}
	}
	return q
}

// connect opens a pool of connections. Nothing is read before the first use.
func connect(path string, a access) (*sql.DB, error) {
	source, err := dataSource(path, a)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open(engine.Name, source)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	connections := readers
	if a == toWrite || a == toMend {
		connections = 1
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// readers is how many reads may run side by side.
const readers = 4

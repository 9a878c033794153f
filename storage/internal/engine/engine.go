// Package engine says which library reads and writes databases.
package engine

import _ "modernc.org/sqlite" // the driver

// Name is the database/sql driver of drafts files: SQLite in pure Go. Only the
// benchmark against the C library (storage/benchc) sets another.
var Name = "sqlite"

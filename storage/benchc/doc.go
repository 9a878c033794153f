// Package benchc compares the drafts file on SQLite in pure Go, as the program
// has it, with the same code on SQLite's C library. It is a module of its own,
// so that the program knows nothing of the C library. Run it with
//
//	cd storage/benchc && go test -tags sqlite_fts5 -bench .
package benchc

package storage

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"

	"bantin/bulletin"
	"bantin/internal/scratch"
)

// onClaimed finds verdicts on pages that another tree of the table, which was
// gone through before, says are its own.
var onClaimed = regexp.MustCompile(`: 2nd reference to page \d+$`)

// areClaimedOnly reports that nothing else is said of a tree.
func areClaimedOnly(verdicts string) bool {
	for line := range strings.Lines(verdicts) {
		if !onClaimed.MatchString(strings.TrimSuffix(line, "\n")) {
			return false
		}
	}
	return verdicts != ""
}

// isSoundAlone reports a table that makes sense without its indexes, in a file of
// which all versions are what was saved. A torn index may claim pages of the
// table, and SQLite, which goes through the indexes of tables without row numbers
// first, then says that the table claims its own twice.
// The caller reads the file meanwhile, so that nobody writes to it.
func isSoundAlone(ctx context.Context, path, table string) (sound bool, err error) {
	folder, err := scratch.Folder()
	if err != nil {
		return false, fmt.Errorf("make a folder for a copy of %s: %w", path, err)
	}
	defer os.RemoveAll(folder)
	mine, err := copyWithJournals(path, folder)
	if err != nil {
		return false, err
	}
	if err := forgetIndexes(ctx, mine, table); err != nil {
		return false, fmt.Errorf("leave the indexes of %s out: %w", table, err)
	}
	db, err := connect(mine, toPeek)
	if err != nil {
		return false, err
	}
	defer db.Close()
	torn, err := tornTrees(ctx, db, table)
	if err != nil || len(torn) > 0 {
		return false, err
	}
	return areAllProven(ctx, db)
}

// areAllProven reports that every version is what it was named by, its parents
// with it: pages of an index of these are sound pages of a table, too, where they
// stand in its place.
func areAllProven(ctx context.Context, q querier) (bool, error) {
	ids, err := collect(ctx, q, scanString[bulletin.RevisionID], `SELECT id FROM revisions NOT INDEXED`)
	if err != nil {
		return false, fmt.Errorf("list the versions: %w", err)
	}
	for _, id := range ids {
		r, err := loadRevision(ctx, q, id)
		if err != nil || verify(r) != nil {
			return false, err
		}
	}
	return true, nil
}

// forgetIndexes takes the indexes of a table out of a file's schema and leaves
// their pages as they are.
func forgetIndexes(ctx context.Context, path, table string) error {
	db, err := connect(path, toMend)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `PRAGMA writable_schema = 1`); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `DELETE FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`, table)
	return err
}

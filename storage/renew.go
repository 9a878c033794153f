package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"modernc.org/sqlite"

	"bantin/bulletin"
)

// derivedTables are made of the others, and can be made anew. Those of the
// search index have names that begin with searchTable.
var derivedTables = []string{"heads", "article_list", "article_text", "issue_stories", "vocabulary"}

const searchTable = "search"

func isDerivedTable(name string) bool {
	return name == searchTable || strings.HasPrefix(name, searchTable+"_") || slices.Contains(derivedTables, name)
}

// renew makes a file whole of which only pages are torn that hold what is
// derived: lists, heads, search index, the indexes of tables, what was made of
// photos, and the list of free pages. Nothing is written into torn trees, which
// would carry the damage on: all else is copied into a new file beside it, where
// that is made anew, and whose pages then take the place of the old ones, in one
// transaction. Gives torn back where the work itself is torn.
func (f *File) renew(ctx context.Context, from int, torn error) error {
	kept, err := f.soundTables(ctx, from)
	switch bulletin.TroubleKey(err) {
	case "file_torn", "file_damaged":
		return fileTrouble("file_damaged", f.path, errors.Join(torn, err))
	}
	if err != nil {
		return err
	}
	if err := probeWriting(ctx, f.write); err != nil {
		return err
	}
	for {
		again, err := f.renewOnce(ctx, from, kept)
		if err != nil || !again {
			f.renewed.Store(err == nil)
			return err
		}
	}
}

// Renewed reports that lists and search index were torn when the file was
// opened, and were made anew, all texts being whole: the disk may be failing.
func (f *File) Renewed() bool { return f.renewed.Load() }

// keptTable is a table to copy into a renewed file.
type keptTable struct {
	name string
	torn bool // some of its rows cannot be read: what was made of photos
}

// soundTables lists the tables that are not derived, and those of what was made
// of photos. It fails where one of the former is torn.
func (f *File) soundTables(ctx context.Context, from int) (tables []keptTable, err error) {
	objects, err := schemaOf(ctx, from)
	if err != nil {
		return nil, err
	}
	err = f.reading(ctx, func(q querier) error {
		for _, o := range objects {
			if o.kind != "table" || isDerivedTable(o.name) || strings.HasPrefix(o.name, "sqlite_") {
				continue
			}
			torn, err := tearOf(ctx, f.path, q, o.name)
			if err != nil {
				return err
			}
			if torn != nil && !isDerivativeTable(o.name) {
				return fileTrouble("file_damaged", f.path, torn)
			}
			tables = append(tables, keptTable{o.name, torn != nil})
		}
		return nil
	})
	slices.SortStableFunc(tables, func(a, b keptTable) int { return order(a.torn) - order(b.torn) })
	return tables, err
}

// tearOf says what makes no sense of the tree of a table, or nil. Indexes do not
// matter: they are not copied.
func tearOf(ctx context.Context, path string, q querier, table string) (torn, err error) {
	trees, err := tornTrees(ctx, q, table)
	if err == nil && areClaimedOnly(trees[table]) {
		sound, err := isSoundAlone(ctx, path, table)
		if sound || err != nil && !isTorn(err) {
			return nil, err
		}
	}
	switch {
	case trees[table] != "" || isTorn(err):
		return errors.Join(tornError{table, trees[table]}, err), nil
	default:
		return nil, err
	}
}

// order puts torn tables behind the others, for what they hold is found by those.
func order(torn bool) int {
	if torn {
		return 1
	}
	return 0
}

// renewOnce is renew but for what another program saves meanwhile: then it is
// to be done again.
func (f *File) renewOnce(ctx context.Context, from int, tables []keptTable) (again bool, err error) {
	temp := temporaryName(f.path)
	defer os.Remove(temp)
	defer os.Remove(temp + journalSuffix)
	stamp, err := f.copyTables(ctx, temp, from, tables)
	if err != nil {
		return false, fmt.Errorf("copy what is whole: %w", explain(ctx, f.path, err))
	}
	again, err = f.takePages(ctx, temp, stamp)
	if err != nil {
		return false, fmt.Errorf("take the copy's pages: %w", explain(ctx, f.path, err))
	}
	return again, nil
}

// copyTables makes a file of the same version with the rows of some tables,
// derives the others, and gives the stamp of what was copied.
func (f *File) copyTables(ctx context.Context, temp string, from int, tables []keptTable) (stamp string, err error) {
	if err := claim(temp); err != nil {
		return "", err
	}
	fresh, err := connectFile(temp)
	if err != nil {
		return "", err
	}
	defer fresh.closeConnections()
	for n := range from {
		if err := applyStep(ctx, fresh.write, n); err != nil {
			return "", err
		}
	}
	if stamp, err = fresh.copyRows(ctx, f.path, tables); err != nil {
		return "", err
	}
	if from == len(steps) { // an older one gets them when it is brought up to date
		if err := fresh.rebuildIndex(ctx, nil); err != nil {
			return "", err
		}
		if err := fresh.remakePhotos(ctx, tables); err != nil {
			return "", err
		}
	}
	_, err = fullCheck(ctx, temp, fresh.read)
	return stamp, err
}

// copyRows copies whole tables from another file into this one's, which are
// empty.
func (f *File) copyRows(ctx context.Context, path string, tables []keptTable) (stamp string, err error) {
	source, err := dataSource(path, toReadOnly)
	if err != nil {
		return "", err
	}
	conn, err := f.write.Conn(ctx)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	// What refers to what is as it was, and in any order.
	if _, err := conn.ExecContext(ctx, `PRAGMA foreign_keys = 0; ATTACH ? AS torn`, source); err != nil {
		return "", err
	}
	defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), `DETACH torn; PRAGMA foreign_keys = 1`) }()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return "", err
	}
	defer tx.Rollback()
	for _, t := range tables {
		if t.torn {
			if err := copyDerivatives(ctx, path, tx, t.name); err != nil {
				return "", err
			}
			continue
		}
		// In this order the rows are read, and not the pages copied with those of
		// indexes that may be hurt.
		if _, err := tx.ExecContext(ctx, `INSERT INTO main.`+t.name+` SELECT * FROM torn.`+t.name+` NOT INDEXED ORDER BY 1`); err != nil {
			return "", fmt.Errorf("copy the table %s: %w", t.name, err)
		}
	}
	if stamp, err = stampOf(ctx, tx, "torn"); err != nil {
		return "", err
	}
	return stamp, tx.Commit()
}

// stampOf reads the counter in a file's header that grows with each write.
func stampOf(ctx context.Context, q querier, schema string) (stamp string, err error) {
	err = q.QueryRowContext(ctx, `SELECT hex(substr(data, 25, 4)) FROM sqlite_dbpage(?) WHERE pgno = 1`, schema).Scan(&stamp)
	return stamp, err
}

// takePages puts the pages of a new file in the place of this one's: all, or
// after a crash none. It does not where this one's stamp is another by now.
func (f *File) takePages(ctx context.Context, fresh, stamp string) (again bool, err error) {
	f.turn.Lock()
	defer f.turn.Unlock()
	source, err := dataSource(fresh, toReadOnly)
	if err != nil {
		return false, err
	}
	conn, err := f.write.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	err = conn.Raw(func(mine any) error {
		pages, err := mine.(restoreTarget).NewRestore(source)
		if err != nil {
			return err
		}
		again, err = f.takeAll(ctx, pages, stamp)
		return errors.Join(err, pages.Finish())
	})
	return again, err
}

// restoreTarget is the driver's connection.
type restoreTarget interface {
	NewRestore(source string) (*sqlite.Backup, error)
}

func (f *File) takeAll(ctx context.Context, pages *sqlite.Backup, stamp string) (again bool, err error) {
	if _, err := pages.Step(0); err != nil { // locks this file
		return false, err
	}
	now, err := f.stampNow(ctx)
	if err != nil || now != stamp {
		return err == nil, err
	}
	more, err := pages.Step(-1)
	if err == nil && more {
		err = errors.New("pages of the copy are left over")
	}
	return false, err
}

// stampNow is the stamp while this File itself has the lock.
func (f *File) stampNow(ctx context.Context) (string, error) {
	db, err := connect(f.path, toPeek)
	if err != nil {
		return "", err
	}
	defer db.Close()
	return stampOf(ctx, db, "main")
}

// soundAgain is a check of the structure that renews what can be renewed.
func (f *File) soundAgain(ctx context.Context, from int) (isIndexHurt bool, err error) {
	isIndexHurt, err = fullCheck(ctx, f.path, f.read)
	if bulletin.TroubleKey(explain(ctx, f.path, err)) != "file_damaged" {
		return isIndexHurt, err
	}
	return false, f.renew(ctx, from, err)
}

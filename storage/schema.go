package storage

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"bantin/storage/internal/engine"
)

// applicationID marks a database as a drafts file: "BnTn" in ASCII.
const applicationID = 0x426E546E

//go:embed migrations/*.sql
var migrationFiles embed.FS

// steps are the SQL scripts that lead from one version of the format to the
// next, in order: steps[0] makes version 1 of an empty database.
var steps = mustReadSteps(migrationFiles)

// mustReadSteps panics on a broken embed: it is part of the program.
func mustReadSteps(files fs.FS) []string {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		panic(fmt.Sprintf("list migrations: %v", err))
	}
	slices.Sort(names)
	scripts := make([]string, len(names))
	for i, name := range names {
		script, err := fs.ReadFile(files, name)
		if err != nil || !strings.HasPrefix(name, fmt.Sprintf("migrations/%04d_", i+1)) {
			panic(fmt.Sprintf("read migration %d from %s: %v", i+1, name, err))
		}
		scripts[i] = string(script)
	}
	return scripts
}

// object is one row of sqlite_schema.
type object struct{ kind, name, table, sql string }

// compareSchema refuses a database whose tables, indexes, triggers and views
// are not to the letter those of that version of the format.
func compareSchema(ctx context.Context, path string, q querier, version int) error {
	want, err := schemaOf(ctx, version)
	if err != nil {
		return err
	}
	have, err := readSchema(ctx, q)
	if err != nil {
		return err
	}
	if !slices.Equal(have, want) {
		return fileTrouble("file_altered", path, schemaDifference(have, want))
	}
	return nil
}

func schemaDifference(have, want []object) error {
	for _, o := range have {
		if !slices.Contains(want, o) {
			return fmt.Errorf("unexpected %s %s", o.kind, o.name)
		}
	}
	for _, o := range want {
		if !slices.Contains(have, o) {
			return fmt.Errorf("%s %s is not there", o.kind, o.name)
		}
	}
	return fmt.Errorf("an object stands there twice")
}

// knownSchemas are the schemas that were made once, by the steps that make
// them.
var knownSchemas sync.Map

// schemaOf is the schema of that version of the format.
func schemaOf(ctx context.Context, version int) ([]object, error) {
	by := strings.Join(steps[:version], "\x00")
	if known, ok := knownSchemas.Load(by); ok {
		return known.([]object), nil
	}
	objects, err := makeSchema(ctx, version)
	if err == nil {
		knownSchemas.Store(by, objects)
	}
	return objects, err
}

// makeSchema makes that version of the format in memory and reads its schema.
func makeSchema(ctx context.Context, version int) ([]object, error) {
	db, err := sql.Open(engine.Name, "file::memory:?_dqs=0")
	if err != nil {
		return nil, fmt.Errorf("open a database in memory: %w", err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for n := range version {
		if err := applyStep(ctx, db, n); err != nil {
			return nil, err
		}
	}
	return readSchema(ctx, db)
}

// readSchema lists what is in the database, sorted. The tables that the
// full-text index keeps for itself are compared by name only: their SQL is the
// library's and may differ between its versions.
func readSchema(ctx context.Context, q querier) ([]object, error) {
	objects, err := collect(ctx, q, scanObject,
		`SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name`)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	for i := range objects {
		if strings.HasPrefix(objects[i].name, "search_") {
			objects[i].sql = ""
		}
	}
	return objects, nil
}

func scanObject(row scanner) (o object, err error) {
	err = row.Scan(&o.kind, &o.name, &o.table, &o.sql)
	return o, err
}

// version reads which version of the format a database has, after making
// sure that it is a drafts file at all.
func version(ctx context.Context, path string, q querier) (int, error) {
	var id, version int
	err := q.QueryRowContext(ctx, `SELECT application_id, user_version FROM pragma_application_id, pragma_user_version`).Scan(&id, &version)
	switch {
	case err != nil:
		return 0, fmt.Errorf("read the header: %w", err)
	case id != applicationID:
		return 0, fileTrouble("file_foreign", path, fmt.Errorf("application id %#x", id))
	case version > len(steps):
		t := fileTrouble("file_newer", path, nil)
		t.Args["version"] = version
		return 0, t
	case version < 1:
		return 0, fileTrouble("file_damaged", path, fmt.Errorf("user_version %d", version))
	}
	return version, nil
}

// quickCheck refuses a database whose pages do not hang together. Writing to
// such a file often succeeds and makes it worse. A search index that makes no
// sense is no reason to refuse: it is made of the texts, and can be made anew.
func quickCheck(ctx context.Context, path string, q querier) (isIndexHurt bool, err error) {
	return checkPages(ctx, path, q, `PRAGMA quick_check(2)`) // two, for the index has one verdict at most
}

// fullCheck is quickCheck that also compares the tables with their indexes,
// which are made of them, as the lists are.
func fullCheck(ctx context.Context, path string, q querier) (isIndexHurt bool, err error) {
	return checkPages(ctx, path, q, `PRAGMA integrity_check`)
}

func checkPages(ctx context.Context, path string, q querier, pragma string) (isIndexHurt bool, err error) {
	verdicts, err := collect(ctx, q, scanString[string], pragma)
	if isIndexDamaged(err) { // so badly that the check of it failed, which comes after that of the pages
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("check the file's structure: %w", err)
	}
	for _, verdict := range verdicts {
		switch {
		case isOfIndex(verdict), ofDerived.MatchString(verdict):
			isIndexHurt = true
		case verdict != "ok":
			return false, fileTrouble("file_damaged", path, fmt.Errorf("quick_check: %s", verdict))
		}
	}
	return isIndexHurt, nil
}

// ofDerived finds verdicts about what can be made anew: entries of an index that
// are not those of its table, and values that a derived table may not have.
var ofDerived = regexp.MustCompile(`^row \d+ missing from index |^row \d+ values differ from index |^wrong # of entries in index ` +
	`|^non-unique entry in index |^rowid not at end-of-record for row \d+ of index ` +
	`|(value in|failed in|order for) (article_list|article_text|heads|issue_stories)\b`)

// isOfIndex reports a verdict of FTS5 about its own tables.
func isOfIndex(verdict string) bool { return strings.Contains(strings.ToLower(verdict), "fts5") }

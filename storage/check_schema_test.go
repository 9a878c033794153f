package storage_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"bantin/storage"
)

// unnoticed are the changes that Check cannot see, and why.
var unnoticed = map[string]string{
	"revisions.number":    "only the order in which rows came in; the hash holds all the rest",
	"photos.number":       "only the order in which photos came in",
	"photos.name":         "what somebody called the photo; no second place has it",
	"photos.added_ms":     "no second place has it",
	"photo_half.*":        "only spares a photo's being made smaller; small and old photos have none",
	"photo_unproven.*":    "only has a picture decoded before its first use; its bytes have a hash",
	"photo_unproven.made": "only has a picture decoded before its first use; its bytes have a hash",
	"exchanged.*":         "only keeps thinning away; without it, at most an old autosave goes",
	"exchanged.revision":  "only keeps thinning away; without it, at most an old autosave goes",
	"settings.*":          "a file without an office is a new file",
}

// Every value of every column, and every row, that is changed or deleted
// behind the program's back is noticed; what need not be is on the list above,
// and nothing else.
func TestCheckNoticesEveryColumn(t *testing.T) {
	path := full(t)
	f := open(t, path)
	receiveStripped(t, f)
	f.Close()
	whole := bytesOf(t, path)
	for _, c := range columnsOf(t, path) {
		t.Run(c.table+"."+c.column, func(t *testing.T) {
			var missed []string
			for row := range c.rows {
				if c.table == "search_data" && row == 0 {
					continue // its averages, for ranking only
				}
				path := copyOf(t, whole)
				sqlite(t, path, "PRAGMA ignore_check_constraints = 1; "+c.damage(row))
				if !noticed(t, path) {
					missed = append(missed, c.damage(row))
				}
			}
			why := unnoticed[c.table+"."+c.column]
			if why == "" && len(missed) > 0 {
				t.Errorf("called sound after %q", missed)
			}
			if why != "" && len(missed) == 0 {
				t.Errorf("noticed in every row, so it need not be excused (%s)", why)
			}
		})
	}
}

func noticed(t *testing.T, path string) bool {
	t.Helper()
	f, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		wantSentence(t, err)
		return true
	}
	defer f.Close()
	damage, err := f.Check(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	describe(t, damage)
	return len(damage) > 0
}

// column is one column of a table, or all of them ("*").
type column struct {
	table, column, kind, key string
	rows                     int
}

// damage is SQL that changes the column in one row, or deletes that row.
func (c column) damage(row int) string {
	which := fmt.Sprintf("(%s) = (SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %d)", c.key, c.key, c.table, c.key, row)
	if c.column == "*" {
		return fmt.Sprintf("DELETE FROM %s WHERE %s", c.table, which)
	}
	changed := fmt.Sprintf("CASE typeof(%[1]s) WHEN 'integer' THEN %[1]s + 1000 WHEN 'blob' THEN zeroblob(length(%[1]s)) ELSE %[1]s || 'x' END", c.column)
	if c.kind == "" || c.kind == "BLOB" && c.table == "search_data" {
		changed = fmt.Sprintf("CASE typeof(%[1]s) WHEN 'integer' THEN %[1]s + 1000 ELSE x'FF' END", c.column)
	}
	if c.column == "deleted" {
		changed = "1 - deleted"
	}
	if c.column == "kind" {
		changed = "CASE kind WHEN 'issue' THEN 'article' ELSE 'issue' END"
	}
	return fmt.Sprintf("UPDATE %s SET %s = %s WHERE %s", c.table, c.column, changed, which)
}

// columnsOf lists the columns of every real table of a file, from its schema.
func columnsOf(t *testing.T, path string) (all []column) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT s.name, c.name, c.type,
			coalesce((SELECT group_concat(k.name) FROM pragma_table_info(s.name) AS k WHERE k.pk > 0), 'rowid')
		FROM sqlite_schema AS s, pragma_table_info(s.name) AS c
		WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY s.name, c.cid`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	last := ""
	for rows.Next() {
		var c column
		if err := rows.Scan(&c.table, &c.column, &c.kind, &c.key); err != nil {
			t.Fatal(err)
		}
		if c.table != last {
			all = append(all, column{table: c.table, column: "*", key: c.key})
			last = c.table
		}
		all = append(all, c)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM "+all[i].table).Scan(&all[i].rows); err != nil {
			t.Fatal(err)
		}
		if all[i].rows == 0 {
			t.Errorf("table %s is empty: put something into it", all[i].table)
		}
	}
	return all
}

func TestCheckNoticesAnEmptySearchIndex(t *testing.T) {
	path := full(t)
	sqlite(t, path, "INSERT INTO search (search) VALUES ('delete-all')")
	if !noticed(t, path) {
		t.Error("an empty search index is called sound")
	}
}

// What is derived is named as such, and what is lost as lost.
func TestCheckTellsDerivedFromLost(t *testing.T) {
	for statement, want := range map[string]string{
		"DELETE FROM revisions WHERE kind = 'issue'":                                    "text_missing",
		"DELETE FROM revisions WHERE document LIKE '%chưa có tít%'":                     "text_missing",
		"DELETE FROM revisions WHERE document LIKE '%Đông vui%'":                        "revision_missing",
		"UPDATE article_list SET headline = 'khác' WHERE headline = 'Lễ hội làng'":      "index",
		"DELETE FROM issue_stories":                                                     "index_issue",
		"UPDATE photos SET width_px = width_px + 1 WHERE number = 1":                    "photo_facts",
		"UPDATE settings SET name = 'x' WHERE name = 'office'":                          "setting",
		"DELETE FROM photos WHERE name = 'sân đình.jpg'":                                "photo_lost",
		"INSERT INTO article_text VALUES (99, '', '', '', '', '', 0)":                   "leftover",
		"INSERT INTO search (rowid, headline, byline, body) VALUES (99, 'a', 'b', 'c')": "leftover",
	} {
		path := full(t)
		sqlite(t, path, statement)
		f, err := storage.OpenReadOnly(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		damage, err := f.Check(ctx, nil)
		f.Close()
		if err != nil || len(damage) != 1 || !strings.HasPrefix(describe(t, damage)[0], want+":") {
			t.Errorf("%s: %v %v, want %s", statement, damage, err, want)
		}
	}
}

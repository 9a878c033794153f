package storage_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// blocksOf are the leaves of a file's search index.
func blocksOf(t *testing.T, path string) map[int64]string {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT id, block FROM search_data WHERE id > 10`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	blocks := map[int64]string{}
	for rows.Next() {
		var id int64
		var block string
		if err := rows.Scan(&id, &block); err != nil {
			t.Fatal(err)
		}
		blocks[id] = block
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return blocks
}

// copyOf writes a file with these bytes.
func copyOf(t *testing.T, whole string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.bantin")
	if err := os.WriteFile(path, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// One wrong row is mended by itself: the search index of all the others stays
// where it is.
func TestOneWrongRowIsMendedAlone(t *testing.T) {
	f := create(t)
	c := newCorpus()
	for i := range 40 {
		a := c.article()
		a.Headline = fmt.Sprintf("Bài %02d", i)
		save(t, f, bulletin.NewID(), a)
	}
	byHeadline := storage.Query{Sort: storage.SortHeadline}
	want := list(t, f, byHeadline)
	f.Close()
	whole := bytesOf(t, f.Path())
	blocks := blocksOf(t, f.Path())
	const one = "(SELECT number FROM article_list WHERE headline = 'Bài 07')"
	for _, harm := range []string{
		"UPDATE article_list SET headline = 'Sai' WHERE number = " + one,
		"UPDATE article_list SET id = 'x' || substr(id, 2) WHERE number = " + one,
		"UPDATE article_list SET number = number + 1000000007 WHERE number = " + one,
		"UPDATE article_list SET status = 'x', line = x'00' WHERE number = " + one,
		"UPDATE article_text SET body = body || ' thừa' WHERE number = " + one,
		"UPDATE article_text SET hash = 1 WHERE number = " + one,
		"DELETE FROM article_text WHERE number = " + one,
		"UPDATE heads SET hash = 1 WHERE subject = (SELECT id FROM article_list WHERE number = " + one + ")",
		"DELETE FROM heads WHERE subject = (SELECT id FROM article_list WHERE number = " + one + "); UPDATE heads SET hash = 1 WHERE subject = (SELECT max(subject) FROM heads)",
	} {
		path := copyOf(t, whole)
		sqlite(t, path, "PRAGMA foreign_keys = 0; "+harm)
		f := open(t, path)
		found := list(t, f, storage.Query{Text: "bài"}) // reads the texts
		got := list(t, f, byHeadline)
		if !slices.EqualFunc(got, want, sameLine) || len(found) != len(want) {
			t.Errorf("%s: %d found, %v", harm, len(found), headlines(got))
		}
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%s: %v %v", harm, damage, err)
		}
		f.Close()
		stayed := 0
		for id, block := range blocksOf(t, path) {
			if blocks[id] == block {
				stayed++
			}
		}
		if stayed*2 < len(blocks) {
			t.Errorf("%s: of %d leaves of the index %d stay", harm, len(blocks), stayed)
		}
	}
}

// A save over a text that is wrong or gone mends that, too.
func TestASaveOverAWrongText(t *testing.T) {
	for _, harm := range []string{"UPDATE article_text SET body = 'Bà con thả gióng.'", "DELETE FROM article_text"} {
		f := create(t)
		id := bulletin.NewID()
		heads := save(t, f, id, article("Nuôi tôm", "Bà con thả giống.")).Heads
		sqlite(t, f.Path(), harm)
		save(t, f, id, article("Nuôi cá", "Bà con thả lưới."), heads...)
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%s: %v %v", harm, damage, err)
		}
		if found := list(t, f, storage.Query{Text: "giống"}); len(found) > 0 {
			t.Errorf("%s: what is gone is found: %v", harm, found)
		}
	}
}

// A search of a file that can only be read shows every article with its own
// text, where the texts of some are gone.
func TestSearchWithoutSomeTexts(t *testing.T) {
	f := create(t)
	for i := range 6 {
		save(t, f, bulletin.NewID(), article(fmt.Sprintf("Bài %d", i), fmt.Sprintf("Lũ về xóm %d.", i)))
	}
	queries := []storage.Query{{Text: "lũ"}, {Text: "lũ về", Ranked: true}, {Text: "lu", Sort: storage.SortHeadline}, {Text: "xóm", Limit: 2, Offset: 1}}
	var want [][]storage.Summary
	for _, q := range queries {
		want = append(want, list(t, f, q))
	}
	f.Close()
	sqlite(t, f.Path(), "DELETE FROM article_text WHERE number IN (SELECT number FROM article_list WHERE headline IN ('Bài 0', 'Bài 3', 'Bài 5'))")
	r, err := storage.OpenReadOnly(ctx, f.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for i, q := range queries {
		if got := list(t, r, q); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("%+v finds\n%v\nand not\n%v", q, got, want[i])
		}
	}
}

// A wrong row does not hide that the search index is hurt, too: mending the row
// alone would take away what tells of it.
func TestAWrongRowHidesNoHurtIndex(t *testing.T) {
	f := create(t)
	for i := range 3 {
		save(t, f, bulletin.NewID(), article(fmt.Sprintf("Bài %d", i), fmt.Sprintf("Chữ hiếm qxyz%d.", i)))
	}
	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	sqlite(t, path, `UPDATE article_list SET headline = 'Sai' WHERE headline = 'Bài 1'`,
		`UPDATE search_data SET block = unhex(replace(hex(block), hex('qxyz'), hex('qxyw'))) WHERE id > 10`)
	f = open(t, path)
	for i := range 3 {
		if found := list(t, f, storage.Query{Text: fmt.Sprintf("qxyz%d", i)}); len(found) != 1 || found[0].Headline != fmt.Sprintf("Bài %d", i) {
			t.Errorf("found is %+v", found)
		}
	}
	sound(t, f)
}

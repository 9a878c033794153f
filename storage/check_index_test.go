package storage_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// strangeTexts are words that versions of Unicode take apart differently, or
// that no keyboard here has.
var strangeTexts = []string{
	"", "中文報紙 한국어", "🙂🙂 a🙂b", "e\u0301e\u0323\u0302 o\u031b", "ʰˠ ⁂ ½ ²", "ǅ ŉ ß ﬁ", "\u200bkhông\u200dnối", "ᩙ ᬯ\u1b44", "𐍈𝓐 𞤀",
	"x\x00y", "a_b-c'd\u2019e", strings.Repeat("dài", 3000), "0123 1/4/2026 3,5%",
}

// indexed makes a file whose search index has several segments: articles that
// came, changed, and went.
func indexed(t *testing.T, n int) string {
	t.Helper()
	f := create(t)
	random := rand.New(rand.NewPCG(4, 7))
	c := newCorpus()
	for i := range n {
		a := c.article()
		a.Headline, a.Note = fmt.Sprint("Bài ", i), strangeTexts[i%len(strangeTexts)]
		id := bulletin.NewID()
		heads := save(t, f, id, a).Heads
		for range random.IntN(3) {
			a.Body[0].Text = c.text(random.IntN(200))
			heads = save(t, f, id, a, heads...).Heads
		}
		if i%7 == 3 {
			if _, err := f.DeleteArticle(ctx, id, storage.Save{Expected: heads}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Path()
}

// A sound index is called sound, whatever the texts are made of and in however
// small portions it is read.
func TestCheckOfASoundIndex(t *testing.T) {
	path := indexed(t, 60)
	for _, leaves := range []int{1, 3, 10_000} {
		func() {
			defer storage.CheckByLeaves(leaves)()
			f := open(t, path)
			defer f.Close()
			if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
				t.Errorf("by %d leaves: %v %v", leaves, damage, err)
			}
		}()
	}
}

// Saves during a check are no damage.
func TestCheckWhileOthersSave(t *testing.T) {
	defer storage.CheckByLeaves(2)()
	f := open(t, indexed(t, 40))
	c := newCorpus()
	id := bulletin.NewID()
	heads := save(t, f, id, c.article()).Heads
	last := time.Now()
	damage, err := f.Check(ctx, func(done, _ int) {
		if done%9 == 0 || time.Since(last) > 100*time.Millisecond {
			heads = save(t, f, id, c.article(), heads...).Heads
			save(t, f, bulletin.NewID(), c.article())
			last = time.Now()
		}
	})
	if err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

// Whatever changes what a search finds is noticed: a bit in a leaf of the index
// is called damage, or the index says what it said.
func TestCheckNoticesABitOfTheIndex(t *testing.T) {
	path := indexed(t, 25)
	whole := bytesOf(t, path)
	said := everyPlace(t, path)
	random := rand.New(rand.NewPCG(1, 2026))
	flips := 60
	if testing.Short() {
		flips = 20
	}
	unnoticed := 0
	for range flips {
		path := copyOf(t, whole)
		flipBit(t, path, random)
		if noticed(t, path) {
			continue
		}
		unnoticed++
		if again := everyPlace(t, path); !slices.Equal(again, said) {
			t.Error("the index says something else and is called sound")
		}
	}
	t.Logf("%d of %d bits say nothing", unnoticed, flips)
}

// In a file that is too large for a sum of its whole index, what a letter hides
// is found again once the file was open for a while.
func TestALargeIndexIsComparedWhileTheFileIsOpen(t *testing.T) {
	path := indexed(t, 12)
	want := everyPlace(t, path)
	defer storage.CheckLater()()
	flips := 12
	if testing.Short() {
		flips = 4
	}
	whole := bytesOf(t, path)
	random := rand.New(rand.NewPCG(9, 2026))
	for range flips {
		path := copyOf(t, whole)
		sqlite(t, path, "DELETE FROM settings WHERE name = 'search_sum'")
		flipBit(t, path, random)
		f := open(t, path)
		f.LookedOver()
		f.Close()
		if got := everyPlace(t, path); !slices.Equal(got, want) {
			t.Error("the index is not what it was")
		}
	}
}

// flipBit changes a bit of a block of the search index.
func flipBit(t *testing.T, path string, random *rand.Rand) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var id int64
	var block []byte
	if err := db.QueryRowContext(ctx, `SELECT id, block FROM search_data WHERE id > 10 LIMIT 1
		OFFSET ? % (SELECT count(*) FROM search_data WHERE id > 10)`, random.Uint32()).Scan(&id, &block); err != nil {
		t.Fatal(err)
	}
	block[random.IntN(len(block))] ^= 1 << random.IntN(8)
	if _, err := db.ExecContext(ctx, `UPDATE search_data SET block = ? WHERE id = ?`, block, id); err != nil {
		t.Fatal(err)
	}
}

// everyPlace is what FTS5 says of its index: each place of each word, and what
// beginnings of one and two letters find.
func everyPlace(t *testing.T, path string) (all []string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	read := func(query string, args ...any) {
		rows, err := db.QueryContext(ctx, query, args...)
		if err != nil {
			all = append(all, err.Error())
			return
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				t.Fatal(err)
			}
			all = append(all, s)
		}
		all = append(all, fmt.Sprint(rows.Err()))
	}
	read(`SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM vocabulary`)
	for _, a := range "abcdeghiklmnopqrstuvxy01234" {
		read(`SELECT rowid FROM search WHERE search MATCH ?`, string(a)+"*")
		for _, b := range "aeghinoruy0123" {
			read(`SELECT rowid FROM search WHERE search MATCH ?`, `"`+string(a)+string(b)+`" *`)
		}
	}
	return all
}

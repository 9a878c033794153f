package storage_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/storage/pages"
)

// tables is a database with rows of every size and type, in a table with and
// one without rowid, and an index. want are its rows in text, sorted.
func tables(t testing.TB, pageSize int) (file []byte, want []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	do := func(statement string, args ...any) {
		t.Helper()
		if _, err := db.ExecContext(context.Background(), statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	do(fmt.Sprintf("PRAGMA page_size = %d; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", pageSize))
	do("CREATE TABLE a (n INTEGER PRIMARY KEY, i, r, t, b); CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID; BEGIN")
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		text := string(bytes.Repeat([]byte("ă"), random.IntN(pageSize/4)))
		blob := make([]byte, random.IntN(5)*random.IntN(pageSize))
		i := random.Int64() >> random.IntN(64) * int64(1-2*(n%2))
		do("INSERT INTO a VALUES (?, ?, ?, ?, ?)", n*7919+1, i, random.Float64(), text, blob)
		want = append(want, rowSum(int64(n*7919+1), nil, i, "real", text, blob))
		key := fmt.Sprint("key ", n, text)
		do("INSERT INTO w VALUES (?, ?)", key, n)
		want = append(want, rowSum(0, key, int64(n)))
	}
	do("COMMIT")
	db.Close()
	if file, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	return file, want
}

// rowSum is a row in few letters.
func rowSum(number int64, values ...any) string {
	return fmt.Sprintf("%x", sha256.Sum256(fmt.Appendf(nil, "%d %q", number, values)))
}

type rowPlace struct {
	row   string
	pages []int
}

func readRows(t testing.TB, file []byte) (places []rowPlace) {
	t.Helper()
	d := pages.Open(bytes.NewReader(file), int64(len(file)))
	err := d.Rows(context.Background(), nil, func(r pages.Row) error {
		values, err := r.Values()
		if err != nil || r.Columns() == 5 && r.Page == 1 {
			return nil // unreadable, or the schema's
		}
		_, overflow, _ := r.Payload()
		p := rowPlace{pages: append([]int{r.Page}, overflow...)}
		switch r.Columns() {
		case 5:
			if _, ok := values[2].(float64); ok {
				values[2] = "real"
			}
			p.row = rowSum(r.Number, values...)
		case 2:
			p.row = rowSum(0, values...)
		}
		places = append(places, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(places, func(a, b rowPlace) int { return bytes.Compare([]byte(a.row), []byte(b.row)) })
	return places
}

func TestEveryRowIsRead(t *testing.T) {
	for _, size := range []int{512, 1024, 4096, 65536} {
		file, want := tables(t, size)
		var got []string
		for _, p := range readRows(t, file) {
			got = append(got, p.row)
		}
		if !slices.Equal(got, want) {
			t.Errorf("pages of %d: %d rows, want %d", size, len(got), len(want))
		}
		// The header is not needed, and a wrong one not believed.
		for _, change := range []func(b []byte){
			func(b []byte) { clear(b[:100]) },
			func(b []byte) { b[16] ^= 0x30 },
			func(b []byte) { b[20] = 77 },
		} {
			hurt := bytes.Clone(file)
			change(hurt)
			if n := len(readRows(t, hurt)); n < len(want) {
				t.Errorf("pages of %d without the header: %d rows of %d", size, n, len(want))
			}
		}
	}
}

// The pages that a row is said to run through are those it needs, and no
// others.
func TestWhichPagesARowNeeds(t *testing.T) {
	file, _ := tables(t, 512)
	places := readRows(t, file)
	for number := 2; number <= len(file)/512; number += 5 {
		hurt := bytes.Clone(file)
		page := hurt[(number-1)*512 : number*512]
		for i := range page {
			page[i] ^= 0x55
		}
		left := map[string]bool{}
		for _, p := range readRows(t, hurt) {
			left[p.row] = true
		}
		for _, p := range places {
			if !slices.Contains(p.pages, number) && !left[p.row] {
				t.Fatalf("page %d: a row of pages %v is gone", number, p.pages)
			}
		}
	}
}

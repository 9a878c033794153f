package storage_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// tearRoot spoils the page that the tree of a table hangs on.
func tearRoot(t *testing.T, path, table string) {
	t.Helper()
	writeRoot(t, path, table, bytes.Repeat([]byte{0xA5}, 4096))
}

// writeRoot puts another page in that place.
func writeRoot(t *testing.T, path, table string, page []byte) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	var root, size int
	err = db.QueryRowContext(ctx, `SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = ?`, table).Scan(&root, &size)
	db.Close()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(file[(root-1)*size:root*size], page)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
}

// wantWhole opens a file, which must have both articles of full, take another
// one, and have no damage.
func wantWhole(t *testing.T, path string) *storage.File {
	t.Helper()
	f := open(t, path)
	if got := headlines(list(t, f, storage.Query{})); got != " · Lễ hội làng" {
		t.Errorf("%q", got)
	}
	if found := list(t, f, storage.Query{Text: "dan lang"}); len(found) != 1 {
		t.Errorf("search finds %d", len(found))
	}
	save(t, f, bulletin.NewID(), article("Bài mới"))
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	return f
}

func TestTornLists(t *testing.T) {
	for _, table := range []string{
		"article_list", "heads", "search_data", "search_config", "issue_stories",
		"photo_print", "photo_half", "photo_thumb", "sqlite_autoindex_revisions_1", "parents_by_parent",
	} {
		t.Run(table, func(t *testing.T) {
			path := full(t)
			tearRoot(t, path, table)
			r, err := storage.OpenReadOnly(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			if got := headlines(list(t, r, storage.Query{})); got != " · Lễ hội làng" {
				t.Errorf("only to read: %q", got)
			}
			r.Close()
			if f := wantWhole(t, path); !f.Renewed() {
				t.Error("nobody hears of it")
			}
		})
		t.Run(table+" of a large file", func(t *testing.T) {
			path := full(t)
			defer storage.CheckLater()()
			tearRoot(t, path, table)
			if f := wantWhole(t, path); !f.Renewed() {
				t.Error("nobody hears of it")
			}
		})
		if strings.HasPrefix(table, "photo_") {
			continue
		}
		t.Run(table+" of an old file", func(t *testing.T) {
			path := full(t)
			tearRoot(t, path, table)
			newer(t, "CREATE TABLE later (x TEXT) STRICT")
			wantWhole(t, path)
		})
	}
}

// longHistory makes a file in which parents need more than one page.
func longHistory(t *testing.T) (path string, id bulletin.ID, versions int) {
	t.Helper()
	path, id, versions = full(t), bulletin.NewID(), 120
	f := open(t, path)
	heads := []bulletin.RevisionID(nil)
	for n := range versions {
		heads = save(t, f, id, article("Lũ", fmt.Sprintf("Nước lên %d phân.", n)), heads...).Heads
	}
	f.Close()
	return path, id, versions
}

// An index whose root is its table's claims the pages of the table: only the index
// is torn.
func TestAnIndexThatClaimsItsTable(t *testing.T) {
	path, id, versions := longHistory(t)
	writeRoot(t, path, "parents_by_parent", rootOf(t, path, "parents"))
	f := open(t, path)
	if !f.Renewed() {
		t.Error("nothing was torn")
	}
	if history, err := f.History(ctx, id); err != nil || len(history) != versions {
		t.Errorf("%d versions: %v", len(history), err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

// A table whose root is its index's has the pages of the index, in which every
// version is the parent of its parents.
func TestATableThatClaimsItsIndex(t *testing.T) {
	path, _, _ := longHistory(t)
	writeRoot(t, path, "parents", rootOf(t, path, "parents_by_parent"))
	before := bytesOf(t, path)
	_, err := storage.Open(ctx, path)
	wantTrouble(t, err, "file_damaged")
	if bytesOf(t, path) != before {
		t.Error("the file was written to")
	}
}

// rootOf reads the page that the tree of a table hangs on.
func rootOf(t *testing.T, path, table string) (page []byte) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, `SELECT data FROM sqlite_dbpage WHERE pgno = (SELECT rootpage FROM sqlite_schema WHERE name = ?)`, table).Scan(&page)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// TestARenewalThatWasKilledLeavesNothing: the next one who opens the file takes
// away what it had written beside it, once nobody can be at it any more.
func TestARenewalThatWasKilledLeavesNothing(t *testing.T) {
	path := full(t)
	left, fresh := atomicfile.Beside(path), atomicfile.Beside(path)
	for _, name := range []string{left, left + "-journal", fresh} {
		if err := os.WriteFile(name, []byte("nửa chừng"), 0o600); err != nil {
			t.Fatal(err)
		}
		if old := time.Now().Add(-2 * time.Hour); name != fresh {
			if err := os.Chtimes(name, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	open(t, path).Close()
	if have := beside(t, path); len(have) != 2 {
		t.Errorf("there are %v", have)
	}
}

// TestHeadsThatAreGone: a page of heads with nothing on it makes sense, and still
// hides nothing from those who only read.
func TestHeadsThatAreGone(t *testing.T) {
	path := full(t)
	empty := make([]byte, 4096)
	empty[0], empty[5] = 0x0a, 4096>>8 // the leaf of an index; nothing up to the end of the page
	writeRoot(t, path, "heads", empty)
	r, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if got := headlines(list(t, r, storage.Query{})); got != " · Lễ hội làng" {
		t.Errorf("%q", got)
	}
	if issues, err := r.Issues(ctx); err != nil || len(issues) != 1 {
		t.Errorf("%d issues: %v", len(issues), err)
	}
	if sent, err := r.Send(ctx, filepath.Join(t.TempDir(), "gửi.bantin"), storage.Selection{}, nil); err != nil || sent.Articles != 2 {
		t.Errorf("%+v %v", sent, err)
	}
}

// TestTornListsInSeveralWindows: of several who open the file at once, none
// undoes what another one saves.
func TestTornListsInSeveralWindows(t *testing.T) {
	path := full(t)
	tearRoot(t, path, "article_list")
	var running sync.WaitGroup
	const windows = 4
	for range windows {
		running.Go(func() {
			f, err := storage.Open(ctx, path)
			if err != nil {
				t.Error(err)
				return
			}
			defer f.Close()
			if _, err := f.SaveArticle(ctx, bulletin.NewID(), article("Bài mới"), storage.Save{Author: "Lan"}); err != nil {
				t.Error(err)
			}
		})
	}
	running.Wait()
	if n := len(list(t, open(t, path), storage.Query{Text: "tieude:bai moi"})); n != windows {
		t.Errorf("%d of %d saves are there", n, windows)
	}
}

// Where the work itself is torn nothing is renewed, and nothing written.
func TestTornRevisions(t *testing.T) {
	for _, table := range []string{"revisions", "parents", "photos", "settings"} {
		path := full(t)
		tearRoot(t, path, table)
		tearRoot(t, path, "article_list")
		before := bytesOf(t, path)
		_, err := storage.Open(ctx, path)
		wantTrouble(t, err, "file_damaged")
		if bytesOf(t, path) != before || len(beside(t, path)) != 1 {
			t.Errorf("%s: the file was touched, or something is left: %v", table, beside(t, path))
		}
	}
}

package newsroom_test

import (
	"database/sql" //nolint:depguard // the part of another program is played here
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

func TestPutBack(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "bài #1 của Lan.bantin")
	lan, minh := newPC(t, t.TempDir(), "Lan"), newPC(t, t.TempDir(), "Minh")
	lan.write("a")
	minh.write("b")
	back := func(p *pc) newsroom.Returned {
		t.Helper()
		r, err := newsroom.PutBack(ctx, p.file, stick, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := back(lan); r.Received.NewArticles != 0 || r.File != stick {
		t.Errorf("%+v", r)
	}
	if r := back(minh); r.Received.NewArticles != 1 || minh.has() != "a b" {
		t.Errorf("%+v", r)
	}
	if r := back(lan); r.Received.NewArticles != 1 || lan.has() != "a b" {
		t.Errorf("%+v", r)
	}
	if got := files(t, filepath.Dir(stick)); got != filepath.Base(stick) {
		t.Errorf("something was left there: %s", got)
	}
	f, err := storage.OpenReadOnly(ctx, stick)
	if err != nil {
		t.Fatal(err)
	}
	damage, err := f.Check(ctx, nil)
	f.Close()
	if err != nil || len(damage) > 0 {
		t.Error(damage, err)
	}
}

// TestPutBackLeavesWhatItCannotRead: what is not a drafts file, or a damaged
// one, stays as it is.
func TestPutBackLeavesWhatItCannotRead(t *testing.T) {
	lan := newPC(t, t.TempDir(), "Lan")
	lan.write("a")
	path := filepath.Join(t.TempDir(), "khác.bantin")
	if err := os.WriteFile(path, []byte("gì đó của ai đó"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := newsroom.PutBack(ctx, lan.file, path, nil)
	if b, _ := os.ReadFile(path); bulletin.TroubleKey(err) != "not_drafts_file" || string(b) != "gì đó của ai đó" {
		t.Errorf("%v; now %q", err, b)
	}
	if _, err := newsroom.PutBack(ctx, lan.file, lan.file.Path(), nil); bulletin.TroubleKey(err) != "receive_itself" {
		t.Error(err)
	}
}

// TestPutBackBesideAJournal: what another program has begun to write is rolled
// back in the copy that is read, and the file is not called damaged.
func TestPutBackBesideAJournal(t *testing.T) {
	lan, minh := newPC(t, t.TempDir(), "Lan"), newPC(t, t.TempDir(), "Minh")
	for range 40 {
		minh.write(strings.Repeat("b", 300))
	}
	path := filepath.Join(t.TempDir(), "chung.bantin")
	if _, err := newsroom.PutBack(ctx, minh.file, path, nil); err != nil {
		t.Fatal(err)
	}
	leaveHotJournal(t, path)
	lan.write("a")
	r, err := newsroom.PutBack(ctx, lan.file, path, nil)
	if err != nil || r.Received.NewArticles != 40 || len(r.Received.Refused) > 0 {
		t.Fatalf("%v; %+v", err, r)
	}
	f, err := storage.OpenReadOnly(ctx, r.File)
	if err != nil {
		t.Fatal(err)
	}
	damage, err := f.Check(ctx, nil)
	f.Close()
	if err != nil || len(damage) > 0 || r.File != path {
		t.Error(damage, err, r.File)
	}
	if got := files(t, filepath.Dir(path)); got != filepath.Base(path) {
		t.Errorf("something was left there: %s", got)
	}
}

// TestPutBackWhileAnotherWrites: a file that another program is writing is not
// replaced under its hands.
func TestPutBackWhileAnotherWrites(t *testing.T) {
	lan, minh := newPC(t, t.TempDir(), "Lan"), newPC(t, t.TempDir(), "Minh")
	path := filepath.Join(t.TempDir(), "chung.bantin")
	minh.write("b")
	if _, err := newsroom.PutBack(ctx, minh.file, path, nil); err != nil {
		t.Fatal(err)
	}
	tx := begin(t, path, "_txlock=immediate")
	lan.write("a")
	r, err := newsroom.PutBack(ctx, lan.file, path, nil)
	if err != nil || r.File == path {
		t.Fatalf("replaced while it was being written: %+v %v", r, err)
	}
	if _, err := tx.Exec(`PRAGMA user_version = 1`); err != nil {
		t.Fatal(err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if r, err = newsroom.PutBack(ctx, lan.file, path, nil); err != nil || r.File != path {
		t.Errorf("%+v %v", r, err)
	}
}

// TestPutBackSweeps: what was left by a crash goes after a day; what may be under
// way, and what is somebody else's, stays.
func TestPutBackSweeps(t *testing.T) {
	lan := newPC(t, t.TempDir(), "Lan")
	lan.write("a")
	folder := t.TempDir()
	old, fresh, foreign := ".ABCDEF-bài [1].bantin.tmp", ".GHIJKL-bài [1].bantin.tmp", ".ghi chú.tmp"
	for _, name := range []string{old, fresh, foreign} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if at := time.Now().AddDate(0, 0, -2); name != fresh {
			if err := os.Chtimes(path, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := newsroom.PutBack(ctx, lan.file, filepath.Join(folder, "bài [1].bantin"), nil); err != nil {
		t.Fatal(err)
	}
	if got := files(t, folder); got != fresh+", "+foreign+", bài [1].bantin" {
		t.Error(got)
	}
}

// begin begins to write to a file as another program does.
func begin(t *testing.T, path, how string) *sql.Tx {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path, RawQuery: how}).String())
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxIdleConns(0) // Windows replaces no file that is open
	t.Cleanup(func() { db.Close() })
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// leaveHotJournal leaves a file as a program does that dies while it writes.
func leaveHotJournal(t *testing.T, path string) {
	t.Helper()
	work := filepath.Join(t.TempDir(), "đang ghi.bantin")
	copyAll := func(from, to string) {
		b, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(to, b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	copyAll(path, work)
	tx := begin(t, work, "_pragma=cache_spill(1)&_pragma=cache_size(1)")
	defer tx.Rollback()
	if _, err := tx.Exec(`UPDATE revisions SET document = document || hex(zeroblob(200000))`); err != nil {
		t.Fatal(err)
	}
	copyAll(work, path)
	copyAll(work+"-journal", path+"-journal")
}

// TestPutBackOverATornFile: of a file with torn pages what is whole is received;
// where nothing is lost it is replaced by a whole one, else it is kept and the
// new one lies beside it.
func TestPutBackOverATornFile(t *testing.T) {
	for tree, kept := range map[string]bool{"article_list": false, "heads": false, "search_data": false, "revisions": true} {
		t.Run(tree, func(t *testing.T) {
			lan, minh := newPC(t, t.TempDir(), "Lan"), newPC(t, t.TempDir(), "Minh")
			lan.write("a")
			minh.write("b")
			for range 10 {
				minh.write(strings.Repeat("b", 900))
			}
			path := filepath.Join(t.TempDir(), "chung.bantin")
			if _, err := newsroom.PutBack(ctx, minh.file, path, nil); err != nil {
				t.Fatal(err)
			}
			torn := tearTree(t, path, tree)
			r, err := newsroom.PutBack(ctx, lan.file, path, nil)
			if err != nil {
				t.Fatal(err)
			}
			now, err := os.ReadFile(path)
			if err != nil || r.Kept != kept || (r.File != path) != kept || (string(now) == string(torn)) != kept {
				t.Errorf("%+v, %v", r, err)
			}
			if r.Received.NewRevisions == 0 || (r.Received.NewArticles < 11) != kept || (len(r.Received.Refused) > 0) != kept {
				t.Errorf("received %+v", r.Received)
			}
			f, err := storage.OpenReadOnly(ctx, r.File)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
				t.Errorf("%v %v", damage, err)
			}
		})
	}
}

// tearTree overwrites the last page of a table in a file.
func tearTree(t *testing.T, path, tree string) (torn []byte) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	var page, size int
	err = db.QueryRowContext(ctx, `SELECT (SELECT max(pageno) FROM dbstat WHERE name = ?), (SELECT page_size FROM pragma_page_size)`, tree).Scan(&page, &size)
	db.Close()
	if err != nil {
		t.Fatal(err)
	}
	if torn, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	copy(torn[(page-1)*size:], strings.Repeat("\xff", size))
	if err := os.WriteFile(path, torn, 0o600); err != nil {
		t.Fatal(err)
	}
	return torn
}

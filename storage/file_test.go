package storage_test

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

func TestOddNames(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{
		"bình thường.bantin", "số #4.bantin", "100%.bantin", "a%25b.bantin", "gì thế?.bantin", "a&b=c.bantin",
		"file:x.bantin", " đầu và cuối ", "dấu 'nháy' \"kép\".bantin", "+cộng;chấm.bantin", `gạch\chéo`,
	} {
		path := filepath.Join(folder, name)
		f, err := storage.Create(ctx, path)
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		id := bulletin.NewID()
		save(t, f, id, article(name))
		if err := f.Close(); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if a := load(t, open(t, path), id); a.Article.Headline != name {
			t.Errorf("%q holds %q", name, a.Article.Headline)
		}
	}
}

func TestAClosedFileIsOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.bantin")
	f, err := storage.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	save(t, f, bulletin.NewID(), article("Một"))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if names := beside(t, path); !slices.Equal(names, []string{"a.bantin"}) {
		t.Errorf("beside it: %v", names)
	}
	if err := f.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if id := hex.EncodeToString(b[68:72]); id != hex.EncodeToString([]byte("BnTn")) {
		t.Errorf("application id %s", id)
	}
}

func TestCreateRefuses(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.bantin")
	if err := os.WriteFile(path, []byte("bài của tôi"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := storage.Create(ctx, path)
	wantTrouble(t, err, "file_exists")
	if b, _ := os.ReadFile(path); string(b) != "bài của tôi" {
		t.Error("the existing file was touched")
	}
	_, err = storage.Create(ctx, filepath.Join(folder, "không có", "a.bantin"))
	wantTrouble(t, err, "folder_missing")
	_, err = storage.Create(ctx, filepath.Join(path, "a.bantin"))
	wantTrouble(t, err, "folder_missing")
	if names := beside(t, path); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	good := filepath.Join(folder, "good.bantin")
	f, err := storage.Create(ctx, good)
	if err != nil {
		t.Fatal(err)
	}
	save(t, f, bulletin.NewID(), article("Một", "Hai ba bốn."))
	f.Close()
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		trouble string
		bytes   []byte
		sql     string
	}{
		{trouble: "file_empty", bytes: []byte{}},
		{trouble: "not_drafts_file", bytes: []byte("PK\x03\x04" + string(make([]byte, 5000)))},
		{trouble: "not_drafts_file", bytes: []byte("Sáng nay, ủy ban xã…")},
		{trouble: "file_foreign", bytes: whole, sql: "PRAGMA application_id = 7"},
		{trouble: "file_foreign", bytes: whole, sql: "PRAGMA application_id = 0"},
		{trouble: "file_newer", bytes: whole, sql: "PRAGMA user_version = 99"},
		{trouble: "file_altered", bytes: whole, sql: "CREATE TRIGGER t AFTER INSERT ON revisions BEGIN DELETE FROM photos; END"},
		{trouble: "file_altered", bytes: whole, sql: "CREATE VIEW v AS SELECT 1"},
		{trouble: "file_altered", bytes: whole, sql: "DROP TABLE settings"},
		{trouble: "file_altered", bytes: whole, sql: "ALTER TABLE photos ADD COLUMN x TEXT"},
		{trouble: "file_damaged", bytes: whole[:len(whole)-4096*3]},
		{trouble: "file_damaged", bytes: slices.Concat(whole[:len(whole)/2], bytes.Repeat([]byte{0xA5}, len(whole)/2))},
		{trouble: "not_drafts_file", bytes: slices.Concat([]byte("SQLite format 4"), whole[15:])},
	} {
		path := filepath.Join(folder, "case.bantin")
		if err := os.WriteFile(path, c.bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		if c.sql != "" {
			sqlite(t, path, c.sql)
		}
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = storage.Open(ctx, path)
		wantTrouble(t, err, c.trouble)
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s %s: the refused file was changed", c.trouble, c.sql)
		}
		if names := beside(t, path); len(names) != 2 {
			t.Errorf("%s %s: left behind: %v", c.trouble, c.sql, names)
		}
	}
}

func TestOpenWhatIsNotThere(t *testing.T) {
	folder := t.TempDir()
	for _, open := range []func(string) error{
		func(p string) error { _, err := storage.Open(ctx, p); return err },
		func(p string) error { _, err := storage.OpenReadOnly(ctx, p); return err },
	} {
		wantTrouble(t, open(filepath.Join(folder, "không có.bantin")), "file_missing")
		wantTrouble(t, open(folder), "file_is_folder")
		if names := beside(t, filepath.Join(folder, "x")); len(names) != 0 {
			t.Errorf("left behind: %v", names)
		}
	}
}

// "." tells nobody where to look.
func TestTroubleNamesTheWholeFolder(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	_, err = storage.Open(ctx, "không có.bantin")
	wantTrouble(t, err, "file_missing")
	if folder := asTrouble(err).Args["folder"]; folder != here {
		t.Errorf("folder %v, want %s", folder, here)
	}
}

// What is said of half a file is about reading, not about writing on.
func TestHalfAFileIsReadAndChecked(t *testing.T) {
	path := full(t)
	whole := []byte(bytesOf(t, path))
	for _, part := range []int{2, 3, 10, 50} {
		if err := os.WriteFile(path, whole[:len(whole)/part], 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := storage.OpenReadOnly(ctx, path)
		if err != nil {
			wantTrouble(t, err, "file_torn")
			continue
		}
		damage, err := f.Check(ctx, nil)
		if err != nil || len(damage) == 0 {
			t.Errorf("1/%d of a file: %v %v", part, damage, err)
		}
		describe(t, damage)
		if _, err := f.Articles(ctx, storage.Query{}); err != nil {
			wantTrouble(t, err, "file_torn")
		}
		f.Close()
	}
}

func TestReadOnlyChangesNothing(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	first := save(t, f, id, article("Một", "Hai."))
	f.Close()
	before, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	r, err := storage.OpenReadOnly(ctx, f.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if a := load(t, r, id); a.Article.Headline != "Một" || !r.ReadOnly() || r.Path() != f.Path() {
		t.Errorf("%+v", a)
	}
	if found := list(t, r, storage.Query{Text: "hai"}); len(found) != 1 {
		t.Errorf("%v", found)
	}
	if damage, err := r.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	_, err = r.SaveArticle(ctx, id, article("Khác"), storage.Save{Expected: first.Heads})
	wantTrouble(t, err, "file_read_only")
	_, err = r.AddPhoto(ctx, "a.jpg", []byte("x"))
	wantTrouble(t, err, "file_read_only")
	wantTrouble(t, r.SetOffice(ctx, bulletin.Office{}), "file_read_only")
	if after, _ := os.ReadFile(f.Path()); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	if names := beside(t, f.Path()); len(names) != 1 {
		t.Errorf("beside it: %v", names)
	}
}

// Another tool has switched the write-ahead log on.
func TestWriteAheadLog(t *testing.T) {
	path := full(t)
	sqlite(t, path, "PRAGMA journal_mode = WAL", "UPDATE photos SET name = 'tên khác'")
	before := bytesOf(t, path)
	r, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(list(t, r, storage.Query{})); n != 2 {
		t.Errorf("%d articles", n)
	}
	r.Close()
	if names := beside(t, path); len(names) != 1 || bytesOf(t, path) != before {
		t.Errorf("reading changed the file or left something: %v", names)
	}
	f := open(t, path)
	save(t, f, bulletin.NewID(), article("Thêm"))
	f.Close()
	if names := beside(t, path); len(names) != 1 || bytesOf(t, path)[18] == 2 {
		t.Errorf("the log is still on: %v", names)
	}
}

// A few bytes changed anywhere: success or a sentence.
func TestDamageAnywhere(t *testing.T) {
	whole, err := os.ReadFile(full(t))
	if err != nil {
		t.Fatal(err)
	}
	damages := 120
	if testing.Short() {
		damages = 20
	}
	for i := range damages {
		b := slices.Clone(whole)
		at := (i*7919*7 + i) % (len(b) - 20)
		for k := range 20 {
			b[at+k] ^= byte(i + k + 1)
		}
		path := filepath.Join(t.TempDir(), "a.bantin")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, open := range []opener{storage.OpenReadOnly, storage.Open} {
			f, err := open(ctx, path)
			wantSentence(t, err)
			if err == nil {
				useAll(t, f)
				f.Close()
			}
		}
	}
}

func TestMovedWhileOpen(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	saved := save(t, f, id, article("Một"))
	away := f.Path() + ".away"
	if err := os.Rename(f.Path(), away); err != nil {
		t.Skip("an open file cannot be moved here:", err)
	}
	_, err := f.SaveArticle(ctx, id, article("Hai"), storage.Save{Expected: saved.Heads})
	wantTrouble(t, err, "file_moved")
	if err := os.Rename(away, f.Path()); err != nil {
		t.Fatal(err)
	}
	save(t, f, id, article("Hai"), saved.Heads...)
}

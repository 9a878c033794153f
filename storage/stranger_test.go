package storage_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// putRow writes a revision into a file as another program might.
func putRow(t testing.TB, path string, r bulletin.Revision) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `INSERT INTO revisions (id, kind, subject, time_ms, author, reason, deleted, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		r.ID, r.Kind, r.Subject, r.Time.UnixMilli(), r.Author, r.Reason, r.Deleted, string(r.Document)); err != nil {
		t.Fatal(err)
	}
	for _, parent := range r.Parents {
		if _, err := db.ExecContext(ctx, `INSERT INTO parents (revision, parent) VALUES (?, ?)`, r.ID, parent); err != nil {
			t.Fatal(err)
		}
	}
}

func strange(t testing.TB, kind bulletin.SubjectKind, id bulletin.ID, parents []bulletin.RevisionID, at time.Time, author string, reason bulletin.Reason, document string) bulletin.Revision {
	t.Helper()
	r, err := bulletin.NewRevision(kind, id, parents, at, author, reason, []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Each row that is wrong is refused and named; the rest is received, and
// nothing of what was here is hidden or changed.
func TestReceiveRefusesRowByRow(t *testing.T) {
	const whole = `{"headline":"Lạ"}`
	mine := bulletin.NewID() // an article of ours, with one head
	at := time.Now()
	for name, c := range map[string]struct {
		row func(head bulletin.RevisionID) bulletin.Revision
		why string
	}{
		"another text": {func(bulletin.RevisionID) bulletin.Revision {
			r := strange(t, "article", bulletin.NewID(), nil, at, "", "save", whole)
			r.Document = []byte(`{"headline":"Khác"}`)
			return r
		}, "received_damaged"},
		"an issue with an article's id": {func(head bulletin.RevisionID) bulletin.Revision {
			return strange(t, "issue", mine, []bulletin.RevisionID{head}, at, "", "save", `{"name":"Lạ"}`)
		}, "received_other_kind"},
		"no article": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at, "", "save", `{"headline":5}`)
		}, "received_unreadable"},
		"no text": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at, "", "save", `null`)
		}, "received_unreadable"},
		"a deletion with a text": {func(head bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", mine, []bulletin.RevisionID{head}, at, "", "delete", whole)
		}, "received_unreadable"},
		"nested": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at, "", "save", `{"x":`+strings.Repeat("[", 500)+strings.Repeat("]", 500)+`}`)
		}, "received_unreadable"},
		"a year that no calendar has": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at.AddDate(90_000, 0, 0), "", "save", whole)
		}, "received_unreadable"},
		"an id that is none": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", "../../x", nil, at, "", "save", whole)
		}, "received_unreadable"},
		"an endless name": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at, strings.Repeat("Lan ", 5000), "save", whole)
		}, "received_unreadable"},
		"a parent that is none": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), []bulletin.RevisionID{"x"}, at, "", "save", whole)
		}, "received_unreadable"},
		"too many paragraphs": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at, "", "save", `{"body":[`+strings.Repeat("{},", 20_000)+`{}]}`)
		}, "received_unreadable"},
		"too many unknown fields": {func(bulletin.RevisionID) bulletin.Revision {
			var fields []string
			for i := range 5000 {
				fields = append(fields, fmt.Sprintf(`"x%d":1`, i))
			}
			return strange(t, "article", bulletin.NewID(), nil, at, "", "save", `{"photos":[{"id":"p1",`+strings.Join(fields, ",")+`}]}`)
		}, "received_unreadable"},
		"too large": {func(bulletin.RevisionID) bulletin.Revision {
			return strange(t, "article", bulletin.NewID(), nil, at, "", "save", `{"note":"`+strings.Repeat("a", 9<<20)+`"}`)
		}, "received_unreadable"},
		"spaces": {func(bulletin.RevisionID) bulletin.Revision {
			r := strange(t, "article", bulletin.NewID(), nil, at, "", "save", whole)
			r.Document = []byte(`{"headline": "Lạ"}`)
			return r
		}, "received_unreadable"},
		"a thinned row over ours": {func(head bulletin.RevisionID) bulletin.Revision {
			r := strange(t, "article", mine, []bulletin.RevisionID{head}, at, "", "autosave", whole)
			r, err := r.Thin()
			if err != nil {
				t.Fatal(err)
			}
			return r
		}, "received_incomplete"},
		"a deletion passed off as thinned": {func(head bulletin.RevisionID) bulletin.Revision {
			r := strange(t, "article", mine, []bulletin.RevisionID{head}, at, "", "save", whole)
			r, err := r.Thin()
			if err != nil {
				t.Fatal(err)
			}
			return r
		}, "received_unreadable"},
	} {
		t.Run(name, func(t *testing.T) {
			f, g := create(t), create(t)
			head := save(t, f, mine, article("Của tôi", "Nội dung.")).Revision
			good := bulletin.NewID()
			save(t, g, good, article("Bài lành"))
			g.Close()
			putRow(t, g.Path(), c.row(head))
			before := load(t, f, mine)
			came := receive(t, f, g.Path())
			if len(came.Refused) != 1 || came.NewArticles != 1 || came.NewRevisions != 1 || came.NewIssues != 0 {
				t.Fatalf("%+v", came)
			}
			wantTrouble(t, came.Refused[0].Why, c.why)
			if came.Refused[0].What == "" {
				t.Error("it is not named")
			}
			if after := load(t, f, mine); fmt.Sprint(after) != fmt.Sprint(before) {
				t.Errorf("ours is another: %+v", after)
			}
			load(t, f, good)
			sound(t, f)
		})
	}
}

// A version of another article that claims to follow ours does not hide it.
func TestForeignParentsHideNothing(t *testing.T) {
	f, g := create(t), create(t)
	mine := bulletin.NewID()
	head := save(t, f, mine, article("Của tôi")).Revision
	g.Close()
	other := bulletin.NewID()
	putRow(t, g.Path(), strange(t, "article", other, []bulletin.RevisionID{head}, time.Now(), "", "save", `{"headline":"Lạ"}`))
	receive(t, f, g.Path())
	if a := load(t, f, mine); a.Revision != head || len(list(t, f, storage.Query{})) != 2 {
		t.Errorf("%+v", a)
	}
	sound(t, f)
}

func TestReceivePhotosOfStrangers(t *testing.T) {
	const photoBytes = `UPDATE photos SET original = `
	for name, c := range map[string]struct {
		change  string
		refused string
	}{
		"as it is":         {"SELECT 1", ""},
		"another picture":  {photoBytes + `CAST(original || x'00' AS BLOB)`, "received_damaged"},
		"no picture":       {photoBytes + `x'4142', sha256 = '38164fbd17603d73f696b8b4d72664d735bb6a7c88577687fd2ae33fd6964153'`, "photo_not_picture"},
		"bad derivative":   {`UPDATE photo_print SET picture = x'FFD8FF'`, ""},
		"no derivatives":   {`DELETE FROM photo_print; DELETE FROM photo_thumb`, ""},
		"a lying format":   {`UPDATE photos SET format = 'webp', width_px = 9, height_px = 900000`, ""},
		"a name of a path": {`UPDATE photos SET name = '../../a' || char(10) || 'b'`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f, g := create(t), create(t)
			info := addPhoto(t, g, "ảnh.jpg", photo(t, 80))
			want, err := g.PrintPhoto(ctx, info.SHA256)
			if err != nil {
				t.Fatal(err)
			}
			g.Close()
			sqlite(t, g.Path(), "PRAGMA foreign_keys = 0", c.change)
			came := receive(t, f, g.Path())
			if c.refused != "" {
				if came.NewPhotos != 0 || len(came.Refused) != 1 {
					t.Fatalf("%+v", came)
				}
				wantTrouble(t, came.Refused[0].Why, c.refused)
				return
			}
			if came.NewPhotos != 1 || len(came.Refused) != 0 {
				t.Fatalf("%+v", came)
			}
			if got, err := f.PrintPhoto(ctx, info.SHA256); err != nil || string(got) != string(want) {
				t.Errorf("another print: %v", err)
			}
			sound(t, f)
		})
	}
}

func TestReceiveRefusesFiles(t *testing.T) {
	f := create(t)
	folder := t.TempDir()
	file := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	altered := full(t)
	sqlite(t, altered, "CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM revisions; END")
	newer := full(t)
	sqlite(t, newer, "PRAGMA user_version = 9999")
	foreign := filepath.Join(folder, "khác.db")
	sqlite(t, foreign, "CREATE TABLE t (x)")
	torn := []byte(bytesOf(t, full(t)))
	for path, why := range map[string]string{
		f.Path():                              "receive_itself",
		filepath.Join(folder, "không có"):     "file_missing",
		folder:                                "file_is_folder",
		file("rỗng", nil):                     "file_empty",
		file("nén.zip", []byte("PK\x03\x04")): "not_drafts_file",
		altered:                               "file_altered",
		newer:                                 "file_newer",
		foreign:                               "file_foreign",
		file("nửa", torn[:len(torn)/2]):       "file_torn",
	} {
		_, err := f.Receive(ctx, path, nil)
		wantTrouble(t, err, why)
	}
	sound(t, f)
}

// What a crash or a copy of an open file has left beside it is taken into
// account, in a private copy.
func TestReceiveBesideAHotJournal(t *testing.T) {
	f := create(t)
	path := full(t)
	hot := filepath.Join(t.TempDir(), "hot.bantin")
	leaveHotJournal(t, path, hot)
	before := bytesOf(t, hot, hot+"-journal")
	if came := receive(t, f, hot); came.NewArticles != 2 || came.NewIssues != 1 || came.NewPhotos != 2 || len(came.Refused) != 0 {
		t.Errorf("%+v", came)
	}
	if bytesOf(t, hot, hot+"-journal") != before {
		t.Error("the stranger's file was changed")
	}
	sound(t, f)
}

// FuzzReceive writes foreign bytes over a file that is received. It ends in
// success or a sentence, and ours is sound and has its text afterwards.
func FuzzReceive(f *testing.F) {
	whole, err := os.ReadFile(full(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte("PK\x03\x04"))
	f.Add(uint32(18), []byte{2, 2})
	f.Add(uint32(4096*3+8), []byte{13, 0, 0, 0xFF, 0xFF})
	for _, text := range []string{"Lễ hội", "\xff\xd8", `"sha256"`, "autosave"} {
		if at := strings.Index(string(whole), text); at >= 0 {
			f.Add(uint32(at), []byte("thinned "))
		}
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, at uint32, bytes []byte) {
		b := append([]byte(nil), whole...)
		copy(b[int(at)%len(b):], bytes)
		path := filepath.Join(folder, "fuzz.bantin")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		ours := create(t)
		id := bulletin.NewID()
		save(t, ours, id, article("Của tôi"))
		came, err := ours.Receive(ctx, path, nil)
		if err != nil && bulletin.TroubleKey(err) == "" {
			t.Fatalf("an error without a sentence: %v", err)
		}
		if a := load(t, ours, id); a.Article.Headline != "Của tôi" {
			t.Fatalf("ours is another: %+v", a)
		}
		for _, s := range list(t, ours, storage.Query{}) {
			if a := load(t, ours, s.ID); !strings.Contains("Của tôi Lễ hội làng", a.Article.Headline) {
				t.Fatalf("a text that nobody wrote: %+v", a)
			}
		}
		for _, d := range check(t, ours) {
			// A version or a photo that was refused is missed by what was received.
			if d.Kind != storage.DamageParent && d.Kind != storage.DamagePhoto {
				t.Fatalf("%+v after %+v", d, came)
			}
		}
	})
}

func check(t testing.TB, f *storage.File) []storage.Damage {
	t.Helper()
	damage, err := f.Check(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	return damage
}

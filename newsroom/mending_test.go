package newsroom_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// harm changes a file behind the program's back, as a failing disk does.
func harm(t *testing.T, path string, statements ...string) {
	t.Helper()
	tx := begin(t, path, "")
	for _, statement := range statements {
		if _, err := tx.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

const (
	harmText  = `UPDATE revisions SET document = replace(document, 'mới nhất', 'mới nhứt')`
	harmPhoto = `UPDATE photos SET original = zeroblob(3000)`
)

// writeWithPhoto saves an article with a photo.
func (p *pc) writeWithPhoto(headline string) {
	p.t.Helper()
	var picture bytes.Buffer
	if err := jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 300, 200)), nil); err != nil {
		p.t.Fatal(err)
	}
	info, err := p.file.AddPhoto(ctx, "ảnh.jpg", picture.Bytes())
	if err != nil {
		p.t.Fatal(err)
	}
	a := bulletin.Article{Headline: headline, Photos: []bulletin.Photo{{ID: "p1", SHA256: info.SHA256, Caption: "Ảnh"}}}
	if _, err := p.file.SaveArticle(ctx, bulletin.NewID(), a, storage.Save{Author: "Lan"}); err != nil {
		p.t.Fatal(err)
	}
}

// isWhole makes sure that a file is whole and has the article of that headline.
func isWhole(t *testing.T, path, headline string) {
	t.Helper()
	f, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%s: %v %v", path, damage, err)
	}
	found, err := f.Articles(ctx, storage.Query{Text: `"` + headline + `"`})
	if err != nil || len(found) != 1 {
		t.Errorf("%s: %v %v", path, found, err)
	}
}

// What is damaged in the working file and whole on the stick is mended by
// putting back, and not lost in both.
func TestPutBackMends(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "bài của Lan.bantin")
	lan := newPC(t, t.TempDir(), "Lan")
	lan.writeWithPhoto("tin mới nhất")
	if _, err := newsroom.PutBack(ctx, lan.file, stick, nil); err != nil {
		t.Fatal(err)
	}
	harm(t, lan.file.Path(), harmText, harmPhoto)
	r, err := newsroom.PutBack(ctx, lan.file, stick, nil)
	if err != nil || r.Received.Mended != 2 || len(r.Left) > 0 || r.Kept || r.File != stick {
		t.Errorf("%+v %v", r, err)
	}
	isWhole(t, stick, "tin mới nhất")
	isWhole(t, lan.file.Path(), "tin mới nhất")
}

// What is whole on the stick and cannot be received is not replaced.
func TestPutBackKeepsWhatItCannotReceive(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "bài của Lan.bantin")
	lan := newPC(t, t.TempDir(), "Lan")
	lan.write("a")
	if _, err := newsroom.PutBack(ctx, lan.file, stick, nil); err != nil {
		t.Fatal(err)
	}
	addInadmissible(t, stick)
	before, err := os.ReadFile(stick)
	if err != nil {
		t.Fatal(err)
	}
	lan.write("b")
	got, err := newsroom.PutBack(ctx, lan.file, stick, nil)
	if err != nil || !got.Kept || got.File == stick || len(got.Received.Refused) != 1 {
		t.Errorf("%+v %v", got, err)
	}
	if after, err := os.ReadFile(stick); err != nil || !bytes.Equal(before, after) {
		t.Error("the only one that has it was replaced", err)
	}
	isWhole(t, got.File, "b")
}

// What is damaged in a working file is taken from what it has published before,
// which is not overwritten by less.
func TestPublishingMends(t *testing.T) {
	folder := t.TempDir()
	lan, minh := newPC(t, folder, "Lan"), newPC(t, folder, "Minh")
	lan.writeWithPhoto("tin mới nhất")
	lan.exchange()
	harm(t, lan.file.Path(), harmText, harmPhoto)
	lan.write("tin khác")
	if e := lan.exchange(); len(e.Left) > 0 || e.Published == "" || len(e.Received) != 1 || e.Received[0].Mended != 2 {
		t.Errorf("%+v", e)
	}
	isWhole(t, filepath.Join(folder, "Lan.bantin"), "tin mới nhất")
	isWhole(t, lan.file.Path(), "tin mới nhất")
	minh.exchange()
	// What a colleague has mends, too.
	harm(t, lan.file.Path(), harmText)
	if err := os.Remove(filepath.Join(folder, "Lan.bantin")); err != nil {
		t.Fatal(err)
	}
	minh.write("của Minh")
	minh.exchange()
	lan.exchange()
	isWhole(t, lan.file.Path(), "tin mới nhất")
	if got := files(t, folder); !strings.HasPrefix(got, "Lan.bantin") {
		t.Error(got)
	}
	isWhole(t, filepath.Join(folder, "Lan.bantin"), "tin mới nhất")
}

// addInadmissible adds an article to a published file that no program of ours
// has written, and that nobody receives.
func addInadmissible(t *testing.T, path string) {
	t.Helper()
	r := bulletin.Revision{
		Kind: bulletin.SubjectArticle, Subject: bulletin.NewID(), Time: time.Now().UTC().Truncate(time.Millisecond),
		Author: "Hà", Reason: "save", Document: []byte(`{ "headline": "Của một bản khác" }`),
	}
	id, err := r.Hash()
	if err != nil {
		t.Fatal(err)
	}
	tx := begin(t, path, "")
	if _, err := tx.Exec(`INSERT INTO revisions (id, kind, subject, time_ms, author, reason, deleted, document) VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
		id, r.Kind, r.Subject, r.Time.UnixMilli(), r.Author, r.Reason, string(r.Document)); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

// What is published beside an older publication that has more is not published
// again while nothing has changed: a folder in a cloud would carry it each time.
func TestOneBesideIsPublishedOnce(t *testing.T) {
	folder := t.TempDir()
	lan := newPC(t, folder, "Lan")
	lan.write("tin mới nhất")
	lan.exchange()
	addInadmissible(t, filepath.Join(folder, "Lan.bantin"))
	harm(t, lan.file.Path(), harmText)
	lan.write("tin khác")
	beside := lan.exchange().Published
	if beside == "" || beside == "Lan.bantin" {
		t.Fatalf("published as %q", beside)
	}
	for range 3 {
		if e := lan.exchange(); e.Published != "" {
			t.Errorf("published again, as %q", e.Published)
		}
	}
	kept, err := os.ReadFile(filepath.Join(folder, "Lan.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	lan.write("tin nữa")
	if e := lan.exchange(); e.Published != beside {
		t.Errorf("something new is published as %q", e.Published)
	}
	if now, err := os.ReadFile(filepath.Join(folder, "Lan.bantin")); err != nil || !bytes.Equal(now, kept) {
		t.Error("the only one that has it was replaced", err)
	}
	if err := os.Remove(filepath.Join(folder, beside)); err != nil {
		t.Fatal(err)
	}
	if e := lan.exchange(); e.Published == "" {
		t.Error("what was removed is not published again")
	}
}

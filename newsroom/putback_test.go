package newsroom_test

import (
	"os"
	"path/filepath"
	"testing"

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

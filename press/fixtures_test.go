package press_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/internal/real"
	"bantin/sample"
	"bantin/storage"
)

// drafts is an empty drafts file.
func drafts(t testing.TB) *storage.File {
	t.Helper()
	f, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "a.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// painted is the sample, made once for all tests: its pictures take a while.
var painted struct {
	sync.Once
	raw   []byte
	issue bulletin.ID
}

// filled is a drafts file with the sample in it.
func filled(t testing.TB) (*storage.File, bulletin.ID) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mau.bantin")
	painted.Do(func() {
		f, err := storage.Create(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if painted.issue, err = sample.Write(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if painted.raw, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	})
	if err := os.WriteFile(path, painted.raw, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := storage.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, painted.issue
}

func save(t testing.TB, f *storage.File, id bulletin.ID, a bulletin.Article, seen ...bulletin.RevisionID) storage.Saved {
	t.Helper()
	saved, err := f.SaveArticle(t.Context(), id, a, storage.Save{Author: "Lan", Reason: bulletin.ReasonSave, Expected: seen})
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// change saves an article changed.
func change(t testing.TB, f *storage.File, id bulletin.ID, how func(*bulletin.Article)) {
	t.Helper()
	stored, err := f.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	how(&stored.Article)
	save(t, f, id, stored.Article, stored.Revision)
}

func saveIssue(t testing.TB, f *storage.File, id bulletin.ID, s bulletin.Issue, seen ...bulletin.RevisionID) {
	t.Helper()
	if _, err := f.SaveIssue(t.Context(), id, s, storage.Save{Author: "Lan", Reason: bulletin.ReasonSave, Expected: seen}); err != nil {
		t.Fatal(err)
	}
}

func photo(t testing.TB, f *storage.File, name string) storage.PhotoInfo {
	t.Helper()
	raw, err := os.ReadFile(real.Photo(t, name))
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.AddPhoto(t.Context(), name, raw)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// realArticle stores the real article with photos in the order of its captions.
func realArticle(t testing.TB, f *storage.File, names ...string) bulletin.ID {
	t.Helper()
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	draft, err := intake.Text(raw)
	if err != nil {
		t.Fatal(err)
	}
	var bound []intake.BoundPhoto
	for _, name := range names {
		info := photo(t, f, name)
		bound = append(bound, intake.BoundPhoto{SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx})
	}
	intake.Bind(&draft, bound)
	id := bulletin.NewID()
	save(t, f, id, draft.Article)
	return id
}

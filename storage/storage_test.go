package storage_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

var ctx = context.Background()

// create makes a drafts file for a test and closes it afterwards.
func create(t testing.TB) *storage.File {
	t.Helper()
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "bản thảo.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func open(t testing.TB, path string) *storage.File {
	t.Helper()
	f, err := storage.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func article(headline string, paragraphs ...string) bulletin.Article {
	a := bulletin.Article{Headline: headline, Genre: bulletin.News, Status: bulletin.Draft}
	for _, text := range paragraphs {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
	}
	return a
}

// save saves a new version over those expected.
func save(t testing.TB, f *storage.File, id bulletin.ID, a bulletin.Article, expected ...bulletin.RevisionID) storage.Saved {
	t.Helper()
	saved, err := f.SaveArticle(ctx, id, a, storage.Save{Author: "Lan", Reason: bulletin.ReasonSave, Expected: expected})
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func load(t testing.TB, f *storage.File, id bulletin.ID) storage.StoredArticle {
	t.Helper()
	a, err := f.Article(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func list(t testing.TB, f *storage.File, q storage.Query) []storage.Summary {
	t.Helper()
	found, err := f.Articles(ctx, q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return found
}

func headlines(found []storage.Summary) string {
	var all []string
	for _, s := range found {
		all = append(all, s.Headline)
	}
	return strings.Join(all, " · ")
}

// wantTrouble makes sure that an error has that key, and that there is a
// sentence for it in both languages whose facts it brings along.
func wantTrouble(t testing.TB, err error, key string) {
	t.Helper()
	if bulletin.TroubleKey(err) != key {
		t.Errorf("%v, want trouble %s", err, key)
		return
	}
	for _, language := range []string{"vi", "en"} {
		sentence := sentences(t, language)["trouble."+key]
		if sentence == "" {
			t.Errorf("no sentence for trouble.%s in %s", key, language)
		}
		wantFacts(t, sentence, err)
	}
}

func wantFacts(t testing.TB, sentence string, err error) {
	t.Helper()
	trouble := asTrouble(err)
	for part := range strings.SplitSeq(sentence, "{") {
		fact, _, ok := strings.Cut(part, "}")
		fact, _, _ = strings.Cut(fact, ":") // {n:place|places}
		if _, known := trouble.Args[fact]; ok && !known {
			t.Errorf("trouble %s does not say its {%s}", trouble.Key, fact)
		}
	}
}

func asTrouble(err error) *bulletin.Trouble {
	trouble := &bulletin.Trouble{}
	errors.As(err, &trouble)
	return trouble
}

func sentences(t testing.TB, language string) map[string]string {
	t.Helper()
	b, err := os.ReadFile("../assets/translations/" + language + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// sqlite changes a file behind the program's back, as another tool would.
func sqlite(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// beside lists the names in the folder of a file.
func beside(t testing.TB, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

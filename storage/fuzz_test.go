package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/storage"
)

// FuzzOpen writes foreign bytes over a drafts file, or instead of it. Opening,
// reading, checking and saving end in success or a sentence; a text that is
// shown is one that was saved.
func FuzzOpen(f *testing.F) {
	whole, err := os.ReadFile(full(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte("PK\x03\x04"), false)
	f.Add(uint32(18), []byte{2, 2}, true)           // WAL
	f.Add(uint32(100), []byte{0xFF, 0, 0xFF}, true) // the schema's page
	f.Add(uint32(4096*5), []byte{13, 0, 0, 0xFF, 0xFF}, true)
	f.Add(uint32(len(whole)/2), []byte(strings.Repeat("x", 500)), true)
	path := filepath.Join(f.TempDir(), "fuzz.bantin")
	f.Fuzz(func(t *testing.T, at uint32, bytes []byte, over bool) {
		b := bytes
		if over {
			b = append([]byte(nil), whole...)
			copy(b[int(at)%len(b):], bytes)
		}
		path := filepath.Join(t.TempDir(), filepath.Base(path))
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, open := range []opener{storage.OpenReadOnly, storage.Open} {
			file, err := open(ctx, path)
			if err != nil {
				wantSentence(t, err)
				continue
			}
			useAll(t, file)
			file.Close()
		}
	})
}

func wantSentence(t *testing.T, err error) {
	t.Helper()
	var trouble *bulletin.Trouble
	if err != nil && !errors.As(err, &trouble) {
		t.Errorf("an error without a sentence: %v", err)
	}
}

func useAll(t *testing.T, f *storage.File) {
	t.Helper()
	for _, query := range []string{"", "làng"} {
		found, err := f.Articles(ctx, storage.Query{Text: query})
		wantSentence(t, err)
		for _, s := range found {
			a, err := f.Article(ctx, s.ID)
			wantSentence(t, err)
			if err == nil && !f.ReadOnly() {
				a.Article.Deck += "!"
				_, err = f.SaveArticle(ctx, s.ID, a.Article, storage.Save{Expected: a.Heads})
				if s.ID.Valid() {
					wantSentence(t, err)
				}
			}
			for _, p := range a.Article.Photos {
				_, err := f.PrintPhoto(ctx, p.SHA256)
				wantSentence(t, err)
			}
		}
	}
	_, err := f.Issues(ctx)
	wantSentence(t, err)
	_, err = f.Check(ctx, nil)
	wantSentence(t, err)
}

// wantSpans makes sure that spans cut a text into pieces that can be shown.
func wantSpans(t *testing.T, text string, spans []storage.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.Start >= s.End || s.End > len(text) || !utf8.ValidString(text[s.Start:s.End]) {
			t.Errorf("%v of %q", spans, text)
			return
		}
		end = s.End
	}
	if !utf8.ValidString(text) {
		t.Errorf("%q", text)
	}
}

// FuzzSearch types anything into the search box.
func FuzzSearch(f *testing.F) {
	file := create(f)
	for _, text := range []string{"Đầm Hà vào mùa tôm", "TT&VH 10/4 a-b", "\U000200D3 ठ क्षि 한국어 İstanbul ǅ"} {
		save(f, file, bulletin.NewID(), article(text, text))
		f.Add(text)
	}
	for _, text := range []string{`"`, `*`, `a"b`, "NEAR(a b)", "a AND OR NOT b", "col:x", "^a", "{a b}:c", "\x00", "\xff", "'--", "đ", "a\u0301", "ﬁ", "½", "_", `"a b" -c`, "-", "tieude:", `tác giả:"x`, "muc:-", "tu:1/4 den:30/2/2026", "-status:draft", "ng* a*", `"""`, "on:hôm", "\uE000", "🙂", "a*b*"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range list(t, file, storage.Query{Text: text}) {
			wantSpans(t, s.Headline, s.Found)
			wantSpans(t, s.Snippet.Text, s.Snippet.Found)
		}
	})
}

// FuzzPath makes, closes and opens a drafts file under any name: the file of
// that name is the one that is opened, or there is a sentence. No name leads
// elsewhere, and nothing else is left in the folder.
func FuzzPath(f *testing.F) {
	for _, name := range []string{
		"số #4.bantin", "100%.bantin", "a%25b", "gì thế?", "a&b=c", "?mode=memory", "#", "%", "%00", "file:x", "a;b", "a+b",
		`\\server\share\x`, `C:\x`, "//server/share", " ", "\t", "\n", "a\x00b", "\xff\xfe", "Đầm Hà", "à", "a\u0300", "🙂",
		"?vfs=unix-none&mode=ro", "?cache=shared#x", "a?_pragma=journal_mode(wal)", "'", `"`, "`", "[", ":memory:", strings.Repeat("dài", 80), strings.Repeat("x", 300),
	} {
		f.Add(name)
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, name string) {
		inner := filepath.Join(folder, string(bulletin.NewID()))
		if err := os.Mkdir(inner, 0o700); err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(inner)
		name = strings.ReplaceAll(name, "/", "∕")
		path := filepath.Join(inner, name)
		if filepath.Dir(path) != inner {
			return // "." and ".."
		}
		file, err := storage.Create(ctx, path)
		if err != nil {
			if _, statErr := os.Lstat(path); statErr == nil {
				t.Errorf("%q: refused (%v), but a file is there", name, err)
			}
			return
		}
		id := bulletin.NewID()
		save(t, file, id, article("Một"))
		file.Close()
		if names := beside(t, path); len(names) != 1 || names[0] != name {
			t.Errorf("%q: in the folder is %q", name, names)
		}
		for _, open := range []opener{storage.OpenReadOnly, storage.Open} {
			again, err := open(ctx, path)
			if err != nil {
				t.Fatalf("%q: %v", name, err)
			}
			if _, err := again.Article(ctx, id); err != nil {
				t.Errorf("%q: %v", name, err)
			}
			again.Close()
		}
	})
}

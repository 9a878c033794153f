package storage_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// versionsFile is a small closed file with articles of several versions, some of
// two heads and one joined again; shown is what it shows of each.
func versionsFile(t *testing.T) (whole []byte, path string, shown map[bulletin.ID]storage.StoredArticle, texts map[bulletin.RevisionID]string) {
	t.Helper()
	f := create(t)
	for n := range 6 {
		id := bulletin.NewID()
		last := save(t, f, id, article(fmt.Sprintf("Bài %d", n), "Một."))
		for range n {
			a := load(t, f, id).Article
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: fmt.Sprintf("Thêm %d.", len(a.Body))})
			last = save(t, f, id, a, last.Heads...)
		}
		if n%2 == 1 {
			a := load(t, f, id).Article
			a.Deck = "Một phía"
			save(t, f, id, a, last.Heads...)
			a.Deck, a.Byline = "", "Phía kia"
			save(t, f, id, a, last.Heads...)
		}
		if n == 5 {
			a := load(t, f, id)
			save(t, f, id, a.Article, a.Heads...)
		}
	}
	shown, texts = everyArticle(t, f)
	path = f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return []byte(bytesOf(t, path)), path, shown, texts
}

// everyArticle is what a file shows of each article that can be read, and the
// text of each version.
func everyArticle(t *testing.T, f *storage.File) (shown map[bulletin.ID]storage.StoredArticle, texts map[bulletin.RevisionID]string) {
	t.Helper()
	shown, texts = map[bulletin.ID]storage.StoredArticle{}, map[bulletin.RevisionID]string{}
	for _, row := range list(t, f, storage.Query{}) {
		a, err := f.Article(ctx, row.ID)
		if err == nil {
			shown[row.ID] = a
		} else if !storage.IsUnread(err) {
			wantTrouble(t, err, "file_torn")
		}
		history, err := f.History(ctx, row.ID)
		if err != nil {
			wantTrouble(t, err, "file_torn")
		}
		for _, r := range history {
			if r.Document != nil {
				texts[r.ID] = string(r.Document)
			}
		}
	}
	return shown, texts
}

// TestParentsOfOtherContent: the pages that say what each version was written
// over, or those of the index of it, hold something else that makes sense by
// itself. What a version was written over is part of its hash, and stands in the
// file both ways round: the one that is right gives the other one back.
func TestParentsOfOtherContent(t *testing.T) {
	whole, path, right, texts := versionsFile(t)
	size := int(whole[16])<<8 | int(whole[17])
	for _, c := range []struct{ tree, as string }{
		{"parents_by_parent", "parents"},
		{"parents_by_parent", "revisions_by_subject"},
		{"parents_by_parent", "heads"},
		{"parents_by_parent", "sqlite_autoindex_revisions_1"},
		{"parents_by_parent", "revisions"},
		{"parents_by_parent", "settings"},
		{"parents", "parents_by_parent"},
		{"parents", "heads"},
		{"parents", "revisions_by_subject"},
		{"parents", "settings"},
		{"parents", "sqlite_autoindex_revisions_1"},
		{"parents", "revisions"},
	} {
		t.Run(c.tree+" as "+c.as, func(t *testing.T) {
			hurt := bytes.Clone(whole)
			to, from := treePages(t, path, c.tree), treePages(t, path, c.as)
			if len(to) != 1 {
				t.Fatalf("%s has %d pages", c.tree, len(to))
			}
			source := from[len(from)-1]
			copy(hurt[(to[0]-1)*size:][:size], whole[(source-1)*size:])
			parentsMustBeRight(t, hurt, right, texts)
		})
	}
	for _, tree := range []string{"parents_by_parent", "parents"} {
		t.Run("other hashes in "+tree, func(t *testing.T) { // in the same order
			hurt := bytes.Clone(whole)
			page := hurt[(treePages(t, path, tree)[0]-1)*size:][:size]
			for id := range texts {
				one := []byte(id)
				other := bytes.Clone(one)
				other[63] = "0123456789abcdef"[(bytes.IndexByte([]byte("0123456789abcdef"), one[63])+1)%16]
				copy(page, bytes.Replace(page, one, other, 1))
			}
			parentsMustBeRight(t, hurt, right, texts)
		})
	}
}

// parentsMustBeRight opens a file both ways: to be read it shows what was saved
// or says that it cannot; to be written to it is whole, or refused with the
// sentence that tells of salvaging, which finds every version then.
func parentsMustBeRight(t *testing.T, hurt []byte, right map[bulletin.ID]storage.StoredArticle, texts map[bulletin.RevisionID]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.bantin")
	if err := os.WriteFile(path, hurt, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		wantTrouble(t, err, "file_torn")
	} else {
		shown, _ := everyArticle(t, r)
		for id, a := range shown {
			if a.Hurt || reflect.DeepEqual(a, right[id]) {
				continue
			}
			t.Errorf("to read, shown is\n%+v\nand not\n%+v", a, right[id])
		}
		r.Close()
	}
	f, err := storage.Open(ctx, path)
	if err != nil {
		wantTrouble(t, err, "file_damaged")
		t.Log("refused")
		out := filepath.Join(t.TempDir(), "b.bantin")
		if _, err := storage.Salvage(context.Background(), path, out, nil); err != nil {
			t.Fatal(err)
		}
		f = open(t, out)
	}
	shown, have := everyArticle(t, f)
	if !reflect.DeepEqual(shown, right) {
		t.Errorf("shown is\n%+v\nand not\n%+v", shown, right)
	}
	if !reflect.DeepEqual(have, texts) {
		t.Errorf("there are %d of %d versions", len(have), len(texts))
	}
	sound(t, f)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

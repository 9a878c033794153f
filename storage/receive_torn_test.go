package storage_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// treePages are the pages of the tree of a table or index, its root first.
func treePages(t *testing.T, path, tree string) (numbers []int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT pageno FROM dbstat WHERE name = ? ORDER BY path`, tree)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, n)
	}
	if rows.Err() != nil || len(numbers) == 0 {
		t.Fatalf("%s stands nowhere: %v", tree, rows.Err())
	}
	return numbers
}

// TestOfATornFileTheWholeIsReceived: of a sent file with torn pages of lists
// everything comes; of one in which texts and photos are torn, all that stands
// on whole pages, and the rest is named.
func TestOfATornFileTheWholeIsReceived(t *testing.T) {
	lam := create(t)
	photo := addPhoto(t, lam, "lễ hội.jpg", photoOf(t, 90, 1300, 900))
	var saved []bulletin.RevisionID
	for n := range 12 {
		saved = append(saved, save(t, lam, bulletin.NewID(), article(fmt.Sprintf("Bài số %d", n), strings.Repeat("Dân làng mở hội. ", 90))).Revision)
	}
	path := lam.Path()
	if err := lam.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size := int(whole[16])<<8 | int(whole[17])
	through := needs(t, whole)
	texts := through[string(saved[5])]
	for name, tear := range map[string][]int{
		"lists":            treePages(t, path, "article_list"),
		"heads":            treePages(t, path, "heads")[:1],
		"index of texts":   treePages(t, path, "revisions_by_subject")[:1],
		"names of texts":   treePages(t, path, "sqlite_autoindex_revisions_1")[:1],
		"root of texts":    treePages(t, path, "revisions")[:1],
		"a page of texts":  texts[len(texts)-1:],
		"a page of photos": through[photo.SHA256][:1],
	} {
		t.Run(name, func(t *testing.T) {
			torn := bytes.Clone(whole)
			hurt := map[int]bool{}
			for _, page := range tear {
				copy(torn[(page-1)*size:], bytes.Repeat([]byte{0xff}, size))
				hurt[page] = true
			}
			sent := filepath.Join(t.TempDir(), "gửi.bantin")
			if err := os.WriteFile(sent, torn, 0o600); err != nil {
				t.Fatal(err)
			}
			ha := create(t)
			came, err := ha.Receive(ctx, sent, nil)
			if err != nil {
				t.Fatal(err)
			}
			lost := 0
			for hash, pages := range through {
				isWhole := true
				for _, page := range pages {
					isWhole = isWhole && !hurt[page]
				}
				_, noText := ha.Revision(ctx, bulletin.RevisionID(hash))
				_, noPhoto := ha.OriginalPhoto(ctx, hash)
				if isWhole && noText != nil && noPhoto != nil {
					t.Errorf("%.10s stands on whole pages and did not come: %v", hash, noText)
				}
				if !isWhole {
					lost++
				}
			}
			if lost > 0 != (len(came.Refused) > 0) {
				t.Errorf("%d are lost, named are %v", lost, came.Refused)
			}
			for _, r := range came.Refused {
				if r.What == "" || r.Why.Key != "received_torn" {
					t.Errorf("refused: %+v", r)
				}
			}
			again, err := ha.Receive(ctx, sent, nil)
			if err != nil || again.NewRevisions+again.NewPhotos+again.Mended > 0 {
				t.Errorf("the second time: %+v, %v", again, err)
			}
			sound(t, ha)
			if now, err := os.ReadFile(sent); err != nil || !bytes.Equal(now, torn) {
				t.Error("the file that was sent is another one")
			}
			if list, err := ha.Articles(ctx, storage.Query{}); err != nil || len(list) != came.NewArticles {
				t.Errorf("%d of %d articles are listed: %v", len(list), came.NewArticles, err)
			}
		})
	}
}

// TestOfATornFileNothingIsRefusedThatIsHere: who has it all whole need not hear
// what is torn in a copy of it.
func TestOfATornFileNothingIsRefusedThatIsHere(t *testing.T) {
	lam := create(t)
	photo := addPhoto(t, lam, "lễ hội.jpg", photoOf(t, 90, 1300, 900))
	for n := range 12 {
		save(t, lam, bulletin.NewID(), article(fmt.Sprintf("Bài số %d", n), strings.Repeat("Dân làng mở hội. ", 90)))
	}
	whole := filepath.Join(t.TempDir(), "lành.bantin")
	if _, err := lam.CopyTo(ctx, whole, nil); err != nil {
		t.Fatal(err)
	}
	torn := []byte(bytesOf(t, whole))
	size := int(torn[16])<<8 | int(torn[17])
	through := needs(t, torn)
	for _, page := range through[photo.SHA256][:1] {
		copy(torn[(page-1)*size:], bytes.Repeat([]byte{0xff}, size))
	}
	for _, page := range treePages(t, whole, "revisions")[1:3] {
		copy(torn[(page-1)*size:], bytes.Repeat([]byte{0xff}, size))
	}
	sent := filepath.Join(t.TempDir(), "gửi.bantin")
	if err := os.WriteFile(sent, torn, 0o600); err != nil {
		t.Fatal(err)
	}
	if came, err := create(t).Receive(ctx, sent, nil); err != nil || len(came.Refused) < 2 {
		t.Fatalf("in an empty file: %+v, %v", came.Refused, err)
	}
	came, err := lam.Receive(ctx, sent, nil)
	if err != nil || len(came.Refused) > 0 || came.NewRevisions+came.Mended > 0 {
		t.Errorf("where all is whole: %+v, %v", came, err)
	}
}

// TestReceivingATornFileIsSeenAndEnds: while a copy is made of what is whole, how
// far that is can be seen, and it can be ended.
func TestReceivingATornFileIsSeenAndEnds(t *testing.T) {
	lam := create(t)
	for n := range 12 {
		save(t, lam, bulletin.NewID(), article(fmt.Sprintf("Bài số %d", n), strings.Repeat("Dân làng mở hội. ", 90)))
	}
	path := lam.Path()
	if err := lam.Close(); err != nil {
		t.Fatal(err)
	}
	torn := []byte(bytesOf(t, path))
	size := int(torn[16])<<8 | int(torn[17])
	copy(torn[(treePages(t, path, "article_list")[0]-1)*size:], bytes.Repeat([]byte{0xff}, size))
	sent := copyOf(t, string(torn))

	ha := create(t)
	far, first, steps := 0.0, 1.0, 0
	if _, err := ha.Receive(ctx, sent, func(done, total int) {
		now := float64(done) / float64(total)
		if now < far || now > 1 {
			t.Errorf("from %v to %v", far, now)
		}
		far, first, steps = now, min(first, now), steps+1
	}); err != nil {
		t.Fatal(err)
	}
	if far != 1 || first >= 0.5 || steps < 3 {
		t.Errorf("%d steps from %v to %v", steps, first, far)
	}

	t.Setenv("TMPDIR", t.TempDir())
	minh := create(t)
	here, cancel := context.WithCancel(ctx)
	defer cancel()
	came, err := minh.Receive(here, sent, func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) || came.NewRevisions != 0 {
		t.Errorf("%+v, %v", came, err)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "*", "whole.bantin")); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
	if came, err = minh.Receive(ctx, sent, nil); err != nil || came.NewArticles != 12 {
		t.Errorf("%+v, %v", came, err)
	}
}

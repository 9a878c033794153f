package storage_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/storage/pages"
)

// salvage salvages a file whose bytes are given, makes sure that the new one
// is sound but for what is named as lost, and opens it.
func salvage(t testing.TB, file []byte) (*storage.File, storage.Salvaged) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "hỏng.bantin")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return salvageAt(t, path)
}

func salvageAt(t testing.TB, path string) (*storage.File, storage.Salvaged) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "cứu.bantin")
	found, err := storage.Salvage(ctx, path, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	return open(t, to), found
}

func TestSalvageOfAWholeFile(t *testing.T) {
	path := full(t)
	f, found := salvageAt(t, path)
	if found.Articles != 2 || found.Issues != 1 || found.Revisions != 4 || found.Photos != 2 || len(found.Lost) > 0 {
		t.Errorf("%+v", found)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	if office, err := f.Office(ctx); err != nil || office.Body != "Trung tâm" {
		t.Errorf("%+v %v", office, err)
	}
	if hits := list(t, f, storage.Query{Text: "ruoc kieu"}); len(hits) != 1 {
		t.Errorf("%v", hits)
	}
}

// needs are the pages that each revision and photo of a file runs through.
func needs(t testing.TB, file []byte) map[string][]int {
	t.Helper()
	all := map[string][]int{}
	d := pages.Open(bytes.NewReader(file), int64(len(file)))
	err := d.Rows(context.Background(), nil, func(r pages.Row) error {
		if r.IsIndex || !r.IsText(1, 64) || r.Columns() < 8 {
			return nil
		}
		values, err := r.Values()
		if err != nil {
			return err
		}
		_, overflow, err := r.Payload()
		all[values[1].(string)] = append(overflow, r.Page)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func saved(t testing.TB, f *storage.File, hash string) bool {
	t.Helper()
	_, err := f.Revision(ctx, bulletin.RevisionID(hash))
	if err != nil {
		_, err = f.OriginalPhoto(ctx, hash)
	}
	return err == nil
}

// Whichever page of a file is wiped out, the schema's or the header's too:
// every revision and photo that does not run through it is saved, and the rest
// is named.
func TestSalvageAroundEveryPage(t *testing.T) {
	path := full(t)
	whole := []byte(bytesOf(t, path))
	rows := needs(t, whole)
	if len(rows) != 6 {
		t.Fatalf("%d rows", len(rows))
	}
	for page := range len(whole) / 4096 {
		hurt := bytes.Clone(whole)
		clear(hurt[page*4096 : (page+1)*4096])
		lost := 0
		for _, pages := range rows {
			if slices.Contains(pages, page+1) {
				lost++
			}
		}
		if lost == len(rows) {
			continue
		}
		f, found := salvage(t, hurt)
		for hash, pages := range rows {
			if slices.Contains(pages, page+1) == saved(t, f, hash) {
				t.Errorf("page %d wiped out: %.10s, which runs through %v: saved %v", page+1, hash, pages, saved(t, f, hash))
			}
		}
		if lost > 0 && len(found.Lost) == 0 {
			t.Errorf("page %d wiped out: nothing is named as lost", page+1)
		}
		describe(t, found.Lost)
		f.Close()
	}
}

func TestSalvageNamesWhatIsLost(t *testing.T) {
	for _, c := range []struct {
		sql  string
		want []string
	}{
		{"UPDATE revisions SET document = replace(document, 'Đông vui', 'Đông vuj')", []string{"revision: Lễ hội làng"}},
		{"UPDATE revisions SET document = replace(document, 'để nhận', 'de nhận')", []string{"revision: Bài này chưa có tít nhưng có chữ…"}},
		{"DELETE FROM revisions WHERE document LIKE '%Đông vui%'", []string{"revision_missing: Lễ hội làng"}},
		{"DELETE FROM revisions WHERE subject IN (SELECT id FROM article_list WHERE headline LIKE 'Lễ hội%')", []string{"text_missing: Lễ hội làng"}},
		{"DELETE FROM parents; DROP INDEX parents_by_parent", nil},
		{"DELETE FROM heads; DELETE FROM article_list", nil},
		{"UPDATE photos SET original = zeroblob(length(original)) WHERE name = 'lễ hội.jpg'", []string{"photo_lost: lễ hội.jpg"}},
		{"UPDATE settings SET value = replace(value, 'Trung', 'Trunk')", []string{"office: "}},
		{"UPDATE photos SET width_px = 7", nil},
	} {
		path := full(t)
		sqlite(t, path, strings.Split(c.sql, "; ")...)
		_, found := salvageAt(t, path)
		got := slices.DeleteFunc(describe(t, found.Lost), func(s string) bool {
			return strings.HasPrefix(s, "photo_missing") || strings.HasPrefix(s, "photo_derivative")
		})
		if !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s:\n got %q\nwant %q", c.sql, got, c.want)
		}
	}
}

// What is left of a photo whose original is lost is still printed.
func TestSalvageKeepsThePrintOfALostPhoto(t *testing.T) {
	path := full(t)
	f := open(t, path)
	sha := load(t, f, list(t, f, storage.Query{Text: "le hoi"})[0].ID).Article.Photos[0].SHA256
	before, err := f.PrintPhoto(ctx, sha)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	sqlite(t, path, "UPDATE photos SET original = zeroblob(length(original))")
	g, found := salvageAt(t, path)
	if after, err := g.PrintPhoto(ctx, sha); err != nil || !bytes.Equal(after, before) {
		t.Errorf("%v", err)
	}
	for _, lost := range found.Lost { // its original is named, and not once more as missing in the article
		if lost.Kind == storage.DamagePhoto {
			t.Errorf("named as missing: %+v", lost)
		}
	}
	if !slices.ContainsFunc(found.Lost, func(d storage.Damage) bool { return d.Kind == storage.DamagePhotoLost && d.Subject == sha }) {
		t.Errorf("the lost original is not named: %+v", found.Lost)
	}
}

func TestSalvageOfThinnedFiles(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	chain := typed(t, f, id, noon, nil, 40*day+3*minute, 40*day+2*minute, 40*day, 0)
	thin(t, f, noon)
	f.Close()
	g, found := salvageAt(t, f.Path())
	if len(found.Lost) > 0 || found.Revisions != 4 {
		t.Errorf("%+v", found)
	}
	if got := whole(t, g, chain); !slices.Equal(got, []bool{false, false, true, true}) {
		t.Errorf("whole: %v", got)
	}
}

// A journal that a crash left is played back, and what SQLite cannot play back
// keeps nothing from being saved.
func TestSalvageBesideAHotJournal(t *testing.T) {
	path := full(t)
	hot := filepath.Join(t.TempDir(), "hot.bantin")
	leaveHotJournal(t, path, hot)
	before := bytesOf(t, hot, hot+"-journal")
	if _, found := salvageAt(t, hot); found.Revisions != 4 || found.Photos != 2 || len(found.Lost) > 0 {
		t.Errorf("%+v", found)
	}
	if bytesOf(t, hot, hot+"-journal") != before {
		t.Error("the file or its journal was changed")
	}
}

func TestSalvageRefuses(t *testing.T) {
	path := full(t)
	folder := t.TempDir()
	to := filepath.Join(folder, "out.bantin")
	for _, c := range []struct{ from, to, trouble string }{
		{filepath.Join(folder, "không có"), to, "file_missing"},
		{folder, to, "file_is_folder"},
		{path, path, "file_exists"},
		{path, filepath.Join(folder, "không", "có"), "folder_missing"},
		{"../go.mod", to, "salvage_nothing"},
	} {
		_, err := storage.Salvage(ctx, c.from, c.to, nil)
		wantTrouble(t, err, c.trouble)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := storage.Salvage(cancelled, path, to, nil); err == nil {
		t.Error("a cancelled salvage succeeded")
	}
	if names := beside(t, to); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestSalvageTellsItsProgress(t *testing.T) {
	f := create(t)
	for n := range 60 {
		a := article(fmt.Sprint(n))
		a.Note = strings.Repeat("0", 30_000) // one word
		save(t, f, bulletin.NewID(), a)
	}
	f.Close()
	last := 0
	found, err := storage.Salvage(ctx, f.Path(), filepath.Join(t.TempDir(), "a"), func(done, total int) {
		if done < last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil || found.Articles != 60 || last == 0 {
		t.Errorf("%+v %v, progress %d", found, err, last)
	}
}

// TestSalvageSaysWhatHasNoNameLeft: where a headline is known nowhere, the facts
// say that it is the ID that stands for it.
func TestSalvageSaysWhatHasNoNameLeft(t *testing.T) {
	path := full(t)
	sqlite(t, path, "DELETE FROM revisions WHERE subject IN (SELECT id FROM article_list WHERE headline LIKE 'Lễ hội%')", "DELETE FROM article_list", "DELETE FROM article_text")
	_, found := salvageAt(t, path)
	for _, d := range found.Lost {
		if d.Kind == storage.DamageText {
			if d.Args["id"] != d.Subject || d.Args["headline"] != d.Subject {
				t.Errorf("%+v", d)
			}
			return
		}
	}
	t.Errorf("the lost article is not named: %+v", found.Lost)
}

package torture_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/storage/pages"
)

// original is a file before it is damaged, with all that is known of it.
type original struct {
	file  []byte
	texts map[bulletin.RevisionID]string // what was saved
	needs map[string][]int               // pages that a revision or photo runs through, by hash
}

const pageSize = 4096

// makeOriginal makes a file with histories, branches, long and short texts,
// photos, issues, and autosaves that were thinned.
func makeOriginal(t testing.TB, random *rand.Rand) original {
	t.Helper()
	folder := memory(t)
	create(t, folder)
	f, err := storage.Open(ctx, working(folder))
	if err != nil {
		t.Fatal(err)
	}
	o := original{texts: map[bulletin.RevisionID]string{}}
	keep := func(saved storage.Saved, err error) storage.Saved {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.Revision(ctx, saved.Revision)
		if err != nil {
			t.Fatal(err)
		}
		o.texts[r.ID] = string(r.Document)
		return saved
	}
	for range 6 {
		id, heads := bulletin.NewID(), []bulletin.RevisionID(nil)
		info, err := f.AddPhoto(ctx, "ảnh.jpg", photo(random))
		if err != nil {
			t.Fatal(err)
		}
		for n := range 1 + random.IntN(5) {
			a := article(random)
			a.Photos = []bulletin.Photo{{ID: "p1", SHA256: info.SHA256, Caption: words(random, 3)}}
			saved := keep(f.SaveArticle(ctx, id, a, storage.Save{Author: "Lan", Expected: heads}))
			if n != 2 { // the third one is a branch
				heads = []bulletin.RevisionID{saved.Revision}
			}
		}
	}
	keep(f.SaveIssue(ctx, bulletin.NewID(), bulletin.Issue{Name: "Bản tin", Number: "4"}, storage.Save{}))
	if err := f.SetOffice(ctx, bulletin.Office{Body: "Trung tâm"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if o.file, err = os.ReadFile(working(folder)); err != nil {
		t.Fatal(err)
	}
	o.needs = needs(t, o.file)
	return o
}

// needs are the pages that each revision and photo of a whole file runs
// through. That the walker is right is tested in storage.
func needs(t testing.TB, file []byte) map[string][]int {
	t.Helper()
	all := map[string][]int{}
	d := pages.Open(bytes.NewReader(file), int64(len(file)))
	err := d.Rows(ctx, nil, func(r pages.Row) error {
		if r.IsIndex || !r.IsText(1, 64) || r.Columns() < 8 {
			return nil
		}
		_, overflow, err := r.Payload()
		all[r.First(2)[1].(string)] = append(overflow, r.Page)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// hurt damages a copy of a file in one of the ways that disks, cables and
// half-done copies do.
func hurt(file []byte, random *rand.Rand) ([]byte, string) {
	b := bytes.Clone(file)
	pages := len(b) / pageSize
	at := func(unit int) []byte {
		start := random.IntN(len(b)/unit) * unit
		return b[start : start+unit]
	}
	switch random.IntN(8) {
	case 0:
		b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		return b, "one bit"
	case 1:
		for range 1 + random.IntN(200) {
			b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		}
		return b, "many bits"
	case 2:
		return b[:random.IntN(len(b))], "cut off"
	case 3:
		one, other := at(pageSize), at(pageSize)
		kept := bytes.Clone(one)
		copy(one, other)
		copy(other, kept)
		return b, "pages swapped"
	case 4:
		for range 1 + random.IntN(6) {
			clear(at(512))
		}
		return b, "sectors of zeros"
	case 5:
		for range 1 + random.IntN(3) {
			page := at(pageSize)
			for i := range page {
				page[i] = byte(random.IntN(256))
			}
		}
		return b, "pages of noise"
	case 6:
		copy(at(pageSize), at(pageSize))
		return b, "a page twice"
	default:
		from := random.IntN(pages) * pageSize
		return append(b[:from:from], b[min(len(b), from+pageSize):]...), "a page missing"
	}
}

// whole lists the hashes of which every page is as it was.
func (o original) whole(hurt []byte) (hashes []string) {
	same := func(page int) bool {
		from, to := (page-1)*pageSize, page*pageSize
		return to <= len(hurt) && bytes.Equal(hurt[from:to], o.file[from:to])
	}
	for hash, pages := range o.needs {
		if !slices.ContainsFunc(pages, func(page int) bool { return !same(page) }) {
			hashes = append(hashes, hash)
		}
	}
	return hashes
}

// hang is how long anything may take with one damaged file.
const hang = 5 * time.Second

// TestDamagedFiles damages files in every way: nothing panics or hangs, no text
// is shown that was not saved, and salvage recovers whatever stands in pages
// that are whole. That a text is shown is tried through every door.
func TestDamagedFiles(t *testing.T) {
	var files, refused, wanted atomic.Int64
	t.Run("files", func(t *testing.T) {
		total := times(80, 10_000)
		const ofOne = 40
		for n := range (total + ofOne - 1) / ofOne {
			t.Run(fmt.Sprint(n), func(t *testing.T) {
				t.Parallel()
				random := rand.New(rand.NewPCG(uint64(n), 4))
				o := makeOriginal(t, random)
				folder := memory(t)
				for range ofOne {
					b, how := hurt(o.file, random)
					opened := useDamaged(t, folder, b, how, o)
					if !opened {
						refused.Add(1)
					}
					wanted.Add(int64(salvageDamaged(t, folder, b, how, o)))
					files.Add(1)
				}
			})
		}
	})
	t.Logf("%d damaged files, %d refused; %d revisions and photos stood in whole pages, all salvaged", files.Load(), refused.Load(), wanted.Load())
}

// within fails when do does not end in time; the context tells do to end.
func within(t *testing.T, how string, do func(ctx context.Context) error) error {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan error, 1)
	started := time.Now()
	go func() { done <- do(ctx) }()
	// Other programs may have the machine: what counts is that it ends.
	select {
	case err := <-done:
		if used := time.Since(started); used > hang {
			t.Logf("%s: took %v", how, used)
		}
		return err
	case <-time.After(24 * hang):
		t.Fatalf("%s: hangs", how)
		return nil
	}
}

func useDamaged(t *testing.T, folder string, file []byte, how string, o original) (opened bool) {
	t.Helper()
	path := filepath.Join(folder, "hỏng.bantin")
	for _, open := range []func(context.Context, string) (*storage.File, error){storage.OpenReadOnly, storage.Open} {
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		err := within(t, how, func(ctx context.Context) error {
			f, err := open(ctx, path)
			if err != nil {
				mustBeSentence(t, how, err)
				return nil
			}
			defer f.Close()
			opened = true
			return useAll(ctx, t, f, how, o)
		})
		if err != nil {
			t.Fatalf("%s: %v", how, err)
		}
		os.Remove(path + "-journal")
	}
	return opened
}

func mustBeSentence(t *testing.T, how string, err error) {
	t.Helper()
	var trouble *bulletin.Trouble
	if err != nil && !errors.As(err, &trouble) {
		t.Errorf("%s: an error without a sentence: %v", how, err)
	}
}

// useAll reads everything through every door, and saves over it.
func useAll(ctx context.Context, t *testing.T, f *storage.File, how string, o original) error {
	found, err := f.Articles(ctx, storage.Query{})
	mustBeSentence(t, how, err)
	for _, s := range found {
		a, err := f.Article(ctx, s.ID)
		mustBeSentence(t, how, err)
		if err == nil && len(a.Heads) == 1 && (s.Headline != a.Article.Headline || s.Words != a.Article.Words() || s.Status != a.Article.Status || !s.UpdatedAt.Equal(a.UpdatedAt)) {
			return fmt.Errorf("%s: the list shows %+v of what is %+v", s.ID, s, a.Article)
		}
		if err == nil && len(a.Heads) == 1 {
			r, err := f.Revision(ctx, a.Revision)
			mustBeSentence(t, how, err)
			document, jsonErr := bulletin.CanonicalJSON(a.Article)
			if err == nil && !r.Deleted && (jsonErr != nil || string(document) != string(r.Document)) {
				return fmt.Errorf("article %s is shown with another text than its version's", s.ID)
			}
		}
		history, err := f.History(ctx, s.ID)
		mustBeSentence(t, how, err)
		for _, r := range history {
			if r.Document != nil && string(r.Document) != o.texts[r.ID] {
				return fmt.Errorf("a wrong text is shown of %s", r.ID.Short())
			}
		}
		for _, p := range a.Article.Photos {
			_, err := f.PrintPhoto(ctx, p.SHA256)
			mustBeSentence(t, how, err)
		}
	}
	for id, text := range o.texts {
		r, err := f.Revision(ctx, id)
		mustBeSentence(t, how, err)
		if err == nil && string(r.Document) != text {
			return fmt.Errorf("a wrong text is shown of %s", id.Short())
		}
	}
	_, err = f.Articles(ctx, storage.Query{Text: "chu"})
	mustBeSentence(t, how, err)
	_, err = f.Issues(ctx)
	mustBeSentence(t, how, err)
	_, err = f.Check(ctx, nil)
	mustBeSentence(t, how, err)
	if !f.ReadOnly() {
		_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Mới"}, storage.Save{})
		mustBeSentence(t, how, err)
	}
	return nil
}

// salvageDamaged salvages a damaged file and gives how much it must have found.
func salvageDamaged(t *testing.T, folder string, file []byte, how string, o original) int {
	t.Helper()
	from, to := filepath.Join(folder, "hỏng.bantin"), filepath.Join(folder, "cứu.bantin")
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	os.Remove(to)
	must := o.whole(file)
	err := within(t, how, func(ctx context.Context) error {
		_, err := storage.Salvage(ctx, from, to, nil)
		return err
	})
	if err != nil {
		mustBeSentence(t, how, err)
		if len(must) > 0 {
			t.Fatalf("%s: %d things are whole, but: %v", how, len(must), err)
		}
		return 0
	}
	f, err := storage.OpenReadOnly(ctx, to)
	if err != nil {
		t.Fatalf("%s: what was salvaged: %v", how, err)
	}
	defer f.Close()
	for id, text := range o.texts {
		r, err := f.Revision(ctx, id)
		if err == nil && string(r.Document) != text {
			t.Fatalf("%s: salvaged with a wrong text: %s", how, id.Short())
		}
	}
	for _, hash := range must {
		_, err := f.Revision(ctx, bulletin.RevisionID(hash))
		if err != nil {
			_, err = f.OriginalPhoto(ctx, hash)
		}
		if err != nil {
			t.Fatalf("%s: %s stands in whole pages %v and is not salvaged: %v", how, hash, o.needs[hash], err)
		}
	}
	return len(must)
}

package torture_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"sync/atomic"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// tearPages spoils whole pages of one table, of which the first is its root.
func tearPages(torn []byte, of []int, random *rand.Rand) (how string) {
	file := slices.Clone(torn)
	for range 1 + random.IntN(2) {
		number := of[random.IntN(len(of))*random.IntN(3)/2]
		page := torn[(number-1)*pageSize : number*pageSize]
		switch random.IntN(5) {
		case 0:
			clear(page)
			how += fmt.Sprintf(", page %d of zeros", number)
		case 1:
			for i := range page {
				page[i] = byte(random.IntN(256))
			}
			how += fmt.Sprintf(", page %d of noise", number)
		case 2:
			other := 2 + random.IntN(len(file)/pageSize-1)
			copy(page, file[(other-1)*pageSize:other*pageSize])
			how += fmt.Sprintf(", page %d as page %d", number, other)
		case 3:
			clear(page[512*random.IntN(8):][:512])
			how += fmt.Sprintf(", a sector of page %d of zeros", number)
		default: // what the page says of its cells, such as which pages are below it
			for i := range page[:64] {
				page[i] ^= byte(random.IntN(256))
			}
			how += fmt.Sprintf(", the head of page %d", number)
		}
	}
	return how
}

// TestTornLists tears pages, root and branches too, in just the trees of lists,
// heads, search index and the indexes of tables: the file opens, shows what it
// showed, and is whole once it was opened.
func TestTornLists(t *testing.T) {
	var files, torn, renewed atomic.Int64
	tables := append([]string{"sqlite_autoindex_revisions_1", "revisions_by_subject", "revisions_to_thin", "parents_by_parent"}, derivedTables...)
	eachSpoiled(t, tables, times(32, 2_000), 16, 45, tearPages, func(t *testing.T, s spoiled) {
		files.Add(1)
		s.write(t)
		reading := use(t, s.path, storage.OpenReadOnly, s.how, s.issue)
		sameLists(t, s.how+", to read", reading, s.right)
		if len(reading) < len(s.right) {
			torn.Add(1)
		}
		if mustOpen(t, s.path, s.how, s.issue, s.right) {
			renewed.Add(1)
		}
	})
	t.Logf("%d files with torn pages of lists and index: all opened, showed what they had and could be saved to; in %d of them all pages were renewed. Only to read, %d refused some list with a sentence",
		files.Load(), renewed.Load(), torn.Load())
}

func sameLists(t *testing.T, how string, shown, right lists) {
	t.Helper()
	for what, value := range shown {
		if !reflect.DeepEqual(value, right[what]) {
			t.Errorf("%s: %s shows\n%v\nand not\n%v", how, what, value, right[what])
		}
	}
}

// mustOpen opens a file for writing whose texts are whole: all that it showed
// it shows, it can be saved to, and no damage is left.
func mustOpen(t *testing.T, path, how string, issue bulletin.ID, right lists) (renewed bool) {
	t.Helper()
	err := within(t, how, func(ctx context.Context) error {
		f, err := storage.Open(ctx, path)
		if err != nil {
			return err
		}
		defer f.Close()
		renewed = f.Renewed()
		shown := readLists(ctx, t, f, how, issue)
		sameLists(t, how, shown, right)
		if len(shown) < len(right) {
			t.Errorf("%s: %d of %d lists are refused", how, len(right)-len(shown), len(right))
		}
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%s: after it was opened: %v %v", how, damage, err)
		}
		_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Mới"}, storage.Save{})
		return err
	})
	if err != nil {
		t.Errorf("%s: %v", how, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("%s: left behind: %v", how, left)
	}
	return renewed
}

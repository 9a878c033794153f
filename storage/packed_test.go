package storage_test

import (
	"bytes"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// before9 makes a file what the program before lines made.
func before9(t *testing.T, path string) {
	t.Helper()
	storage.SetIndexVersion(t, path, 4)
	sqlite(t, path, "ALTER TABLE article_list DROP COLUMN line", "PRAGMA user_version = 8")
}

func TestMigrationPacksLines(t *testing.T) {
	path := full(t)
	f := open(t, path)
	want := list(t, f, storage.Query{})
	f.Close()
	before9(t, path)
	f = open(t, path)
	if got := list(t, f, storage.Query{}); !slices.EqualFunc(got, want, sameLine) {
		t.Errorf("%+v became %+v", want, got)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	f.Close()

	// A row that was wrong before is not packed as it stands.
	before9(t, path)
	sqlite(t, path, "UPDATE article_list SET headline = 'Sai' WHERE headline <> ''")
	f = open(t, path)
	if got := list(t, f, storage.Query{}); !slices.EqualFunc(got, want, sameLine) {
		t.Errorf("%+v became %+v", want, got)
	}
}

func sameLine(a, b storage.Summary) bool {
	a.Found, b.Found = nil, nil
	return a.ID == b.ID && a.Headline == b.Headline && a.Words == b.Words && a.UpdatedAt.Equal(b.UpdatedAt)
}

// A row that says in one column what it does not say in another, or that has
// another row's line, is made anew.
func TestALineThatIsNotItsRow(t *testing.T) {
	for _, harm := range []string{
		"UPDATE article_list SET line = (SELECT line FROM article_list ORDER BY number LIMIT 1)",
		"UPDATE article_list SET line = x''",
		"UPDATE article_list SET line = substr(line, 1, length(line) - 1)",
		"UPDATE article_list SET number = number + 1000000007",
		"UPDATE article_list SET deleted = 1",
		"UPDATE article_list SET headline = 'khác'",
	} {
		path := full(t)
		f := open(t, path)
		want := list(t, f, storage.Query{Sort: storage.SortHeadline})
		f.Close()
		sqlite(t, path, "PRAGMA foreign_keys = 0; "+harm)
		for _, opened := range []opener{storage.OpenReadOnly, storage.Open} {
			f, err := opened(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range []storage.Query{{Sort: storage.SortHeadline}, {Sort: storage.SortHeadline, Limit: 10}} {
				if got := list(t, f, q); !slices.EqualFunc(got, want, sameLine) {
					t.Errorf("%s: %+v became %+v", harm, want, got)
				}
			}
			f.Close()
		}
	}
}

// Every order gives the same whole as page by page.
func TestSortedListsAreTheirPages(t *testing.T) {
	f := create(t)
	for n := range 30 {
		a := article([]string{"Ba", "Đầm", "dê", "", "an"}[n%5], prose(n%7, n))
		a.Byline, a.Section, a.Status = []string{"Mai Thắm", "Lan", ""}[n%3], []string{"Kinh tế", ""}[n%2], bulletin.Statuses()[n%4]
		save(t, f, bulletin.NewID(), a)
	}
	for _, order := range storage.Sorts() {
		for _, reverse := range []bool{false, true} {
			whole := list(t, f, storage.Query{Sort: order, Reverse: reverse})
			var pages []storage.Summary
			for first := 0; first < 30; first += 7 {
				pages = append(pages, list(t, f, storage.Query{Sort: order, Reverse: reverse, Limit: 7, Offset: first})...)
			}
			if len(whole) != 30 || !slices.EqualFunc(whole, pages, sameLine) {
				t.Errorf("%q, reverse %v: %v and page by page %v", order, reverse, headlines(whole), headlines(pages))
			}
		}
	}
}

// FuzzLine: what stands in a damaged file is refused, or reads as it was packed.
func FuzzLine(f *testing.F) {
	f.Add([]byte{}, false)
	f.Add([]byte("\x02id\x03Bai\x00\x00\x00\x00\x00\x02\x00\x04\x06\x00\x01\x08"), true)
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01id"), true)
	f.Fuzz(func(t *testing.T, packed []byte, sum bool) {
		again, ok := storage.Repack(packed, sum)
		if !ok {
			return
		}
		if third, ok := storage.Repack(again, false); !ok || !bytes.Equal(again, third) {
			t.Errorf("%x became %x and then %x", packed, again, third)
		}
	})
}

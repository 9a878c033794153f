package torture_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"bantin/bulletin"
	"bantin/storage"
)

// derivedTables are those whose rows are shown as they stand, with the indexes
// that lead to them.
var derivedTables = []string{
	"article_list", "article_list_status", "article_list_section", "sqlite_autoindex_article_list_1",
	"article_text", "heads", "heads_by_kind", "issue_stories",
	"search_data", "search_idx", "search_docsize", "search_config",
}

// pagesOf are the pages of a file on which each of some tables stands.
func pagesOf(t *testing.T, path string, tables []string) map[string][]int {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT name, pageno FROM dbstat`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[string][]int{}
	for rows.Next() {
		var name string
		var page int
		if err := rows.Scan(&name, &page); err != nil {
			t.Fatal(err)
		}
		all[name] = append(all[name], page)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if len(all[table]) == 0 {
			t.Fatalf("%s stands nowhere", table)
		}
	}
	return all
}

// newsroomFile makes a closed file with articles of several kinds, some in
// conflict, some deleted, and with issues.
func newsroomFile(t *testing.T, random *rand.Rand) (path string, issue bulletin.ID) {
	t.Helper()
	folder := memory(t)
	create(t, folder)
	f, err := storage.Open(ctx, working(folder))
	if err != nil {
		t.Fatal(err)
	}
	var slots []bulletin.Slot
	for n := range 40 {
		time.Sleep(2 * time.Millisecond) // of one moment, which is the newer one is nobody's matter
		a := article(random)
		a.Byline, a.Section = words(random, 2), []string{"Xây dựng Đảng", "Kinh tế", ""}[n%3]
		a.Status = bulletin.Statuses()[n%len(bulletin.Statuses())]
		id := bulletin.NewID()
		saved, err := f.SaveArticle(ctx, id, a, storage.Save{Author: "Lan"})
		for _, headline := range []string{"Một phía", "Phía kia"}[:n%5/2] {
			if err == nil {
				a.Headline = headline
				_, err = f.SaveArticle(ctx, id, a, storage.Save{Author: headline, Expected: []bulletin.RevisionID{saved.Revision}})
			}
		}
		if err == nil && n%9 == 8 {
			_, err = f.DeleteArticle(ctx, id, storage.Save{Expected: []bulletin.RevisionID{saved.Revision}})
		}
		if err != nil {
			t.Fatal(err)
		}
		slots = append(slots, bulletin.Slot{Article: id})
	}
	issue = bulletin.NewID()
	for n, id := range []bulletin.ID{issue, bulletin.NewID()} {
		if _, err := f.SaveIssue(ctx, id, bulletin.Issue{Name: "Bản tin", Number: fmt.Sprint(n), Slots: slots[n : n+7]}, storage.Save{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return working(folder), issue
}

// lists is what a file shows in lists and searches, by what was asked for.
type lists map[string]any

// readLists asks for lists in every way; what is refused with a sentence is
// left out.
func readLists(ctx context.Context, t *testing.T, f *storage.File, how string, issue bulletin.ID) lists {
	t.Helper()
	shown := lists{}
	keep := func(what string, value any, err error) {
		t.Helper()
		mustBeSentence(t, how+", "+what, err)
		if err == nil {
			shown[what] = value
		}
	}
	for what, q := range map[string]storage.Query{
		"all": {}, "deleted": {Deleted: true}, "newest 5": {Limit: 5}, "by headline": {Sort: storage.SortHeadline},
		"by byline": {Sort: storage.SortByline}, "drafts": {Status: bulletin.Draft}, "section": {Section: "Kinh tế"},
		"conflicts": {Conflict: true}, "of an issue": {Issue: issue}, "word": {Text: "chữ"}, "letter": {Text: "c"},
		"exactly": {Text: "Một phía"}, "ranked": {Text: "chu", Ranked: true}, "without": {Text: "-phía"}, "field": {Text: "tieude:phía"},
	} {
		found, err := f.Articles(ctx, q)
		keep(what, found, err)
		counts, err := f.Count(ctx, q)
		keep("count "+what, counts, err)
	}
	sections, err := f.Sections(ctx)
	keep("sections", sections, err)
	bylines, err := f.Bylines(ctx)
	keep("bylines", bylines, err)
	issues, err := f.Issues(ctx)
	left, lacking := f.Unlisted(ctx)
	if len(left) == 0 || err != nil { // else it is said that some are lacking
		keep("issues", issues, err)
	}
	mustBeSentence(t, how+", unlisted", lacking)
	return shown
}

// TestDamagedLists flips bits in just those pages on which lists, heads and
// search index stand: whatever is shown is what was shown before.
func TestDamagedLists(t *testing.T) {
	var files, answers, refused atomic.Int64
	eachSpoiled(t, derivedTables, times(120, 10_000), 60, 44, flipBits, func(t *testing.T, s spoiled) {
		files.Add(1)
		for _, open := range []func(context.Context, string) (*storage.File, error){storage.OpenReadOnly, storage.Open} {
			s.write(t)
			shown := use(t, s.path, open, s.how, s.issue)
			sameLists(t, s.how, shown, s.right)
			answers.Add(int64(len(s.right)))
			refused.Add(int64(len(s.right) - len(shown)))
			os.Remove(s.path + "-journal")
		}
	})
	t.Logf("%d files, each opened in two ways: %d lists and searches, of which %d were refused with a sentence and all others were right",
		files.Load(), answers.Load(), refused.Load())
}

// flipBits flips one bit or two on a page.
func flipBits(file []byte, of []int, random *rand.Rand) (how string) {
	page := of[random.IntN(len(of))]
	for range 1 + random.IntN(2) {
		at := (page-1)*pageSize + random.IntN(pageSize)
		bit := byte(1) << random.IntN(8)
		file[at] ^= bit
		how += fmt.Sprintf(", bit %#x of byte %d of page %d", bit, at%pageSize, page)
	}
	return how
}

// use opens a file and reads its lists; nothing where it is refused.
func use(t *testing.T, path string, open func(context.Context, string) (*storage.File, error), how string, issue bulletin.ID) (shown lists) {
	t.Helper()
	err := within(t, how, func(ctx context.Context) error {
		f, err := open(ctx, path)
		if err != nil {
			mustBeSentence(t, how, err)
			return nil
		}
		shown = readLists(ctx, t, f, how, issue)
		return f.Close()
	})
	if err != nil && !strings.Contains(err.Error(), filepath.Base(path)) {
		t.Fatal(errors.Join(err))
	}
	return shown
}

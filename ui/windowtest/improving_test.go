package windowtest

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"bantin/bulletin"
	"bantin/sample"
	"bantin/storage"
)

// TestABetterMakeUpIsLookedFor on the table, with the sample, whose editor asked
// for a large headline over each of the first stories: what is found is said,
// stands in the file, and is taken back whole by one undo; who stops the search is
// not kept waiting.
func TestABetterMakeUpIsLookedFor(t *testing.T) {
	s := newStage(t)
	file := filepath.Join(s.home, "Mẫu.bantin")
	f, _, err := sample.Create(context.Background(), file, nil)
	s.check(err)
	s.askForLargeHeadlines(f)
	s.check(f.Close())
	var before []bulletin.Slot
	s.until("the sample", file, func(f *storage.File) bool {
		issue, ok := s.onlyIssue(f)
		before = issue.Slots
		return ok
	})
	wishes := func(f *storage.File) (n int) {
		issue, _ := s.onlyIssue(f)
		for i, slot := range issue.Slots {
			if slot != before[i] {
				n++
			}
		}
		return n
	}
	asBefore := func(f *storage.File) bool {
		issue, _ := s.onlyIssue(f)
		return reflect.DeepEqual(issue.Slots, before)
	}
	s.start(file)
	s.press("F6")
	s.sees("Về bàn viết")
	s.pages(anyNumber)

	s.click("Tìm cách dàn đẹp hơn")
	s.still("the word that stops it", reading("Dừng ở đây"))
	s.picture("improving")
	s.sees("Đã dàn lại")
	s.picture("improved")
	s.until("the wishes", file, func(f *storage.File) bool { return wishes(f) > 0 })
	s.click("Hoàn tác")
	s.until("all of them to be taken back", file, asBefore)
	s.press("ctrl+y")
	s.until("all of them again", file, func(f *storage.File) bool { return wishes(f) > 0 })
	s.press("ctrl+z")
	s.until("all of them to be taken back once more", file, asBefore)

	s.press("F5")
	s.click("Dừng ở đây")
	s.misses("Dừng ở đây")
	s.wait("it to be said how far the search came", func() bool {
		things := s.look()
		_, found := find(things, holding("Đã dàn lại"))
		_, none := find(things, holding("Đã dừng khi chưa tìm được"))
		return found || none
	})
	s.close()
}

// askForLargeHeadlines wishes them for the first eight stories of the only issue.
func (s *stage) askForLargeHeadlines(f *storage.File) {
	s.t.Helper()
	ctx := context.Background()
	issues, err := f.Issues(ctx)
	s.check(err)
	stored := issues[0]
	for i := range 8 {
		stored.Issue.Slots[i].HeadlineSize = bulletin.HeadlineLarge
	}
	_, err = f.SaveIssue(ctx, stored.ID, stored.Issue, storage.Save{
		Author: "An", Reason: bulletin.ReasonSave, Expected: stored.Heads,
	})
	s.check(err)
}

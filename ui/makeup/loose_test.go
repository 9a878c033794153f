package makeup_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/makeup"
)

// looseOnes are articles that are in no issue.
func looseOnes(n int) (out []makeup.Loose) {
	for i := range n {
		out = append(out, makeup.Loose{ID: bulletin.ID(fmt.Sprint("ngoai", i)), Headline: fmt.Sprintf("Bài ngoài số %d", i+1), About: "320 chữ"})
	}
	return out
}

// TestAnArticleIsPutInWhereItIsLetGo: before a story, onto a page, by Enter at
// the end; let go beside everything it stays where it is.
func TestAnArticleIsPutInWhereItIsLetGo(t *testing.T) {
	s := newShop(t)
	s.table.ShowLoose(looseOnes(3), false, true)
	n := len(s.issue.Slots)
	s.table.DropLoose(0, s.table.StoryRow(1))
	if s.slot(1).Article != "ngoai0" || s.slot(1).Page != 0 || s.table.Chosen() != "ngoai0" {
		t.Errorf("let go above the second story: %+v, chosen %s", s.slot(1), s.table.Chosen())
	}
	page := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.table.Middle)
	var on bool
	want := 0
	for x := float32(0); !on; x += 20 {
		want, on = s.table.Pages.PageAt(page.AddXY(x, 200))
		if on {
			s.table.DropLoose(1, page.AddXY(x, 200))
		}
	}
	if last := s.slot(n + 1); last.Article != "ngoai1" || last.Page != want+1 {
		t.Errorf("let go on page %d: %+v", want+1, last)
	}
	s.table.EnterLoose(2)
	if last := s.slot(n + 2); last.Article != "ngoai2" || last.Page != 0 {
		t.Errorf("Enter: %+v", last)
	}
	s.table.DropLoose(2, fyne.NewPos(1360, 735))
	if len(s.issue.Slots) != n+3 {
		t.Errorf("let go beside everything: %d stories", len(s.issue.Slots))
	}
}

// TestWhereNothingTakesItThatIsSaid, of an article in no issue and of a story of
// the issue; one that is back on its list was thought better of.
func TestWhereNothingTakesItThatIsSaid(t *testing.T) {
	s := newShop(t)
	s.table.ShowLoose(looseOnes(3), false, true)
	missed := 0
	s.table.OnMissed = func() { missed++ }
	before := slices.Clone(s.issue.Slots)
	beside := fyne.NewPos(1360, 735)
	s.table.DropLoose(2, beside)
	s.table.Drop(1, beside)
	if missed != 2 {
		t.Errorf("it is said %d times", missed)
	}
	s.table.DropLoose(2, s.table.LooseRow(0))
	if missed != 2 {
		t.Error("it is said of one that is back on its list")
	}
	if !slices.EqualFunc(before, s.issue.Slots, func(a, b bulletin.Slot) bool { return a.Article == b.Article && a.Page == b.Page }) {
		t.Error("the issue is another one")
	}
}

// TestWhatIsLetGoIsWhatWasTaken: while a story is carried, somebody's change to
// the issue comes in and its row becomes that of another one.
func TestWhatIsLetGoIsWhatWasTaken(t *testing.T) {
	s := newShop(t)
	id := s.slot(2).Article
	last := s.table.StoryRow(0)
	s.table.Carry(2, last.AddXY(0, 5))
	s.issue.Slots = slices.Clone(s.issue.Slots)
	s.issue.Slots[2], s.issue.Slots[3] = s.issue.Slots[3], s.issue.Slots[2]
	s.lay()
	s.table.LetGo(2, s.table.StoryRow(0))
	if s.slot(0).Article != id {
		t.Errorf("%s was taken, and %s is in its place", id, s.slot(0).Article)
	}
	s.table.Carry(2, last)
	out := s.slot(2).Article
	s.issue.Slots = slices.DeleteFunc(slices.Clone(s.issue.Slots), func(s bulletin.Slot) bool { return s.Article == out })
	s.lay()
	before := slices.Clone(s.issue.Slots)
	s.table.LetGo(2, last)
	if !slices.EqualFunc(before, s.issue.Slots, func(a, b bulletin.Slot) bool { return a.Article == b.Article }) {
		t.Error("a story that was taken out while it was carried moves another one")
	}
}

// TestBothListsHaveRoom on a low screen and on a high one, however many articles
// there are; without any the stories have it all.
func TestBothListsHaveRoom(t *testing.T) {
	for _, height := range []float32{560, 740, 1040} {
		s := newShop(t)
		s.win.Resize(fyne.NewSize(1366, height))
		s.table.ShowLoose(nil, false, false)
		alone, _ := s.table.Rooms()
		for _, n := range []int{0, 1, 2, 500} {
			s.table.ShowLoose(looseOnes(n), true, true)
			stories, loose := s.table.Rooms()
			if stories < 100 || n > 1 && loose < 40 || loose > stories*1.2 {
				t.Errorf("in %v with %d articles: %v for the stories, %v for these", height, n, stories, loose)
			}
		}
		s.table.ShowLoose(nil, false, false)
		if again, _ := s.table.Rooms(); again != alone {
			t.Errorf("in %v without any article: %v for the stories, before %v", height, again, alone)
		}
	}
}

package windowtest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/seen"
)

// makesUp stores an issue of new stories on a PC.
func (p pc) makesUp(number string, headlines ...string) bulletin.ID {
	p.s.t.Helper()
	issue := bulletin.Issue{Name: "Bản tin", Number: number, Date: bulletin.Date{Year: 2026, Month: 4, Day: 10}}
	for _, h := range headlines {
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: p.writes(longStory(h, 13))})
	}
	id := bulletin.NewID()
	p.change(id, func(to *bulletin.Issue) { *to = issue })
	return id
}

// change saves an issue on a PC, as its owner would.
func (p pc) change(id bulletin.ID, change func(*bulletin.Issue)) {
	p.s.t.Helper()
	p.open(func(ctx context.Context, f *storage.File) {
		var issue bulletin.Issue
		save := storage.Save{Author: p.who, Reason: bulletin.ReasonSave}
		if stored, err := f.Issue(ctx, id); err == nil {
			issue, save.Expected = stored.Issue, stored.Heads
		}
		change(&issue)
		_, err := f.SaveIssue(ctx, id, issue, save)
		p.s.check(err)
	})
}

// widget waits for a widget that stands still, by its type.
func (s *stage) widget(kind string) (at seen.Thing) {
	s.t.Helper()
	before := seen.Thing{}
	s.wait("a "+kind+" that stands still", func() bool {
		at = seen.Thing{}
		for _, t := range s.look() {
			if t.Kind == "widget" && t.Text == kind {
				at = t
			}
		}
		still := at == before && at.W > 0
		before = at
		return still
	})
	return at
}

// gone waits until no widget of a type is left.
func (s *stage) gone(kind string) {
	s.t.Helper()
	s.wait("no "+kind, func() bool {
		things := s.look()
		for _, t := range things {
			if t.Kind == "widget" && t.Text == kind {
				return false
			}
		}
		return len(things) > 0
	})
}

// variants waits until all variants lie on their card, and tells where the last
// one does.
func (s *stage) variants() (last seen.Thing) {
	s.t.Helper()
	count := -1
	s.wait("all variants", func() bool {
		card := s.widget("*makeup.fan")
		n := 0
		for _, t := range s.look() {
			if t.Kind == "picture" && t.X > card.X && t.Y > card.Y && t.X+t.W < card.X+card.W && t.Y+t.H < card.Y+card.H {
				n, last = n+1, t
			}
		}
		all := n > 1 && n == count
		count = n
		return all
	})
	return last
}

// holes are those of the only issue.
func (s *stage) holes(f *storage.File) []bulletin.Hole {
	issue, _ := s.onlyIssue(f)
	return issue.Holes
}

// TestTheMakeUpTableByHand: variants by mouse and by keys, places for pictures
// that are drawn, moved and removed, a story that is let go over a small page, an
// article in no issue that is let go beside the pages and then on one; and each of
// these taken back.
func TestTheMakeUpTableByHand(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home)
	file := s.drafts()
	thu := pc{s, file, "Thu"}
	headlines := []string{"Giữ rừng ngập mặn", "Nước sạch về thôn Hạ", "Chợ phiên đông trở lại", "Lớp học xóa mù buổi tối", "Hội thi cấy lúa"}
	thu.makesUp("4", headlines...)
	loose := longStory("Cầu mới qua sông Ba Chẽ", 5)
	loose.Status = bulletin.Approved
	looseID := thu.writes(loose)
	s.start(file)
	s.click("Bản tin số 4")
	s.press("F6")
	s.sees("Về bàn viết")
	s.still("1", reading("1"))
	s.clickOn("1") // of the thumbnails: the table begins with the story that was open
	s.sees("Trang 1 / ")
	columns := func(f *storage.File) int { return s.slotOf(f, headlines[0]).Columns }
	wished := func(f *storage.File) bool { return columns(f) > 0 }
	free := func(f *storage.File) bool { return columns(f) == 0 }

	page := s.pages(1)[0]
	s.point(page.X+page.W/3, page.Y+page.H/2)
	s.point(page.X+page.W/3+3, page.Y+page.H/2)
	last := s.variants()
	s.picture("makeup-variants")
	s.clickAt(last)
	s.until("a variant to be taken by the mouse", file, wished)
	s.gone("*makeup.fan")
	s.press("ctrl+z")
	s.until("it to be taken back", file, free)

	s.point(neighbourX-4, 20) // the mouse is out of the way
	s.press("F4")
	s.variants()
	s.press("End", "Return")
	s.until("a variant to be taken by the keys", file, wished)
	s.gone("*makeup.fan")
	s.press("ctrl+z")
	s.until("that to be taken back", file, free)

	s.clickOn("2") // of the thumbnails
	s.sees("Trang 2 / ")
	s.leavesPlaces(file)

	s.dragTo(headlines[4], s.still("4", reading("4")))
	s.until("the story to be pinned to a small page", file, func(f *storage.File) bool { return s.slotOf(f, headlines[4]).Page == 4 })
	s.press("ctrl+z")
	s.until("the pin to be pulled", file, func(f *storage.File) bool { return s.slotOf(f, headlines[4]).Page == 0 })
	s.putsLoose(file, loose.Headline, looseID)
	s.close()
}

// putsLoose drags an article in no issue beside the pages, which is told, onto
// the right page, and before the first story; the last two are taken back.
func (s *stage) putsLoose(file, headline string, id bulletin.ID) {
	s.t.Helper()
	at := func(nth, page int) func(*storage.File) bool {
		return func(f *storage.File) bool {
			issue, _ := s.onlyIssue(f)
			i := slices.IndexFunc(issue.Slots, func(s bulletin.Slot) bool { return s.Article == id })
			return i >= 0 && (nth < 0 || i == nth) && issue.Slots[i].Page == page
		}
	}
	out := func(f *storage.File) bool {
		issue, _ := s.onlyIssue(f)
		return !slices.ContainsFunc(issue.Slots, func(s bulletin.Slot) bool { return s.Article == id })
	}
	right := s.pages(2)[1]
	beside := seen.Thing{X: right.X + right.W + 2, Y: right.Y + right.H/2, W: 6, H: 6}
	s.dragTo(headline, beside)
	s.sees("Ở chỗ ấy không đặt bài được")
	s.picture("makeup-missed")
	s.until("the issue to be as it was", file, out)
	s.dragTo(headline, right)
	s.until("the article to be pinned to page 3", file, at(-1, 3))
	s.picture("makeup-loose")
	s.press("ctrl+z")
	s.until("it to be out again", file, out)
	first := s.row("Giữ rừng ngập mặn")
	s.dragTo(headline, seen.Thing{X: first.X, Y: first.Y, W: first.W, H: 4})
	s.until("the article to come first", file, at(0, 0))
	s.press("ctrl+z")
	s.until("that to be taken back", file, out)
}

// leavesPlaces draws a place for a picture on page 2, moves it to page 3,
// removes it, and takes all that back.
func (s *stage) leavesPlaces(file string) {
	s.t.Helper()
	on := func(page int) func(*storage.File) bool {
		return func(f *storage.File) bool { return len(s.holes(f)) == 1 && s.holes(f)[0].Page == page }
	}
	none := func(f *storage.File) bool { return len(s.holes(f)) == 0 }
	pages := s.pages(2)
	left, right := pages[0], pages[1]
	_, err := s.xdo("keydown", "ctrl")
	s.check(err)
	s.drag(left.X+left.W/8, left.Y+left.H/2, left.X+left.W/2, left.Y+left.H*3/4)
	_, err = s.xdo("keyup", "ctrl")
	s.check(err)
	s.until("a place on page 2", file, on(2))
	x, y := middle(s.widget("*preview.hole"))
	s.picture("makeup-hole")
	s.drag(x, y, right.X+right.W/2, right.Y+right.H/2)
	s.until("the place on page 3", file, on(3))
	s.click("Chỗ trống cho ảnh")
	s.clickAt(s.widget("*preview.hole"))
	s.press("Delete")
	s.until("no place", file, none)
	s.gone("*preview.hole")
	s.press("ctrl+z")
	s.until("the place again", file, on(3))
	s.press("ctrl+z")
	s.until("the place back on page 2", file, on(2))
	s.press("ctrl+z")
	s.until("no place as before", file, none)
	s.gone("*preview.hole")
}

// TestAnIssueOfTwoVersionsIsSettled: an issue that two people changed
// differently is settled side by side, by one key each.
func TestAnIssueOfTwoVersionsIsSettled(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home)
	file := s.drafts()
	thu := pc{s, file, "Thu"}
	id := thu.makesUp("4", "Giữ rừng ngập mặn", "Nước sạch về thôn Hạ")
	mai := s.handedOut(file, "Mai")
	thu.change(id, func(to *bulletin.Issue) { to.Number, to.ThemeBanner = "5", "Năm dân vận" })
	mai.change(id, func(to *bulletin.Issue) { to.Number, to.ThemeBanner = "4 (12)", "Năm chuyển đổi số" })
	s.start(file)
	s.again(mai.path)
	s.sees("Có ai gửi cho bạn tệp")
	s.press("Return")
	stored := func(f *storage.File) storage.StoredIssue {
		i, err := f.Issue(context.Background(), id)
		s.check(err)
		return i
	}
	s.until("two versions", file, func(f *storage.File) bool { return len(stored(f).Conflicts) == 2 })
	s.sees("1 số bản tin có chỗ hai người sửa khác nhau")
	s.picture("issue-received")
	s.press("Escape")
	s.clickAt(s.still("the issue in the list", func(text string) bool { return strings.HasPrefix(text, "Bản tin số") }))
	s.sees("được sửa khác nhau ở")
	s.click("Chọn…")
	s.sees("Trước khi sửa")
	s.picture("issue-settles")
	side := map[bool]string{true: "1", false: "2"}[s.sees("Mai, ").X < s.sees("Thu, ").X]
	s.press(side, side, "Return") // all of Mai's
	s.until("one version", file, func(f *storage.File) bool {
		i := stored(f)
		return len(i.Heads) == 1 && len(i.Conflicts) == 0 && i.Issue.Number == "4 (12)" && i.Issue.ThemeBanner == "Năm chuyển đổi số"
	})
	s.sees("Đã gộp.")
	s.sees("Bản tin số 4 (12)")
	s.misses("được sửa khác nhau ở")
	s.close()
}

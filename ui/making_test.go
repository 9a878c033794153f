package ui

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

func TestAnIssueIsMadeUpOnItsTable(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	if w.making != id {
		t.Fatal("the table did not open")
	}
	wait(t, "the pages come", func() bool { return strings.Contains(w.makeup.String(), "trang 1") })
	slots := func() []bulletin.Slot { return w.issues[0].Issue.Slots }
	last := slots()[1].Article
	w.makeup.OnMove([]bulletin.ID{last}, slots()[0].Article)
	wait(t, "the story moves up", func() bool { return slots()[0].Article == last })
	w.makeup.OnWish(last, func(s *bulletin.Slot) { s.Page = 2 })
	wait(t, "it is pinned", func() bool { return slots()[0].Page == 2 })
	wait(t, "the table says so", func() bool { return strings.Contains(w.makeup.String(), "pinned true") })
	w.makeup.OnFold(true)
	wait(t, "the pages fold", func() bool { return w.issues[0].Issue.PageMultiple == 4 })
	stored, err := w.file.Issue(context.Background(), id)
	check(t, err)
	if stored.Issue.Slots[0].Article != last || stored.Issue.Slots[0].Page != 2 || stored.Issue.PageMultiple != 4 {
		t.Errorf("the file has %+v", stored.Issue)
	}
	w.makeup.OnOut(last)
	wait(t, "it is taken out", func() bool { return len(slots()) == 1 })
	wait(t, "undo is offered, once it is stored", func() bool { return w.notices.Offers(ofNews, w.say.Say("desk.undo_delete", nil)) })
	w.notices.Act(ofNews)
	wait(t, "and back again", func() bool { return len(slots()) == 2 })
	w.makeup.OnOpen(last)
	wait(t, "writing goes on", func() bool { return w.making == "" && w.writing.id == last })
}

func TestAFixOfTheIssueIsMadeAndTakenBack(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	slots := w.issues[0].Issue.Slots
	w.mend(bulletin.Finding{Rule: "story_unapproved", Fix: bulletin.FixDropStory, Where: bulletin.Place{Article: slots[0].Article, Block: -1}})
	wait(t, "the story is dropped", func() bool { return len(w.issues[0].Issue.Slots) == len(slots)-1 })
	w.undo()
	wait(t, "and back", func() bool { return !w.steps.storing && len(w.issues[0].Issue.Slots) == len(slots) })
	w.redo()
	wait(t, "and dropped again", func() bool { return !w.steps.storing && len(w.issues[0].Issue.Slots) == len(slots)-1 })
}

func TestAFixOfAStoryIsTakenBackOnTheTable(t *testing.T) {
	w, _ := withIssue(t)
	ctx := context.Background()
	id := w.issues[0].Issue.Slots[0].Article
	stored, err := w.file.Article(ctx, id)
	check(t, err)
	framed := stored.Article
	framed.Photos = []bulletin.Photo{{ID: "p1"}}
	_, err = w.file.SaveArticle(ctx, id, framed, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: stored.Heads})
	check(t, err)
	photos := func() int {
		a, err := w.file.Article(ctx, id)
		check(t, err)
		return len(a.Article.Photos)
	}
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	w.mend(bulletin.Finding{Rule: "empty_frame", Fix: bulletin.FixDropFrame, Where: bulletin.Place{Article: id, Photo: "p1", Block: -1}})
	wait(t, "the empty frame is dropped", func() bool { return photos() == 0 && w.notices.Has(ofNews) })
	word := w.say.Say("desk.undo_delete", nil)
	wait(t, "taking it back is offered", func() bool { return w.notices.Offers(ofNews, word) })
	w.undo()
	wait(t, "and back", func() bool { return photos() == 1 && !w.steps.storing })
	if w.notices.Offers(ofNews, word) {
		t.Error("it is still offered, and would take back the step before")
	}
	w.redo()
	wait(t, "and dropped again", func() bool { return photos() == 0 && !w.steps.storing })
}

func TestWhatTheMenuAddsIsUndoneOnTheTable(t *testing.T) {
	w, id := withIssue(t)
	w.open(w.listing.At(1).ID)
	article := w.listing.At(1).ID
	wait(t, "the article opens", func() bool { return w.writing.id == article })
	stories := func() int { return len(w.issues[0].Issue.Slots) }
	w.turnStory(id)
	wait(t, "it stands in the issue", func() bool { return stories() == 3 && !w.steps.storing })
	w.makeUp()
	w.notices.Clear()
	w.undo()
	wait(t, "it is out again", func() bool { return stories() == 2 && !w.steps.storing })
	w.redo()
	wait(t, "and in", func() bool { return stories() == 3 && !w.steps.storing })
}

func TestHolesAreMadeAndUndone(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	wait(t, "the pages come", func() bool { return strings.Contains(w.makeup.String(), "trang 1") })
	holes := func() []bulletin.Hole { return w.issues[0].Issue.Holes }
	w.addHole()
	wait(t, "a hole is left", func() bool { return len(holes()) == 1 && !w.steps.storing })
	if h := holes()[0]; h.Page != 1 || h.Columns < 1 || h.Rows < 4 {
		t.Errorf("hole %+v", h)
	}
	wait(t, "the table lists it", func() bool { return strings.Contains(w.makeup.String(), "Chỗ trống cho ảnh") })
	w.undo()
	wait(t, "and it is gone again", func() bool { return len(holes()) == 0 && !w.steps.storing })
}

func TestTheTableThatIsAskedForBeforeTheIssuesAreReadOpensThen(t *testing.T) {
	w, id := withIssue(t)
	path := w.file.Path()
	again, err := storage.Open(context.Background(), path)
	check(t, err)
	w.workOn(again, bulletin.Office{}, path)
	w.menuItem(t, "make_up").Action()
	wait(t, "the table opens", func() bool { return w.making == id })
}

// TestAnArticleInNoIssueIsPutInFromTheTable: the approved ones are listed, or all
// of them; what is put in leaves the list, and undo brings it back there.
func TestAnArticleInNoIssueIsPutInFromTheTable(t *testing.T) {
	w, issue := withIssue(t)
	ctx := context.Background()
	save := func(headline string, s bulletin.Status) bulletin.ID {
		id := bulletin.NewID()
		_, err := w.file.SaveArticle(ctx, id, bulletin.Article{Headline: headline, Status: s}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		return id
	}
	approved := save("Chợ nổi họp lại", bulletin.Approved)
	save("Còn đang viết dở", bulletin.Draft)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	lists := func(headline string) bool { return slices.Contains(w.makeup.LooseHeadlines(), headline) }
	w.search()
	wait(t, "the approved one is listed", func() bool { return lists("Chợ nổi họp lại") })
	if lists("Còn đang viết dở") {
		t.Error("a draft is listed among the approved")
	}
	w.makeup.OnLoose(true)
	if !lists("Còn đang viết dở") || !lists("Chợ nổi họp lại") {
		t.Errorf("of all articles there are %q", w.makeup.LooseHeadlines())
	}
	first := w.issues[0].Issue.Slots[0].Article
	w.makeup.OnPut(approved, first, 2)
	wait(t, "it is put in", func() bool { return !w.steps.storing && !lists("Chợ nổi họp lại") })
	stored, err := w.file.Issue(ctx, issue)
	check(t, err)
	if s := stored.Issue.Slots; s[0].Article != approved || s[0].Page != 2 || s[1].Article != first {
		t.Errorf("the file has %+v", s)
	}
	w.undo()
	wait(t, "it is back in the list", func() bool { return lists("Chợ nổi họp lại") })
}

// TestTheDeskStandsBehindTheTable: what one left on the desk is there when one comes
// back from the make-up table.
func TestTheDeskStandsBehindTheTable(t *testing.T) {
	w, _ := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.openTab(tabHistory)
	w.notices.Stay(ofName, "Chưa có tên người viết.", "Điền tên", func() {})
	w.notices.Stay(ofArticle, "Bài này đã xoá.", "", nil)
	w.sheet.OpenFind(false)
	sheet, at := w.sheet, w.sheet.Standing().Selection
	w.makeUp()
	shown := func(about subject) bool {
		c := w.notices.cards[about]
		return c != nil && slices.Contains(w.notices.pane.Objects, c.card)
	}
	if shown(ofArticle) {
		t.Error("the table speaks of the article on the sheet")
	}
	wait(t, "the pages come", func() bool { return strings.Contains(w.makeup.String(), "trang 1") })
	w.makeUp()
	if w.making != "" || w.sheet != sheet || w.sheet.Standing().Selection != at || !w.sheet.CloseFind() {
		t.Error("the sheet does not stand as it was left")
	}
	if !shown(ofArticle) {
		t.Error("what is said of the article is gone")
	}
	w.notices.Drop(ofArticle)
	if !shown(ofName) {
		t.Error("that nobody has said who is writing is not said any more")
	}
	if w.preview != w.side.pages || w.check != w.side.check {
		t.Error("the pages beside the sheet are those of the table")
	}
}

// TestTheDeskFollowsBehindTheTable: what changes while one makes up is there when one
// comes back.
func TestTheDeskFollowsBehindTheTable(t *testing.T) {
	w, _ := withIssue(t)
	ctx := context.Background()
	w.list.ChooseIssue(w.list.Issues[0])
	id := w.writing.id
	w.makeUp()
	a, err := w.file.Article(ctx, id)
	check(t, err)
	theirs := a.Article
	theirs.Headline = "Tít của người khác"
	_, err = w.file.SaveArticle(ctx, id, theirs, storage.Save{Author: "Lan", Reason: bulletin.ReasonSave, Expected: a.Heads})
	check(t, err)
	w.showWhatCame()
	wait(t, "the news is read", func() bool { return w.textOf(manuscript.Headline) == "Tít của người khác" })
	w.speak(translations.English)
	w.makeUp()
	if got := w.textOf(manuscript.Headline); got != "Tít của người khác" {
		t.Errorf("the sheet says %q", got)
	}
	if got := w.side.names[tabPages]; got != "Pages" {
		t.Errorf("the desk says %q", got)
	}
	wait(t, "the list follows", func() bool { return w.listedHeadline(id) == "Tít của người khác" })
}

// TestAClickOnAStoryOnThePagesGivesItsRowTheKeys, so that Delete takes it out; and
// the pages open where the story begins that one comes from.
func TestAClickOnAStoryOnThePagesGivesItsRowTheKeys(t *testing.T) {
	w, id := withIssue(t)
	second := w.issues[0].Issue.Slots[1].Article
	w.changeIssue(id, func(s *bulletin.Issue) { s.Slots[1].Page = 3 }, nil)
	wait(t, "it is pinned", func() bool { return w.issues[0].Issue.Slots[1].Page == 3 && !w.steps.storing })
	w.list.ChooseIssue(w.list.Issues[0])
	w.open(second)
	wait(t, "the story is open", func() bool { return w.writing.id == second })
	w.makeUp()
	wait(t, "the pages come", func() bool { return w.preview.View.Document != nil && len(w.preview.View.Leaves) > 0 })
	spot, ok := w.makeup.Pages.Spot(second)
	if !ok {
		t.Fatalf("page %d is shown, and not the story that is chosen", w.preview.Page+1)
	}
	test.TapCanvas(w.win.Canvas(), spot.At.AddXY(20, 12))
	at := w.win.Canvas().Focused()
	if at == nil {
		t.Fatal("nothing has the keys")
	}
	at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	wait(t, "the story is out", func() bool { return len(w.issues[0].Issue.Slots) == 1 && slotOf(w.issues[0].Issue, second) < 0 })
}

// TestTheTableOpensWhereTheStoryBeginsThatOneComesFrom.
func TestTheTableOpensWhereTheStoryBeginsThatOneComesFrom(t *testing.T) {
	w, id := withIssue(t)
	first, second := w.issues[0].Issue.Slots[0].Article, w.issues[0].Issue.Slots[1].Article
	long, err := w.file.Article(context.Background(), first)
	check(t, err)
	a := long.Article.Clone()
	for range 60 {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: strings.Repeat("Tỉnh ủy họp bàn việc chăm lo Tết cho người nghèo ở miền núi. ", 8)})
	}
	_, err = w.file.SaveArticle(context.Background(), first, a, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: long.Heads})
	check(t, err)
	w.changeIssue(id, func(s *bulletin.Issue) { s.Slots[1].Page = 4 }, nil)
	wait(t, "it is pinned", func() bool { return w.issues[0].Issue.Slots[1].Page == 4 && !w.steps.storing })
	w.list.ChooseIssue(w.list.Issues[0])
	w.open(second)
	wait(t, "the story is open", func() bool { return w.writing.id == second })
	w.makeUp()
	wait(t, "the pages come", func() bool { return w.preview.Pages >= 4 && len(w.preview.View.Leaves) > 0 })
	if _, seen := w.makeup.Pages.Spot(second); !seen {
		t.Errorf("page %d is shown, and not the story that is chosen", w.preview.Page+1)
	}
}

// byKey does what the menu does by a key.
func (w *window) byKey(t *testing.T, name fyne.KeyName, with fyne.KeyModifier) {
	t.Helper()
	var found *fyne.MenuItem
	var look func(m *fyne.Menu)
	look = func(m *fyne.Menu) {
		for _, i := range m.Items {
			if s, ok := i.Shortcut.(*desktop.CustomShortcut); ok && s.KeyName == name && s.Modifier == with {
				found = i
			}
			if i.ChildMenu != nil {
				look(i.ChildMenu)
			}
		}
	}
	for _, m := range w.menu().Items {
		look(m)
	}
	if found == nil {
		t.Fatalf("no item has the key %s", name)
	}
	found.Action()
}

// TestTheKeysOfTheSheetLeaveItAloneBehindTheTable: what is not seen is not changed,
// and that is said; what moves a paragraph moves the chosen story there.
func TestTheKeysOfTheSheetLeaveItAloneBehindTheTable(t *testing.T) {
	w, _ := withIssue(t)
	w.typeAt(manuscript.Paragraph, "Đoạn một.")
	w.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	typeInto(w.sheet, "Đoạn hai.")
	w.take()
	check(t, w.keeper.Flush())
	id := w.writing.id
	before, err := w.file.Article(context.Background(), id)
	check(t, err)
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	first, second := w.issues[0].Issue.Slots[0].Article, w.issues[0].Issue.Slots[1].Article
	w.makeup.Choose(first, false)
	for _, by := range []int{1, -1} {
		name := map[int]fyne.KeyName{1: fyne.KeyDown, -1: fyne.KeyUp}[by]
		leads := map[int]bulletin.ID{1: second, -1: first}[by]
		w.byKey(t, name, fyne.KeyModifierAlt)
		wait(t, "the story is moved", func() bool { return w.issues[0].Issue.Slots[0].Article == leads && !w.steps.storing })
		w.byKey(t, name, fyne.KeyModifierAlt) // beyond the end
		if w.makeup.Chosen() != first {
			t.Errorf("another story is chosen")
		}
	}
	w.notices.Clear()
	w.byKey(t, fyne.Key2, ctrlAlt)
	if !w.saysKey("desk.makeup.not_here") {
		t.Errorf("it says %q", w.notice())
	}
	w.byKey(t, fyne.KeyDelete, ctrlShift)
	w.byKey(t, fyne.KeyP, ctrlShift)
	w.byKey(t, fyne.KeyF, ctrl)
	w.setStatus(bulletin.Approved)
	if w.busy() {
		t.Error("something is asked about the article that is not seen")
	}
	w.take()
	check(t, w.keeper.Flush())
	after, err := w.file.Article(context.Background(), id)
	check(t, err)
	if after.Deleted || !reflect.DeepEqual(after.Heads, before.Heads) {
		t.Errorf("the article behind the table was changed: deleted %v, %v was %v", after.Deleted, after.Heads, before.Heads)
	}
}

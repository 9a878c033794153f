package ui

import (
	"context"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
	"bantin/ui/manuscript"
	"bantin/ui/settle"
)

// TestSettlingSaysThatNobodyHasApprovedTheWhole: two people changed an approved
// article.
func TestSettlingSaysThatNobodyHasApprovedTheWhole(t *testing.T) {
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	save := func(heads []bulletin.RevisionID, headline, deck string) []bulletin.RevisionID {
		a := base.Article.Clone()
		a.Headline, a.Deck, a.Status = headline, deck, bulletin.Approved
		saved, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: headline, Reason: bulletin.ReasonSave, Expected: heads})
		check(t, err)
		return saved.Heads
	}
	approved := save(base.Heads, "Đã duyệt", "")
	save(approved, "Thu", "Phụ của Thu")
	save(approved, "Hường", "Phụ của Hường")
	w.refreshFromFile()
	wait(t, "the conflict is told", func() bool { return len(w.conflicted.conflicts) == 2 })
	choices := merge.Choices{w.conflicted.conflicts[0].Key(): merge.Ours, w.conflicted.conflicts[1].Key(): merge.Theirs}
	w.settle(choices)
	wait(t, "it is settled, and said", func() bool { return w.saysKey("desk.settle.unapproved") || w.saysKey("desk.settle.done") })
	a, err := w.file.Article(ctx, id)
	check(t, err)
	if a.Article.Status == bulletin.Approved || !w.saysKey("desk.settle.unapproved") {
		t.Errorf("it is %s; unapproved is said: %v", a.Article.Status, w.saysKey("desk.settle.unapproved"))
	}
}

// contested puts an article on the sheet of which two people have changed
// headline and deck differently over a version that was approved.
func contested(t *testing.T) (w *window, id bulletin.ID) {
	t.Helper()
	w = opened(t, 1)
	id = w.writing.id
	ctx := context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	for _, name := range []string{"Thu", "Hường"} {
		a := base.Article.Clone()
		a.Headline, a.Status = "Tít của "+name, bulletin.Approved
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: name, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	w.untilContested(t, 1)
	return w, id
}

func (w *window) untilContested(t *testing.T, n int) {
	t.Helper()
	wait(t, "the conflicts are told", func() bool { return w.writing.open && len(w.conflicted.conflicts) == n })
}

func (w *window) untilSettled(t *testing.T) {
	t.Helper()
	wait(t, "it is settled", func() bool {
		return w.writing.open && len(w.conflicted.conflicts) == 0 && (w.saysKey("desk.settle.done") || w.saysKey("desk.settle.unapproved"))
	})
}

// TestUndoOpensWhatWasSettled on the sheet, in the file, and with the approval
// that it had; Redo settles it again, and Undo opens it once more.
func TestUndoOpensWhatWasSettled(t *testing.T) {
	for _, side := range []merge.Side{merge.Ours, merge.Theirs} {
		w, id := contested(t)
		before := w.conflicted.conflicts[0]
		shown, status := w.textOf(manuscript.Headline), w.facts.article.Status
		w.settle(merge.Choices{before.Key(): side})
		w.untilSettled(t)
		settled := w.textOf(manuscript.Headline)
		if want := map[merge.Side]string{merge.Ours: before.Ours, merge.Theirs: before.Theirs}[side]; settled != want {
			t.Fatalf("%s: %q", side, settled)
		}
		for round := range 2 {
			w.sheet.Undo()
			w.untilContested(t, 1)
			now := w.conflicted.conflicts[0]
			same := now.Ours == before.Ours && now.Theirs == before.Theirs && now.Head == before.Head && now.OursHead == before.OursHead
			if !same || now.Base != before.Base || now.NoBase != before.NoBase {
				t.Errorf("%s, round %d: it was %+v, and is %+v", side, round, before, now)
			}
			if got := w.textOf(manuscript.Headline); got != shown || w.facts.article.Status != status {
				t.Errorf("%s, round %d: %q, %s", side, round, got, w.facts.article.Status)
			}
			w.sheet.Redo()
			w.untilSettled(t)
			if got := w.textOf(manuscript.Headline); got != settled {
				t.Errorf("%s, round %d: settled again it is %q", side, round, got)
			}
			check(t, w.keeper.Flush())
			if a, err := w.file.Article(context.Background(), id); err != nil || len(a.Conflicts) > 0 || a.Article.Headline != settled {
				t.Errorf("%s, round %d: the file has %+v %v", side, round, a, err)
			}
		}
	}
}

// TestTheNoticeOpensWhatWasSettled, and what was typed since stays.
func TestTheNoticeOpensWhatWasSettled(t *testing.T) {
	w, _ := contested(t)
	w.settle(merge.Choices{w.conflicted.conflicts[0].Key(): merge.Theirs})
	w.untilSettled(t)
	w.typeAt(manuscript.Paragraph, "Viết thêm.")
	w.notices.Act(ofNews)
	w.untilContested(t, 1)
	if body := w.body(); len(body) != 1 || body[0] != "Viết thêm." {
		t.Errorf("the body is %q", body)
	}
	w.sheet.Undo() // the text of the opening again, and no more
	w.sheet.Undo()
	w.take()
	check(t, w.keeper.Flush())
	if w.saysKey("trouble.reopen_late") {
		t.Error(w.notice())
	}
}

// TestASettlingThatCannotBeOpenedStaysSettled: Redo then settles nothing once
// more, least of all what others have written meanwhile.
func TestASettlingThatCannotBeOpenedStaysSettled(t *testing.T) {
	w, id := contested(t)
	s := settling{bulletin.SubjectArticle, id, w.conflicted.heads, merge.Choices{w.conflicted.conflicts[0].Key(): merge.Theirs}, w.conflicted.conflicts}
	w.settle(s.choices)
	w.untilSettled(t)
	a, err := w.file.Article(context.Background(), id)
	check(t, err)
	for _, banner := range []string{"Của Lan", "Của Minh"} {
		one := a.Article.Clone()
		one.ThemeBanner = banner
		_, err := w.file.SaveArticle(context.Background(), id, one, storage.Save{Reason: bulletin.ReasonSave, Expected: a.Heads})
		check(t, err)
	}
	u := &undoable{s, a.Heads[0]}
	w.unsettle(u)
	wait(t, "it is told that it is too late", func() bool { return w.saysKey("trouble.reopen_late") })
	if u.settled != a.Heads[0] {
		t.Error("it is taken to be open")
	}
}

// TestWhatWasTypedIsSettledAlong: settling is of the versions as they are, not as
// they were before something was typed.
func TestWhatWasTypedIsSettledAlong(t *testing.T) {
	w, id := contested(t)
	w.typeAt(manuscript.Paragraph, "Viết thêm.")
	w.askSettle()
	wait(t, "the panel", func() bool { return w.dialog != nil })
	w.settle(merge.Choices{w.conflicted.conflicts[0].Key(): merge.Theirs})
	w.untilSettled(t)
	a, err := w.file.Article(context.Background(), id)
	check(t, err)
	if len(a.Conflicts) > 0 || len(a.Heads) != 1 || len(a.Article.Body) != 1 {
		t.Errorf("%d conflicts, %d heads, %+v", len(a.Conflicts), len(a.Heads), a.Article)
	}
}

// TestAMergeTellsWhatItTakes: the approval of one of the versions.
func TestAMergeTellsWhatItTakes(t *testing.T) {
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	approved, edited := base.Article.Clone(), base.Article.Clone()
	approved.Status, edited.Deck = bulletin.Approved, "Tít phụ"
	for _, a := range []bulletin.Article{approved, edited} {
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "the merge is told", func() bool { return w.notices.Has(ofConflict) })
	if !w.saysKey("desk.settle.approval_gone") {
		t.Errorf("it is told that %q", w.notice())
	}
}

// TestAContestedSentenceIsShownInItsPlace: of a sentence alone nobody knows which
// one it is.
func TestAContestedSentenceIsShownInItsPlace(t *testing.T) {
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	one := base.Article.Clone()
	one.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Sáng nay xã họp. Có mười người dự. Chiều cùng ngày, đoàn ra đồng."}, {Kind: bulletin.Paragraph, Text: "Đoạn sau."}}
	stored, err := w.file.SaveArticle(ctx, id, one, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	for _, words := range []string{"Có hai mươi người dự.", "Có ba mươi đại biểu."} {
		a := one.Clone()
		a.Body[0].Text = "Sáng nay xã họp. " + words + " Chiều cùng ngày, đoàn ra đồng."
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: words, Reason: bulletin.ReasonSave, Expected: stored.Heads})
		check(t, err)
	}
	now, err := w.file.Article(ctx, id)
	check(t, err)
	asked := w.questions(now.Conflicts, now.Heads, now.Article.Body, whoWrote(w.file, now.Conflicts, now.Heads, w.say), wordingOf(w.file, now.Heads, w.say))
	if len(asked) == 0 {
		t.Fatal("nothing is asked")
	}
	for _, q := range asked {
		if want := (settle.Around{Before: "Sáng nay xã họp.", After: "Chiều cùng ngày, đoàn ra đồng."}); q.Around != want {
			t.Errorf("around %+v: %+v", q.Offers, q.Around)
		}
	}
}

// TestWhatIsNotSettledStaysTold when its panel is shut without an answer.
func TestWhatIsNotSettledStaysTold(t *testing.T) {
	w, _ := contested(t)
	for range 2 {
		w.notices.Act(ofConflict)
		wait(t, "the panel is there", w.busy)
		w.dialog.Hide()
		if w.busy() || !w.notices.Offers(ofConflict, w.say.Say("desk.settle.open", nil)) {
			t.Fatal("nothing offers to settle it any more")
		}
	}
}

// TestWhatHasJustComeIsAskedForAtOnce: who presses Enter before what came has been
// read for the sheet reaches the conflicts all the same.
func TestWhatHasJustComeIsAskedForAtOnce(t *testing.T) {
	w := opened(t, 1)
	ctx, id := context.Background(), w.writing.id
	base, err := w.file.Article(ctx, id)
	check(t, err)
	for _, headline := range []string{"Bản của Thu", "Bản của Hường"} {
		a := base.Article.Clone()
		a.Headline = headline
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: headline, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.openThen(id, w.askSettle) // as the panel of what came does
	wait(t, "it is shown, or told", func() bool { return w.busy() || w.notices.Has(ofNews) })
	if !w.busy() {
		t.Errorf("it says %q", w.notice())
	}
}

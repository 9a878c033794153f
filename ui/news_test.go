package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// overtaken has somebody else write differently what is being written on the
// sheet, so that his words are those that everybody is shown.
func overtaken(t *testing.T) *window {
	t.Helper()
	w := opened(t, 1)
	ctx := context.Background()
	base, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	w.typeAt(manuscript.Headline, "Đường mới")
	w.take()
	check(t, w.keeper.Flush())
	for i := 0; ; i++ {
		if i%10 == 9 { // as hashes decide, one's own may be later than nearly all others
			typeInto(w.sheet, "!")
			w.take()
			check(t, w.keeper.Flush())
			w.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			w.take()
			check(t, w.keeper.Flush())
		}
		a := base.Article.Clone()
		a.Headline = fmt.Sprintf("Đường của Hoa %d", i)
		_, err := w.file.SaveArticle(ctx, w.writing.id, a, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
		now, err := w.file.Article(ctx, w.writing.id)
		check(t, err)
		if now.Article.Headline == a.Headline {
			return w
		}
		if i == 100 {
			t.Fatal("the words written here are always those that are shown")
		}
		base.Heads = versionOf(t, w, a.Headline, base.Heads)
	}
}

// versionOf is the version with a headline, so that the next is written over it.
func versionOf(t *testing.T, w *window, headline string, otherwise []bulletin.RevisionID) []bulletin.RevisionID {
	t.Helper()
	a, err := w.file.Article(context.Background(), w.writing.id)
	check(t, err)
	for _, head := range a.Heads {
		var version bulletin.Article
		r, err := w.file.Revision(context.Background(), head)
		check(t, err)
		check(t, bulletin.ReadJSON(r.Document, &version))
		if version.Headline == headline {
			return []bulletin.RevisionID{head}
		}
	}
	return otherwise
}

// TestTheSheetIsNotSwappedUnderTheHands: where two write at one place, each goes
// on in his own words; there are two versions, however long they go on, and they
// are settled as they are then.
func TestTheSheetIsNotSwappedUnderTheHands(t *testing.T) {
	w := overtaken(t)
	id := w.writing.id
	for range 3 {
		w.showWhatCame()
		wait(t, "it is told", func() bool { return w.saysKey("desk.settle.notice_held") && w.coming.id == "" })
		typeInto(w.sheet, " nữa")
		w.take()
		check(t, w.keeper.Flush())
	}
	own := w.textOf(manuscript.Headline)
	if !strings.HasPrefix(own, "Đường mới nữa nữa nữa") {
		t.Errorf("the sheet says %q", own)
	}
	a, err := w.file.Article(context.Background(), id)
	check(t, err)
	if len(a.Heads) != 2 || len(a.Conflicts) != 1 {
		t.Fatalf("%d versions, %d conflicts", len(a.Heads), len(a.Conflicts))
	}
	w.askSettle()
	wait(t, "the panel", func() bool { return w.dialog != nil })
	c := w.conflicted.conflicts[0]
	side := merge.Ours
	if c.Theirs == own {
		side = merge.Theirs
	}
	w.settle(merge.Choices{c.Key(): side})
	w.untilSettled(t)
	if got := w.textOf(manuscript.Headline); got != own {
		t.Errorf("settled, the sheet says %q", got)
	}
}

// TestWhoOnlyReadsIsShownWhatCame: who has written nothing sees the versions
// joined, as everybody does.
func TestWhoOnlyReadsIsShownWhatCame(t *testing.T) {
	w := overtaken(t)
	id := w.writing.id
	w.newArticle()
	w.open(id)
	w.untilContested(t, 1)
	w.showWhatCame()
	wait(t, "it is read anew", func() bool { return w.coming.id == "" })
	if got := w.textOf(manuscript.Headline); strings.HasPrefix(got, "Đường mới") || w.saysKey("desk.settle.notice_held") {
		t.Errorf("the sheet says %q", got)
	}
}

// TestTakingBackOnesOwnWordsSettlesWhatTheyDisputed: then there is nothing to choose,
// on the screen as in the file.
func TestTakingBackOnesOwnWordsSettlesWhatTheyDisputed(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	base, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	w.typeAt(manuscript.Headline, "X1 ")
	w.take()
	check(t, w.keeper.Flush())
	a := base.Article.Clone()
	a.Headline = "H2 " + a.Headline
	_, err = w.file.SaveArticle(ctx, base.ID, a, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	w.showWhatCame()
	wait(t, "it is disputed", func() bool {
		return w.saysKey("desk.settle.notice_held") && w.coming.id == "" && w.listing.At(0).Conflict
	})
	w.sheet.Undo()
	if got := w.textOf(manuscript.Headline); got != base.Article.Headline {
		t.Fatalf("taken back, the headline is %q", got)
	}
	w.take()
	check(t, w.keeper.Flush())
	now, err := w.file.Article(ctx, base.ID)
	check(t, err)
	if len(now.Conflicts) != 0 {
		t.Fatalf("%d conflicts in the file", len(now.Conflicts))
	}
	wait(t, "the sheet, the notice and the list say so", func() bool {
		return w.textOf(manuscript.Headline) == a.Headline && !w.saysKey("desk.settle.notice_held") && !w.listing.At(0).Conflict
	})
}

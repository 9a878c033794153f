package ui

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// TestWhatIsChosenAgainIsWhatWasChosen: which side is called ours may change when
// versions are opened again; where they say something else, nothing is chosen.
func TestWhatIsChosenAgainIsWhatWasChosen(t *testing.T) {
	before := []merge.Conflict{
		{Field: "headline", Ours: "của tôi", Theirs: "của chị"},
		{Field: "deck", Ours: "phụ tôi", Theirs: "phụ chị"},
		{Field: "standfirst", Ours: "một", Theirs: "hai"},
	}
	now := []merge.Conflict{before[0].Turn(), before[1], before[2].Turn()}
	s := settling{asked: before, choices: merge.Choices{"headline": merge.Ours, "deck": merge.Ours, "standfirst": merge.Both}}
	want := merge.Choices{"headline": merge.Theirs, "deck": merge.Ours, "standfirst": merge.Both}
	if got, same := s.again(now); !same || !maps.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
	now[1].Theirs = "phụ khác"
	if got, same := s.again(now); same {
		t.Errorf("other conflicts are settled by %v", got)
	}
}

// TestRedoSettlesAsBefore, when one version was typed here and the other came in
// somebody's file; what is typed on while it is open makes versions of its own.
func TestRedoSettlesAsBefore(t *testing.T) {
	for n := range 4 {
		side := []merge.Side{merge.Ours, merge.Theirs}[n%2]
		w := opened(t, 1)
		id, ctx := w.writing.id, context.Background()
		sent := filepath.Join(t.TempDir(), "gui.bantin")
		_, err := w.file.Send(ctx, sent, storage.Selection{Articles: []bulletin.ID{id}}, nil)
		check(t, err)
		other, err := storage.Open(ctx, sent)
		check(t, err)
		a, err := other.Article(ctx, id)
		check(t, err)
		a.Article.Headline = "Tít của Hoa"
		_, err = other.SaveArticle(ctx, id, a.Article, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: a.Heads})
		check(t, err)
		check(t, other.Close())
		w.typeAt(manuscript.Headline, "Của tôi: ")
		w.take()
		check(t, w.keeper.Flush())
		_, err = w.file.Receive(ctx, sent, nil)
		check(t, err)
		w.refreshFromFile()
		w.untilContested(t, 1)
		if n > 1 {
			w.typeAt(manuscript.Headline, "Viết thêm: ")
			w.take()
			check(t, w.keeper.Flush())
			w.refreshFromFile()
			wait(t, "it is read", func() bool { return w.coming.id == "" })
		}
		w.settle(merge.Choices{w.conflicted.conflicts[0].Key(): side})
		w.untilSettled(t)
		settled := w.textOf(manuscript.Headline)
		for range 2 {
			w.sheet.Undo()
			w.untilContested(t, 1)
			w.sheet.Redo()
			w.untilSettled(t)
			if got := w.textOf(manuscript.Headline); got != settled {
				t.Errorf("%s: %q was chosen; again it is %q", side, settled, got)
			}
		}
	}
}

// TestRedoOfThreeVersions: each of three people wrote a headline of their own.
func TestRedoOfThreeVersions(t *testing.T) {
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	base, err := w.file.Article(ctx, id)
	check(t, err)
	for _, name := range []string{"Thu", "Hường", "Mai"} {
		a := base.Article.Clone()
		a.Headline = "Tít của " + name
		_, err := w.file.SaveArticle(ctx, id, a, storage.Save{Author: name, Reason: bulletin.ReasonSave, Expected: base.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "the conflicts are told", func() bool { return len(w.conflicted.conflicts) > 1 })
	asked := slices.Clone(w.conflicted.conflicts)
	for _, o := range merge.Questions(asked, 3)[0].Offers {
		w.settle(o.Answers)
		w.untilSettled(t)
		if got := w.textOf(manuscript.Headline); got != o.Text() {
			t.Fatalf("%q is taken: %q", o.Text(), got)
		}
		w.sheet.Undo()
		w.untilContested(t, len(asked))
		w.sheet.Redo()
		w.untilSettled(t)
		check(t, w.keeper.Flush())
		a, err := w.file.Article(ctx, id)
		check(t, err)
		if got := w.textOf(manuscript.Headline); got != o.Text() || a.Article.Headline != o.Text() || len(a.Conflicts) > 0 {
			t.Errorf("%q was chosen; on the sheet is %q, in the file %q with %d conflicts", o.Text(), got, a.Article.Headline, len(a.Conflicts))
		}
		w.sheet.Undo()
		w.untilContested(t, len(asked))
	}
}

package storage_test

import (
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestTheNewestWholeVersionIsShownAndRestored: where no newest version can be
// read, the newest whole one is shown as older, and restoring it loses nothing.
func TestTheNewestWholeVersionIsShownAndRestored(t *testing.T) {
	ha, lam, id := create(t), create(t), bulletin.NewID()
	first := save(t, ha, id, article("Tít một", "Một."))
	second := save(t, ha, id, article("Tít hai", "Một.", "Hai."), first.Heads...)
	bad := save(t, ha, id, article("Tít ba", "Một.", "Hai.", "CHỮ MỚI."), second.Heads...).Revision
	receive(t, lam, ha.Path())
	path := ha.Path()
	if err := ha.Close(); err != nil {
		t.Fatal(err)
	}
	sqlite(t, path, `UPDATE revisions SET document = replace(document, 'CHỮ MỚI', 'CHU MỚI')`)
	ha = open(t, path)

	if _, err := ha.Article(ctx, id); bulletin.TroubleKey(err) != "newest_damaged" || !storage.IsUnread(err) {
		t.Errorf("%v", err)
	}
	a, err := ha.WholeArticle(ctx, id)
	if err != nil || !a.Older || !a.Hurt || a.Revision != second.Revision || a.Article.Headline != "Tít hai" || !slices.Equal(a.Heads, []bulletin.RevisionID{bad}) {
		t.Fatalf("%+v, %v", a, err)
	}
	if err := ha.Rebuild(ctx, nil); err != nil { // then it is in no list
		t.Fatal(err)
	}
	left, err := ha.Unlisted(ctx)
	if err != nil || len(left) != 1 || left[0].Kind != storage.DamageOlder || left[0].Args["revision"] != second.Revision.Short() {
		t.Errorf("%+v, %v", left, err)
	}
	restored, err := ha.RestoreWhole(ctx, bulletin.SubjectArticle, id, storage.Save{Author: "Hà"})
	if err != nil || !restored.Changed {
		t.Fatalf("%+v, %v", restored, err)
	}
	if now := load(t, ha, id); now.Article.Headline != "Tít hai" || !now.Hurt || now.Older {
		t.Errorf("%+v", now)
	}
	if list, err := ha.Articles(ctx, storage.Query{}); err != nil || len(list) != 1 {
		t.Errorf("%d are listed, %v", len(list), err)
	}
	again, err := ha.RestoreWhole(ctx, bulletin.SubjectArticle, id, storage.Save{Author: "Hà"})
	if err != nil || again.Changed {
		t.Errorf("restored twice: %+v, %v", again, err)
	}
	receive(t, ha, lam.Path()) // who has it whole mends it
	if now := load(t, ha, id); now.Hurt || !slices.ContainsFunc(now.Article.Body, func(b bulletin.Block) bool { return b.Text == "CHỮ MỚI." }) {
		t.Errorf("the words are not back: %+v", now)
	}
}

// TestADamagedAncestorMakesNoConflict: two versions over one that is damaged are
// merged over what that was written over.
func TestADamagedAncestorMakesNoConflict(t *testing.T) {
	for _, depth := range []int{1, 3} { // so many versions in a row are damaged
		ha, lam, id := create(t), create(t), bulletin.NewID()
		last := save(t, ha, id, article("Tít", "Một.", "Hai.", "Ba."))
		for range depth {
			a := load(t, ha, id).Article
			a.Deck += "HỎNG."
			last = save(t, ha, id, a, last.Heads...)
		}
		receive(t, lam, ha.Path())
		one, other := load(t, ha, id).Article, load(t, lam, id).Article
		one.Body[0].Text = "Một của Hà."
		other.Body[2].Text = "Ba của Lâm."
		save(t, ha, id, one, last.Heads...)
		save(t, lam, id, other, last.Heads...)
		receive(t, ha, lam.Path())
		whole := load(t, ha, id)
		if len(whole.Conflicts) != 0 || whole.Hurt {
			t.Fatalf("%+v", whole)
		}
		path := ha.Path()
		if err := ha.Close(); err != nil {
			t.Fatal(err)
		}
		sqlite(t, path, `UPDATE revisions SET document = replace(document, 'HỎNG', 'HONG') WHERE id IN (SELECT parent FROM parents)`)
		ha = open(t, path)
		a := load(t, ha, id)
		if len(a.Conflicts) != 0 || !a.Hurt || a.Article.Body[0].Text != "Một của Hà." || a.Article.Body[2].Text != "Ba của Lâm." ||
			a.Article.Deck != whole.Article.Deck || len(a.Article.Body) != 3 {
			t.Errorf("%d damaged: %+v", depth, a)
		}
		if left, err := ha.Unlisted(ctx); err != nil || len(left) != 1 || left[0].Kind != storage.DamageSide {
			t.Errorf("that it is damaged is not said: %+v, %v", left, err)
		}
	}
}

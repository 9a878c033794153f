package storage_test

import (
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// partedHeads gives Hà and Lâm one article, which each changes; Hà receives
// Lâm's text, and then that goes bad in Hà's file.
func partedHeads(t *testing.T) (ha, lam *storage.File, id bulletin.ID, unread bulletin.RevisionID) {
	t.Helper()
	ha, lam, id = create(t), create(t), bulletin.NewID()
	first := save(t, ha, id, article("Tít", "Một.", "Hai."))
	receive(t, lam, ha.Path())
	unread = save(t, lam, id, article("Tít", "CHỮ CỦA LÂM.", "Hai."), first.Heads...).Revision
	changed := article("Tít", "Một.", "Hai.")
	changed.Standfirst = "Sa-pô của Hà."
	save(t, ha, id, changed, first.Heads...)
	receive(t, ha, lam.Path())
	if a := load(t, ha, id); a.Article.Body[0].Text != "CHỮ CỦA LÂM." || len(a.Heads) != 2 {
		t.Fatalf("%+v", a)
	}
	path := ha.Path()
	if err := ha.Close(); err != nil {
		t.Fatal(err)
	}
	sqlite(t, path, `UPDATE revisions SET document = replace(document, 'CHỮ CỦA', 'CHU CỦA')`)
	ha = open(t, path)
	if a := load(t, ha, id); !a.Hurt || a.Article.Body[0].Text != "Một." || slices.Contains(a.Heads, unread) {
		t.Fatalf("%+v", a)
	}
	return ha, lam, id, unread
}

// TestNobodySavesOverWhatNobodyCouldRead: a head that is damaged is no parent of
// what is saved, whoever names it, so that who has it whole loses no word.
func TestNobodySavesOverWhatNobodyCouldRead(t *testing.T) {
	for name, write := range map[string]func(f *storage.File, a storage.StoredArticle, s storage.Save) error{
		"save": func(f *storage.File, a storage.StoredArticle, s storage.Save) error {
			_, err := f.SaveArticle(ctx, a.ID, a.Article, s)
			return err
		},
		"autosave": func(f *storage.File, a storage.StoredArticle, s storage.Save) error {
			s.Reason = bulletin.ReasonAutosave
			saved, err := f.SaveArticle(ctx, a.ID, a.Article, s)
			if len(saved.Heads) != 1 {
				t.Errorf("the damaged head is told as a conflict: %v", saved.Heads)
			}
			return err
		},
		"settle": func(f *storage.File, a storage.StoredArticle, s storage.Save) error {
			_, err := f.Settle(ctx, bulletin.SubjectArticle, a.ID, merge.Choices{}, s)
			return err
		},
		"restore": func(f *storage.File, a storage.StoredArticle, s storage.Save) error {
			history, err := f.History(ctx, a.ID)
			if err == nil {
				s.Settles = true
				_, err = f.Restore(ctx, bulletin.SubjectArticle, a.ID, history[len(history)-1].ID, s)
			}
			return err
		},
		"delete": func(f *storage.File, a storage.StoredArticle, s storage.Save) error {
			_, err := f.DeleteArticle(ctx, a.ID, s)
			return err
		},
	} {
		for _, named := range []bool{false, true} {
			ha, lam, id, unread := partedHeads(t)
			a := load(t, ha, id)
			expected := a.Heads
			if named { // as who had it on screen before it went bad
				expected = append(slices.Clone(expected), unread)
			}
			a.Article.Deck = "Thêm một dòng"
			if err := write(ha, a, storage.Save{Author: "Hà", Expected: expected}); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if now := load(t, ha, id); !now.Hurt {
				t.Errorf("%s: that a head is damaged is forgotten", name)
			}
			receive(t, lam, ha.Path())
			now := load(t, lam, id)
			if !slices.ContainsFunc(now.Article.Body, func(b bulletin.Block) bool { return b.Text == "CHỮ CỦA LÂM." }) {
				t.Errorf("%s (named: %v): Lâm's words are gone: %+v", name, named, now)
			}
			sound(t, lam)
		}
	}
}

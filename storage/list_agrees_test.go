package storage_test

import (
	"context"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestTheListShowsWhatOpeningShows: where a version is damaged that an article is
// made of, the row of the list was derived when it was whole. It says what
// opening the article shows all the same, and search knows the same words.
func TestTheListShowsWhatOpeningShows(t *testing.T) {
	for _, c := range []struct {
		name    string
		path    func(t *testing.T) (string, bulletin.ID)
		words   string // that only the damaged version had
		deleted bool
	}{
		{"one of two heads", twoHeads, "lâm viết thêm", false},
		{"the text before a deletion", deletedOnce, "sau cùng", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, id := c.path(t)
			for _, way := range []func(context.Context, string) (*storage.File, error){storage.OpenReadOnly, storage.Open, storage.OpenReadOnly} {
				f, err := way(ctx, path)
				if err != nil {
					t.Fatal(err)
				}
				a := load(t, f, id)
				if !a.Hurt || len(a.Heads) != 1 {
					t.Fatalf("%+v", a)
				}
				rows := list(t, f, storage.Query{Deleted: c.deleted})
				if len(rows) != 1 || rows[0].Headline != a.Article.Headline || rows[0].Words != a.Article.Words() || rows[0].Photos != len(a.Article.Photos) ||
					rows[0].Status != a.Article.Status || rows[0].Author != a.Author || !rows[0].UpdatedAt.Equal(a.UpdatedAt) || rows[0].Conflict || rows[0].NeedsEye != a.NeedsEye {
					t.Errorf("listed is\n%+v\nof\n%+v", rows, a)
				}
				if found := list(t, f, storage.Query{Text: c.words, Deleted: c.deleted}); len(found) > 0 {
					t.Errorf("found by words that are not shown: %+v", found)
				}
				if found := list(t, f, storage.Query{Text: "xóm trên", Deleted: c.deleted}); len(found) != 1 {
					t.Errorf("%d are found by words that are shown", len(found))
				}
				if err := f.Close(); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// twoHeads is a file with an article of two heads in conflict, of which one is
// damaged.
func twoHeads(t *testing.T) (path string, id bulletin.ID) {
	t.Helper()
	ha, lam, id := create(t), create(t), bulletin.NewID()
	first := save(t, ha, id, article("Tít", "Họp ở xóm trên."))
	receive(t, lam, ha.Path())
	save(t, ha, id, article("Tít của Hà", "Họp ở xóm trên."), first.Heads...)
	save(t, lam, id, article("Tít của Lâm", "Họp ở xóm trên.", "Lâm viết thêm một đoạn."), first.Heads...)
	receive(t, ha, lam.Path())
	if a := load(t, ha, id); len(a.Conflicts) != 1 || a.Conflicts[0].Field != "headline" {
		t.Fatalf("%+v", a)
	}
	return spoilText(t, ha, `'Lâm viết', 'Lâm viét'`), id
}

// deletedOnce is a file with a deleted article of which the last text is damaged.
func deletedOnce(t *testing.T) (path string, id bulletin.ID) {
	t.Helper()
	ha, id := create(t), bulletin.NewID()
	first := save(t, ha, id, article("Tít một", "Họp ở xóm trên."))
	last := save(t, ha, id, article("Tít hai", "Họp ở xóm trên.", "Viết sau cùng."), first.Heads...)
	if _, err := ha.DeleteArticle(ctx, id, storage.Save{Expected: last.Heads}); err != nil {
		t.Fatal(err)
	}
	return spoilText(t, ha, `'sau cùng', 'sau cung'`), id
}

// spoilText closes a file and changes a text in it behind its back.
func spoilText(t *testing.T, f *storage.File, from string) (path string) {
	t.Helper()
	path = f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	sqlite(t, path, `UPDATE revisions SET document = replace(document, `+from+`)`)
	return path
}

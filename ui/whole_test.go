package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestTheDeskRestoresWhatIsWhole: where the newest version of an article is
// damaged, the notice that says so restores the newest whole one.
func TestTheDeskRestoresWhatIsWhole(t *testing.T) {
	for _, listed := range []bool{true, false} { // before and after the list is made anew
		w := opened(t, 1)
		path := filepath.Join(t.TempDir(), "hỏng.bantin")
		ctx := context.Background()
		f, err := storage.Create(ctx, path)
		check(t, err)
		id := bulletin.NewID()
		first, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Đường tới lớp"}, storage.Save{})
		check(t, err)
		_, err = f.SaveArticle(ctx, id, bulletin.Article{Headline: "Đường tới trường"}, storage.Save{Expected: first.Heads})
		check(t, err)
		check(t, f.Close())
		raw, err := os.ReadFile(path)
		check(t, err)
		raw = bytes.ReplaceAll(raw, []byte(`"headline":"Đường tới trường"`), []byte(`"headline":"Đường tới trườnq"`))
		check(t, os.WriteFile(path, raw, 0o600))
		f, err = storage.Open(ctx, path)
		check(t, err)
		if !listed {
			check(t, f.Rebuild(ctx, nil))
		}
		w.workOn(f, bulletin.Office{}, path)
		if listed {
			wait(t, "it is listed", func() bool { return w.listing.Len() == 1 })
			w.open(id)
		}
		wait(t, "it is offered", func() bool { return w.notices.Offers(ofDamage, w.say.Say("desk.restore_whole", nil)) })
		w.notices.Act(ofDamage)
		wait(t, "the whole version is on the sheet", func() bool {
			return w.writing.id == id && w.writing.open && w.writing.article.Headline == "Đường tới lớp"
		})
		wait(t, "it is listed", func() bool { return w.listing.Len() == 1 && w.listing.At(0).Headline == "Đường tới lớp" })
		a, err := f.Article(ctx, id)
		check(t, err)
		if !a.Hurt || len(a.Heads) != 1 {
			t.Errorf("the damaged version is forgotten: %+v", a)
		}
	}
}

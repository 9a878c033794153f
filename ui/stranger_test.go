package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

// TestAStrangersFileIsToldInAWholeSentence, whether or not it says whose it is.
func TestAStrangersFileIsToldInAWholeSentence(t *testing.T) {
	ctx := context.Background()
	for _, body := range []string{"", "Xã Ngàn Sa"} {
		for _, who := range []string{"", "Hường", "chưa ghi tên"} {
			for _, articles := range []int{0, 1} {
				path := filepath.Join(t.TempDir(), "gui.bantin")
				f, err := storage.Create(ctx, path)
				check(t, err)
				check(t, f.SetOffice(ctx, bulletin.Office{Body: body}))
				for range articles {
					_, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Tít"}, storage.Save{Author: who, Reason: bulletin.ReasonSave})
					check(t, err)
				}
				check(t, f.Close())
				w := opened(t, 1)
				w.openStranger(path)
				wait(t, "it is asked", w.busy)
				wait(t, "by a panel", func() bool { _, ok := w.dialog.(*parts.Panel); return ok })
				said := ""
				for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
					if p, ok := o.(*parts.Prose); ok {
						said += p.String() + "\n"
					}
				}
				t.Logf("body %q, who %q, %d articles: %s", body, who, articles, said)
				if said == "" || strings.Contains(said, "  ") || strings.Contains(said, ", ,") || strings.Contains(said, "ngày .") ||
					articles > 0 && (!strings.Contains(said, body) || strings.Contains(said, who) == (who == "chưa ghi tên")) {
					t.Errorf("body %q, who %q, %d articles: %q", body, who, articles, said)
				}
				w.dialog.Hide()
			}
		}
	}
}

package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestTheDeskNamesWhatTheListLacks: of a file in which one article is damaged,
// the list shows the others and the desk says that one is missing, and which.
func TestTheDeskNamesWhatTheListLacks(t *testing.T) {
	for name, open := range map[string]func(context.Context, string) (*storage.File, error){
		"to read": storage.OpenReadOnly, "to write": storage.Open,
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t, 1)
			path := filepath.Join(t.TempDir(), "hỏng.bantin")
			ctx := context.Background()
			f, err := storage.Create(ctx, path)
			check(t, err)
			for _, headline := range []string{"Bài nguyên vẹn", "Đường tới trường"} {
				_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: headline}, storage.Save{})
				check(t, err)
			}
			check(t, f.Close())
			raw, err := os.ReadFile(path)
			check(t, err)
			check(t, os.WriteFile(path, bytes.ReplaceAll(raw, []byte("Đường tới trường"), []byte("Đường tới trườnq")), 0o600))
			f, err = open(ctx, path)
			check(t, err)
			w.workOn(f, bulletin.Office{}, path)
			wait(t, "it is said", func() bool {
				return strings.Contains(w.told(), "“Đường tới trườnq” không đọc được")
			})
			wait(t, "the other is listed", func() bool { return w.listing.Len() > 0 })
			if w.listing.Len() != 1 || w.listing.At(0).Headline != "Bài nguyên vẹn" {
				t.Errorf("%d articles are listed", w.listing.Len())
			}
			w.notices.Act(ofDamage)
			wait(t, "the check tells what is damaged", func() bool { return w.dialog != nil })
			w.dialog.Hide()
		})
	}
}

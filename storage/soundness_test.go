package storage_test

import (
	"bytes"
	"os"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestALargeFileIsReadWhileItIsChecked: what is whole is shown at once, and
// nothing is written before, or unless, the check ends well.
func TestALargeFileIsReadWhileItIsChecked(t *testing.T) {
	defer storage.CheckLater()()
	path := full(t)
	f := open(t, path)
	if got := headlines(list(t, f, storage.Query{})); got != " · Lễ hội làng" {
		t.Errorf("%q", got)
	}
	save(t, f, bulletin.NewID(), article("Bài mới"))
	if err := f.Sound(ctx); err != nil {
		t.Error(err)
	}
	f.Close()

	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// A page of an original, with its pointer to the next one.
	for _, through := range needs(t, whole) {
		if len(through) > 2 {
			copy(whole[(through[1]-1)*4096:], bytes.Repeat([]byte{0xA5}, 4096))
		}
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	f = open(t, path)
	if got := headlines(list(t, f, storage.Query{})); got != "Bài mới ·  · Lễ hội làng" {
		t.Errorf("%q", got)
	}
	_, err = f.SaveArticle(ctx, bulletin.NewID(), article("Bài nữa"), storage.Save{})
	wantTrouble(t, err, "file_damaged")
	wantTrouble(t, f.Sound(ctx), "file_damaged")
	f.Close()
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, whole) {
		t.Error("a damaged file was written to", err)
	}
}

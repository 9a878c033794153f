package ui

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestADamagedBackupIsNotPutOverAWholeFile, and the window says so in its own
// words; over a file that is damaged it is, and what it lacks is told.
func TestADamagedBackupIsNotPutOverAWholeFile(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	w := opened(t, 1)
	a, err := w.file.Article(t.Context(), w.writing.id)
	check(t, err)
	changed := a.Article.Clone()
	changed.Headline = "Chuyến đò cuối năm"
	_, err = w.file.SaveArticle(t.Context(), a.ID, changed, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: a.Heads})
	check(t, err)
	path := w.file.Path()
	b, err := w.file.BackUp(t.Context(), storage.BackupAsked, nil)
	check(t, err)
	spoil := func(path string) {
		raw, err := os.ReadFile(path)
		check(t, err)
		hurt := bytes.ReplaceAll(raw, []byte("Chuyến đò cuối năm"), []byte("Chuyến đò cuối nam\x20"))
		if bytes.Equal(raw, hurt) {
			t.Fatalf("%s has no such headline", path)
		}
		check(t, os.WriteFile(path, hurt, 0o600))
	}
	spoil(b.Path)

	w.restoreBackup(b)
	wait(t, "it is refused", func() bool { return w.file != nil && strings.Contains(w.notice(), "“Xem”") })
	if said := w.notice(); strings.Contains(said, "--") {
		t.Errorf("%q", said)
	}
	spoil(path)
	w.restoreBackup(b)
	wait(t, "it is told", func() bool { return w.file != nil && w.saysKey("desk.backup.restored_damaged") })
	if !w.notices.Offers(ofNews, w.say.Say("desk.menu.check_file", nil)) {
		t.Error("nobody says where the damage is")
	}
}

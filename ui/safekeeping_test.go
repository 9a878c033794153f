package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
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

// TestTheBackupsOfOtherFilesAreListedToo, the newest of each, for a file that is
// lost may be looked for from any other; one is saved as a file of its own.
func TestTheBackupsOfOtherFilesAreListedToo(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	lost := filepath.Join(t.TempDir(), "Số Tết.bantin")
	f, err := storage.Create(t.Context(), lost)
	check(t, err)
	_, err = f.SaveArticle(t.Context(), bulletin.NewID(), bulletin.Article{Headline: "Chợ hoa ngày giáp Tết"}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	b, err := f.BackUp(t.Context(), storage.BackupAsked, nil)
	check(t, err)
	check(t, f.Close())
	check(t, os.Remove(lost))

	w := opened(t, 1)
	w.askBackups()
	said := saidBy(w.dialog.(*parts.Panel))
	for _, want := range []string{"Chưa có bản sao lưu nào", "Bản mới nhất của các tệp khác", "Số Tết.bantin", "Lưu thành tệp…"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not among\n%s", want, said)
		}
	}
	w.dialog.Hide()
	again := filepath.Join(t.TempDir(), "lại.bantin")
	w.restoreAs(b, again)
	wait(t, "it is open", func() bool { return w.file != nil && w.file.Path() == again && w.writing.open })
	if w.textOf(manuscript.Headline) != "Chợ hoa ngày giáp Tết" {
		t.Errorf("%q is open", w.textOf(manuscript.Headline))
	}
}

// saidBy is all that a panel says.
func saidBy(p *parts.Panel) string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, in := range o.Objects {
				walk(in)
			}
		case *canvas.Text:
			all = append(all, o.Text)
		case *parts.Prose:
			all = append(all, o.String())
		case *parts.Quiet:
			all = append(all, o.Word)
		}
	}
	walk(p.Body)
	return strings.Join(all, "\n")
}

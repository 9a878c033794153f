package newsroom_test

import (
	"testing"

	"bantin/newsroom"
	"bantin/storage"
)

// TestARestoredFileIsTheSameMember: its own former file in the folder gives it back
// what came after the backup, and is replaced by what it publishes then.
func TestARestoredFileIsTheSameMember(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	folder := t.TempDir()
	p := newPC(t, folder, "Thắm")
	p.write("Một")
	p.exchange()
	b, err := p.file.BackUp(ctx, storage.BackupAsked, nil)
	if err != nil {
		t.Fatal(err)
	}
	p.write("Hai")
	p.exchange()
	path := p.file.Path()
	if err := p.file.Close(); err != nil {
		t.Fatal(err)
	}
	err = newsroom.KeepPart(ctx, path, func() error {
		_, _, err := storage.RestoreBackup(ctx, b.Path, path, nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := storage.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	count := func() int {
		all, err := f.Articles(ctx, storage.Query{})
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if n := count(); n != 1 {
		t.Fatalf("restored are %d articles", n)
	}
	p = &pc{t, f, join(t, f, folder, "Thắm")}
	p.exchange()
	if n := count(); n != 2 {
		t.Errorf("after an exchange there are %d articles", n)
	}
	p.write("Ba")
	if e := p.exchange(); e.Published != "Thắm.bantin" {
		t.Errorf("it is published as %q", e.Published)
	}
}

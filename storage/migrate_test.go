package storage_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// newer adds a step as a later version of the program would.
func newer(t *testing.T, step string) {
	t.Helper()
	t.Cleanup(storage.SetSteps(func(steps []string) []string { return append(steps, step) }))
}

func TestMigration(t *testing.T) {
	path := full(t)
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	newer(t, "CREATE TABLE later (x TEXT) STRICT; UPDATE photos SET name = name || '!'")

	readOnly, err := storage.OpenReadOnly(ctx, path) // reads a migrated copy
	if err != nil {
		t.Fatal(err)
	}
	if found := list(t, readOnly, storage.Query{Text: "le hoi"}); len(found) != 1 || !readOnly.ReadOnly() {
		t.Errorf("%v", found)
	}
	readOnly.Close()
	if names := beside(t, path); len(names) != 1 || bytesOf(t, path) != string(old) {
		t.Errorf("reading changed the file or left something: %v", names)
	}

	f := open(t, path)
	sha := load(t, f, list(t, f, storage.Query{Text: "le hoi"})[0].ID).Article.Photos[0].SHA256
	if info, err := f.Photo(ctx, sha); err != nil || info.Name != "lễ hội.jpg!" {
		t.Errorf("%+v %v", info, err)
	}
	f.Close()
	open(t, path).Close() // again: nothing to do
	if names := beside(t, path); len(names) != 1 {
		t.Errorf("beside it: %v", names)
	}
	backups, err := storage.Backups(path)
	if err != nil || len(backups) != 1 || backups[0].Reason != storage.BackupMigration {
		t.Fatalf("%+v %v", backups, err)
	}

	// The backup opens as what it was, and migrating it keeps a backup of its own.
	open(t, backups[0].Path).Close()
	if again, err := storage.Backups(backups[0].Path); err != nil || len(again) != 1 {
		t.Errorf("%+v %v", again, err)
	}
}

// Where there is no room for backups, the file as it was stays beside it.
func TestMigrationWithoutAFolderForBackups(t *testing.T) {
	path := full(t)
	nowhere := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(nowhere, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BANTIN_BACKUPS", nowhere)
	newer(t, "CREATE TABLE later (x TEXT) STRICT")
	open(t, path).Close()
	backup := fmt.Sprintf("%s.v%d.bak", filepath.Base(path), storage.Version()-1)
	if names := beside(t, path); !slices.Equal(names, []string{filepath.Base(path), backup}) {
		t.Errorf("beside it: %v", names)
	}
	open(t, filepath.Join(filepath.Dir(path), backup)).Close()
}

func TestAnOlderProgramRefuses(t *testing.T) {
	func() {
		defer storage.SetSteps(func(steps []string) []string { return append(steps, "CREATE TABLE later (x TEXT) STRICT") })()
		f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "x.bantin"))
		if err != nil {
			t.Fatal(err)
		}
		save(t, f, bulletin.NewID(), article("Mới"))
		f.Close()
		t.Setenv("NEWER", f.Path())
	}()
	for _, open := range []opener{storage.Open, storage.OpenReadOnly} {
		_, err := open(ctx, os.Getenv("NEWER"))
		wantTrouble(t, err, "file_newer")
	}
}

func TestAMigrationThatFailsChangesNothing(t *testing.T) {
	path := full(t)
	before := bytesOf(t, path)
	newer(t, "CREATE TABLE later (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)")
	if _, err := storage.Open(ctx, path); err == nil {
		t.Fatal("opened")
	}
	undo := storage.SetSteps(func(steps []string) []string { return steps[:len(steps)-1] })
	defer undo()
	f := open(t, path)
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	f.Close()
	if after := bytesOf(t, path); len(after) != len(before) {
		t.Errorf("%d bytes became %d", len(before), len(after))
	}
}

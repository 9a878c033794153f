package storage_test

import (
	"os"
	"testing"

	"bantin/storage"
)

// A damaged backup takes the place of no whole file unless that is asked for;
// where the file is damaged or gone, it may be all there is.
func TestRestoreADamagedBackup(t *testing.T) {
	path := full(t)
	b := backUp(t, path)
	sqlite(t, b.Path, `UPDATE revisions SET author = 'ai đó' WHERE number = 1`)
	before := bytesOf(t, path)
	_, _, err := storage.RestoreBackup(ctx, b.Path, path, nil)
	wantTrouble(t, err, "backup_damaged")
	if bytesOf(t, path) != before || len(beside(t, path)) != 1 {
		t.Errorf("the file was touched, or something is left: %v", beside(t, path))
	}
	aside, damage, err := storage.RestoreDamagedBackup(ctx, b.Path, path, nil)
	if err != nil || len(damage) != 1 || bytesOf(t, aside) != before {
		t.Fatal(aside, damage, err)
	}
	if _, damage, err = storage.RestoreBackup(ctx, b.Path, path, nil); err != nil || len(damage) != 1 {
		t.Error("over a damaged file: ", damage, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, damage, err = storage.RestoreBackup(ctx, b.Path, path, nil); err != nil || len(damage) != 1 {
		t.Error("where no file is: ", damage, err)
	}
}

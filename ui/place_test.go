package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// TestChoosingAFileLeavesItAlone does what Fyne's save dialog does with the
// file that was chosen in it.
func TestChoosingAFileLeavesItAlone(t *testing.T) {
	test.NewApp()
	spareChosenFiles()
	path := filepath.Join(t.TempDir(), "a.bantin")
	if err := os.WriteFile(path, []byte("whole"), 0o600); err != nil {
		t.Fatal(err)
	}
	chosen, err := storage.Writer(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	if err := chosen.Close(); err != nil {
		t.Error(err)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != "whole" {
		t.Fatalf("the chosen file was emptied: %q, %v", raw, err)
	}
	if chosen, err = storage.Writer(storage.NewFileURI(path)); err != nil {
		t.Fatal(err)
	}
	if _, err := chosen.Write([]byte("new")); err != nil {
		t.Error(err)
	}
	if err := chosen.Close(); err != nil {
		t.Error(err)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != "new" {
		t.Errorf("what was written is not there: %q, %v", raw, err)
	}
}

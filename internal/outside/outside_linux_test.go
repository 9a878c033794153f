package outside_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"bantin/internal/outside"
)

// TestOpen: the system's program is given the address of the file, and where
// there is none for its kind, that is told.
func TestOpen(t *testing.T) {
	bin := t.TempDir()
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	opened := filepath.Join(bin, "opened")
	path := filepath.Join(bin, "Bản tin số 4 (50%).pdf")
	system := func(script string) {
		if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	system(`printf %s "$1" > '` + opened + `'`)
	if err := outside.Open(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(opened)
	if want := "file://" + bin + "/B%E1%BA%A3n%20tin%20s%E1%BB%91%204%20%2850%25%29.pdf"; err != nil || string(got) != want {
		t.Errorf("%s %v, want %s", got, err, want)
	}
	system("exit 3")
	if err := outside.Open(context.Background(), path); err == nil {
		t.Error("no program for it, and nothing told")
	}
}

package storage_test

import (
	"path/filepath"
	"testing"

	"bantin/storage"
)

// TestWriter: who works in a file is noted in it, and is nobody else's matter.
func TestWriter(t *testing.T) {
	f := create(t)
	if name, err := f.Writer(ctx); err != nil || name != "" {
		t.Error(name, err)
	}
	if err := f.SetWriter(ctx, "Nguyễn Thị Lan"); err != nil {
		t.Fatal(err)
	}
	if name, err := f.Writer(ctx); err != nil || name != "Nguyễn Thị Lan" {
		t.Error(name, err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Error(damage, err)
	}
	out := filepath.Join(t.TempDir(), "gửi.bantin")
	if _, err := f.Send(ctx, out, storage.Selection{}, nil); err != nil {
		t.Fatal(err)
	}
	if name, err := open(t, out).Writer(ctx); err != nil || name != "" {
		t.Errorf("went out: %q %v", name, err)
	}
}

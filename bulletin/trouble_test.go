package bulletin_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"bantin/bulletin"
)

func TestTrouble(t *testing.T) {
	trouble := bulletin.NewTrouble("file_missing", bulletin.Args{"file": "a.bantin", "age": 3}, fs.ErrNotExist)
	if got, want := trouble.Error(), "file_missing age=3 file=a.bantin: file does not exist"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wrapped := fmt.Errorf("open drafts: %w", trouble)
	if !errors.Is(wrapped, fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
	if got := bulletin.TroubleKey(wrapped); got != "file_missing" {
		t.Errorf("key %q", got)
	}
	outer := bulletin.NewTrouble("export_failed", nil, wrapped)
	if got := bulletin.TroubleKey(outer); got != "export_failed" {
		t.Errorf("the first trouble counts: %q", got)
	}
	if bulletin.TroubleKey(fs.ErrNotExist) != "" || bulletin.TroubleKey(nil) != "" {
		t.Error("a plain error has a key")
	}
}

package storage_test

import (
	"path/filepath"
	"slices"
	"testing"

	"bantin/storage"
)

// TestStylesAreKeptWordForWord keeps, replaces and removes house styles, and
// sends them along.
func TestStylesAreKeptWordForWord(t *testing.T) {
	f := create(t)
	first := storage.KeptStyle{Name: "xa", File: "# Kiểu của xã\nbased_on = \"a4-bulletin\"\n"}
	second := storage.KeptStyle{Name: "bao-tuong", File: "based_on = \"a3-wall\"\n"}
	for _, s := range []storage.KeptStyle{{Name: "xa", File: "cũ"}, first, second} {
		if err := f.SetStyle(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	want := []storage.KeptStyle{second, first}
	if got, err := f.Styles(ctx); err != nil || !slices.Equal(got, want) {
		t.Errorf("kept %q, %v", got, err)
	}
	sound(t, f)
	out := filepath.Join(t.TempDir(), "gửi.bantin")
	if _, err := f.Send(ctx, out, storage.Selection{}, nil); err != nil {
		t.Fatal(err)
	}
	sent := open(t, out)
	sound(t, sent)
	if got, err := sent.Styles(ctx); err != nil || !slices.Equal(got, want) {
		t.Errorf("sent %q, %v", got, err)
	}
	for range 2 { // what is not there is no error
		if err := f.RemoveStyle(ctx, "xa"); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := f.Styles(ctx); err != nil || !slices.Equal(got, want[:1]) {
		t.Errorf("left %q, %v", got, err)
	}
}

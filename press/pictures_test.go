package press_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/press"
)

// TestPicturesOfPagesThatAreNoMoreGo from the folder, and nothing else does.
func TestPicturesOfPagesThatAreNoMoreGo(t *testing.T) {
	f, issue := filled(t)
	dir := t.TempDir()
	picture := func(n int) string { return filepath.Join(dir, fmt.Sprintf("trang-%02d.png", n)) }
	all, err := press.ExportPictures(t.Context(), f, press.Job{Issue: issue}, dir, 30, nil)
	if err != nil || len(all.Removed)+len(all.Strange) != 0 {
		t.Fatalf("%v %v, %v", all.Removed, all.Strange, err)
	}
	n := all.Pages
	page := contents(t, picture(1))
	if _, err := png.Decode(bytes.NewReader(page)); err != nil {
		t.Fatalf("a marked picture: %v", err)
	}
	put := func(path string, content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(picture(n+1), page) // of an earlier export
	put(picture(n+100), page)
	changed := bytes.Clone(page)
	changed[len(changed)/2] ^= 1
	put(picture(n+2), changed) // somebody has worked on it
	put(picture(n+3), []byte("ghi chú"))
	put(filepath.Join(dir, "trang-bia.png"), page) // not named as ours
	put(filepath.Join(dir, fmt.Sprintf("trang-0%d.png", n+1)), page)

	part, err := press.ExportPictures(t.Context(), f, press.Job{Issue: issue, Pages: press.Pages{{First: 1, Last: 1}}}, dir, 30, nil)
	if err != nil || len(part.Removed)+len(part.Strange) != 0 {
		t.Errorf("of one page: %v %v, %v", part.Removed, part.Strange, err)
	}
	again, err := press.ExportPictures(t.Context(), f, press.Job{Issue: issue}, dir, 30, nil)
	if err != nil || !slices.Equal(again.Removed, []string{picture(n + 100), picture(n + 1)}) && !slices.Equal(again.Removed, []string{picture(n + 1), picture(n + 100)}) {
		t.Errorf("removed %v, %v", again.Removed, err)
	}
	if !slices.Equal(again.Strange, []string{picture(n + 2), picture(n + 3)}) {
		t.Errorf("strange %v", again.Strange)
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != n+4 {
		t.Errorf("%d files, want %d", len(entries), n+4)
	}
	if !bytes.Equal(contents(t, picture(1)), page) {
		t.Error("not the same picture twice")
	}
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	all, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

package atomicfile_test

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"bantin/internal/atomicfile"
)

// TestLeftoversAreSwept: who writes a file takes away what writers of the same
// file that were killed have left, and nothing else.
func TestLeftoversAreSwept(t *testing.T) {
	for _, name := range []string{"Bản tin [số 3].pdf", "tin \xff\xfe.bantin"} { // the second is no UTF-8
		t.Run(name, func(t *testing.T) {
			if !utf8.ValidString(name) && runtime.GOOS != "linux" {
				t.Skip("here a name is text")
			}
			leftoversAreSwept(t, name)
		})
	}
}

func leftoversAreSwept(t *testing.T, name string) {
	folder := t.TempDir()
	path := filepath.Join(folder, name)
	old := time.Now().Add(-2 * time.Hour)
	leave := func(name string, at time.Time) string {
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
		return filepath.Base(name)
	}
	gone := atomicfile.Beside(path)
	leave(gone, old)
	leave(gone+"-journal", old)
	want := []string{
		name,
		leave(atomicfile.Beside(path), time.Now()),
		leave(atomicfile.Beside(path), time.Now().Add(2*time.Hour)), // another clock
		leave(atomicfile.Beside(path+".khác"), old),
		leave(filepath.Join(folder, "."+name+".của tôi.tmp"), old),
		leave(filepath.Join(folder, name+".AAAAAAAAAA.tmp"), old),
	}
	if err := atomicfile.Write(path, func(w io.Writer) error { _, err := io.WriteString(w, "trang"); return err }); err != nil {
		t.Fatal(err)
	}
	have := namesIn(t, folder)
	slices.Sort(have)
	slices.Sort(want)
	if !slices.Equal(have, want) {
		t.Errorf("there are\n%q\nand not\n%q", have, want)
	}
}

// TestAFolderIsSwept: in a folder of ours the leftovers beside every path go,
// and whatever else lies there stays.
func TestAFolderIsSwept(t *testing.T) {
	folder := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	leave := func(path string) string {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
		return filepath.Base(path)
	}
	leave(atomicfile.Beside(filepath.Join(folder, "một.bantin")))
	leave(atomicfile.Beside(filepath.Join(folder, "hai.bantin")) + "-journal")
	want := []string{leave(filepath.Join(folder, ".ghi chú.tmp")), leave(filepath.Join(folder, ".x.tmp.bantin")), leave(filepath.Join(folder, "ba.bantin"))}
	atomicfile.SweepFolder(folder)
	have := namesIn(t, folder)
	slices.Sort(want)
	if !slices.Equal(have, want) {
		t.Errorf("left are %q, want %q", have, want)
	}
}

// namesIn are the names in a folder, in order.
func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

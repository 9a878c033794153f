package atomicfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/internal/atomicfile"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestWriteMakesAndReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "số 4.pdf")
	for _, content := range []string{"một", "", "hai"} {
		if err := atomicfile.Write(path, text(content)); err != nil {
			t.Fatal(err)
		}
		mustHold(t, path, content)
	}
}

func TestFailedContentLeavesTheOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "số 4.pdf")
	mustWrite(t, path, "cũ")
	broken := errors.New("photo is gone")
	err := atomicfile.Write(path, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("mới", 200_000))
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v does not hold the content's own", err)
	}
	if key := bulletin.TroubleKey(err); key != "" {
		t.Errorf("the content's error became the disk's trouble %s", key)
	}
	mustHold(t, path, "cũ")
}

func TestPanicInContentLeavesTheOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "số 4.pdf")
	mustWrite(t, path, "cũ")
	func() {
		defer func() { recover() }()
		atomicfile.Write(path, func(io.Writer) error { panic("broken content") })
	}()
	mustHold(t, path, "cũ")
}

func TestFullDiskLeavesTheOldFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("/dev/full, a disk that is always full, is Linux's own")
	}
	path := filepath.Join(t.TempDir(), "số 4.pdf")
	mustWrite(t, path, "cũ")
	err := atomicfile.Write(path, func(io.Writer) error {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer full.Close()
		_, err = io.WriteString(full, "mới")
		return err
	})
	mustSay(t, err, "disk_full")
	mustHold(t, path, "cũ")
}

func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("relies on how Linux protects a folder")
	}
	folder := t.TempDir()
	if os.Getuid() == 0 {
		folder = "/sys" // permissions do not bind root, but nobody writes there
	} else if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	err := atomicfile.Write(filepath.Join(folder, "số 4.pdf"), text("mới"))
	mustSay(t, err, "folder_read_only")
}

func TestWhereNothingCanBeWritten(t *testing.T) {
	folder := t.TempDir()
	mustSay(t, atomicfile.Write(filepath.Join(folder, "không có", "a.pdf"), text("")), "folder_missing")
	mustSay(t, atomicfile.Write(folder, text("")), "cannot_write")
}

func TestKeepsPermissionsAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions and links of Unix")
	}
	folder := t.TempDir()
	path, link := filepath.Join(folder, "a.pdf"), filepath.Join(folder, "b.pdf")
	mustWrite(t, path, "cũ")
	if err := errors.Join(os.Chmod(path, 0o640), os.Symlink(path, link)); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(link, text("mới")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if got, _ := os.Readlink(link); got != path {
		t.Errorf("the link became a file of its own")
	}
	if got, _ := os.ReadFile(path); string(got) != "mới" {
		t.Errorf("the file behind the link holds %q", got)
	}
}

func TestManyWritersOneWins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if err := atomicfile.Write(path, text(strings.Repeat(string(rune('a'+i)), 100_000))); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	got, err := os.ReadFile(path)
	if err != nil || len(got) != 100_000 || strings.Trim(string(got), string(got[:1])) != "" {
		t.Errorf("the file is a mixture: %d bytes, %v", len(got), err)
	}
	mustBeAlone(t, path)
}

func mustWrite(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// mustHold checks the content and that no temporary file was left beside it.
func mustHold(t *testing.T, path, content string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != content {
		t.Errorf("file holds %.20q, %v; want %q", got, err, content)
	}
	mustBeAlone(t, path)
}

func mustBeAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the file: %v, %v", entries, err)
	}
}

// mustSay checks the trouble and that both languages have its sentence, with
// every fact filled in.
func mustSay(t *testing.T, err error, key string) {
	t.Helper()
	if got := bulletin.TroubleKey(err); got != key {
		t.Fatalf("trouble %q, want %q (%v)", got, key, err)
	}
	for _, language := range translations.Languages() {
		sentence := translations.For(language).Explain(err)
		if sentence == "trouble."+key || strings.ContainsAny(sentence, "{}") {
			t.Errorf("%s: %q", language, sentence)
		}
	}
}

package scratch_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"bantin/internal/scratch"
)

// TestFoldersOfTheDeadAreSwept: a folder whose process is gone is removed, but
// neither that of a living one, nor what another program has made, nor one that
// was left just now.
func TestFoldersOfTheDeadAreSwept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.TempDir())
	mine, err := scratch.Folder()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run=^$")
	if err := child.Run(); err != nil {
		t.Fatal(err)
	}
	dead := filepath.Join(os.TempDir(), fmt.Sprintf("bantin-%d-12345", child.Process.Pid))
	other := filepath.Join(os.TempDir(), "bantin-của tôi")
	for _, folder := range []string{dead, other} {
		if err := os.MkdirAll(filepath.Join(folder, "trong"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	there := func(want bool, folder string) {
		t.Helper()
		if _, err := os.Stat(folder); (err == nil) != want {
			t.Errorf("%s: %v", filepath.Base(folder), err)
		}
	}
	scratch.Sweep(time.Now())
	there(true, dead)
	scratch.Sweep(time.Now().Add(48 * time.Hour))
	there(false, dead)
	there(true, mine)
	there(true, other)
}

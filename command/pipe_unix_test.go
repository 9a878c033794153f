//go:build unix

package command_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPipesInPlaceOfFiles: whoever opens a pipe waits for good. Each command
// that reads or writes a file that somebody names says so instead.
func TestPipesInPlaceOfFiles(t *testing.T) {
	mine := library(t)
	folder := t.TempDir()
	pipe, linked := filepath.Join(folder, "ống.pdf.bantin"), filepath.Join(folder, "lối tắt.bantin")
	beside := filepath.Join(folder, "kèm.bantin")
	out := filepath.Join(folder, "ra.bantin")
	whole, err := os.ReadFile(mine)
	for _, e := range []error{
		err, syscall.Mkfifo(pipe, 0o600), os.Symlink("/dev/zero", linked),
		os.WriteFile(beside, whole, 0o600), syscall.Mkfifo(beside+"-journal", 0o600),
	} {
		if e != nil {
			t.Fatal(e)
		}
	}
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", mine, "--json"))[0].ID
	for _, named := range []string{pipe, linked} {
		for _, args := range [][]string{
			{"list", named},
			{"check", named},
			{"merge", mine, named},
			{"publish", mine, named},
			{"import", mine, named},
			{"edit", mine, id, "--json", named},
			{"salvage", named, out},
			{"style", "add", mine, named},
			{"rules", "add", mine, named},
			{"office", mine, "--logo", named},
			{"backup", named},
			{"backup", "restore", mine, named},
			{"backup", "restore", mine, mine, "-o", named},
			{"export", mine, "--article", id, "-o", named},
			{"send", named, out},
			{"rebuild", named},
			{"newsroom", named, folder, "--once"},
		} {
			if got := run(t, args...); got.code != 2 || !strings.Contains(got.err, "a pipe or a device") {
				t.Errorf("%q: %d %s", args, got.code, got.err)
			}
		}
	}
	for _, args := range [][]string{{"list", beside}, {"merge", mine, beside}, {"salvage", beside, out}, {"send", beside, out}} {
		if got := run(t, args...); got.code != 2 || !strings.Contains(got.err, "kèm.bantin-journal") {
			t.Errorf("%q: %d %s", args, got.code, got.err)
		}
	}
}

// TestAskedToEndWhileTheSystemDoesNotAnswer: a command that waits for what
// never comes, here for its standard input, ends all the same.
func TestAskedToEndWhileTheSystemDoesNotAnswer(t *testing.T) {
	mine := library(t)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", mine, "--json"))[0].ID
	cmd := asProcess(t, "edit", mine, id)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// It has its handler as soon as it reads: the pipe takes no more than 64 KB.
	if _, err := in.Write(make([]byte, 1<<20)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	stuck := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	defer stuck.Stop()
	text, _ := io.ReadAll(said)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 2 || !strings.HasSuffix(strings.TrimSpace(string(text)), ".") {
		t.Errorf("it ended with %d and said %q", code, text)
	}
}

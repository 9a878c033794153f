package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

// copyOf is a copy of a file under a name of its own.
func copyOf(t *testing.T, path, name string) string {
	t.Helper()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(to, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// TestPublishSaysWhatItLeavesOut: a file with a damaged text gives what is
// whole, and says of the rest that it is not there.
func TestPublishSaysWhatItLeavesOut(t *testing.T) {
	mine := library(t)
	addNews(t, mine)
	spoil(t, mine, "Cầu mới", "Cầu mớj")
	stick := filepath.Join(t.TempDir(), "thẻ.bantin")
	got := run(t, "publish", mine, stick)
	if got.code != command.TroubleFound || !strings.Contains(got.out, "has all now that is whole") || !strings.Contains(got.err, "Cầu m") {
		t.Errorf("%d %s%s", got.code, got.out, got.err)
	}
	if out := mustRun(t, "check", stick); !strings.Contains(out, "whole") {
		t.Error(out)
	}
}

// TestPublishMendsFromTheTarget: of a target that has whole what is
// damaged here, what was there heals this file.
func TestPublishMendsFromTheTarget(t *testing.T) {
	mine := library(t)
	addNews(t, mine)
	stick := copyOf(t, mine, "thẻ.bantin")
	spoil(t, mine, "Cầu mới", "Cầu mớj")
	got := run(t, "publish", mine, stick)
	if got.code != command.Done || !strings.Contains(got.out, "Mended 1") || !strings.Contains(got.out, "has all articles now") {
		t.Errorf("%d %s%s", got.code, got.out, got.err)
	}
	if out := mustRun(t, "check", mine); !strings.Contains(out, "whole") {
		t.Error(out)
	}
}

// TestADamagedBackupIsPutBackWhenAsked: where the file is whole, only with
// --even-damaged; the refusal names it, and what the file was stays aside.
func TestADamagedBackupIsPutBackWhenAsked(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	mine := library(t)
	addNews(t, mine)
	mustRun(t, "backup", mine)
	type backup struct{ Path string }
	kept := fromJSON[[]backup](t, mustRun(t, "backup", "list", mine, "--json"))
	if len(kept) == 0 {
		t.Fatal("no backup")
	}
	spoil(t, kept[0].Path, "Cầu mới", "Cầu mớj")
	before, err := os.ReadFile(mine)
	if err != nil {
		t.Fatal(err)
	}
	got := run(t, "backup", "restore", mine, "1")
	refused(t, got)
	if after, _ := os.ReadFile(mine); !strings.Contains(got.err, "--even-damaged") || string(after) != string(before) {
		t.Errorf("%s; the file changed: %v", got.err, string(after) != string(before))
	}
	got = run(t, "backup", "restore", mine, "1", "--even-damaged")
	if got.code != command.TroubleFound || !strings.Contains(got.out, "Cầu m") {
		t.Errorf("%d %s%s", got.code, got.out, got.err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(mine), "*")); len(left) != 2 {
		t.Errorf("the file of before is not aside: %v", left)
	}
}

// TestAPutBackFileIsTheSameMember of its newsroom, even where the backup is damaged:
// no second file of this PC lies in the folder.
func TestAPutBackFileIsTheSameMember(t *testing.T) {
	for _, damaged := range []bool{false, true} {
		t.Setenv("BANTIN_BACKUPS", t.TempDir())
		mine, folder := library(t), t.TempDir()
		addNews(t, mine)
		mustRun(t, "newsroom", mine, folder, "--once", "--name", "Lan")
		mustRun(t, "backup", mine)
		type backup struct{ Path string }
		kept := fromJSON[[]backup](t, mustRun(t, "backup", "list", mine, "--json"))
		restore := []string{"backup", "restore", mine, "1"}
		if damaged {
			spoil(t, kept[0].Path, "Cầu mới", "Cầu mớj")
			restore = append(restore, "--even-damaged")
		}
		addNews(t, mine)
		mustRun(t, "newsroom", mine, folder, "--once")
		if got := run(t, restore...); got.code == command.NotDone {
			t.Fatalf("%s%s", got.out, got.err)
		}
		for range 2 {
			if got := run(t, "newsroom", mine, folder, "--once", "--name", "Lan"); got.code == command.NotDone {
				t.Fatalf("%s%s", got.out, got.err)
			}
			addNews(t, mine)
		}
		if all, _ := filepath.Glob(filepath.Join(folder, "*.bantin")); len(all) != 1 {
			t.Errorf("damaged: %v: in the folder lie %q", damaged, all)
		}
	}
}

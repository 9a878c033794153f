//go:build unix

package storage_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"bantin/bulletin"
	"bantin/storage"
)

// saveUntilFull saves until there is no room, reports the last save that was
// acknowledged, and goes on saving once there is room again. The room is what
// the system lets a process write to one file, or a small disk.
func saveUntilFull(path string) error {
	signal.Ignore(unix.SIGXFSZ)
	f, err := storage.Open(ctx, path)
	if err != nil {
		return err
	}
	defer f.Close()
	limit := limitFileSize(400_000)
	id, saved := bulletin.NewID(), storage.Saved{}
	var failure error
	for i := 0; failure == nil && i < 2000; i++ {
		next, err := f.SaveArticle(ctx, id, article(fmt.Sprint("Bài ", i), strings.Repeat(fmt.Sprint("chữ", i, " "), 400)), storage.Save{Expected: saved.Heads})
		if failure = err; err == nil {
			saved = next
		}
	}
	key := bulletin.TroubleKey(failure)
	if key != "disk_full" && key != "disk_write_failed" {
		return fmt.Errorf("no trouble for a full disk: %w", failure)
	}
	if err := stillWhole(f, id, saved); err != nil {
		return err
	}
	if err := makeRoom(path, limit); err != nil {
		return err
	}
	if _, err := f.SaveArticle(ctx, id, article("Lưu lại được"), storage.Save{Expected: saved.Heads}); err != nil {
		return fmt.Errorf("after there was room again: %w", err)
	}
	fmt.Println(key)
	return nil
}

// limitFileSize gives back the limit as it was.
func limitFileSize(bytes uint64) (before unix.Rlimit) {
	_ = unix.Getrlimit(unix.RLIMIT_FSIZE, &before)
	if os.Getenv("STORAGE_TEST_BALLAST") == "" {
		_ = unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: bytes, Max: before.Max})
	}
	return before
}

func makeRoom(path string, before unix.Rlimit) error {
	if ballast := os.Getenv("STORAGE_TEST_BALLAST"); ballast != "" {
		return os.Remove(ballast)
	}
	return unix.Setrlimit(unix.RLIMIT_FSIZE, &before)
}

// stillWhole makes sure that a failed save changed nothing.
func stillWhole(f *storage.File, id bulletin.ID, saved storage.Saved) error {
	a, err := f.Article(ctx, id)
	if err != nil {
		return err
	}
	if a.Revision != saved.Revision || len(a.Heads) != 1 {
		return fmt.Errorf("shown is %v with heads %v, saved was %v", a.Revision, a.Heads, saved.Revision)
	}
	damage, err := f.Check(ctx, nil)
	if err != nil || len(damage) > 0 {
		return fmt.Errorf("after the disk was full: %v %w", damage, err)
	}
	return nil
}

func TestNoMoreRoom(t *testing.T) {
	path := full(t)
	out, err := play("save until full", path).Output()
	if err != nil {
		t.Fatal(err, string(out))
	}
	if found := list(t, open(t, path), storage.Query{Text: "lưu lại được"}); len(found) != 1 {
		t.Errorf("%v", found)
	}
	for _, key := range []string{"disk_full", "disk_write_failed", "disk_read_failed", "file_busy", "settings_damaged", "file_unreadable"} {
		wantTrouble(t, bulletin.NewTrouble(key, bulletin.Args{"file": "", "folder": ""}, nil), key)
	}
}

// The same on a real disk of two megabytes, which a process of its own mounts.
func TestFullDisk(t *testing.T) {
	ballast := os.Getenv("STORAGE_TEST_BALLAST")
	if ballast == "" {
		onSmallDisk(t)
		return
	}
	if err := mountSmallDisk(filepath.Dir(ballast)); err != nil {
		t.Fatalf("%s: %v", noSmallDisk, err)
	}
	path := filepath.Join(filepath.Dir(ballast), "a.bantin")
	if err := os.WriteFile(ballast, make([]byte, 700_000), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := storage.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if out, err := play("save until full", path).Output(); err != nil || strings.TrimSpace(string(out)) != "disk_full" {
		t.Errorf("%s %v", out, err)
	}
}

const noSmallDisk = "there is no small disk here"

// onSmallDisk plays TestFullDisk again where a disk can be mounted. Where the
// system lets nobody do so it is skipped, but not in CI.
func onSmallDisk(t *testing.T) {
	t.Helper()
	var refused error
	for _, way := range ownMounts() {
		cmd := exec.Command(os.Args[0], "-test.run=^TestFullDisk$", "-test.v")
		cmd.Env = append(os.Environ(), "STORAGE_TEST_BALLAST="+filepath.Join(t.TempDir(), "ballast"))
		cmd.SysProcAttr = way
		out, err := cmd.CombinedOutput()
		isThere := cmd.Process != nil && !strings.Contains(string(out), noSmallDisk)
		if isThere && err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		if isThere {
			return
		}
		refused = errors.Join(refused, err, errors.New(string(out)))
	}
	if os.Getenv("CI") != "" {
		t.Fatal("this system lets nobody mount a small disk, which has to be tested here:", refused)
	}
	t.Skip("this system lets nobody mount a small disk:", refused)
}

func openWithoutLeave(path string) error {
	for _, c := range []struct{ path, trouble string }{
		{filepath.Join(path, "folder", "a.bantin"), "folder_read_only"},
		{filepath.Join(path, "file.bantin"), "file_read_only"},
		{filepath.Join(path, "secret.bantin"), "file_unreadable"},
	} {
		f, err := storage.Open(ctx, c.path)
		if bulletin.TroubleKey(err) != c.trouble {
			return fmt.Errorf("%s: %w, want trouble %s", c.path, err, c.trouble)
		}
		if err == nil {
			f.Close()
		}
	}
	if _, err := storage.Create(ctx, filepath.Join(path, "folder", "b.bantin")); bulletin.TroubleKey(err) != "folder_read_only" {
		return fmt.Errorf("create in a folder that is read only: %w", err)
	}
	for _, name := range []string{"folder/a.bantin", "file.bantin"} {
		f, err := storage.OpenReadOnly(ctx, filepath.Join(path, name))
		if err != nil {
			return err
		}
		if _, err := f.Articles(ctx, storage.Query{Text: "lễ"}); err != nil {
			return err
		}
		f.Close()
	}
	return nil
}

func TestWithoutLeaveToWrite(t *testing.T) {
	b, err := os.ReadFile(full(t))
	if err != nil {
		t.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "bantin-test-") // t.TempDir lies in a folder that is closed to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(folder, "folder"), 0o755); os.RemoveAll(folder) })
	for _, step := range []error{
		os.Chmod(folder, 0o777),
		os.Mkdir(filepath.Join(folder, "folder"), 0o755),
		os.WriteFile(filepath.Join(folder, "folder", "a.bantin"), b, 0o666),
		os.WriteFile(filepath.Join(folder, "file.bantin"), b, 0o444),
		os.WriteFile(filepath.Join(folder, "secret.bantin"), b, 0o000),
		os.Chmod(filepath.Join(folder, "folder", "a.bantin"), 0o666),
		os.Chmod(filepath.Join(folder, "folder"), 0o555),
	} {
		if step != nil {
			t.Fatal(step)
		}
	}
	cmd := play("open without leave", folder)
	if os.Getuid() == 0 { // permissions say nothing to root
		cmd.Path = "/proc/self/exe"
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	if out, err := cmd.Output(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	names := beside(t, filepath.Join(folder, "folder", "x"))
	if len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

package storage_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// Some tests need a second process: the test binary runs itself with this
// variable saying what to do, and a drafts file to do it to.
const (
	roleVariable = "STORAGE_TEST_ROLE"
	pathVariable = "STORAGE_TEST_PATH"
)

var roles = map[string]func(path string) error{
	"save until killed":  saveUntilKilled,
	"save until full":    saveUntilFull,
	"save 25 times":      saveManyTimes,
	"open without leave": openWithoutLeave,
}

func TestMain(m *testing.M) {
	role, ok := roles[os.Getenv(roleVariable)]
	if !ok {
		os.Exit(withBackupFolder(m.Run))
	}
	if err := role(os.Getenv(pathVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// withBackupFolder keeps tests away from the backups of whoever runs them.
func withBackupFolder(run func() int) int {
	folder, err := os.MkdirTemp("", "bantin-backups-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	os.Setenv("BANTIN_BACKUPS", folder)
	return run()
}

// play prepares a process that plays a role.
func play(role, path string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), roleVariable+"="+role, pathVariable+"="+path)
	cmd.Stderr = os.Stderr
	return cmd
}

// saveUntilKilled prints the revision of each save after it was acknowledged.
func saveUntilKilled(path string) error {
	f, err := storage.Open(ctx, path)
	if err != nil {
		return err
	}
	id, saved := bulletin.NewID(), storage.Saved{}
	for i := 0; ; i++ {
		a := article(fmt.Sprint("Bài ", i), strings.Repeat("chữ ", i*7%3000))
		if saved, err = f.SaveArticle(ctx, id, a, storage.Save{Expected: saved.Heads}); err != nil {
			return err
		}
		fmt.Println(saved.Revision)
	}
}

// Every save that was acknowledged is in the file after the program was
// killed in the middle of the next one, and the file is whole.
func TestKilledWhileSaving(t *testing.T) {
	f := create(t)
	f.Close()
	var acknowledged []bulletin.RevisionID
	for round := range 12 {
		cmd := play("save until killed", f.Path())
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range 3 + round*2 {
			if lines.Scan() {
				acknowledged = append(acknowledged, bulletin.RevisionID(lines.Text()))
			}
		}
		time.Sleep(time.Duration(round*337%2000) * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() {
			acknowledged = append(acknowledged, bulletin.RevisionID(lines.Text()))
		}
		_ = cmd.Wait() // it was killed
		if round%2 == 0 {
			wantAll(t, f.Path(), storage.OpenReadOnly, acknowledged)
		}
		wantAll(t, f.Path(), storage.Open, acknowledged)
	}
	if len(acknowledged) < 12*3 {
		t.Errorf("only %d saves", len(acknowledged))
	}
	if names := beside(t, f.Path()); len(names) != 1 {
		t.Errorf("beside it: %v", names)
	}
}

func wantAll(t *testing.T, path string, open opener, acknowledged []bulletin.RevisionID) {
	t.Helper()
	f, err := open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, id := range acknowledged {
		if _, err := f.Revision(ctx, id); err != nil {
			t.Errorf("an acknowledged save is lost: %v", err)
		}
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

// A journal that was left behind in the middle of a commit is rolled back in a
// private copy when the file may not be touched.
func TestReadOnlyBesideAHotJournal(t *testing.T) {
	path := full(t)
	hot := filepath.Join(t.TempDir(), "hot.bantin")
	leaveHotJournal(t, path, hot)
	before := bytesOf(t, hot, hot+"-journal")
	f, err := storage.OpenReadOnly(ctx, hot)
	if err != nil {
		t.Fatal(err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	if found := list(t, f, storage.Query{}); len(found) != 2 {
		t.Errorf("%v", found)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if after := bytesOf(t, hot, hot+"-journal"); after != before {
		t.Error("the file or its journal was changed")
	}
	if f.Path() != hot {
		t.Errorf("path %s", f.Path())
	}
	open(t, hot) // and with leave to write, it is rolled back in place
}

func bytesOf(t *testing.T, paths ...string) (all string) {
	t.Helper()
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all += string(b)
	}
	return all
}

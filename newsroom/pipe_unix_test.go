//go:build unix

package newsroom_test

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"bantin/bulletin"
	"bantin/newsroom"
)

// TestPipesAndDevicesAreLeftAlone: who opens a pipe waits until somebody writes
// into it. It is told by name, and the others' files are received all the same.
func TestPipesAndDevicesAreLeftAlone(t *testing.T) {
	folder := t.TempDir()
	lan, minh := newPC(t, folder, "Lan"), newPC(t, folder, "Minh")
	lan.write("Mưa")
	lan.exchange()
	for name, make := range map[string]func(path string) error{
		"Ba.bantin":    func(path string) error { return syscall.Mkfifo(path, 0o644) },
		"Zeta.bantin":  func(path string) error { return os.Symlink("/dev/zero", path) },
		"Thư.bantin":   func(path string) error { return os.Mkdir(path, 0o755) },
		"Zulu.bantin":  func(path string) error { return os.Symlink("Ba.bantin", path) },
		"Minh.bantin":  func(path string) error { return syscall.Mkfifo(path, 0o644) },
		"Thua.bantin-": func(path string) error { return syscall.Mkfifo(path, 0o644) },
	} {
		if err := make(filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	minh.write("Nắng")
	e := minh.exchange()
	if got := minh.has(); got != "Mưa Nắng" {
		t.Errorf("Minh has %q", got)
	}
	told := map[string]string{}
	for _, s := range e.Skipped {
		told[s.File] = bulletin.TroubleKey(s.Why)
	}
	for _, name := range []string{"Ba.bantin", "Zeta.bantin", "Zulu.bantin", "Minh.bantin"} {
		if told[name] != "not_a_file" {
			t.Errorf("%s: told %q", name, told[name])
		}
	}
	if len(told) != 4 || e.Published == "" {
		t.Errorf("told %v, published %q", told, e.Published)
	}
	lan.exchange()
	if got := lan.has(); got != "Mưa Nắng" {
		t.Errorf("Lan has %q", got)
	}
}

// TestPutBackOntoAPipe: nothing is read from it, nothing put in its place.
func TestPutBackOntoAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "ống.bantin")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	lan := newPC(t, t.TempDir(), "Lan")
	lan.write("Mưa")
	if _, err := newsroom.PutBack(ctx, lan.file, pipe, nil); bulletin.TroubleKey(err) != "not_a_file" {
		t.Errorf("told %v", err)
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("there is now %v, %v", info, err)
	}
}

// TestAFolderThatDoesNotAnswer: what hangs in the system is given up when the
// work is to end, and not asked a second time while it hangs.
func TestAFolderThatDoesNotAnswer(t *testing.T) {
	lan := newPC(t, t.TempDir(), "Lan")
	lan.write("Mưa")
	hangs, answer := make(chan struct{}), make(chan struct{})
	lan.room.SetAsked(func() { close(hangs); <-answer })
	until, end := context.WithCancel(ctx)
	go func() { <-hangs; end() }()
	lan.room.Run(until, newsroom.Every, nil, func(newsroom.Exchanged, error) { t.Error("an exchange was told of") })
	if _, err := lan.room.Leave(until); bulletin.TroubleKey(err) != "newsroom_folder_missing" {
		t.Errorf("the last exchange: %v", err)
	}
	lan.room.SetAsked(nil)
	close(answer)
	lan.room.AwaitAnswers()
	if e := lan.exchange(); e.Published == "" {
		t.Error("nothing was published when the folder was back")
	}
}

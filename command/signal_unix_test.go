//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestAskedToEndItLeavesNothingBehind: the system asks programs to end when it
// shuts down or the terminal is closed; the files are closed then, too.
func TestAskedToEndItLeavesNothingBehind(t *testing.T) {
	for _, asked := range []os.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		mine, folder := library(t), t.TempDir()
		cmd := asProcess(t, "newsroom", mine, folder, "--name", "Lan")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() {
			_ = cmd.Wait() // how it ended is looked at below
			close(ended)
		}()
		for waits := true; waits; {
			if _, err := os.Stat(filepath.Join(folder, "Lan.bantin")); err == nil {
				break
			}
			select {
			case <-ended: // it is told below that nothing was published
				waits = false
			case <-time.After(20 * time.Millisecond):
			}
		}
		if err := cmd.Process.Signal(asked); err != nil {
			t.Fatalf("%v: it had ended: %v, %v", asked, cmd.ProcessState, err)
		}
		<-ended
		if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			t.Errorf("%v: it was cut off", asked)
		}
		if left, _ := filepath.Glob(mine + "-*"); len(left) > 0 {
			t.Errorf("%v: it leaves %q", asked, left)
		}
	}
}

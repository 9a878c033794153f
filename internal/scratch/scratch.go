// Package scratch makes folders for copies that only this process reads, and
// takes away those that processes which were killed have left.
package scratch

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"
)

// abandoned is how old a folder is at least whose process is gone for sure: a
// process of another container may see this folder and not be seen from here.
const abandoned = 24 * time.Hour

var sweepOnce sync.Once

// Folder makes a new folder that is this person's alone. Who asked for it removes
// it.
func Folder() (string, error) {
	sweepOnce.Do(func() { Sweep(time.Now()) })
	return os.MkdirTemp("", fmt.Sprintf("bantin-%d-", os.Getpid()))
}

var ours = regexp.MustCompile(`^bantin-(\d+)-\d+$`)

// Sweep removes the folders of processes that are gone, such as are a day old.
func Sweep(now time.Time) {
	entries, err := os.ReadDir(os.TempDir())
	if err != nil {
		return
	}
	for _, e := range entries {
		name := ours.FindStringSubmatch(e.Name())
		if name == nil || !e.IsDir() {
			continue
		}
		pid, err := strconv.Atoi(name[1])
		info, statErr := e.Info()
		if err == nil && statErr == nil && now.Sub(info.ModTime()) > abandoned && !isAlive(pid) {
			os.RemoveAll(filepath.Join(os.TempDir(), e.Name()))
		}
	}
}

// Package crash keeps a report that one can read when the program ends in a way
// that it should not: whatever brings it down, on any goroutine, is written
// into a file, and the next start finds it.
package crash

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

const (
	running = "running.txt" // the report of the program that runs now
	kept    = 5             // reports

	nameOfReport = "bantin-2006-01-02-150405.txt" // by the moment of the crash
)

// Folder is where the reports are, "" where there is no place for them.
func Folder() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "bantin", "crashes")
}

// Watch prepares the report of this run in a folder, which begins with a lead for
// whoever opens it, in lines without an empty one between, and gives the path of the
// one that the last run left when it crashed, "" where it ended well. calm ends
// the watch when the program ends as it should.
func Watch(folder, lead, version string, now time.Time) (last string, calm func()) {
	calm = func() {}
	if folder == "" || os.MkdirAll(folder, 0o700) != nil {
		return "", calm
	}
	path := filepath.Join(folder, running)
	last = collect(folder, path)
	f, err := os.Create(path)
	if err != nil {
		return last, calm
	}
	defer f.Close()
	fmt.Fprintf(f, "%s\nBản Tin %s\n%s\n%s/%s, %s\n\n", lead, version, now.Format(time.RFC3339), runtime.GOOS, runtime.GOARCH, runtime.Version())
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return last, calm
	}
	return last, func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{}) // nothing is left to watch
		os.Remove(path)
	}
}

// collect gives the report of a crash a name of its own. One without any word
// on what happened, as kill or a power cut leave it, is none.
func collect(folder, path string) string {
	raw, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	_, told, _ := strings.Cut(string(raw), "\n\n")
	info, err := os.Stat(path)
	if err != nil || strings.TrimSpace(told) == "" {
		return ""
	}
	last := filepath.Join(folder, info.ModTime().Format(nameOfReport))
	if os.Rename(path, last) != nil {
		return ""
	}
	reports, err := filepath.Glob(filepath.Join(folder, "bantin-*.txt"))
	if err == nil && len(reports) > kept {
		slices.Sort(reports)
		for _, old := range reports[:len(reports)-kept] {
			os.Remove(old)
		}
	}
	return last
}

// Write adds a panic that was caught to the report of this run.
func Write(folder string, trouble any, stack []byte) {
	f, err := os.OpenFile(filepath.Join(folder, running), os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return // nothing more can be done
	}
	defer f.Close()
	fmt.Fprintf(f, "panic: %v\n\n%s", trouble, stack)
}

// When is the moment of a crash, by the name of its report; zero where the name
// does not tell.
func When(report string) time.Time {
	at, err := time.ParseInLocation(nameOfReport, filepath.Base(report), time.Local)
	if err != nil {
		return time.Time{}
	}
	return at
}

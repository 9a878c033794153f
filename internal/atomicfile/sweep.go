package atomicfile

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// Beside is a hidden name beside path for what is to take its place. It is
// random, so that two writers of one path never share it.
func Beside(path string) string {
	folder, name := filepath.Split(path)
	return filepath.Join(folder, "."+name+"."+rand.Text()[:10]+".tmp")
}

// abandoned is how long nothing was written to a file that is about to take
// another one's place when its writer is surely gone.
const abandoned = time.Hour

// endOfBeside is what Beside puts behind a name, which may be no text at all: on
// Unix a name is any bytes.
var endOfBeside = regexp.MustCompile(`^\.[A-Z2-7]{10}\.tmp(-journal)?$`)

// Sweep removes what writers of path that were cut short, by a crash or a power
// cut, have left beside it under names that Beside gave, with a database's
// journal. What cannot be removed stays for another time.
func Sweep(path string) {
	folder, name := filepath.Split(path)
	sweep(folder, func(left string) bool {
		end, isOurs := strings.CutPrefix(left, "."+name)
		return isOurs && endOfBeside.MatchString(end)
	})
}

// SweepFolder is Sweep for every path in a folder of which all files are ours.
func SweepFolder(folder string) { sweep(folder, besideAny.MatchString) }

// besideAny is a name that Beside gives beside any other.
var besideAny = regexp.MustCompile(`(?s)^\..+` + endOfBeside.String()[1:])

func sweep(folder string, isOurs func(name string) bool) {
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !isOurs(e.Name()) {
			continue
		}
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

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
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		end, isOurs := strings.CutPrefix(e.Name(), "."+name)
		if !isOurs || !endOfBeside.MatchString(end) {
			continue
		}
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

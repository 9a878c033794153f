package command

import (
	"os"
	"runtime/debug"
)

// garbageShare is how much memory may be let lie before it is tidied, per cent of
// what is in use: commands run on office PCs beside the desk, and over files with
// a hundred thousand articles. An export holds one issue, some 25 MB with its
// typefaces, and is over sooner than tidying pays.
const (
	garbageShare         = 40
	garbageShareOfExport = 200
)

// spareMemory makes the program tidy its memory at a share of what is in use, Go's
// own being 100, unless the environment says otherwise.
func spareMemory(share int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(share)
	}
}

package ui

import (
	"os"
	"runtime/debug"
)

// garbageShare is how much memory may be let lie before it is tidied, as a share
// of what is in use. The desk works on PCs with 4 GB that have other programs
// open, and uses some 50 MB of its own: at Go's usual 100 % it would hold twice
// that. Tidying so much runs beside the window and takes a few hundredths of a
// second.
const garbageShare = 40

// spareMemory makes the program tidy earlier than Go usually does, unless the
// environment says otherwise. It is called when the window is up: to tidy while
// the program starts would only make it start later.
func spareMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbageShare)
	}
}

package ui

import (
	"os"
	"runtime"
	"runtime/debug"

	"bantin/internal/cores"
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

// placesBeside is how many goroutines may run beside as many as there are
// processors: that of the window, and one that reads what has been typed.
const placesBeside = 2

// makeRoom lets the window's goroutine run while others compute. They are as
// many as there are processors, and with no more places than that Go lets it
// wait until one of them has had its hundredth of a second, several times over
// when they are more. The system, which shares out the processors then, lets who
// has slept most run first. The environment may say otherwise.
func makeRoom() {
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(cores.Count() + placesBeside)
	}
}

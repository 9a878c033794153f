package command

import (
	"os"
	"runtime/debug"
)

// spareMemory makes the program tidy its memory earlier than Go usually does,
// unless the environment says otherwise: commands run on office PCs beside the
// desk, and over files with a hundred thousand articles.
func spareMemory() {
	const garbageShare = 40 // per cent of what is in use
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbageShare)
	}
}

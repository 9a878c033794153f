package stall

import (
	"fmt"
	"os"
	"time"
)

// keptBack is how long the first thread of the program could have run and had
// to wait for others, since its beginning: the second number of schedstat
// (Documentation/scheduler/sched-stats.rst of the kernel). 0 where it is not
// told.
func keptBack() time.Duration {
	raw, err := os.ReadFile("/proc/self/schedstat") // that of the first thread
	if err != nil {
		return 0
	}
	var ran, waited, turns int64
	if _, err := fmt.Sscan(string(raw), &ran, &waited, &turns); err != nil {
		return 0
	}
	return time.Duration(waited)
}

//go:build !linux

package stall

import "time"

// keptBack is not told by this system.
func keptBack() time.Duration { return 0 }

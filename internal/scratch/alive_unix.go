//go:build !windows

package scratch

import (
	"errors"
	"syscall"
)

// isAlive reports a process that is there, whoever's it is.
func isAlive(pid int) bool {
	return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}

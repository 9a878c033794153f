package scratch

import "os"

// isAlive reports a process that is there. One of another person may not be
// opened, but then neither may its folder be removed.
func isAlive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	process.Release()
	return true
}

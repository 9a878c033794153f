// Package regular opens files that somebody else has put there. A named pipe
// keeps whoever opens it until somebody writes into it, and a device may never
// end: what is no file with content of its own is refused, not waited for.
package regular

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"bantin/bulletin"
)

// Open opens a file for reading. Links are followed. Troubles:
// input_is_folder, and not_a_file for pipes, sockets and devices; errors of the
// system come back as they are.
func Open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if err := Check(path, info); err != nil {
		return nil, err
	}
	// Somebody may have put a pipe there since: without blocking, opening it
	// succeeds at once, and what was opened is looked at again.
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if info, err = file.Stat(); err == nil {
		err = Check(path, info)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// Check refuses what Open refuses, as the system has described it.
func Check(path string, info fs.FileInfo) error {
	facts := bulletin.Args{"file": path}
	switch {
	case info.IsDir():
		return bulletin.NewTrouble("input_is_folder", facts, nil)
	case !info.Mode().IsRegular():
		return bulletin.NewTrouble("not_a_file", facts, fmt.Errorf("%s: mode %v", path, info.Mode()))
	}
	return nil
}

// Package outside opens files and folders in the programs that this PC has for
// them.
package outside

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Open opens a file or a folder, given by its full path, in the system's own
// program for it. It waits until the system has answered, which on some desks
// is only when that program ends: never call it where somebody waits. An error
// says that the system knows no such program, or could not start it; Windows
// says so itself.
func Open(ctx context.Context, path string) error {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if filepath.VolumeName(path) != "" {
		u.Path = "/" + u.Path
	}
	program := opener(runtime.GOOS)
	program = append(program, u.String())
	if err := exec.CommandContext(ctx, program[0], program[1:]...).Run(); err != nil {
		return fmt.Errorf("open %s by %s: %w", path, program[0], err)
	}
	return nil
}

// opener is the command that opens an address on a system.
// Sources: freedesktop.org, xdg-utils, xdg-open(1); Apple, open(1); Microsoft,
// FileProtocolHandler of url.dll.
func opener(system string) []string {
	switch system {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	case "darwin":
		return []string{"open"}
	}
	return []string{"xdg-open"}
}

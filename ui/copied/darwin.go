//go:build darwin

package copied

import (
	"context"
	"os/exec"
	"strings"
)

// read asks the system's own scripts: there is no other way without C.
func read(ctx context.Context) ([]byte, error) {
	has, err := exec.CommandContext(ctx, "osascript", "-e", "clipboard info").Output()
	if err != nil {
		return nil, err
	}
	if kinds := string(has); !strings.Contains(kinds, "PNGf") && !strings.Contains(kinds, "TIFF") {
		return nil, nil
	}
	said, err := exec.CommandContext(ctx, "osascript", "-e", "the clipboard as «class PNGf»").Output()
	if err != nil {
		return nil, err
	}
	return fromScript("PNGf", string(said))
}

// readHTML asks in the same way.
func readHTML(ctx context.Context) ([]byte, error) {
	said, err := exec.CommandContext(ctx, "osascript", "-e", "the clipboard as «class HTML»").Output()
	if err != nil {
		return nil, err
	}
	return fromScript("HTML", string(said))
}

// readFiles gives none: the Finder gives their names as text, too.
func readFiles(context.Context) ([]string, error) { return nil, nil }

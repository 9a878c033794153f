// Package copied reads what another program has put on the system's clipboard
// beside text: a picture, a page of the web, files. Fyne gives text only.
//
// The libraries there are for this read no picture that is handed over in
// parts, as X11 does with all of some size, or wait for ever for a program that
// does not answer. Free of Fyne.
package copied

import (
	"context"
	"errors"
	"time"

	"bantin/bulletin"
)

// Largest is the largest picture that is taken, in bytes: as it is handed over,
// which on Windows is not compressed.
const Largest = 200 << 20

// patience is how long the other program may take for the next part of it.
const patience = 5 * time.Second

// Picture reads the picture on the clipboard: the bytes of a PNG, JPEG or WebP,
// as the other program gives it; nil where there is none. The trouble is
// copied_picture: there is one, but it cannot be had.
//
// The clipboard may be that of this program itself, so this must not be waited
// for on the goroutine of the window.
func Picture(ctx context.Context) ([]byte, error) {
	raw, err := read(ctx)
	if err != nil && ctx.Err() == nil {
		return nil, bulletin.NewTrouble("copied_picture", nil, err)
	}
	return raw, err
}

// mostText is the longest HTML that is taken, in bytes.
const mostText = 16 << 20

// HTML reads what was copied of a web page where there is no plain text of it;
// "" where there is none, and where it cannot be had. Like Picture it must not
// be waited for on the goroutine of the window.
func HTML(ctx context.Context) string {
	raw, err := readHTML(ctx)
	if err != nil || len(raw) > mostText {
		return ""
	}
	return decodeHTML(raw)
}

// Files are the files that a file manager has copied, none where there are none
// and where they cannot be had. Like Picture it must not be waited for on the
// goroutine of the window.
func Files(ctx context.Context) []string {
	paths, err := readFiles(ctx)
	if err != nil {
		return nil
	}
	return paths
}

var (
	errKind   = errors.New("the picture is of no kind that can be taken")
	errLarge  = errors.New("the picture is too large")
	errBroken = errors.New("the picture is broken")
	errSilent = errors.New("the program that has the picture does not answer")
)

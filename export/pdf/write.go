// Package pdf writes finished pages as a PDF file that a print house accepts
// as it is.
package pdf

import (
	"context"
	"errors"
	"io"

	"bantin/export/layout"
)

// Profile says whom the file is for.
type Profile string

// The profiles.
const (
	Print  Profile = "print"  // the print house: bleed, 300 dpi
	Office Profile = "office" // the office printer: no bleed, 300 dpi
	Screen Profile = "screen" // mail and web: no bleed, 150 dpi, bookmarks
)

// Profiles lists every profile.
func Profiles() []Profile { return []Profile{Print, Office, Screen} }

// Options are what one export wants.
type Options struct {
	Profile  Profile
	Progress func(done, total int)
}

// Write writes doc to w.
func Write(ctx context.Context, w io.Writer, doc *layout.Document, photos layout.PhotoSource, o Options) error {
	return errors.New("pdf: not built yet")
}

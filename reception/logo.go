package reception

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"bantin/bulletin"
	"bantin/storage"
)

// TakeLogo puts the picture of a logo into the drafts file, as photos are, and
// gives the logo with the words that describe it; it is not yet the office's. A
// drawing (SVG) is kept as the picture that it gives at a size for print.
//
// Troubles: those of Read and of storage.File.AddPhotos; logo_drawing_beyond (a
// drawing with parts that are not read, such as letters), logo_drawing_broken.
func TakeLogo(ctx context.Context, f *storage.File, path, alt string) (*bulletin.Logo, error) {
	raw, err := Read(path)
	if err != nil {
		return nil, err
	}
	if isDrawing(raw) {
		if raw, err = drawn(ctx, path, raw); err != nil {
			return nil, err
		}
	}
	info, err := f.AddPhoto(ctx, filepath.Base(path), raw)
	if err != nil {
		return nil, naming(path, err)
	}
	return &bulletin.Logo{
		SHA256: info.SHA256, AltText: strings.TrimSpace(alt),
		WidthPx: info.WidthPx, HeightPx: info.HeightPx, Colours: info.Colours,
	}, nil
}

// isDrawing reports whether a file is an SVG, by its first tag.
func isDrawing(raw []byte) bool {
	head := raw[:min(len(raw), 4096)]
	return bytes.HasPrefix(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"), []byte("<")) && bytes.Contains(head, []byte("<svg"))
}

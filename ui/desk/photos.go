package desk

import (
	"context"

	"bantin/export/layout"
	"bantin/press"
	"bantin/storage"
)

// PagePhotos gives the preview photos for pages of so many dots an inch.
func PagePhotos(f *storage.File) func(dpi float64) layout.PhotoSource {
	return func(dpi float64) layout.PhotoSource { return press.PhotosFor(context.Background(), f, dpi) }
}

package desk

import (
	"context"

	"bantin/export/layout"
	"bantin/press"
	"bantin/storage"
)

// PagePhotos gives the preview its photos.
func PagePhotos(f *storage.File) layout.PhotoSource {
	return press.PreviewPhotos(context.Background(), f)
}

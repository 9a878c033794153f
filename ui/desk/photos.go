package desk

import (
	"context"

	"bantin/export/layout"
	"bantin/storage"
)

// PagePhotos gives the preview its photos.
func PagePhotos(f *storage.File) layout.PhotoSource {
	return func(sha256 string) ([]byte, error) { return f.PrintPhoto(context.Background(), sha256) }
}

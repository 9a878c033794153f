package sample

import (
	"context"
	"errors"
	"os"

	"bantin/bulletin"
	"bantin/storage"
)

// Create makes a drafts file at path, which must not exist, fills it with the
// sample and leaves it open. When that fails or ctx ends, no file is left.
// progress, which may be nil, hears after each picture, the slow part; calls
// come one at a time. Troubles: those of storage.Create and File.AddPhoto.
func Create(ctx context.Context, path string, progress func(done, total int)) (*storage.File, bulletin.ID, error) {
	f, err := storage.Create(ctx, path)
	if err != nil {
		return nil, "", err
	}
	issue, err := write(ctx, f, progress)
	if err != nil {
		return nil, "", errors.Join(err, f.Close(), os.Remove(path))
	}
	return f, issue, nil
}

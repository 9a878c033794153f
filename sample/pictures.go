package sample

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"bantin/sample/illustration"
	"bantin/storage"
)

// pictureSize is the long side of the sample's pictures in pixels: enough for
// 300 dpi across a page of A4.
const pictureSize = 2400

// painters bounds the memory that painting takes at once.
const painters = 2

// storedPicture is a picture that lies in the drafts file.
type storedPicture struct {
	sha256        string
	width, height int
}

// paint draws the named pictures and stores them in f. progress may be nil.
func paint(ctx context.Context, f *storage.File, names []string, progress func(done, total int)) (map[string]storedPicture, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	found, failed := make([]storedPicture, len(names)), make([]error, len(names))
	turn := make(chan struct{}, painters)
	var all sync.WaitGroup
	finished := counter(len(names), progress)
	for i, name := range names {
		turn <- struct{}{}
		all.Go(func() {
			if found[i], failed[i] = paintOne(ctx, f, name); failed[i] != nil {
				stop()
			}
			finished()
			<-turn
		})
	}
	all.Wait()
	stored := map[string]storedPicture{}
	for i, name := range names {
		stored[name] = found[i]
	}
	return stored, errors.Join(failed...)
}

// counter tells progress, one call at a time, how many of total are done.
func counter(total int, progress func(done, total int)) (finished func()) {
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		if done++; progress != nil {
			progress(done, total)
		}
	}
}

func paintOne(ctx context.Context, f *storage.File, name string) (storedPicture, error) {
	if err := ctx.Err(); err != nil {
		return storedPicture{}, err
	}
	raw, err := illustration.JPEG(name, pictureSize)
	if err != nil {
		return storedPicture{}, err
	}
	info, err := f.AddPhoto(ctx, name+".jpg", raw)
	if err != nil {
		return storedPicture{}, fmt.Errorf("store picture %s: %w", name, err)
	}
	return storedPicture{info.SHA256, info.WidthPx, info.HeightPx}, nil
}

package storage

import (
	"context"
	"os"
)

// checkedAtOnce is the size up to which a file's structure is checked before
// Open returns. A larger one can be read meanwhile, and its first save waits.
var checkedAtOnce int64 = 48 << 20 // bytes; checked within a tenth of a second or so

// structureCheck is a check of a file's structure that goes on while it is read.
type structureCheck struct {
	cancel context.CancelFunc
	done   chan struct{}
	err    error         // once done
	over   chan struct{} // the search index is made anew, too, where it was hurt
}

// isLarge reports a file whose check would keep people waiting.
func isLarge(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > checkedAtOnce
}

// checkMeanwhile begins to check the structure of a file.
func (f *File) checkMeanwhile() {
	ctx, cancel := context.WithCancel(context.Background())
	s := &structureCheck{cancel: cancel, done: make(chan struct{}), over: make(chan struct{})}
	f.soundness = s
	f.lookedOver.Store(true) // is done here, and nobody waits for it
	go func() {
		defer close(s.over)
		isIndexHurt, err := f.soundAgain(ctx, len(steps))
		s.err = explain(ctx, f.path, err)
		close(s.done)
		lists := f.reading(ctx, func(q querier) error {
			if err := checkRows(ctx, q); err != nil {
				return err
			}
			return checkAgreement(ctx, q)
		})
		if lists == nil && !isIndexHurt && err == nil {
			lists = f.compareIndex(ctx)
		}
		switch { // or the first search or save that notices does it
		case isIndexHurt:
			_ = f.rebuildIndex(ctx, nil)
		case isListHurt(lists):
			_ = f.mend(ctx)
		}
	}()
}

// Sound waits until the structure of the file is known to be whole, which Open
// leaves for later where the file is large. Trouble file_damaged: nothing can
// be saved, but what is whole can be read, and salvaged.
func (f *File) Sound(ctx context.Context) error {
	if f.soundness == nil {
		return nil
	}
	select {
	case <-f.soundness.done:
		return f.soundness.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// stopChecking ends the check where it is still going on.
func (f *File) stopChecking() {
	if f.soundness != nil {
		f.soundness.cancel()
		<-f.soundness.over
	}
}

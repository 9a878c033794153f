package pdf

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf/finish"
	"bantin/export/pdf/photo"
	"bantin/internal/cores"
)

// darkroom brings photos to size beside the writing, a few at a time and no
// more ahead than that, so that memory does not grow with their number.
type darkroom struct {
	ctx     context.Context
	stop    context.CancelFunc
	photos  layout.PhotoSource
	halves  layout.PhotoSource
	reading sync.Mutex // a PhotoSource need not bear two callers
	wants   []want
	ready   []chan developed
	places  chan struct{} // one held for each photo that is begun and not yet written
	all     sync.WaitGroup
}

// developed is a photo brought to size, or why it was not.
type developed struct {
	jpeg photo.JPEG
	err  error
}

// newDarkroom starts the work on all wants, in their order.
func newDarkroom(ctx context.Context, photos, halves layout.PhotoSource, wants []want) *darkroom {
	const most = 3 // a photo being worked on needs up to 40 MB
	d := &darkroom{
		photos: photos, halves: halves, wants: wants, ready: make([]chan developed, len(wants)),
		places: make(chan struct{}, min(most, cores.Count())),
	}
	d.ctx, d.stop = context.WithCancel(ctx)
	for i := range d.ready {
		d.ready[i] = make(chan developed, 1)
	}
	d.all.Go(d.run)
	return d
}

func (d *darkroom) run() {
	for i := range d.wants {
		select {
		case d.places <- struct{}{}:
			d.all.Go(func() { d.ready[i] <- d.develop(d.wants[i]) })
		case <-d.ctx.Done():
			return
		}
	}
}

// close stops what is under way and waits for it.
func (d *darkroom) close() {
	d.stop()
	d.all.Wait()
}

// pictures gives the photos in the order in which finish asks for them.
func (d *darkroom) pictures(steps *steps) []finish.Picture {
	out := make([]finish.Picture, len(d.wants))
	for i := range out {
		out[i] = func() (finish.Image, error) {
			image, err := d.take(i)
			if err == nil {
				steps.next()
			}
			return image, err
		}
	}
	return out
}

func (d *darkroom) take(i int) (finish.Image, error) {
	if err := d.ctx.Err(); err != nil {
		return finish.Image{}, err
	}
	select {
	case p := <-d.ready[i]:
		<-d.places
		return finish.Image(p.jpeg), p.err
	case <-d.ctx.Done():
		return finish.Image{}, d.ctx.Err()
	}
}

// develop reads one photo and brings it to size. A decoder's panic on a
// broken file must end here: it is in a goroutine of ours.
func (d *darkroom) develop(w want) (p developed) {
	defer func() {
		if cause := recover(); cause != nil {
			p = developed{err: unusable(w, fmt.Errorf("decode photo: %v", cause))}
		}
	}()
	raw, err := d.read(w)
	if err != nil {
		return developed{err: unusable(w, err)}
	}
	if w.half != (layout.PixelSize{}) && w.WidthPx == 0 {
		w.WidthPx, w.HeightPx = w.half.Width, w.half.Height // the whole was read for want of a half
	}
	jpeg, err := photo.Fit(raw, w.Want)
	if err != nil {
		return developed{err: unusable(w, err)}
	}
	return developed{jpeg: jpeg}
}

func (d *darkroom) read(w want) ([]byte, error) {
	d.reading.Lock()
	defer d.reading.Unlock()
	if err := d.ctx.Err(); err != nil {
		return nil, err
	}
	if d.photos == nil {
		return nil, errors.New("there is no source of photos")
	}
	if w.half != (layout.PixelSize{}) {
		if raw, err := d.halves(w.sha256); raw != nil || err != nil {
			return raw, err
		}
	}
	return d.photos(w.sha256)
}

// unusable names the photo by the page where a person will look for it.
func unusable(w want, cause error) error {
	if errors.Is(cause, context.Canceled) || errors.Is(cause, context.DeadlineExceeded) {
		return cause
	}
	const enough = 8 // of the hash, for a person to tell photos apart
	args := bulletin.Args{"photo": w.sha256[:min(len(w.sha256), enough)], "page": w.page}
	return bulletin.NewTrouble("pdf_photo_unusable", args, cause)
}

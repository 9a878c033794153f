package ui

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"bantin/storage"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// workShowsAfter is how long a work may take before it is shown: what is done
// in a moment must not flash.
const workShowsAfter = 300 * time.Millisecond

// progressEvery is how often a work is asked how far it is: each answer is drawn.
const progressEvery = 100 * time.Millisecond

// task is what is said of a work while it goes on: keys of the catalogue.
type task struct {
	title string
	lead  string // below the title, "" for nothing
	stop  string // the word that ends the work; "" is Cancel
	// beside: one goes on writing meanwhile, so it is told by a notice, and the
	// window that is shut meanwhile stays until it is done.
	beside bool
	looks  bool // it makes nothing, so no window stays for it
}

// work does something that may take long in the background, shows how far it
// is and lets it be stopped. then is called in the window, with the error of
// do. title is a key of the catalogue.
func (w *window) work(title string, do func(ctx context.Context, progress func(done, total int)) error, then func(error)) {
	w.workOnTask(task{title: title}, do, then)
}

// workOnTask is work of which more is said than a title.
func (w *window) workOnTask(t task, do func(ctx context.Context, progress func(done, total int)) error, then func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	p := &progress{
		unknown: widget.NewProgressBarInfinite(), bar: widget.NewProgressBar(),
		show: func(body *progress) { body.panel = w.progressPanel(t, body, cancel) },
	}
	p.bar.Hide()
	if t.beside && w.notices != nil {
		w.goesBeside(p, t, cancel)
	}
	timer := time.AfterFunc(workShowsAfter, func() { onUI(p.begin) })
	go func() {
		err := do(ctx, now(func(done, total int) { onUI(func() { p.set(done, total) }) }))
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // whatever broke because of it
		}
		onUI(func() {
			timer.Stop()
			p.end()
			cancel()
			then(err)
			w.closeAfter(err)
		})
	}()
}

// now passes on how far a work is now and then, and when it is done. It may be
// called on any goroutine; one waits for the other, or the last figure could be
// lost to one before it, or be told before that.
func now(tell func(done, total int)) func(done, total int) {
	var telling sync.Mutex
	var last time.Time
	return func(done, total int) {
		telling.Lock()
		defer telling.Unlock()
		if done < total && time.Since(last) < progressEvery {
			return
		}
		last = time.Now()
		tell(done, total)
	}
}

func (w *window) progressPanel(t task, p *progress, cancel func()) *parts.Panel {
	say := func(key string) string {
		if key == "" {
			return ""
		}
		return w.say.Say(key, nil)
	}
	panel := &parts.Panel{
		Title: say(t.title), Lead: say(t.lead), Shut: say(t.stop), Width: 400, Working: true,
		Body: container.NewStack(space(1, 34), container.NewCenter(container.NewStack(space(400*look.Scale(), 1), p.unknown, p.bar))),
		OnShut: func() {
			if !p.ended {
				cancel()
			}
		},
	}
	w.showPanel(panel)
	return panel
}

// progress is the bar of a work: without measure until the work has told how
// much there is to do.
type progress struct {
	unknown *widget.ProgressBarInfinite
	bar     *widget.ProgressBar
	show    func(*progress)
	panel   *parts.Panel
	ended   bool

	beside *beside // where there is no bar
}

func (p *progress) begin() {
	if !p.ended {
		p.show(p)
	}
}

func (p *progress) set(done, total int) {
	switch {
	case p.beside != nil && total > 0:
		p.beside.tell(done, total)
	case total > 0:
		p.unknown.Hide()
		p.bar.Show()
		p.bar.SetValue(float64(done) / float64(total))
	}
}

func (p *progress) end() {
	p.ended = true
	p.unknown.Stop()
	if p.panel != nil {
		p.panel.Hide()
	}
	if p.beside != nil {
		p.beside.over()
	}
}

// ended goes on with what came of work on a file. Where another file is open by
// now that is nobody's business any more; work that was stopped or failed is
// told.
func (w *window) ended(file *storage.File, err error, then func()) {
	switch {
	case file != w.file:
	case stopped(err):
		w.notices.Say(w.say.Say("trouble.cancelled", nil), "", nil)
	case err != nil:
		w.complain(err)
	default:
		then()
	}
}

// stopped reports whether a work ended because somebody stopped it.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// workShowsAfter is how long a work may take before it is shown: what is done
// in a moment must not flash.
const workShowsAfter = 300 * time.Millisecond

// work does something that may take long in the background, shows how far it
// is and lets it be stopped. then is called in the window, with the error of
// do. title is a key of the catalogue.
func (w *window) work(title string, do func(ctx context.Context, progress func(done, total int)) error, then func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	p := &progress{
		unknown: widget.NewProgressBarInfinite(), bar: widget.NewProgressBar(),
		show: func(body *progress) { body.dialog = w.progressDialog(title, body, cancel) },
	}
	p.bar.Hide()
	timer := time.AfterFunc(workShowsAfter, func() { onUI(p.begin) })
	go func() {
		err := do(ctx, func(done, total int) { onUI(func() { p.set(done, total) }) })
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // whatever broke because of it
		}
		onUI(func() {
			timer.Stop()
			p.end()
			cancel()
			then(err)
		})
	}()
}

func (w *window) progressDialog(title string, p *progress, cancel func()) dialog.Dialog {
	d := dialog.NewCustom(w.say.Say(title, nil), w.say.Say("desk.fyne.cancel", nil),
		container.New(layout.NewCustomPaddedLayout(10, 10, 20, 20),
			container.NewVBox(container.NewStack(p.unknown, p.bar), space(320, 1))), w.win)
	d.SetOnClosed(func() {
		if !p.ended {
			cancel()
		}
	})
	w.showDialog(d)
	return d
}

// progress is the bar of a work: without measure until the work has told how
// much there is to do.
type progress struct {
	unknown *widget.ProgressBarInfinite
	bar     *widget.ProgressBar
	show    func(*progress)
	dialog  dialog.Dialog
	ended   bool
}

func (p *progress) begin() {
	if !p.ended {
		p.show(p)
	}
}

func (p *progress) set(done, total int) {
	if total > 0 {
		p.unknown.Hide()
		p.bar.Show()
		p.bar.SetValue(float64(done) / float64(total))
	}
}

func (p *progress) end() {
	p.ended = true
	p.unknown.Stop()
	if p.dialog != nil {
		p.dialog.Hide()
	}
}

// stopped reports whether a work ended because somebody stopped it.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

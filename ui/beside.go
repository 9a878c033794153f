package ui

import (
	"context"
	"slices"

	"bantin/bulletin"
)

// beside is a work that goes on while the person writes. One notice tells of the
// newest of them.
type beside struct {
	w           *window
	task        task
	cancel      context.CancelFunc
	shown       bool // it has taken longer than a moment
	done, total int  // total is 0 while nobody knows
}

// goesBeside begins to tell of a work by a notice.
func (w *window) goesBeside(p *progress, t task, cancel context.CancelFunc) {
	b := &beside{w: w, task: t, cancel: cancel}
	w.stays()
	w.besides = append(w.besides, b)
	p.beside = b
	p.show = func(*progress) {
		b.shown = true
		w.tellBesides(true)
	}
}

func (b *beside) tell(done, total int) {
	b.done, b.total = done, total
	b.w.tellBesides(false)
}

func (b *beside) over() {
	b.w.besides = slices.DeleteFunc(b.w.besides, func(other *beside) bool { return other == b })
	b.w.tellBesides(false)
}

// tellBesides says how far the newest work is that goes on beside writing, and
// lets it be stopped.
func (w *window) tellBesides(begin bool) {
	if w.notices == nil || !begin && !w.notices.Has(ofWork) {
		return // or it was sent away
	}
	var newest *beside
	for _, b := range w.besides {
		if b.shown && !(w.closesThen && b.task.looks) { // or the window does not stay for it
			newest = b
		}
	}
	if newest == nil {
		w.notices.Drop(ofWork)
		return
	}
	sentence := w.say.Say(newest.task.title, nil)
	if newest.total > 0 {
		sentence = w.say.Say("desk.work_beside", bulletin.Args{"what": sentence, "done": newest.done, "total": newest.total})
	}
	if w.closesThen {
		sentence = w.say.Say("desk.work_closing", bulletin.Args{"what": sentence})
	}
	w.notices.Stay(ofWork, sentence, w.say.Say("desk.stop", nil), newest.cancel)
}

// stopBesides stops what goes on beside writing: the desk leaves the file.
func (w *window) stopBesides() {
	for _, b := range w.besides {
		b.cancel()
	}
	w.besides = nil
}

// isAtWork reports whether something is being made that the window stays for.
func (w *window) isAtWork() bool {
	return len(w.arrivals) > 0 || slices.ContainsFunc(w.besides, func(b *beside) bool { return !b.task.looks })
}

// closeAfter closes the window that was to be closed when a work is done; one
// that failed is told instead.
func (w *window) closeAfter(err error) {
	switch {
	case !w.closesThen || w.isAtWork():
	case err != nil && !stopped(err):
		w.stays()
	default:
		w.close()
	}
}

package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// written is a text that somebody may be in the middle of writing.
type written interface {
	fyne.Focusable
	Rests() bool
	Used() bool
}

// unasked is a panel that came by itself and waits for an answer.
type unasked struct {
	panel *parts.Panel
	text  written // that had the keyboard before it was shown; nil for none
	told  bool    // there is a notice of it; gone, it was sent away
}

// comes shows a panel that comes by itself. Nobody is interrupted who writes: for
// them it is a notice, until they ask for it or their hands rest. If they write on
// when it has just been shown, it is a notice again, and no letter is lost. It
// waits for its turn behind a panel that is open already.
func (w *window) comes(p *parts.Panel) {
	p.Unasked = true
	c := &unasked{panel: p}
	shut := p.OnShut
	p.OnShut = func() {
		if w.steppingBack {
			return
		}
		w.unasked = slices.DeleteFunc(w.unasked, func(other *unasked) bool { return other == c })
		if shut != nil {
			shut()
		}
		parts.WhenAnswered(w.win.Canvas(), w.nextUnasked)
	}
	w.unasked = append(w.unasked, c)
	if len(w.unasked) == 1 {
		w.nextUnasked()
	}
}

// nextUnasked shows what came first, now or when the person has a hand free.
func (w *window) nextUnasked() {
	if len(w.unasked) == 0 {
		return
	}
	c := w.unasked[0]
	switch {
	case c.panel.Visible():
		return
	case c.told && w.notices != nil && !w.notices.Has(ofComing):
		w.unasked = w.unasked[1:]
		w.nextUnasked()
		return
	}
	if parts.IsAsking(w.win.Canvas()) {
		w.tellUnasked(c)
		parts.WhenAnswered(w.win.Canvas(), w.nextUnasked)
		return
	}
	c.text, _ = w.win.Canvas().Focused().(written)
	if w.notices == nil || c.text == nil || c.text.Rests() {
		c.panel.Written = c.text != nil && c.text.Used()
		w.showUnasked(c)
		return
	}
	w.tellUnasked(c)
	w.showWhenRested(c)
}

func (w *window) showUnasked(c *unasked) {
	if c.told = false; w.notices != nil {
		w.notices.Drop(ofComing)
	}
	w.showPanel(c.panel)
}

// tellUnasked says by a notice what has come.
func (w *window) tellUnasked(c *unasked) {
	if w.notices == nil {
		return
	}
	w.notices.Stay(ofComing, w.say.Say("desk.has_come", bulletin.Args{"what": c.panel.Title}), w.say.Say("desk.has_come.look", nil), func() {
		c.panel.Unasked = false // from now on it is asked for
		w.showUnasked(c)
	})
	c.told = true
}

// showWhenRested shows what has come when nobody writes any more.
func (w *window) showWhenRested(c *unasked) {
	time.AfterFunc(typing.Rest, func() {
		onUI(func() {
			if len(w.unasked) > 0 && w.unasked[0] == c {
				w.nextUnasked()
			}
		})
	})
}

// backToWriting gives a letter to the text that was written in before a panel
// came up by itself, which steps back. It reports whether there is one.
func (w *window) backToWriting(r rune) bool {
	if len(w.unasked) == 0 || w.unasked[0].text == nil || !w.unasked[0].panel.Unasked || !w.unasked[0].panel.IsTop() {
		return false
	}
	c := w.unasked[0]
	owed := c.panel.Owed()
	w.steppingBack = true
	c.panel.Hide()
	w.steppingBack = false
	w.tellUnasked(c)
	w.win.Canvas().Focus(c.text)
	for _, key := range owed {
		c.text.TypedKey(&fyne.KeyEvent{Name: key})
	}
	c.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUnknown}) // whose letter it is
	c.text.TypedRune(r)
	w.showWhenRested(c)
	return true
}

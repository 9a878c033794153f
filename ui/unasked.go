package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/editor"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// written is a text that somebody may be in the middle of writing.
type written interface {
	fyne.Focusable
	Rests() bool
	WroteSince(moment time.Time) bool
}

// unasked is a panel that comes some time after what was done to have it, and waits
// for an answer.
type unasked struct {
	make     func() *parts.Panel // in the language and the colours of now
	since    time.Time           // when that was done; zero where it was outside of the window
	panel    *parts.Panel
	text     written // that had the keyboard before it was shown; nil for none
	told     bool    // there is a notice of it; gone, it was sent away
	breaksIn bool    // hands were at work when it came
	shows    int     // counts how often it was shown
}

// takesKeys is how long after it was shown a panel that came before who writes
// takes the keys, if none comes.
const takesKeys = time.Second

// comes shows a panel that comes of what was done at a moment, zero where it was
// done outside of the window, as a file is opened that was double-clicked. Who has
// written nothing since waits for it: the keys are its own at once. Nobody is interrupted
// who writes: for them it is a notice, until they ask for it or their hands rest.
// If they write on when it has just been shown, it is a notice again, and no letter
// is lost; if they pause, or click on it, the keys are its own. It waits for its turn
// behind a panel that is open already. It is made by need, and anew when the window
// is built anew in another language or other colours.
func (w *window) comes(since time.Time, make func() *parts.Panel) {
	c := &unasked{make: make, since: since}
	w.prepare(c)
	w.unasked = append(w.unasked, c)
	if len(w.unasked) == 1 {
		w.nextUnasked()
	}
}

// prepare makes the panel that is to come. Keys that it has held back go to the
// text before it is answered, which may put another one on the sheet, or shut.
func (w *window) prepare(c *unasked) {
	p := c.make()
	p.Late, p.OnTaken = true, c.handOver
	shut, agree := p.OnShut, p.OnAgree
	p.OnAgree = func() error {
		c.handOver()
		if agree == nil {
			return nil
		}
		return agree()
	}
	p.OnShut = func() {
		if w.steppingBack {
			return
		}
		c.handOver()
		w.unasked = slices.DeleteFunc(w.unasked, func(other *unasked) bool { return other == c })
		if shut != nil {
			shut()
		}
		parts.WhenAnswered(w.win.Canvas(), w.nextUnasked)
	}
	c.panel = p
}

// handOver types the keys that the panel has held back into the text that was
// written in before.
func (c *unasked) handOver() {
	for _, key := range c.panel.TakeOwed() {
		if c.text != nil {
			c.text.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
}

// stepBack takes a panel away as if it had not come up yet.
func (w *window) stepBack(c *unasked) {
	w.steppingBack = true
	c.panel.Hide()
	w.steppingBack = false
}

// comeAnew makes anew what has come and is not answered, and tells of it again:
// the window was built anew.
func (w *window) comeAnew() {
	for _, c := range w.unasked {
		was := c.panel
		visible := was.Visible()
		if visible {
			w.stepBack(c)
		}
		if _, ok := c.text.(*editor.Editor); ok {
			c.text = w.sheet
		}
		c.handOver()
		w.prepare(c)
		c.panel.Unasked, c.panel.Written = was.Unasked, was.Written
		switch {
		case visible:
			w.showLending(c)
		case c.told:
			w.tellUnasked(c)
		}
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
	writes := w.notices != nil && c.text != nil && (c.since.IsZero() || c.text.WroteSince(c.since))
	if writes && !c.text.Rests() {
		c.breaksIn = true
		w.tellUnasked(c)
		w.showWhenRested(c)
		return
	}
	c.panel.Unasked, c.panel.Written = writes, writes && c.breaksIn
	w.showUnasked(c)
}

func (w *window) showUnasked(c *unasked) {
	if c.told = false; w.notices != nil {
		w.notices.Drop(ofComing)
	}
	w.showLending(c)
}

// showLending shows the panel, which takes the keys when who writes pauses.
func (w *window) showLending(c *unasked) {
	c.shows++
	w.showPanel(c.panel)
	w.takeKeysLater(c)
}

func (w *window) takeKeysLater(c *unasked) {
	if !c.panel.Unasked {
		return
	}
	p, shows, owes := c.panel, c.shows, c.panel.Owes()
	time.AfterFunc(takesKeys, func() {
		onUI(func() {
			switch {
			case c.panel != p || c.shows != shows || !p.Visible():
			case p.Owes() > owes: // a key that is held
				w.takeKeysLater(c)
			default:
				p.TakeKeys()
			}
		})
	})
}

// tellUnasked says by a notice what has come.
func (w *window) tellUnasked(c *unasked) {
	if w.notices == nil {
		return
	}
	w.notices.Stay(ofComing, w.say.Say("desk.has_come", bulletin.Args{"what": c.panel.Title}), w.say.Say("desk.has_come.look", nil), func() {
		c.panel.Unasked = false // it is asked for
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

// backToWriting gives a key to the text that was written in before a panel came,
// which steps back. It reports whether there is one.
func (w *window) backToWriting(give func(text written)) bool {
	if len(w.unasked) == 0 || w.unasked[0].text == nil || !w.unasked[0].panel.Lends() {
		return false
	}
	c := w.unasked[0]
	w.stepBack(c)
	c.breaksIn = true
	w.tellUnasked(c)
	w.win.Canvas().Focus(c.text)
	c.handOver()
	give(c.text)
	w.showWhenRested(c)
	return true
}

// letterBack is backToWriting with a letter.
func (w *window) letterBack(r rune) bool {
	return w.backToWriting(func(text written) { giveLetter(text, r) })
}

func giveLetter(text written, r rune) {
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUnknown}) // whose letter it is
	text.TypedRune(r)
}

// keyBack is backToWriting with a key that changes a text or moves in it.
func (w *window) keyBack(key *fyne.KeyEvent) bool {
	return isWriting(key.Name) && w.backToWriting(func(text written) { text.TypedKey(key) })
}

// isWriting reports a key that changes a text or moves in it.
func isWriting(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}

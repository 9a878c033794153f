package manuscript

import "time"

// edit is one change that can be turned round: of the text of a block, or of a
// run of blocks.
type edit struct {
	block             int
	at                int
	removed, inserted piece
	ofBlocks          bool
	out, in           []*Block
}

func (e edit) inverse() edit {
	e.removed, e.inserted = e.inserted, e.removed
	e.out, e.in = e.in, e.out
	return e
}

// manner is how an edit came about; it decides what is taken back with it.
type manner uint8

const (
	byCommand manner = iota // a step of its own
	byTyping
	byErasing // Backspace and Delete, a letter at a time
)

// step is what one undo takes back.
type step struct {
	edits         []edit
	before, after Selection
	manner        manner
	last          time.Time
	closed        bool
	others        bool   // others wrote it, and nobody has been told so who was about to take it back
	batch         any    // steps of one and the same are taken back together; nil for none
	undone        func() // may be nil: what else is taken back with it
	redone        func() // and done again
}

// history is what can be undone and redone.
type history struct {
	done, undone []*step
	open         *step // gathers the edits of the command that is running
	batch        any   // of the steps that are made now; see Together
}

const (
	// pause ends a step: what is typed after it is undone apart.
	pause = 2 * time.Second
	// longStep is the number of letters after which the next word begins a new
	// step.
	longStep = 40
	// burst is how many letters an input method takes back at most to write
	// them anew with a mark, and burstTime how long that takes at most.
	burst     = 8
	burstTime = 80 * time.Millisecond
	// stepsKept bounds the memory of the history.
	stepsKept = 2000
)

// rest ends the present run of typing.
func (h *history) rest() {
	if n := len(h.done); n > 0 {
		h.done[n-1].closed = true
	}
}

// joins reports whether an edit belongs to the step before it.
func (s *step) joins(how manner, e edit, now time.Time) bool {
	if s.closed || how == byCommand || s.manner == byCommand || e.ofBlocks || now.Sub(s.last) > pause {
		return false
	}
	last := s.edits[len(s.edits)-1]
	if last.ofBlocks || last.block != e.block {
		return false
	}
	end := last.at + len(last.inserted.text)
	switch {
	case how == byTyping && s.manner == byTyping:
		return e.at+len(e.removed.text) == end && !s.isLong(last)
	case how == byErasing && s.manner == byErasing:
		return e.at+len(e.removed.text) == last.at || e.at == last.at
	case how == byErasing: // the letters just typed
		own := s.typed() >= len(e.removed.text) || now.Sub(s.last) <= burstTime && -s.typed() <= burst
		return e.at+len(e.removed.text) == end && own
	}
	// Typing after erasing: an input method that writes a letter anew.
	return e.at == last.at && now.Sub(s.last) <= burstTime && -s.typed() <= burst
}

// isLong reports whether a word has ended in a step that is long enough.
func (s *step) isLong(last edit) bool {
	n := len(last.inserted.text)
	return n > 0 && last.inserted.text[n-1] == ' ' && len(s.edits) > longStep
}

// typed is how many letters the step has added in all.
func (s *step) typed() int {
	n := 0
	for _, e := range s.edits {
		n += len(e.inserted.text) - len(e.removed.text)
	}
	return n
}

// do runs a command: all its edits are one step, or join the one before.
func (m *Manuscript) do(how manner, command func()) {
	if m.history.open != nil { // part of another command
		command()
		return
	}
	s := &step{before: m.sel, manner: how, last: m.Now(), batch: m.history.batch}
	m.history.open = s
	command()
	m.history.open = nil
	if len(s.edits) == 0 {
		return
	}
	m.pen = nil
	s.after = m.sel
	m.history.undone = nil
	h := &m.history
	if n := len(h.done); n > 0 && s.batch != nil && h.done[n-1].batch == s.batch {
		before := h.done[n-1]
		before.edits = append(before.edits, s.edits...)
		before.after, before.last = s.after, s.last
		return
	}
	if n := len(h.done); n > 0 && len(s.edits) == 1 && h.done[n-1].joins(how, s.edits[0], s.last) {
		before := h.done[n-1]
		before.edits = append(before.edits, s.edits[0])
		before.after, before.last = s.after, s.last
		if how == byTyping {
			before.manner = byTyping
		}
		return
	}
	h.rest()
	h.done = append(h.done, s)
	if len(h.done) > stepsKept {
		h.done = append([]*step(nil), h.done[len(h.done)-stepsKept:]...)
	}
}

// Together makes what change does one step with what the same batch did just
// before, if nothing was done in between.
func (m *Manuscript) Together(batch any, change func()) {
	was := m.history.batch
	m.history.batch = batch
	change()
	m.history.batch = was
}

// CanUndo reports whether there is something to take back.
func (m *Manuscript) CanUndo() bool { return len(m.history.done) > 0 }

// CanRedo reports whether there is something to do again.
func (m *Manuscript) CanRedo() bool { return len(m.history.undone) > 0 }

// ByOthers says of the last step that others wrote it, such as what a merge
// brought.
func (m *Manuscript) ByOthers() {
	if n := len(m.history.done); n > 0 {
		m.history.done[n-1].others = true
	}
}

// TakesBackOthers reports, once for each step, that Undo would take back what
// others wrote, and not what was typed last.
func (m *Manuscript) TakesBackOthers() bool {
	n := len(m.history.done)
	if n == 0 || !m.history.done[n-1].others {
		return false
	}
	m.history.done[n-1].others = false
	return true
}

// Undo takes the last step back and selects what was selected before it.
func (m *Manuscript) Undo() bool {
	h := &m.history
	n := len(h.done)
	if n == 0 {
		return false
	}
	s := h.done[n-1]
	h.done = h.done[:n-1]
	for i := len(s.edits) - 1; i >= 0; i-- {
		m.apply(s.edits[i].inverse())
	}
	s.closed = true
	h.undone = append(h.undone, s)
	m.sel, m.pen = s.before, nil
	call(s.undone)
	return true
}

// Redo does again what was taken back last.
func (m *Manuscript) Redo() bool {
	h := &m.history
	n := len(h.undone)
	if n == 0 {
		return false
	}
	s := h.undone[n-1]
	h.undone = h.undone[:n-1]
	for _, e := range s.edits {
		m.apply(e)
	}
	h.done = append(h.done, s)
	m.sel, m.pen = s.after, nil
	call(s.redone)
	return true
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// Along makes something that does not stand on the sheet go with the last step:
// undone is called whenever that is taken back, redone whenever it is done
// again. Without a step it does nothing.
func (m *Manuscript) Along(undone, redone func()) {
	if n := len(m.history.done); n > 0 {
		s := m.history.done[n-1]
		s.undone, s.redone, s.closed = undone, redone, true
	}
}

// AsStep makes a step of something that changes nothing on the sheet.
func (m *Manuscript) AsStep(undone, redone func()) {
	m.history.rest()
	m.history.undone = nil
	m.history.done = append(m.history.done, &step{before: m.sel, after: m.sel, last: m.Now(), closed: true})
	m.Along(undone, redone)
}

package field

import "time"

// edit is one change of the text, enough to take it back.
type edit struct {
	at                int
	removed, inserted []rune
}

// step is what one undo takes back.
type step struct {
	edits         []edit
	anchor, caret int // before the step
	last          time.Time
	closed        bool // nothing may be added to it
}

// pause ends a step: what is typed after it is undone apart.
const pause = 2 * time.Second

// history is what can be undone and redone.
type history struct {
	done, undone []*step
}

// record notes an edit. Typing runs on in one step until a pause, a new
// paragraph, or about a line of text; everything else is a step of its own.
func (h *history) record(e edit, anchor, caret int, typed bool, now time.Time) {
	h.undone = nil
	if n := len(h.done); typed && n > 0 && h.done[n-1].takes(e, now) {
		s := h.done[n-1]
		s.edits = append(s.edits, e)
		s.last = now
		return
	}
	h.done = append(h.done, &step{edits: []edit{e}, anchor: anchor, caret: caret, last: now, closed: !typed})
}

// longStep is the number of single edits after which the next word starts a
// new step.
const longStep = 40

func (s *step) takes(e edit, now time.Time) bool {
	if s.closed || now.Sub(s.last) > pause {
		return false
	}
	last := s.edits[len(s.edits)-1]
	if len(last.inserted) > 0 {
		end := last.inserted[len(last.inserted)-1]
		if end == '\n' || (end == ' ' && len(s.edits) > longStep) {
			return false
		}
	}
	follows := e.at == last.at+len(last.inserted)
	erases := e.at+len(e.removed) == last.at+len(last.inserted)
	return follows || erases
}

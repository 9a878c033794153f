package newsroom

import "time"

// SetClock gives the newsroom a clock of its own.
func (n *Newsroom) SetClock(now func() time.Time) { n.now = now }

// SetAsked has a function called whenever the folder is asked.
func (n *Newsroom) SetAsked(asked func()) { n.asked = asked }

// AwaitAnswers waits until the folder has answered all that was given up.
func (n *Newsroom) AwaitAnswers() {
	for n.owed.err() != nil {
		time.Sleep(time.Millisecond)
	}
}

// RestLong makes the newsroom believe that publishing has just taken an hour.
func (n *Newsroom) RestLong() {
	n.turn.Lock()
	defer n.turn.Unlock()
	n.published, n.took = time.Now(), time.Hour
}

// RestUntil makes the newsroom believe that it rests for a while from now on.
func (n *Newsroom) RestUntil(d time.Duration) {
	n.turn.Lock()
	defer n.turn.Unlock()
	n.published, n.took = time.Now(), d/rest
}

// WaitADay makes the newsroom believe that it has known what lies about for
// longer than a day.
func (n *Newsroom) WaitADay() {
	n.turn.Lock()
	defer n.turn.Unlock()
	for path, since := range n.leftovers {
		n.leftovers[path] = since.Add(-patience - time.Hour)
	}
}

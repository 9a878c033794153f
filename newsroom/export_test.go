package newsroom

import "time"

// SetClock gives the newsroom a clock of its own.
func (n *Newsroom) SetClock(now func() time.Time) { n.now = now }

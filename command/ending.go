package command

import (
	"context"
	"fmt"
	"os"
	"time"
)

// How long a command that was told to end may go on: to close its files, and
// for the last exchange of a newsroom, which bounds itself.
const (
	longestFarewell   = 3 * time.Second
	newsroomsFarewell = 30 * time.Second
)

// insist ends the program when it was told to end and does not: a server that
// is gone may keep a system call for minutes, and nothing in this process can
// take it back. What was saved is safe: a file survives worse. Told a second
// time, the program ends at once. stop gives back what a signal does by itself.
func (p *program) insist(told context.Context, stop func(), over <-chan struct{}) {
	select {
	case <-over:
		return
	case <-told.Done():
	}
	if p.untilClosed.Load() {
		return // the desk asks and saves, and hears signals itself
	}
	stop()
	wait := longestFarewell
	if p.exchanges.Load() {
		wait = newsroomsFarewell
	}
	select {
	case <-over:
	case <-time.After(wait):
		fmt.Fprintln(p.err, p.words.Say("trouble.cancelled", nil))
		os.Exit(NotDone)
	}
}

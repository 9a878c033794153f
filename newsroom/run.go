package newsroom

import (
	"context"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Every is how often an exchange takes place where nothing is known to have
// changed: shares of other PCs tell nothing.
const Every = time.Minute

// settle is how long the folder must be quiet before what changed in it is
// received: files are seldom there at once.
const settle = 2 * time.Second

// afterSave is how long a save waits for those that follow it at once.
const afterSave = time.Second

// Run exchanges now, then each time that the folder changes, that something is
// saved in the working file, whoever saves it, that something comes through
// asked, and every so often, until ctx ends. It publishes by
// itself no more often than is good for the server; Exchange, at the end of the
// work, or asked, publish at once. heard hears of each exchange, from the
// goroutine that Run was called in; a failed one is tried again the next time.
func (n *Newsroom) Run(ctx context.Context, every time.Duration, asked <-chan struct{}, heard func(Exchanged, error)) {
	changes, stop := n.watch(ctx)
	defer stop()
	clock := time.NewTicker(every)
	defer clock.Stop()
	for now := true; ; {
		e, err := n.exchangeIn(ctx, !now, nil)
		if ctx.Err() != nil {
			return
		}
		heard(e, err)
		var ok bool
		if now, ok = n.wait(ctx, changes, clock.C, asked); !ok {
			return
		}
	}
}

// longestLeave bounds the last exchange: a folder that does not answer keeps
// nobody at work.
const longestLeave = 20 * time.Second

// Leave exchanges a last time when the work is over, also when ctx has ended: what
// was saved since the last exchange would otherwise wait until the next day.
func (n *Newsroom) Leave(ctx context.Context) (Exchanged, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), longestLeave)
	defer cancel()
	return n.Exchange(ctx, nil)
}

// wait ends when it is time for another exchange, now when somebody asked for
// it; not ok: when ctx ends.
func (n *Newsroom) wait(ctx context.Context, changes <-chan fsnotify.Event, clock <-chan time.Time, asked <-chan struct{}) (now, ok bool) {
	var quiet, saved <-chan time.Time
	if n.waits() {
		saved = time.After(n.restLeft())
	}
	for {
		select {
		case <-ctx.Done():
			return false, false
		case <-clock:
			return false, true
		case _, open := <-asked:
			if open {
				return true, true
			}
			asked = nil // nobody will ask any more
		case <-quiet:
			return false, true
		case <-saved:
			return false, true
		case change := <-changes:
			switch {
			case n.concerns(change):
				quiet = time.After(settle)
			case saved == nil && n.isSave(change):
				saved = time.After(max(afterSave, n.restLeft()))
			}
		}
	}
}

// waits reports that the last exchange has left publishing for later.
func (n *Newsroom) waits() bool {
	n.turn.Lock()
	defer n.turn.Unlock()
	return n.unpublished
}

// concerns reports a change of a published file. It may be this PC's own: then
// either this PC has just published it, and the next exchange finds nothing new,
// or somebody has written into it.
func (n *Newsroom) concerns(change fsnotify.Event) bool {
	return filepath.Dir(change.Name) == n.folder && isPublished(filepath.Base(change.Name))
}

// isSave reports a change of the working file. It may be one that an exchange
// has made: the next one then finds nothing to do, and changes nothing.
func (n *Newsroom) isSave(change fsnotify.Event) bool {
	return change.Op != fsnotify.Chmod && change.Name == n.working
}

// watch gives the changes in the folder and of the working file, none where the
// system cannot tell: then the clock does it alone.
func (n *Newsroom) watch(ctx context.Context) (changes <-chan fsnotify.Event, stop func()) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, func() {}
	}
	if _, err := answered(ctx, &n.owed, func() (struct{}, error) { return struct{}{}, w.Add(n.folder) }); err != nil {
		w.Close()
		return nil, func() {}
	}
	// Its folder, for another file may be put in its place. Where that cannot
	// be watched, the clock does it.
	_ = w.Add(filepath.Dir(n.working))
	return w.Events, func() { w.Close() }
}

// Package loop hands work to the goroutine of the window, for as long as there
// is one: Fyne falls over when it is asked while it shuts down.
package loop

import (
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

var (
	door sync.RWMutex
	left bool
)

// Post runs something on the goroutine of the window, soon. Once the program
// has left, it does nothing.
func Post(do func()) {
	door.RLock()
	defer door.RUnlock()
	if !left {
		fyne.Do(do)
	}
}

// Do is Post that returns when it is done. It is not to be called on the
// goroutine of the window.
func Do(do func()) {
	done := make(chan struct{})
	door.RLock()
	gone := left
	if !gone {
		fyne.Do(func() { defer close(done); do() })
	}
	door.RUnlock()
	if !gone {
		<-done
	}
}

// Leave ends Post. It is to be called before the program quits.
func Leave() { set(true) }

// Enter begins it.
func Enter() { set(false) }

func set(to bool) {
	door.Lock()
	defer door.Unlock()
	left = to
}

// Due is something that is to be done once, after a while. Its timer runs on a
// goroutine of its own and may outlive the window: stopped, or run out for a
// window that is gone, it asks nothing of it. Its zero value is ready. It is
// used on the goroutine of the window.
type Due struct {
	timer *time.Timer
	armed atomic.Bool
}

// In does something after a while, on the goroutine of the window, by post.
// What was to be done before is not.
func (d *Due) In(after time.Duration, post func(func()), do func()) {
	d.Stop()
	d.armed.Store(true)
	d.timer = time.AfterFunc(after, func() {
		if d.armed.Load() {
			post(func() {
				if d.armed.Swap(false) {
					do()
				}
			})
		}
	})
}

// Stop leaves it undone, and reports whether there was something to be done.
func (d *Due) Stop() bool {
	if d.timer != nil {
		d.timer.Stop()
	}
	return d.armed.Swap(false)
}

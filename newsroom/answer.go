package newsroom

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
)

// lastWait is how long something that was begun in the folder may still take
// when the work is to end: it tidies up after itself, if the folder answers.
const lastWait = time.Second

// waiting counts what was asked of a folder and given up without an answer.
type waiting struct{ n atomic.Int32 }

// answered carries out what asks the folder, and gives up with ctx: where a
// server is gone, the system may keep a call for minutes or for good, and a
// program that is told to end must not stay with it. What is given up ends by
// itself, so that do changes nothing but what it gives.
func answered[T any](ctx context.Context, w *waiting, do func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	came := make(chan answer, 1)
	var left atomic.Bool // by whoever asked, or, the second time, by do
	go func() {
		value, err := do()
		came <- answer{value, err}
		if left.Swap(true) {
			w.n.Add(-1)
		}
	}()
	select {
	case a := <-came:
		return a.value, a.err
	case <-ctx.Done():
	}
	select {
	case a := <-came:
		return a.value, a.err
	case <-time.After(lastWait):
		w.n.Add(1)
		if left.Swap(true) { // it has just come
			w.n.Add(-1)
		}
		var none T
		return none, ctx.Err()
	}
}

// errSilent says that the folder still owes an answer.
var errSilent = errors.New("the folder does not answer")

// err is errSilent while an answer is owed: asking again would only wait again.
func (w *waiting) err() error {
	if w.n.Load() > 0 {
		return errSilent
	}
	return nil
}

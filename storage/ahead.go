package storage

import "context"

// ahead works in two places at once: while keep has one portion, prepare makes
// the next one. prepare hands its portions over one by one and stops when it
// cannot. No more than two are alive at a time. What fails first is what ahead
// returns, when both have ended.
func ahead[T any](ctx context.Context, prepare func(ctx context.Context, hand func(T) error) error, keep func(T) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	portions := make(chan T)
	var prepared error // once portions is closed
	go func() {
		defer close(portions)
		prepared = prepare(ctx, func(portion T) error {
			select {
			case portions <- portion:
				return nil
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		})
	}()
	var failed error
	for portion := range portions {
		if failed != nil {
			continue // the last one that was on its way
		}
		if failed = keep(portion); failed != nil {
			cancel(failed)
		}
	}
	if failed != nil {
		return failed
	}
	return prepared
}

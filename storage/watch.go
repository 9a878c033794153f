package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Watch calls heard, from its own goroutine, each time that another program has
// written into the file. It looks every so often, until ctx ends or the file is
// closed. What this File writes is no news.
func (f *File) Watch(ctx context.Context, every time.Duration, heard func()) error {
	// One and the same connection is asked: what another program has written, each
	// learns for itself (https://sqlite.org/pragma.html#pragma_data_version). There is
	// but one for writing, which nobody is kept from.
	var on interface {
		QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	} = f.write
	if f.write == nil {
		conn, err := f.read.Conn(ctx)
		if err != nil {
			return fmt.Errorf("watch the file: %w", err)
		}
		defer conn.Close()
		on = conn
	}
	look := func() (version int64, err error) {
		err = on.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version)
		return version, err
	}
	clock := time.NewTicker(every)
	defer clock.Stop()
	known, err := look()
	for {
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil && !isBusy(err):
			return fmt.Errorf("watch the file: %w", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-clock.C:
		}
		var now int64
		if now, err = look(); err == nil && now != known {
			known = now
			heard()
		}
	}
}

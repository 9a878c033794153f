package storage

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"time"
)

// patience is how long a save waits for somebody who writes and does not come to
// an end. While others come to an end, one after the other, they merely work, and
// a save waits its turn: it is not refused for their being many, or the PC slow.
// SQLite's own waiting (busy_timeout) asks ten times a second: beside a program
// that writes without a pause it meets the short moments in between too seldom.
const patience = 30 * time.Second

// queueing is the waiting of one save.
type queueing struct {
	end   time.Time // when it has waited enough
	saves int64     // by others, as it last saw them (PRAGMA data_version)
}

// saw notes that the file is at a version, which is another one after each
// transaction of somebody else.
func (q *queueing) saw(saves int64, now time.Time, patience time.Duration) {
	if saves != q.saves {
		q.saves, q.end = saves, now.Add(patience)
	}
}

// begin starts a transaction on the connection for writing as soon as no other
// program writes, or fails with SQLITE_BUSY when patience is at its end. end
// gives the connection back after the transaction.
func (f *File) begin(ctx context.Context) (tx *sql.Tx, end func(), err error) {
	conn, err := f.write.Conn(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("reach the file: %w", err)
	}
	if tx, err = beginWithin(ctx, conn, patience); err != nil {
		conn.Close()
		return nil, nil, err
	}
	return tx, func() { conn.Close() }, nil
}

func beginWithin(ctx context.Context, conn *sql.Conn, patience time.Duration) (*sql.Tx, error) {
	if _, err := conn.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil {
		return nil, fmt.Errorf("ask without waiting: %w", err)
	}
	// Without cancel: a commit must find its waiting switched on again.
	defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA "+waiting) }()
	q := queueing{end: time.Now().Add(patience)}
	for {
		tx, err := conn.BeginTx(ctx, nil)
		if err == nil || !isBusy(err) {
			return tx, err
		}
		saves := q.saves // where it cannot be read, somebody is just writing to the disk
		_ = conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&saves)
		if q.saw(saves, time.Now(), patience); time.Now().After(q.end) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Millisecond + rand.N(8*time.Millisecond)):
		}
	}
}

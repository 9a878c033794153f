package storage

import (
	"context"
	"database/sql"
)

// querier reads: a pool, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// execer also writes.
type execer interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// scanner is a row: *sql.Row or *sql.Rows.
type scanner interface{ Scan(into ...any) error }

// collect reads every row of a query and closes it before it returns: a
// cursor that stays open keeps others from committing.
func collect[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	return collectInto(ctx, nil, q, scan, query, args...)
}

// collectInto is collect into a slice, which is large enough if need be.
func collectInto[T any](ctx context.Context, all []T, q querier, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// scanString reads a row of one text.
func scanString[T ~string](row scanner) (s T, err error) {
	var text string
	err = row.Scan(&text)
	return T(text), err
}

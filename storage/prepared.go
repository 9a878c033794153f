package storage

import (
	"context"
	"database/sql"
)

// prepared is a transaction that compiles each statement once: for work that
// repeats few statements many times.
type prepared struct {
	tx         *sql.Tx
	statements map[string]*sql.Stmt
}

// prepare wraps the transaction that File.writing or File.reading gives.
func prepare(tx querier) *prepared {
	return &prepared{tx.(*sql.Tx), map[string]*sql.Stmt{}}
}

// close gives the compiled statements back.
func (p *prepared) close() {
	for _, s := range p.statements {
		s.Close()
	}
}

func (p *prepared) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := p.statements[query]; ok {
		return s, nil
	}
	s, err := p.tx.PrepareContext(ctx, query)
	if err == nil {
		p.statements[query] = s
	}
	return s, err
}

func (p *prepared) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := p.statement(ctx, query) //nolint:sqlclosecheck // close closes all of them together
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := p.statement(ctx, query) //nolint:sqlclosecheck // close closes all of them together
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := p.statement(ctx, query) //nolint:sqlclosecheck // close closes all of them together
	if err != nil {
		return p.tx.QueryRowContext(ctx, query, args...) // which says the same
	}
	return s.QueryRowContext(ctx, args...)
}

package store

import (
	"context"
	"database/sql"
	"sync"
)

// maxPrepared bounds the statements that are kept. Their texts differ by what is asked for and how many keys are
// named, never by values, so a running hub needs far fewer.
const maxPrepared = 200

// prepared runs queries that SQLite parses and plans once. PostgreSQL's driver keeps statements by itself.
type prepared struct {
	db   *sql.DB
	mu   sync.RWMutex
	kept map[string]*sql.Stmt
}

// ExecContext passes on.
func (p *prepared) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return p.db.ExecContext(ctx, query, args...)
}

// QueryContext runs a kept statement, or keeps it first.
func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	statement, err := p.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if statement == nil {
		return p.db.QueryContext(ctx, query, args...)
	}
	return statement.QueryContext(ctx, args...)
}

// statement is the kept one, or nil when there are too many.
func (p *prepared) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	p.mu.RLock()
	found, full := p.kept[query], len(p.kept) >= maxPrepared
	p.mu.RUnlock()
	if found != nil || full {
		return found, nil
	}
	made, err := p.db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if first := p.kept[query]; first != nil { // another request was quicker
		_ = made.Close()
		return first, nil
	}
	if p.kept == nil {
		p.kept = map[string]*sql.Stmt{}
	}
	p.kept[query] = made
	return made, nil
}

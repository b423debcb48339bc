package store

import (
	"context"
	"database/sql"
	"sync"
)

// maxPrepared bounds the statements that are kept. Texts differ by what is asked for and by how many keys are named,
// never by values; those that are asked for again stay.
const maxPrepared = 200

// prepared runs queries that SQLite parses and plans once. PostgreSQL's driver keeps statements by itself.
type prepared struct {
	db   *sql.DB
	mu   sync.Mutex
	kept map[string]*statement
	// asked counts questions, so that the statement that was not asked for longest is known.
	asked int
}

// statement is closed when it was dropped and nobody is about to run it.
type statement struct {
	*sql.Stmt
	users, last int
	dropped     bool
}

// ExecContext passes on.
func (p *prepared) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return p.db.ExecContext(ctx, query, args...)
}

// QueryContext runs a kept statement, or keeps it first. Rows that are being read keep a closed one alive.
func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s := p.take(query)
	if s == nil {
		made, err := p.db.PrepareContext(ctx, query)
		if err != nil {
			return nil, err
		}
		s = p.keep(query, made)
	}
	defer p.done(s)
	return s.QueryContext(ctx, args...)
}

// take is the kept statement, in use until done, or nil.
func (p *prepared) take(query string) *statement {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.kept[query]
	if s != nil {
		p.asked++
		s.users, s.last = s.users+1, p.asked
	}
	return s
}

// keep keeps a new statement, in use until done, in place of the one that was not asked for longest.
func (p *prepared) keep(query string, made *sql.Stmt) *statement {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.kept == nil {
		p.kept = map[string]*statement{}
	}
	if p.kept[query] != nil { // another request was quicker
		p.drop(query)
	}
	if len(p.kept) >= maxPrepared {
		p.drop(p.oldest())
	}
	p.asked++
	s := &statement{Stmt: made, users: 1, last: p.asked}
	p.kept[query] = s
	return s
}

func (p *prepared) oldest() (query string) {
	last := p.asked + 1
	for text, s := range p.kept {
		if s.last < last {
			query, last = text, s.last
		}
	}
	return query
}

func (p *prepared) drop(query string) {
	s := p.kept[query]
	delete(p.kept, query)
	if s.dropped = true; s.users == 0 {
		_ = s.Close()
	}
}

func (p *prepared) done(s *statement) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s.users--; s.dropped && s.users == 0 {
		_ = s.Close()
	}
}

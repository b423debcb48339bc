package store

import (
	"context"
	"database/sql"
)

// writing keeps the statements of SQLite's one writer, so that it parses and plans each once. One is prepared when it comes
// for the second time, and between transactions: in the middle of one the only connection is taken.
type writing struct {
	prepared
	// once are statements that came once, up to a limit.
	once map[string]bool
}

// begun is a transaction that runs kept statements.
type begun struct {
	*sql.Tx
	kept *writing
	// bound are those that this transaction has used; again those that it would have liked to.
	bound map[string]*sql.Stmt
	again []string
}

// ExecContext runs a kept statement, or the text.
func (b *begun) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if s := b.statement(ctx, query); s != nil {
		return s.ExecContext(ctx, args...)
	}
	return b.Tx.ExecContext(ctx, query, args...)
}

// QueryContext runs a kept statement, or the text.
func (b *begun) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if s := b.statement(ctx, query); s != nil {
		return s.QueryContext(ctx, args...)
	}
	return b.Tx.QueryContext(ctx, query, args...)
}

// statement is a kept statement for this transaction, or nil.
func (b *begun) statement(ctx context.Context, query string) *sql.Stmt {
	if s := b.bound[query]; s != nil {
		return s
	}
	k := b.kept
	k.mu.Lock()
	s := k.kept[query]
	switch {
	case s != nil:
		k.asked++
		s.last = k.asked
	case k.once[query]:
		b.again = append(b.again, query)
	default:
		if k.once == nil || len(k.once) >= 4*maxPrepared {
			k.once = map[string]bool{}
		}
		k.once[query] = true
	}
	k.mu.Unlock()
	if s == nil {
		return nil
	}
	if b.bound == nil {
		b.bound = map[string]*sql.Stmt{}
	}
	b.bound[query] = b.StmtContext(ctx, s.Stmt) // closed with the transaction
	return b.bound[query]
}

// ended prepares what this transaction would have liked to be kept. Others may write meanwhile; then it waits its turn.
func (b *begun) ended() {
	for _, query := range b.again {
		b.kept.learn(query)
	}
}

func (w *writing) learn(query string) {
	w.mu.Lock()
	known := w.kept[query] != nil
	w.mu.Unlock()
	if known {
		return
	}
	made, err := w.db.PrepareContext(context.Background(), query)
	if err != nil {
		return // it goes on as text
	}
	w.done(w.keep(query, made))
}

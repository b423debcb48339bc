package store

import (
	"context"
	"database/sql"
	"fmt"
	"sync/atomic"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/hook"
)

// driver is Ent's view of the store: queries go to the reader, transactions to the writer, and a write outside a
// transaction nowhere.
type driver struct{ store *Store }

// Exec refuses: there is no write outside InTx.
func (d *driver) Exec(context.Context, string, any, any) error { return hook.ErrOutsideTx }

// Query reads outside a transaction.
func (d *driver) Query(ctx context.Context, query string, args, v any) error {
	d.store.seen(query, args)
	if once, ok := ctx.Value(byValue{}).(*atomic.Bool); ok && once.CompareAndSwap(false, true) {
		args = d.store.engine.planned(args.([]any))
	}
	return entsql.Conn{ExecQuerier: d.store.engine.querier()}.Query(ctx, query, args, v)
}

type byValue struct{}

// PlanByValue returns a context whose first statement is planned for its values, rather than once for all. That is for
// patterns and filters: after a few calls PostgreSQL would else go by an average, and walk a million names to find the
// one that a rare pattern fits. What is read along with the rows that it finds goes by keys, and keeps its plan.
func PlanByValue(ctx context.Context) context.Context {
	return context.WithValue(ctx, byValue{}, new(atomic.Bool))
}

// Tx begins a transaction. Only InTx may, since only it writes the journal.
func (d *driver) Tx(ctx context.Context) (dialect.Tx, error) {
	open := opened(ctx)
	if open == nil {
		return nil, hook.ErrOutsideTx
	}
	raw, err := d.store.engine.begin(ctx)
	if err != nil {
		return nil, err
	}
	open.raw = raw
	return &txDriver{store: d.store, raw: raw}, nil
}

// Close does nothing: the store closes.
func (d *driver) Close() error { return nil }

// Dialect of the database.
func (d *driver) Dialect() string { return d.store.engine.dialect() }

type txDriver struct {
	store *Store
	raw   *rawTx
}

func (t *txDriver) Exec(ctx context.Context, query string, args, v any) error {
	t.store.seen(query, args)
	return entsql.Conn{ExecQuerier: t.raw}.Exec(ctx, query, args, v)
}

func (t *txDriver) Query(ctx context.Context, query string, args, v any) error {
	t.store.seen(query, args)
	return entsql.Conn{ExecQuerier: t.raw}.Query(ctx, query, args, v)
}

func (t *txDriver) Commit() error { return t.raw.commit(context.Background()) }

func (t *txDriver) Rollback() error { return t.raw.rollback() }

func (s *Store) seen(statement string, args any) {
	for _, see := range s.observe {
		list, _ := args.([]any)
		see(statement, list)
	}
}

// queryInt reads one number. It serves pragmas and checks; rows of entities are read through Ent.
func queryInt(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, query string, args ...any) (n int64, err error) {
	if err := db.QueryRowContext(ctx, query, args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("%s: %w", query, err)
	}
	return n, nil
}

package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/visit"
)

// rawTx is one open transaction of the database: Ent and the job queue share it.
type rawTx struct {
	entsql.ExecQuerier
	sqlTx    *sql.Tx // SQLite
	pgxTx    pgx.Tx  // PostgreSQL
	commit   func(context.Context) error
	rollback func() error
}

// openTx is the transaction that a context carries.
type openTx struct {
	store  *Store
	raw    *rawTx
	client *gen.Client
	// failed remembers an inner failure, so that an outer InTx that overlooked it cannot commit half.
	failed error
}

type txKey struct{}

func opened(ctx context.Context) *openTx {
	open, _ := ctx.Value(txKey{}).(*openTx)
	return open
}

// ErrJoinedFailed is what InTx returns when an inner InTx failed and its error was dropped on the way out.
var ErrJoinedFailed = errors.New("a part of this transaction failed, so nothing of it was saved")

// attempts is how often a transaction is tried that the database itself broke off (deadlock, serialization).
const attempts = 4

// InTx runs do in a transaction and commits it if do returns nil. It is the only way to write. Inside another InTx it
// joins that one. Before the commit it writes the journal of all that the hooks saw, and the claim of an
// Idempotency-Key. do may run more than once, so it has no effects but on the database and its own variables; no
// hashing, network or file reading, and at most 500 rows.
func (s *Store) InTx(ctx context.Context, do func(ctx context.Context, tx *gen.Client) error) error {
	if outer := opened(ctx); outer != nil {
		err := do(ctx, outer.client)
		if err != nil && outer.failed == nil {
			outer.failed = err
		}
		return err
	}
	var err error
	for range attempts {
		if err = s.once(ctx, do); !broken(err) {
			return err
		}
		if !errors.Is(err, ErrAgain) {
			s.log.InfoContext(ctx, "the database broke a transaction off, and it is done again", "error", err)
		}
	}
	return err
}

func (s *Store) once(ctx context.Context, do func(ctx context.Context, tx *gen.Client) error) (err error) {
	open := &openTx{store: s}
	tx, err := s.client.Tx(context.WithValue(ctx, txKey{}, open))
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	open.client = tx.Client()
	defer func() {
		if r := recover(); r != nil {
			_ = tx.Rollback()
			panic(r)
		}
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	journal := &hook.Tx{At: s.clock.Now(), ChangeSet: rand.Text(), Origin: origin(ctx), RequestID: visit.From(ctx).RequestID}
	inner := lock.Remembering(hook.NewContext(context.WithValue(ctx, txKey{}, open), journal))
	if err := do(inner, open.client); err != nil {
		return err
	}
	if open.failed != nil {
		return fmt.Errorf("%w: %w", ErrJoinedFailed, open.failed)
	}
	if err := writeDown(inner, journal); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	claimed, err := claim(inner, open.client, journal.At)
	if err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	claimed()
	if w, ok := ctx.Value(watchKey{}).(*Committed); ok && journal.Wrote() {
		w.ChangeSet = journal.ChangeSet
	}
	return nil
}

// writeDown writes the journal of a transaction.
func writeDown(ctx context.Context, journal *hook.Tx) error {
	columns, rows, err := journal.Journal(ctx)
	if err != nil {
		return err
	}
	return Bulk(ctx, change.Table, columns, rows)
}

// Committed is what the transaction of a watched context changed: the change set to take back, or "" for nothing.
type Committed struct{ ChangeSet string }

type watchKey struct{}

// Watch returns a context whose next transaction tells what it committed.
func Watch(ctx context.Context) (context.Context, *Committed) {
	w := &Committed{}
	return context.WithValue(ctx, watchKey{}, w), w
}

// origin is the address that a request came from; nothing for what Portico does by itself.
func origin(ctx context.Context) string {
	if ip := visit.From(ctx).IP; ip.IsValid() {
		return ip.String()
	}
	return ""
}

// Queue gives do the raw transaction that is open in ctx, so that a job is enqueued with what causes it. Exactly one
// of the two is set. It is an error outside InTx: a job must not outlive a change that was taken back.
func Queue(ctx context.Context, do func(lite *sql.Tx, pg pgx.Tx) error) error {
	open := opened(ctx)
	if open == nil {
		return hook.ErrOutsideTx
	}
	return do(open.raw.sqlTx, open.raw.pgxTx)
}

// ErrAgain is returned by a transaction that found somebody else a moment ahead, and would now find what they made.
var ErrAgain = errors.New("somebody else was a moment ahead")

// broken reports an error of the database's own scheduling, after which the same transaction may succeed.
func broken(err error) bool {
	var pg *pgconn.PgError
	return errors.Is(err, ErrAgain) || errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

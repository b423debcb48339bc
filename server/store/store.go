// Package store opens SQLite or PostgreSQL and is the one way to write: InTx. SQL stands here, in the list helper, in
// the migrations and nowhere else.
package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5/pgxpool"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	_ "github.com/portico-hub/portico/ent/gen/ent/runtime" // hooks and rules
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/clock"
)

// Options say which database to open.
type Options struct {
	// URL is "sqlite:/path/to/file.db" or "postgres://…".
	URL string
	// DirectURL goes past a PgBouncer in transaction mode, for migrations. Empty means URL.
	DirectURL string
	Clock     *clock.Clock
	Log       *slog.Logger
	// MaxConns bounds the PostgreSQL pool; 0 means 16.
	MaxConns int32
}

// Store is one open database.
type Store struct {
	clock   *clock.Clock
	log     *slog.Logger
	client  *gen.Client
	engine  engine
	observe []func(statement string, args []any)
	grams   grams
	samples samples
}

// engine is what differs between the two databases.
type engine interface {
	dialect() string
	// reader answers queries outside a transaction and cannot write.
	reader() *sql.DB
	// querier is the reader as Ent asks it.
	querier() entsql.ExecQuerier
	// planned are arguments of a statement that is planned for their values.
	planned(args []any) []any
	begin(ctx context.Context) (*rawTx, error)
	// withMigrationLock runs do while no other process migrates this database.
	withMigrationLock(ctx context.Context, do func(context.Context) error) error
	// migrationDB is a connection on which table rebuilds are safe.
	migrationDB(ctx context.Context) (*sql.DB, error)
	close() error
}

// Open connects to the database. It does not migrate.
func Open(ctx context.Context, o Options) (*Store, error) {
	var e engine
	var err error
	scheme, rest, _ := strings.Cut(o.URL, ":")
	switch scheme {
	case "sqlite":
		e, err = openSQLite(rest)
	case "postgres", "postgresql":
		e, err = openPostgres(ctx, o)
	default:
		return nil, fmt.Errorf("the database URL must start with sqlite: or postgres://, not with %q", scheme+":")
	}
	if err != nil {
		return nil, err
	}
	s := &Store{clock: o.Clock, log: cmp.Or(o.Log, slog.New(slog.DiscardHandler)), engine: e}
	s.client = gen.NewClient(gen.Driver(&driver{store: s}))
	return s, nil
}

// Close closes all connections. Running transactions fail.
func (s *Store) Close() error { return s.engine.close() }

// Ent is the client for reading: the open transaction's inside InTx, else one that cannot write.
func (s *Store) Ent(ctx context.Context) *gen.Client {
	if open := opened(ctx); open != nil {
		return open.client
	}
	return s.client
}

// Clock is the one clock of this process.
func (s *Store) Clock() *clock.Clock { return s.clock }

// Dialect is dialect.SQLite or dialect.Postgres.
func (s *Store) Dialect() string { return s.engine.dialect() }

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.engine.reader().PingContext(ctx) }

// Pool is PostgreSQL's connection pool, for the job queue; nil on SQLite.
func (s *Store) Pool() *pgxpool.Pool {
	if p, ok := s.engine.(*postgres); ok {
		return p.pool
	}
	return nil
}

// Writer is SQLite's one writing connection, for the job queue; nil on PostgreSQL.
func (s *Store) Writer() *sql.DB {
	if l, ok := s.engine.(*sqlite); ok {
		return l.writer
	}
	return nil
}

// Observe calls see with every statement that Ent sends, for tests that count or explain them. It is not safe to call
// while statements are running.
func (s *Store) Observe(see func(statement string, args []any)) { s.observe = append(s.observe, see) }

// Now is the time of the open transaction, or the clock's.
func (s *Store) Now(ctx context.Context) time.Time {
	if tx := hook.From(ctx); tx != nil {
		return tx.At
	}
	return s.clock.Now()
}

// redact takes the password out of a database URL.
func redact(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return "(unreadable)"
	}
	return u.Redacted()
}

package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
)

type postgres struct {
	pool   *pgxpool.Pool
	db     *sql.DB
	direct string
}

// connectTimeout bounds the wait for a PostgreSQL that does not answer.
const connectTimeout = 10 * time.Second

func openPostgres(ctx context.Context, o Options) (*postgres, error) {
	config, err := pgxpool.ParseConfig(o.URL)
	if err != nil {
		return nil, errors.New("the PostgreSQL URL cannot be read; it looks like postgres://user:password@host:5432/name")
	}
	config.MaxConns = cmp.Or(o.MaxConns, 16)
	config.ConnConfig.ConnectTimeout = connectTimeout
	config.ConnConfig.RuntimeParams["application_name"] = "portico"
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	// Pages are small: starting parallel workers costs more than they bring.
	config.ConnConfig.RuntimeParams["max_parallel_workers_per_gather"] = "0"
	// A directory lies in memory or on a solid disk. By PostgreSQL's own 4, made for disks that turn, a manager of a few
	// thousand users reads the whole table of a hundred thousand.
	config.ConnConfig.RuntimeParams["random_page_cost"] = "1.1"
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("PostgreSQL at %s: %w", redact(o.URL), err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("PostgreSQL at %s does not answer: %w", redact(o.URL), err)
	}
	return &postgres{pool: pool, db: stdlib.OpenDBFromPool(pool), direct: cmp.Or(o.DirectURL, o.URL)}, nil
}

func (p *postgres) dialect() string { return dialect.Postgres }

func (p *postgres) reader() *sql.DB { return p.db }

func (p *postgres) querier() entsql.ExecQuerier { return p.db }

// planned sends a statement without a name: the server plans such a one each time.
func (p *postgres) planned(args []any) []any {
	return append([]any{pgx.QueryExecModeCacheDescribe}, args...)
}

// begin opens a pgx transaction on a connection that Ent uses as *sql.Conn: the job queue wants the one, Ent the other.
func (p *postgres) begin(ctx context.Context) (*rawTx, error) {
	conn, err := p.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	var tx pgx.Tx
	err = conn.Raw(func(driverConn any) (err error) {
		tx, err = driverConn.(*stdlib.Conn).Conn().Begin(ctx)
		return err
	})
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return &rawTx{
		ExecQuerier: conn, pgxTx: tx,
		commit: func(ctx context.Context) error {
			return errors.Join(tx.Commit(ctx), conn.Close())
		},
		rollback: func() error {
			// The request's context may be over; the rollback must reach the server all the same.
			ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			return errors.Join(tx.Rollback(ctx), conn.Close())
		},
	}, nil
}

// migrationLock is the key of the advisory lock under which one replica migrates while the others wait.
const migrationLock = 0x706f727469636f // "portico"

func (p *postgres) withMigrationLock(ctx context.Context, do func(context.Context) error) error {
	conn, err := pgx.Connect(ctx, p.direct)
	if err != nil {
		return fmt.Errorf("PostgreSQL at %s: %w", redact(p.direct), err)
	}
	// Closing the session frees the lock, also when this process dies.
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(migrationLock)); err != nil {
		return fmt.Errorf("waiting for the migration lock: %w", err)
	}
	return do(ctx)
}

func (p *postgres) migrationDB(context.Context) (*sql.DB, error) {
	return sql.Open("pgx", p.direct)
}

func (p *postgres) close() error {
	err := p.db.Close()
	p.pool.Close()
	return err
}

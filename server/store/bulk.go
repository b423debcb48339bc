package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/portico-hub/portico/ent/hook"
)

// maxVariables is what SQLite takes in one statement.
const maxVariables = 32766

// roomy is a cache in which the indexes of a big table fit, for a process that does nothing but fill it.
const roomy = "PRAGMA cache_size = -262144" // KiB

// Roomy gives SQLite's writer a big cache, for filling many rows: with a small one every index page is read and written
// over and over. PostgreSQL has its own.
func (s *Store) Roomy(ctx context.Context) error {
	if s.Writer() == nil {
		return nil
	}
	_, err := s.Writer().ExecContext(ctx, roomy)
	return err
}

// ample is a cache that holds what many inserts in a row come back to, and usual the one that SQLite has by itself.
const (
	ample = "PRAGMA cache_size = -4096" // KiB
	usual = "PRAGMA cache_size = -2000; PRAGMA shrink_memory"
)

// Widen gives SQLite's writer an ample cache until the returned function is called, for a job that adds many rows among other
// work. On PostgreSQL it does nothing.
func (s *Store) Widen(ctx context.Context) (narrow func()) {
	if s.Writer() == nil {
		return func() {}
	}
	_, _ = s.Writer().ExecContext(ctx, ample) // it would only be slower
	return func() { _, _ = s.Writer().ExecContext(context.WithoutCancel(ctx), usual) }
}

// Bulk writes rows of one table in the open transaction: COPY on PostgreSQL, statements of many rows on SQLite. No
// hook runs, no rule is asked and nothing is journalled, so it is for made-up data alone. The caller derives what hooks
// would derive.
func Bulk(ctx context.Context, table string, columns []string, rows [][]any) error {
	open := opened(ctx)
	switch {
	case open == nil:
		return hook.ErrOutsideTx
	case len(rows) == 0:
		return nil
	case open.raw.pgxTx != nil:
		_, err := open.raw.pgxTx.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	}
	size := min(len(rows), maxVariables/len(columns))
	for len(rows) > 0 {
		part := rows[:min(size, len(rows))]
		if err := insert(ctx, open.raw, table, columns, part); err != nil {
			return fmt.Errorf("bulk %s: %w", table, err)
		}
		rows = rows[len(part):]
	}
	return nil
}

func insert(ctx context.Context, tx *rawTx, table string, columns []string, rows [][]any) error {
	one := "(" + strings.TrimSuffix(strings.Repeat("?,", len(columns)), ",") + "),"
	statement := `INSERT INTO "` + table + `" ("` + strings.Join(columns, `","`) + `") VALUES ` +
		strings.TrimSuffix(strings.Repeat(one, len(rows)), ",")
	args := make([]any, 0, len(rows)*len(columns))
	for _, r := range rows {
		args = append(args, r...)
	}
	_, err := tx.ExecContext(ctx, statement, args...)
	return err
}

// Settled tells the database that much was written by Bulk: keys go on behind the highest one, the planner learns what
// there is, and the indexes of search are put in order.
func (s *Store) Settled(ctx context.Context, tables ...string) error {
	db, err := s.engine.migrationDB(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	if s.Pool() == nil {
		if _, err := db.ExecContext(ctx, "ANALYZE"); err != nil {
			return err
		}
		return s.gather(ctx)
	}
	for _, t := range tables {
		next := fmt.Sprintf(`SELECT setval(pg_get_serial_sequence('%s', 'id'), greatest((SELECT max(id) FROM "%s"), 1))`, t, t)
		if _, err := db.ExecContext(ctx, next); err != nil {
			return err
		}
		if _, err := db.ExecContext(ctx, `VACUUM ANALYZE "`+t+`"`); err != nil {
			return err
		}
	}
	return nil
}

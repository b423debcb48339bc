package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
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

// ample is a cache that holds what many inserts in a row come back to, and a log that takes several transactions before their pages
// are put into the file, most of them the same ones; usual is what SQLite has by itself.
const (
	ample = "PRAGMA cache_size = -4096; PRAGMA wal_autocheckpoint = 10000" // KiB, pages
	usual = "PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000; PRAGMA shrink_memory"
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

// copied is from how many rows on COPY is worth its further way to the server and back; together is how many rows SQLite is given
// in one statement, always as many, so that it knows the statement.
const (
	copied   = 50
	together = 100
)

// Bulk writes rows of one table in the open transaction: by COPY on PostgreSQL where they are many, else by statements of many
// rows. No hook runs, no rule is asked and nothing is journalled, so it is for made-up data, and for what Portico writes down of
// what hooks and rules have seen. The caller derives what hooks would derive.
func Bulk(ctx context.Context, table string, columns []string, rows [][]any) error {
	open := opened(ctx)
	switch {
	case open == nil:
		return hook.ErrOutsideTx
	case open.raw.pgxTx != nil && len(rows) >= copied:
		open.store.seen("COPY "+table, nil)
		_, err := open.raw.pgxTx.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	}
	for some := range slices.Chunk(rows, min(together, maxVariables/len(columns))) {
		if err := insert(ctx, open, table, columns, some); err != nil {
			return fmt.Errorf("bulk %s: %w", table, err)
		}
	}
	return nil
}

func insert(ctx context.Context, open *openTx, table string, columns []string, rows [][]any) error {
	args := make([]any, 0, len(rows)*len(columns))
	var s strings.Builder
	s.WriteString(`INSERT INTO "` + table + `" ("` + strings.Join(columns, `","`) + `") VALUES `)
	for i, r := range rows {
		if i > 0 {
			s.WriteByte(',')
		}
		s.WriteByte('(')
		for j := range r {
			if j > 0 {
				s.WriteByte(',')
			}
			if open.raw.pgxTx == nil {
				s.WriteByte('?')
				continue
			}
			s.WriteByte('$')
			s.WriteString(strconv.Itoa(len(args) + j + 1))
		}
		s.WriteByte(')')
		args = append(args, r...)
	}
	open.store.seen(s.String(), args)
	_, err := open.raw.ExecContext(ctx, s.String(), args...)
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

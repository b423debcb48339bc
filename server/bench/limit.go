package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// copied are the tables of W7's limit: what every user administration writes about a person. Before them come those that they
// point to, which are not measured.
var (
	pointedTo = []string{"companies", "groups"}
	copied    = []string{"users", "identities", "memberships"}
	// added are the rows of each that no hub begins with.
	added = map[string]string{"companies": "id > 0", "groups": "id > 1", "users": "id > 1", "identities": "user_id > 1", "memberships": "user_id > 1"}
)

// copyAll writes what an import made into another hub, with all its indexes and triggers, and says what the writing took: one
// transaction, by COPY on PostgreSQL and by statements of many rows on SQLite.
func copyAll(ctx context.Context, from, to *hub) (total span, err error) {
	conn, err := to.db.Conn(ctx)
	if err != nil {
		return total, err
	}
	defer conn.Close()
	master, err := to.server(ctx)
	if err != nil {
		return total, err
	}
	m := meter{[]int{os.Getpid()}, master}
	begin, commit := "PRAGMA cache_size = -8192; BEGIN IMMEDIATE", "COMMIT"
	if to.database == onPostgres {
		begin = "BEGIN"
	}
	if _, err := conn.ExecContext(ctx, begin); err != nil {
		return total, err
	}
	for _, table := range slices.Concat(pointedTo, copied) {
		err := pieces(ctx, from, table, func(columns []string, rows [][]any) error {
			took, err := measured(m, func() error { return insertAll(ctx, conn, table, columns, rows) })
			if slices.Contains(copied, table) {
				total.seconds, total.cpu = total.seconds+took.seconds, total.cpu+took.cpu
			}
			return err
		})
		if err != nil {
			return total, fmt.Errorf("%s: %w", table, err)
		}
	}
	took, err := measured(m, func() error { _, err := conn.ExecContext(ctx, commit); return err })
	total.seconds, total.cpu = total.seconds+took.seconds, total.cpu+took.cpu
	return total, err
}

// piece is how many rows are read and written at once: as many as fit into a statement of SQLite.
const piece = 500

// pieces reads what was added to a table.
func pieces(ctx context.Context, from *hub, table string, use func(columns []string, rows [][]any) error) error {
	for last := int64(0); ; {
		columns, rows, err := read(ctx, from.db, fmt.Sprintf("SELECT * FROM %s WHERE %s AND id > %d ORDER BY id LIMIT %d", table, added[table], last, piece))
		if err != nil || len(rows) == 0 {
			return err
		}
		last = rows[len(rows)-1][slices.Index(columns, "id")].(int64)
		if err := use(columns, rows); err != nil {
			return err
		}
	}
}

// read is what a query finds.
func read(ctx context.Context, db *sql.DB, query string) (columns []string, all [][]any, err error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	if columns, err = rows.Columns(); err != nil {
		return nil, nil, err
	}
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, nil, err
	}
	blobs := make([]bool, len(types))
	for i, t := range types {
		blobs[i] = strings.EqualFold(t.DatabaseTypeName(), "BLOB")
	}
	for rows.Next() {
		one, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range one {
			into[i] = &one[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, nil, err
		}
		for i := range one {
			if blobs[i] && one[i] == nil || isNil(one[i]) { // an empty one
				one[i] = []byte{}
			}
		}
		all = append(all, one)
	}
	return columns, all, rows.Err()
}

func isNil(value any) bool {
	bytes, is := value.([]byte)
	return is && bytes == nil
}

// insertAll writes rows of a table.
func insertAll(ctx context.Context, conn *sql.Conn, table string, columns []string, rows [][]any) error {
	done := false
	err := conn.Raw(func(driver any) (err error) {
		if pg, is := driver.(*stdlib.Conn); is {
			done = true
			_, err = pg.Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		}
		return err
	})
	if err != nil || done {
		return err
	}
	one := "(" + strings.TrimSuffix(strings.Repeat("?,", len(columns)), ",") + "),"
	var args []any
	for _, row := range rows {
		args = append(args, row...)
	}
	_, err = conn.ExecContext(ctx, `INSERT INTO "`+table+`" ("`+strings.Join(columns, `","`)+`") VALUES `+strings.TrimSuffix(strings.Repeat(one, len(rows)), ","), args...)
	return err
}

// ImportTable is W7 in Markdown.
func ImportTable(r Import) string {
	limit := r.reading.seconds + r.write.seconds
	return fmt.Sprintf("### %s, %s of %d rows (seconds · CPU seconds)\n\n| run | check | excelize reads | bulk insert | run ÷ limit | its CPU | peak MB | goal |\n|---|---|---|---|---|---|---|---|\n| %s | %s | %s | %s | %s | %s | %.0f | ≤ %g × limit, ≤ %d MB |\n",
		r.Database, importing, r.Rows, r.run, r.check, r.reading, r.write, ratio(r.run.seconds, limit), ratio(r.run.cpu, r.reading.cpu+r.write.cpu), r.peak, importGoal, importMemory)
}

// missed tells in a sentence of each goal of W7 that Portico misses.
func (r Import) missed() (sentences []string) {
	if q := quotient(r.run.seconds, r.reading.seconds+r.write.seconds); q > importGoal {
		sentences = append(sentences, fmt.Sprintf("%s, %d rows: %s misses its goal: its time to the limit is %.2f, not %g.", r.Database, r.Rows, importing, q, importGoal))
	}
	if r.peak > importMemory {
		sentences = append(sentences, fmt.Sprintf("%s, %d rows: %s misses its goal: it held %.0f MB, not %d.", r.Database, r.Rows, importing, r.peak, importMemory))
	}
	return sentences
}

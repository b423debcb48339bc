package store

import (
	"context"
	"time"

	"entgo.io/ent/dialect"
)

// Due are the keys of the rows of a table whose next_run_at is not after now, the longest waiting first, at most as many
// as most. It is what timers ask all the time, so it is one statement for an index, past Ent; whoever acts on a row reads
// it again under its lock.
func (s *Store) Due(ctx context.Context, table string, now time.Time, most int) (ids []int64, err error) {
	at, limit := "?", "?"
	if s.Dialect() == dialect.Postgres {
		at, limit = "$1", "$2"
	}
	rows, err := s.engine.reader().QueryContext(ctx,
		"SELECT id FROM "+table+" WHERE next_run_at <= "+at+" ORDER BY next_run_at LIMIT "+limit, now, most)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

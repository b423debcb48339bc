package store

import (
	"context"
	"time"
)

const (
	// fewPieces of a full-text index cost a search little.
	fewPieces = 4
	// mergePages is how much of an index one step writes, some milliseconds long; gatherPause lets others write between steps.
	mergePages  = 64
	gatherPause = 20 * time.Millisecond
)

// gather puts the pieces of SQLite's full-text indexes together: each transaction that writes adds one, and while SQLite
// joins small ones by itself, a dozen stay, which a search reads side by side and takes twice as long for. An index of few
// pieces is left alone; another is written anew, which for a million users takes ten seconds of small steps.
func (s *Store) gather(ctx context.Context) error {
	rows, err := s.engine.reader().QueryContext(ctx, "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5(%'")
	if err != nil {
		return err
	}
	defer rows.Close()
	var indexes []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		indexes = append(indexes, name)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, index := range indexes {
		pieces, err := queryInt(ctx, s.engine.reader(), `SELECT count(DISTINCT segid) FROM "`+index+`_idx"`)
		if err != nil {
			return err
		}
		if pieces <= fewPieces {
			continue
		}
		// A negative number begins anew: all pieces count as equal and belong to one merge.
		for pages, more := -mergePages, true; more; pages = mergePages {
			if more, err = s.merge(ctx, index, pages); err != nil {
				return err
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(gatherPause):
			}
		}
	}
	return nil
}

// merge does one step, and reports whether there is more to do: FTS5 tells by the number of changes of the connection.
func (s *Store) merge(ctx context.Context, index string, pages int) (more bool, err error) {
	conn, err := s.Writer().Conn(ctx)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	var before, after int
	if err := conn.QueryRowContext(ctx, "SELECT total_changes()").Scan(&before); err != nil {
		return false, err
	}
	if _, err := conn.ExecContext(ctx, `INSERT INTO "`+index+`"("`+index+`", rank) VALUES ('merge', ?)`, pages); err != nil {
		return false, err
	}
	err = conn.QueryRowContext(ctx, "SELECT total_changes()").Scan(&after)
	return after-before > 1, err
}

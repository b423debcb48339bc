package store

import (
	"context"
	"time"

	"entgo.io/ent/dialect"
)

// tendEvery is how often SQLite learns anew what its tables hold.
const tendEvery = time.Hour

// Tend keeps SQLite's planner informed of what the tables hold, until ctx ends: without, it would sort a long list
// rather than walk an index. PostgreSQL looks after that by itself.
func (s *Store) Tend(ctx context.Context) {
	if s.Dialect() != dialect.SQLite {
		return
	}
	every := time.NewTicker(tendEvery)
	defer every.Stop()
	for {
		// The limit bounds what is read of each index, so that this takes milliseconds whatever the size.
		if _, err := s.Writer().ExecContext(ctx, "PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002"); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "what the tables hold could not be counted", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
	}
}

package store

import (
	"context"
	"errors"
	"time"

	"entgo.io/ent/dialect"
)

// tendEvery is how often SQLite learns anew what its tables hold, and puts its indexes of search in order.
const tendEvery = time.Hour

// Tend keeps SQLite's planner informed of what the tables hold, until ctx ends: without, it would sort a long list
// rather than walk an index. It also gathers the pieces of the indexes of search. PostgreSQL looks after both by itself.
func (s *Store) Tend(ctx context.Context) {
	if s.Dialect() != dialect.SQLite {
		return
	}
	every := time.NewTicker(tendEvery)
	defer every.Stop()
	for {
		s.Grown(ctx)
		if err := s.gather(ctx); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "the indexes of search could not be gathered", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
	}
}

// Grown tells the planner that tables hold far more than when it last looked, and are not growing any more. On PostgreSQL it
// also puts what waits for it into the indexes of search. It takes milliseconds on SQLite whatever the size, and as long as
// the new rows on PostgreSQL.
func (s *Store) Grown(ctx context.Context, tables ...string) { s.look(ctx, "VACUUM (ANALYZE)", tables) }

// Growing tells the planner that tables hold far more than when it last looked, and are still growing: by what it knew, it
// would rather look at each row than use an index. It takes milliseconds, whatever the size.
func (s *Store) Growing(ctx context.Context, tables ...string) { s.look(ctx, "ANALYZE", tables) }

func (s *Store) look(ctx context.Context, how string, tables []string) {
	var err error
	if pool := s.Pool(); pool != nil {
		for _, t := range tables {
			_, failed := pool.Exec(ctx, how+` "`+t+`"`)
			err = errors.Join(err, failed)
		}
	} else {
		// The limit bounds what is read of each index.
		_, err = s.Writer().ExecContext(ctx, "PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002")
		s.engine.(*sqlite).renew()
	}
	if err != nil && ctx.Err() == nil {
		s.log.WarnContext(ctx, "what the tables hold could not be counted", "error", err)
	}
}

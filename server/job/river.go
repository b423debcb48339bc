package job

import (
	"context"
	"database/sql"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/rivertype"
)

// maxAttempts is never reached by a job that gives up in its own words; it ends one that forgot to.
const maxAttempts = 400

const (
	// attemptTime bounds one attempt. The longest that a job waits for is a provider's answer, 15 seconds.
	attemptTime = 30 * time.Second
	// abandonedAfter is when a job that still counts as running is given to somebody else: its process is dead, since
	// a living one would have ended it. Looking for such jobs every half minute, that is within about a minute.
	abandonedAfter = attemptTime + 10*time.Second
)

// open makes a River client and hides the type of its transaction.
func open[T any](driver riverdriver.Driver[T], config *river.Config,
	insert func(*river.Client[T], context.Context, *sql.Tx, pgx.Tx, []river.InsertManyParams) error,
) (client, error) {
	c, err := river.NewClient(driver, config)
	if err != nil {
		return client{}, err
	}
	return client{
		insert: func(ctx context.Context, lite *sql.Tx, pg pgx.Tx, all []river.InsertManyParams) error {
			return insert(c, ctx, lite, pg, all)
		},
		start: c.Start,
		stop:  c.Stop,
		halt:  c.StopAndCancel,
	}, nil
}

// patience waits 1, 2, 4, … seconds after a failure, ten minutes at most.
type patience struct{ time *ourTime }

// longest is the longest wait between two attempts.
const longest = 10 * time.Minute

// NextRetry is when the job is tried again.
func (p *patience) NextRetry(j *rivertype.JobRow) time.Time {
	wait := longest
	if n := len(j.Errors); n < 10 {
		wait = min(longest, time.Second<<n)
	}
	return p.time.Now().Add(wait)
}

// quiet lets only River's warnings and errors through: its own talk is not for operators.
type quiet struct{ slog.Handler }

// Enabled from warnings on.
func (q *quiet) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && q.Handler.Enabled(ctx, level)
}

// WithAttrs keeps the handler quiet.
func (q *quiet) WithAttrs(attrs []slog.Attr) slog.Handler { return &quiet{q.Handler.WithAttrs(attrs)} }

// WithGroup keeps the handler quiet.
func (q *quiet) WithGroup(name string) slog.Handler { return &quiet{q.Handler.WithGroup(name)} }

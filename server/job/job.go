// Package job runs work later: it is enqueued in the transaction that causes it and done by a worker of any replica.
// A job's arguments are ids, never copies. It stands on River, on both databases.
package job

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"

	"github.com/portico-hub/portico/ent/gen/ent/timer"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/store"
)

// Args are the arguments of one kind of job: ids, and a Kind such as "notify.send_message".
type Args = river.JobArgs

// Urgent are the arguments of a job for which somebody may be waiting at this moment: it is begun before all that are not.
type Urgent interface{ IsUrgent() bool }

// order is how a job stands in the queue: 1 is the first of River's four.
func order(args Args) *river.InsertOpts {
	if u, may := args.(Urgent); may && u.IsUrgent() {
		return &river.InsertOpts{Priority: 1}
	}
	return &river.InsertOpts{Priority: 2}
}

// Queue enqueues and runs jobs. Rooms register their workers before the first use.
type Queue struct {
	// Turn is how long a job that takes long goes on before it lets another have its turn. Tests shorten it.
	Turn time.Duration

	store   *store.Store
	log     *slog.Logger
	workers *river.Workers
	timers  timers

	once   sync.Once
	err    error
	client client
}

// client hides which of River's two clients is at work.
type client struct {
	insert func(ctx context.Context, lite *sql.Tx, pg pgx.Tx, all []river.InsertManyParams) error
	start  func(context.Context) error
	stop   func(context.Context) error
	halt   func(context.Context) error
}

// New returns a queue on the store's database.
func New(s *store.Store, log *slog.Logger) *Queue {
	q := &Queue{Turn: turnTime, store: s, log: log, workers: river.NewWorkers()}
	q.timers.chores, q.timers.failed = map[string]chore{}, map[failedRow]wait{}
	q.Watch(Timer{Name: "housekeeping", Table: timer.Table, Fire: q.doChore})
	return q
}

// Migrate brings the queue's own tables up to date. It runs under the store's migration lock.
func (q *Queue) Migrate(ctx context.Context) error {
	quiet := &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)}
	if pool := q.store.Pool(); pool != nil {
		return migrate(ctx, func() (*rivermigrate.Migrator[pgx.Tx], error) {
			return rivermigrate.New(riverpgxv5.New(pool), quiet)
		})
	}
	return migrate(ctx, func() (*rivermigrate.Migrator[*sql.Tx], error) {
		return rivermigrate.New(riversqlite.New(q.store.Writer()), quiet)
	})
}

func migrate[T any](ctx context.Context, open func() (*rivermigrate.Migrator[T], error)) error {
	m, err := open()
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

// Register says who does the jobs of this kind. work may return Later, or an error to be tried again; a panic counts
// as one. It runs with the system as viewer, outside any transaction.
func Register[A Args](q *Queue, work func(ctx context.Context, args A) error) {
	river.AddWorker(q.workers, &worker[A]{work: work})
}

type worker[A Args] struct {
	river.WorkerDefaults[A]
	work func(ctx context.Context, args A) error
}

func (w *worker[A]) Work(ctx context.Context, j *river.Job[A]) error {
	err := w.work(viewer.AsSystem(context.WithValue(ctx, attemptKey{}, j.Attempt), j.Kind), j.Args)
	var later *laterError
	if errors.As(err, &later) {
		return river.JobSnooze(later.wait)
	}
	return err
}

type attemptKey struct{}

// Attempt is how often the job was begun that this context is of, this time included.
func Attempt(ctx context.Context) int {
	n, _ := ctx.Value(attemptKey{}).(int)
	return n
}

// Timeout of one attempt.
func (w *worker[A]) Timeout(*river.Job[A]) time.Duration { return attemptTime }

type laterError struct{ wait time.Duration }

func (l *laterError) Error() string { return fmt.Sprintf("again in %s", l.wait) }

// Later is returned by work that is to be done again after wait, without counting as a failure.
func Later(wait time.Duration) error { return &laterError{wait: max(wait, time.Second)} }

// IsLater reports that an error is Later.
func IsLater(err error) bool {
	var later *laterError
	return errors.As(err, &later)
}

// Enqueue adds jobs in the transaction that is open in ctx: they are done if and only if that commits.
func (q *Queue) Enqueue(ctx context.Context, jobs ...Args) error {
	if err := q.open(); err != nil || len(jobs) == 0 {
		return err
	}
	all := make([]river.InsertManyParams, len(jobs))
	for i, args := range jobs {
		all[i] = river.InsertManyParams{Args: args, InsertOpts: order(args)}
	}
	return store.Queue(ctx, func(lite *sql.Tx, pg pgx.Tx) error { return q.client.insert(ctx, lite, pg, all) })
}

// Start begins to look for what is due and to do jobs, those first that a process left behind which died in the middle of them: on SQLite at once,
// on PostgreSQL within about a minute. They go on when ctx ends: Stop ends them.
func (q *Queue) Start(ctx context.Context) error {
	if err := q.open(); err != nil {
		return err
	}
	if file := q.store.Writer(); file != nil {
		if err := resume(ctx, riversqlite.New(file).GetExecutor(), q.store.Clock()); err != nil {
			return err
		}
	}
	ctx = context.WithoutCancel(ctx)
	if err := q.wind(ctx); err != nil {
		return err
	}
	if err := q.client.start(ctx); err != nil {
		return err
	}
	ctx, q.timers.rest = context.WithCancel(ctx)
	q.timers.done.Go(func() { q.tick(ctx) })
	return nil
}

// Stop lets running jobs finish until ctx ends, then cancels them: they are done again later. The database must be
// closed after it.
func (q *Queue) Stop(ctx context.Context) error {
	if q.client.stop == nil {
		return nil
	}
	if q.timers.rest != nil {
		q.timers.rest()
		q.timers.done.Wait()
	}
	err := q.client.stop(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return q.client.halt(end)
	}
	return err
}

func (q *Queue) open() error {
	q.once.Do(func() {
		config := &river.Config{
			Workers:              q.workers,
			Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 20}},
			FetchCooldown:        10 * time.Millisecond,
			FetchPollInterval:    500 * time.Millisecond,
			RetryPolicy:          &patience{time: &ourTime{q.store.Clock()}},
			MaxAttempts:          maxAttempts,
			JobTimeout:           attemptTime,
			RescueStuckJobsAfter: abandonedAfter,
			Logger:               slog.New(&quiet{Handler: q.log.Handler()}),
			Test:                 river.TestConfig{Time: &ourTime{q.store.Clock()}},
		}
		if pool := q.store.Pool(); pool != nil {
			q.client, q.err = open(riverpgxv5.New(pool), config, func(c *river.Client[pgx.Tx], ctx context.Context, _ *sql.Tx, tx pgx.Tx, all []river.InsertManyParams) error {
				_, err := c.InsertManyTx(ctx, tx, all)
				return err
			})
			return
		}
		q.client, q.err = open(riversqlite.New(q.store.Writer()), config, func(c *river.Client[*sql.Tx], ctx context.Context, tx *sql.Tx, _ pgx.Tx, all []river.InsertManyParams) error {
			_, err := c.InsertManyTx(ctx, tx, all)
			return err
		})
	})
	return q.err
}

// ourTime keeps River on our clock while that is ahead of the machine's, so that retries obey the test clock. River's
// own maintenance looks at the machine's time: a clock that was put back would make it take running jobs for
// abandoned ones, and do them again.
type ourTime struct{ clock *clock.Clock }

func (t *ourTime) Now() time.Time {
	if ahead := t.NowOrNil(); ahead != nil {
		return *ahead
	}
	return time.Now()
}

func (t *ourTime) NowOrNil() *time.Time {
	if now := t.clock.Now(); t.clock.Moved() && now.After(time.Now()) {
		return &now
	}
	return nil
}

package job

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/timer"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/store"
)

const (
	// lookEvery is how often each replica looks for what is due, by the machine's watch; what is due is said by our clock.
	lookEvery = 500 * time.Millisecond
	// handful is how many rows one look takes.
	handful = 100
	// firstWait and longestWait bound how long a row that failed is left alone, by our clock.
	firstWait, longestWait = time.Second, 10 * time.Minute
)

// Timer is a table whose rows fall due: each has a next_run_at, NULL for never, which an index holds.
type Timer struct {
	// Name is what happens then, such as "reminder.fall_due": it stands in the journal and in the log.
	Name string
	// Table of the rows.
	Table string
	// Fire does what falls due with a row and moves its next_run_at on, in one transaction that it opens itself: so it
	// happens once, whoever is killed. It reads the row under lock.Claim and only if it is still due; every replica looks, and
	// whoever comes second does nothing. After an outage next_run_at moves behind the present: it fires once.
	Fire func(ctx context.Context, id int64) error
}

// timers are those of a queue, and what is known of rows that failed.
type timers struct {
	all    []Timer
	chores map[string]chore
	failed map[failedRow]wait

	rest context.CancelFunc
	done sync.WaitGroup
}

type failedRow struct {
	table string
	id    int64
}

type wait struct {
	until time.Time
	long  time.Duration
}

// chore is housekeeping that comes again every period.
type chore struct {
	args   Args
	period time.Duration
}

// Watch fires a timer's rows when they are due by the store's clock, within about a second, while the queue runs. Rooms
// register their timers before Start.
func (q *Queue) Watch(t Timer) { q.timers.all = append(q.timers.all, t) }

// Every enqueues a job of the product's own housekeeping once a period, by one replica; the first time a period after it
// is first known. After an outage it is done once, at once, and keeps its time of day. Rooms register before Start.
func (q *Queue) Every(period time.Duration, args Args) {
	q.timers.chores[args.Kind()] = chore{args, period}
}

// wind makes the rows of chores that have none yet.
func (q *Queue) wind(ctx context.Context) error {
	for name, c := range q.timers.chores {
		err := q.store.InTx(viewer.AsSystem(ctx, "timers"), func(ctx context.Context, tx *gen.Client) error {
			there, err := tx.Timer.Query().Where(timer.Name(name)).Exist(ctx)
			if err != nil || there {
				return err
			}
			err = tx.Timer.Create().SetName(name).SetNextRunAt(q.store.Now(ctx).Add(c.period)).Exec(ctx)
			if store.IsTaken(err) {
				return store.ErrAgain
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// doChore enqueues the job of a chore that is due. One that this version does not know is left to another.
func (q *Queue) doChore(ctx context.Context, id int64) error {
	return q.store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := q.store.Now(ctx)
		t, err := tx.Timer.Query().Where(timer.ID(id), timer.NextRunAtLTE(now), lock.Claim).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		c, known := q.timers.chores[t.Name]
		if !known {
			return nil
		}
		missed := now.Sub(t.NextRunAt) / c.period
		if err := tx.Timer.UpdateOne(t).SetNextRunAt(t.NextRunAt.Add((missed + 1) * c.period)).Exec(ctx); err != nil {
			return err
		}
		return q.Enqueue(ctx, c.args)
	})
}

// tick looks for what is due, again and again, until ctx ends.
func (q *Queue) tick(ctx context.Context) {
	every := time.NewTicker(lookEvery)
	defer every.Stop()
	for {
		for _, t := range q.timers.all {
			q.look(viewer.AsSystem(ctx, t.Name), t)
		}
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
	}
}

// look fires what is due of one table. A row that fails is left alone for a while, so that it holds up no other.
func (q *Queue) look(ctx context.Context, t Timer) {
	now := q.store.Clock().Now()
	ids, err := q.store.Due(ctx, t.Table, now, handful+len(q.timers.failed))
	if err != nil {
		if ctx.Err() == nil {
			q.log.WarnContext(ctx, "nobody knows what is due", slog.String("timer", t.Name), slog.Any("error", err))
		}
		return
	}
	maps.DeleteFunc(q.timers.failed, func(row failedRow, _ wait) bool { return row.table == t.Table && !slices.Contains(ids, row.id) })
	for _, id := range ids {
		row := failedRow{t.Table, id}
		before := q.timers.failed[row]
		if now.Before(before.until) {
			continue
		}
		err := t.Fire(ctx, id)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			delete(q.timers.failed, row)
		default:
			long := min(max(2*before.long, firstWait), longestWait)
			q.timers.failed[row] = wait{now.Add(long), long}
			q.log.ErrorContext(ctx, "what was due failed and is tried again", slog.String("timer", t.Name), slog.Int64("id", id), slog.Any("error", err))
		}
	}
}

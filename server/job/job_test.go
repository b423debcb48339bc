package job_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/store"
)

// countTo is a job that notes when it ran and answers as the test says.
type countTo struct {
	Number int `json:"number"`
}

func (countTo) Kind() string { return "test.count_to" }

// bench is a queue of its own on the database of a hub whose own workers rest.
type bench struct {
	*hubtest.Hub
	queue *job.Queue
	// answer says how the n-th attempt, counted from 1, ends.
	answer atomic.Pointer[func(attempt int, ctx context.Context, args countTo) error]

	mu   sync.Mutex
	runs []time.Time // by the hub's clock
}

func each(t *testing.T, claim func(t *testing.T, b *bench)) {
	t.Helper()
	t.Parallel()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		b := &bench{Hub: hub}
		b.queue = newQueue(b)
		t.Cleanup(func() { b.stop(b.queue) })
		claim(t, b)
	})
}

func newQueue(b *bench) *job.Queue {
	q := job.New(b.Store, slog.New(slog.DiscardHandler))
	job.Register(q, func(ctx context.Context, args countTo) error {
		b.mu.Lock()
		b.runs = append(b.runs, b.Clock.Now())
		n := len(b.runs)
		b.mu.Unlock()
		if answer := b.answer.Load(); answer != nil {
			return (*answer)(n, ctx, args)
		}
		return nil
	})
	return q
}

func (b *bench) answers(how func(attempt int, ctx context.Context, args countTo) error) {
	b.answer.Store(&how)
}

func (b *bench) stop(q *job.Queue) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := q.Stop(ctx); err != nil {
		b.T.Errorf("stopping: %v", err)
	}
}

func (b *bench) start() {
	b.T.Helper()
	if err := b.queue.Start(context.Background()); err != nil {
		b.T.Fatal(err)
	}
}

// enqueue enqueues in a transaction that ends as end says.
func (b *bench) enqueue(end error) error {
	return b.Store.InTx(hubtest.System(), func(ctx context.Context, _ *gen.Client) error {
		if err := b.queue.Enqueue(ctx, countTo{Number: 7}); err != nil {
			return err
		}
		return end
	})
}

func (b *bench) ran() []time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]time.Time(nil), b.runs...)
}

// waitFor waits for the n-th run to begin.
func (b *bench) waitFor(n int) {
	b.T.Helper()
	hubtest.Eventually(b.T, "another run", func() bool { return len(b.ran()) >= n })
}

// settles gives whatever should not happen the time to.
func settles() { time.Sleep(700 * time.Millisecond) }

func TestEnqueue(t *testing.T) {
	t.Run("refuses outside a transaction", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			if err := b.queue.Enqueue(hubtest.System(), countTo{}); !errors.Is(err, hook.ErrOutsideTx) {
				t.Fatalf("got %v", err)
			}
		})
	})
	t.Run("runs once what was committed and never what was taken back", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			b.start()
			changedMind := errors.New("changed my mind")
			if err := b.enqueue(changedMind); !errors.Is(err, changedMind) {
				t.Fatalf("got %v", err)
			}
			settles()
			if n := len(b.ran()); n != 0 {
				t.Fatalf("a job of a transaction that was taken back ran %d times", n)
			}
			if err := b.enqueue(nil); err != nil {
				t.Fatal(err)
			}
			b.waitFor(1)
			settles()
			if n := len(b.ran()); n != 1 {
				t.Fatalf("ran %d times", n)
			}
		})
	})
	t.Run("takes a job back with an inner transaction whose error was dropped", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			b.start()
			err := b.Store.InTx(hubtest.System(), func(ctx context.Context, _ *gen.Client) error {
				_ = b.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error {
					return errors.Join(b.queue.Enqueue(ctx, countTo{}), errors.New("half done"))
				})
				return nil
			})
			settles()
			if !errors.Is(err, store.ErrJoinedFailed) || len(b.ran()) != 0 {
				t.Fatalf("got %v, ran %d times", err, len(b.ran()))
			}
		})
	})
	t.Run("runs once with two replicas", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			second := newQueue(b)
			t.Cleanup(func() { b.stop(second) })
			b.start()
			if err := second.Start(context.Background()); err != nil {
				t.Fatal(err)
			}
			for range 30 {
				if err := b.enqueue(nil); err != nil {
					t.Fatal(err)
				}
			}
			b.waitFor(30)
			settles()
			if n := len(b.ran()); n != 30 {
				t.Fatalf("30 jobs ran %d times", n)
			}
		})
	})
}

func TestWork(t *testing.T) {
	t.Run("runs as the system, with the job's name, outside a transaction and with a limit of time", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			seen := make(chan error, 1)
			b.answers(func(_ int, ctx context.Context, args countTo) error {
				v := viewer.From(ctx)
				until, limited := ctx.Deadline()
				if args.Number != 7 || !v.IsSystem() || v.Name != "test.count_to" || hook.From(ctx) != nil || !limited || time.Until(until) > time.Minute {
					seen <- errors.New("the context of a job is not as promised")
				}
				seen <- nil
				return nil
			})
			b.start()
			if err := b.enqueue(nil); err != nil {
				t.Fatal(err)
			}
			if err := <-seen; err != nil {
				t.Fatal(err)
			}
		})
	})
	t.Run("tries again what fails or panics, after waits that grow", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			const failures = 5
			b.answers(func(attempt int, _ context.Context, _ countTo) error {
				switch {
				case attempt > failures:
					return nil
				case attempt%2 == 0:
					panic("as bad as can be")
				}
				return errors.New("not this time")
			})
			b.start()
			if err := b.enqueue(nil); err != nil {
				t.Fatal(err)
			}
			// The clock moves on in small steps, so that each wait shows. Longer ones are looked at every five seconds.
			hubtest.Eventually(t, "as many attempts", func() bool {
				time.Sleep(20 * time.Millisecond)
				b.Clock.Advance(time.Second)
				return len(b.ran()) > failures
			})
			runs := b.ran()
			for i, wait := 1, time.Second; i < len(runs); i, wait = i+1, 2*wait {
				if waited := runs[i].Sub(runs[i-1]); waited < wait {
					t.Errorf("attempt %d came %v after the one before; it had to wait %v", i+1, waited, wait)
				}
			}
		})
	})
	t.Run("puts off what asks for later, as long as it asks", func(t *testing.T) {
		each(t, func(t *testing.T, b *bench) {
			b.answers(func(attempt int, _ context.Context, _ countTo) error {
				if attempt == 1 {
					return job.Later(10 * time.Minute)
				}
				return nil
			})
			b.start()
			if err := b.enqueue(nil); err != nil {
				t.Fatal(err)
			}
			b.waitFor(1)
			b.AtRest()
			b.Clock.Advance(9 * time.Minute)
			settles()
			if n := len(b.ran()); n != 1 {
				t.Fatalf("ran %d times before it was time", n)
			}
			b.Clock.Advance(time.Minute)
			b.waitFor(2)
		})
	})
}

package job_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/timer"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/job"
)

const day = 24 * time.Hour

// next is when a chore is due.
func (b *bench) next(name string) time.Time {
	b.T.Helper()
	t, err := b.Store.Ent(hubtest.System()).Timer.Query().Where(timer.Name(name)).Only(hubtest.System())
	if err != nil {
		b.T.Fatal(err)
	}
	return t.NextRunAt
}

func TestEvery(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		second := newQueue(b)
		t.Cleanup(func() { b.stop(second) })
		for _, q := range []*job.Queue{b.queue, second} {
			q.Every(day, countTo{Number: 7})
		}
		b.start()
		if err := second.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		first := b.next("test.count_to")
		settles()
		if n := len(b.ran()); n != 0 {
			t.Fatalf("ran %d times before a day was over", n)
		}
		b.Clock.Advance(day)
		b.waitFor(1)
		settles()
		if n := len(b.ran()); n != 1 {
			t.Fatalf("two replicas did it %d times", n)
		}
		// After an outage it is done once, at once, and goes on at its time of day.
		b.Clock.Advance(3*day + 5*time.Hour)
		b.waitFor(2)
		settles()
		if n := len(b.ran()); n != 2 {
			t.Fatalf("ran %d times after three days", n)
		}
		if at := b.next("test.count_to"); !at.Equal(first.Add(4 * day)) {
			t.Errorf("the next time is %v after the first, not four days", at.Sub(first))
		}
	})
}

// bells are rows that fall due: timers of a name that no chore has.
type bells struct {
	*bench
	mu    sync.Mutex
	rang  []int64
	fails map[int64]bool
}

func (b *bells) ring(ctx context.Context, id int64) error {
	return b.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := b.Store.Now(ctx)
		t, err := tx.Timer.Query().Where(timer.ID(id), timer.NextRunAtLTE(now), lock.Claim).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		if err != nil || b.fails[id] {
			return errors.Join(err, errors.New("not today"))
		}
		if err := tx.Timer.UpdateOne(t).SetNextRunAt(now.Add(day)).Exec(ctx); err != nil {
			return err
		}
		b.rang = append(b.rang, id)
		return b.queue.Enqueue(ctx, countTo{})
	})
}

func (b *bells) heard() []int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Sorted(slices.Values(b.rang))
}

func TestWatch(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		bell := &bells{bench: b, fails: map[int64]bool{}}
		second := newQueue(b)
		t.Cleanup(func() { b.stop(second) })
		for _, q := range []*job.Queue{b.queue, second} {
			q.Watch(job.Timer{Name: "test.ring", Table: timer.Table, Fire: bell.ring})
		}
		var ids []int64
		err := b.Store.InTx(hubtest.System(), func(ctx context.Context, tx *gen.Client) error {
			for _, name := range []string{"a", "b", "c", "later"} {
				at := b.Clock.Now().Add(time.Hour)
				if name == "later" {
					at = at.Add(time.Hour)
				}
				ids = append(ids, tx.Timer.Create().SetName(name).SetNextRunAt(at).SaveX(ctx).ID)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		bell.fails[ids[0]] = true
		b.start()
		if err := second.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		settles()
		if heard := bell.heard(); len(heard) != 0 {
			t.Fatalf("%v rang before their time", heard)
		}
		moved := time.Now()
		b.Clock.Advance(time.Hour)
		hubtest.Eventually(t, "the bells that are due", func() bool { return len(bell.heard()) >= 2 })
		if late := time.Since(moved); late > 20*time.Second {
			t.Errorf("it took %v", late)
		}
		settles()
		// One that fails holds up no other, and is tried again; each rings once, whoever looks.
		if heard := bell.heard(); !slices.Equal(heard, ids[1:3]) {
			t.Fatalf("%v rang, not %v", heard, ids[1:3])
		}
		bell.mu.Lock()
		delete(bell.fails, ids[0])
		bell.mu.Unlock()
		b.Clock.Advance(10 * time.Minute)
		hubtest.Eventually(t, "the one that failed", func() bool { return len(bell.heard()) >= 3 })
		settles()
		if heard := bell.heard(); !slices.Equal(heard, ids[:3]) {
			t.Fatalf("%v rang, not %v", heard, ids[:3])
		}
		b.waitFor(3)
	})
}

package schedule_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/schedule"
)

// counting is a task that writes a title for each of some users, and fails for some of them.
type counting struct {
	*hubtest.Hub
	mu    sync.Mutex
	ids   []int64
	fails map[int64]error
	times map[int64]int
}

func (c *counting) task(name string) schedule.Task {
	return schedule.ForUsers(name,
		func(context.Context) (int, error) { return len(c.ids), nil },
		func(_ context.Context, after int64, most int) (ids []int64, err error) {
			for _, id := range c.ids {
				if id > after && len(ids) < most {
					ids = append(ids, id)
				}
			}
			return ids, nil
		},
		func(ctx context.Context, id int64) (bool, error) {
			err := c.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
				return tx.User.UpdateOneID(id).SetTitle("done").Exec(ctx)
			})
			c.mu.Lock()
			defer c.mu.Unlock()
			if c.fails[id] != nil {
				return false, c.fails[id]
			}
			c.times[id]++
			return err == nil, err
		},
	)
}

// Whoever fails leaves nothing behind, holds up nobody, and is tried again alone, in the step in which they failed.
func TestRun(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		c := &counting{Hub: hub, fails: map[int64]error{}, times: map[int64]int{}}
		for i := range 5 {
			c.ids = append(c.ids, hub.User(fmt.Sprintf("u%d@example.org", i), nil).ID)
		}
		c.fails[c.ids[1]] = fault.Refuse(fault.Invalid, nil, "Not this one.")
		c.fails[c.ids[3]] = errors.New("a secret")
		log := slog.New(slog.NewTextHandler(io.Discard, nil))
		queues, system := []*job.Queue{}, hubtest.System()
		var jobs *schedule.Service
		for range 2 { // two replicas
			q := job.New(hub.Store, log)
			jobs = schedule.New(schedule.Options{Store: hub.Store, Queue: q, Ledger: ledger.New(hub.Store), Log: log,
				Tasks: []schedule.Task{c.task("ONE"), c.task("TWO")}})
			queues = append(queues, q)
		}
		for _, q := range queues {
			if err := q.Start(context.Background()); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = q.Stop(context.Background()) })
			if hub.Store.Pool() == nil {
				break // a file of SQLite belongs to one process
			}
		}
		name := "Both"
		made, err := jobs.Create(system, schedule.Input{Name: &name, Steps: []schedule.Step{{Task: "ONE"}, {Task: "TWO"}}})
		if err != nil {
			t.Fatal(err)
		}
		over := func(r *gen.Run) *gen.Run {
			t.Helper()
			hubtest.Eventually(t, "the run to be over", func() bool {
				if r, err = hub.Store.Ent(system).Run.Get(system, r.ID); err != nil {
					t.Fatal(err)
				}
				return ledger.Ended(r)
			})
			return r
		}
		begun, err := jobs.Start(system, made.ID)
		if err != nil {
			t.Fatal(err)
		}
		first := over(begun)
		if first.State != run.StateSUCCEEDED || first.Handled != 10 || first.Failed != 4 {
			t.Fatalf("ended %s with %d handled, %d failed: %v", first.State, first.Handled, first.Failed, first.Log)
		}
		for i, id := range c.ids {
			u, err := hub.Store.Ent(system).User.Get(system, id)
			if err != nil {
				t.Fatal(err)
			}
			if failed := c.fails[id] != nil; failed != (u.Title == nil) || !failed && c.times[id] != 2 {
				t.Errorf("user %d has the title %v and was done %d times", i, u.Title, c.times[id])
			}
		}
		why, err := hub.Store.Ent(system).Outcome.Query().Where(outcome.RunID(first.ID)).Order(outcome.ByID()).All(system)
		if err != nil || len(why) != 4 || *why[0].Message != "Not this one." || *why[1].Message != "Something went wrong with this user." || why[2].Step != 1 {
			t.Fatalf("the outcomes are %v, %v", why, err)
		}
		c.mu.Lock()
		clear(c.fails)
		c.mu.Unlock()
		if begun, err = jobs.Retry(system, first.ID); err != nil {
			t.Fatal(err)
		}
		if again := over(begun); again.Handled != 4 || again.Failed != 0 || *again.Total != 4 {
			t.Errorf("the second time %d were handled, %d failed: %v", again.Handled, again.Failed, again.Log)
		}
		for i, id := range c.ids {
			if c.times[id] != 2 {
				t.Errorf("user %d was done %d times", i, c.times[id])
			}
		}
	})
}

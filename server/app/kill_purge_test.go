package app_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/store"
)

// A purge goes on after a process is killed at any moment: everybody whose time is over is erased to the end, counted once and told once
// by the journal, and nobody else is touched.
func TestKillInTheMiddleOfAPurge(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killPurge)
}

func killPurge(t *testing.T, database string) {
	times := kills(database, 5, 2)
	p := newProcess(t, "--database-url", database, "--drain", "0s")
	if out, err := p.command("seed", "--users", "400").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.administrator()
	over, stay := deleteLongAgo(t, database)
	p.start()
	p.signIn()
	data, err := p.ask(`mutation{createJob(input:{name:"Clean up",steps:[{task:PURGE}]}){job{id} userErrors{code}}}`, nil)
	must(t, err)
	job := data["createJob"].(map[string]any)["job"].(map[string]any)["id"]
	data, err = p.ask(`mutation($id:ID!){runJob(input:{id:$id}){jobRun{id} userErrors{code}}}`, map[string]any{"id": job})
	must(t, err)
	id := data["runJob"].(map[string]any)["jobRun"].(map[string]any)["id"]
	moments := rand.New(rand.NewPCG(11, uint64(times)))
	for range times {
		time.Sleep(time.Duration(50+moments.IntN(250)) * time.Millisecond)
		p.restart(database)
	}
	var run map[string]any
	hubtest.Within(aWhile, func() bool {
		data, err := p.ask(`query($id:ID!){node(id:$id){...on JobRun{state total handled failed log}}}`, map[string]any{"id": id})
		must(t, err)
		run = data["node"].(map[string]any)
		return run["state"] != "RUNNING" && run["state"] != "QUEUED"
	})
	if run["state"] != "SUCCEEDED" || run["handled"] != float64(over) || run["failed"] != float64(0) {
		t.Fatalf("of %d the run did so: %v", over, run)
	}
	p.kill()
	inStore(t, database, func(ctx context.Context, tx *gen.Client) error {
		left := tx.User.Query().CountX(ctx)
		deleted := tx.Change.Query().Where(change.Entity(gen.TypeUser), change.OperationEQ(change.OperationDELETE)).CountX(ctx)
		if left != stay || deleted != over {
			t.Errorf("%d users are left, of %d; the journal tells of %d that were erased, of %d", left, stay, deleted, over)
		}
		return nil
	})
}

// deleteLongAgo deletes every other user of those who were made up, forty days ago, and gives the first of them a long stream.
func deleteLongAgo(t *testing.T, database string) (over, stay int) {
	t.Helper()
	var ids []int64
	inStore(t, database, func(ctx context.Context, tx *gen.Client) error {
		ids = tx.User.Query().Where(user.EmailNEQ("mona@example.org")).Order(user.ByID()).IDsX(ctx)
		return nil
	})
	for i, id := range ids {
		if stay++; i%2 == 1 {
			continue
		}
		inStore(t, database, func(ctx context.Context, tx *gen.Client) error {
			for range map[bool]int{true: 2000}[i == 0] {
				if err := tx.Activity.Create().SetUserID(id).SetSource(activity.SourceAPI).SetKind("shop.order").SetSummary("An order.").
					SetActor("Shop").SetOccurredAt(time.Now()).Exec(ctx); err != nil {
					return err
				}
			}
			return tx.User.UpdateOneID(id).SetDeletedAt(time.Now().AddDate(0, 0, -40)).Exec(ctx)
		})
		over, stay = over+1, stay-1
	}
	return over, stay + 1 // and the administrator
}

// inStore does something to a database that no process is at.
func inStore(t *testing.T, database string, do func(ctx context.Context, tx *gen.Client) error) {
	t.Helper()
	ctx := viewer.ShowDeleted(viewer.AsSystem(context.Background(), "test"))
	s, err := store.Open(ctx, store.Options{URL: database, Clock: clock.New()})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	must(t, s.InTx(ctx, do))
}

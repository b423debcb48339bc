package store_test

import (
	"context"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/hubtest"
)

func TestConcurrentUpdates(t *testing.T) {
	t.Run("of many who read the same version one wins, and the others are told", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			hub.Role(account.Member)
			u := hub.User("ana@example.org", nil)
			var won, told atomic.Int64
			var all sync.WaitGroup
			for i := range 8 {
				all.Go(func() {
					title := "Title " + strconv.Itoa(i)
					_, err := hub.Accounts.Update(system, account.UpdateInput{UserID: u.ID, Version: u.Version, Details: map[string]string{"title": title}})
					switch {
					case err == nil:
						won.Add(1)
					case fault.Is(err, fault.CodeConflict):
						told.Add(1)
					default:
						t.Error(err)
					}
				})
			}
			all.Wait()
			after := hub.Store.Ent(system).User.GetX(system, u.ID)
			if won.Load() != 1 || told.Load() != 7 || after.Version != u.Version+1 {
				t.Errorf("%d won, %d were told; version %d after %d", won.Load(), told.Load(), after.Version, u.Version)
			}
		})
	})
	t.Run("no change is lost when all try until they succeed", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			const people, times = 6, 5
			u := someUser(t, hub, "ana@example.org")
			var all sync.WaitGroup
			for range people {
				all.Go(func() {
					for done := 0; done < times; {
						err := hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error { return countUp(ctx, tx, u.ID) })
						switch {
						case err == nil:
							done++
						case !fault.Is(err, fault.CodeConflict):
							t.Error(err)
							return
						}
					}
				})
			}
			all.Wait()
			after, rows := hub.Store.Ent(system).User.GetX(system, u.ID), journal(t, hub, "User", u.ID)
			if after.Extension == nil || *after.Extension != strconv.Itoa(people*times) || after.Version != 1+people*times || len(rows) != 1+people*times {
				t.Fatalf("counted to %v, version %d, %d rows in the journal", after.Extension, after.Version, len(rows))
			}
			for i := 2; i < len(rows); i++ {
				if before, now := said(rows[i-1].New, "extension"), said(rows[i].Old, "extension"); before != now {
					t.Errorf("the journal goes from %s on with %s", before, now)
				}
			}
		})
	})
	t.Run("who read before another's commit does not write over it", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			if hub.Store.Pool() == nil {
				return // SQLite has one writer: the second reads after the first commits
			}
			u := someUser(t, hub, "ana@example.org")
			met := barrier(2)
			errs := make([]error, 2)
			var both sync.WaitGroup
			for i := range errs {
				both.Go(func() {
					errs[i] = hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
						read, err := tx.User.Get(ctx, u.ID)
						if err != nil {
							return err
						}
						met()
						return tx.User.UpdateOne(read).SetTitle(strconv.Itoa(i)).Exec(ctx)
					})
				})
			}
			both.Wait()
			if (errs[0] == nil) == (errs[1] == nil) || !fault.Is(errs[0], fault.CodeConflict) && !fault.Is(errs[1], fault.CodeConflict) {
				t.Errorf("got %v and %v", errs[0], errs[1])
			}
		})
	})
}

// countUp adds one to a user's extension, as an absent-minded person would: read, add, write.
func countUp(ctx context.Context, tx *gen.Client, id int64) error {
	u, err := tx.User.Get(ctx, id)
	if err != nil {
		return err
	}
	n := 0
	if u.Extension != nil {
		n, _ = strconv.Atoi(*u.Extension)
	}
	return tx.User.UpdateOne(u).SetExtension(strconv.Itoa(n + 1)).Exec(ctx)
}

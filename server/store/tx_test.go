package store_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/store"
)

var errChangedMind = errors.New("changed my mind")

func TestInTx(t *testing.T) {
	t.Run("an inner one joins the outer one", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			err := hub.Store.InTx(system, func(ctx context.Context, outer *gen.Client) error {
				if err := newUser(outer, "outer@example.org").Exec(ctx); err != nil {
					return err
				}
				err := hub.Store.InTx(ctx, func(ctx context.Context, inner *gen.Client) error {
					if n, err := inner.User.Query().Count(ctx); n != 1 || err != nil {
						t.Errorf("the inner one sees %d users: %v", n, err)
					}
					return newUser(inner, "inner@example.org").Exec(ctx)
				})
				if n, _ := hub.Store.Ent(ctx).User.Query().Count(ctx); n != 2 {
					t.Errorf("the outer one sees %d users", n)
				}
				return errors.Join(err, errChangedMind)
			})
			if !errors.Is(err, errChangedMind) || exists(t, hub, "inner@example.org") || exists(t, hub, "outer@example.org") {
				t.Errorf("the inner one was kept although the outer one was taken back: %v", err)
			}
		})
	})
	t.Run("nothing is saved when an inner error was dropped", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			err := hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
				_ = hub.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
					return errors.Join(newUser(tx, "half@example.org").Exec(ctx), errChangedMind)
				})
				return newUser(tx, "other@example.org").Exec(ctx)
			})
			if !errors.Is(err, store.ErrJoinedFailed) || !errors.Is(err, errChangedMind) {
				t.Errorf("got %v", err)
			}
			if exists(t, hub, "half@example.org") || exists(t, hub, "other@example.org") {
				t.Error("half of it was saved")
			}
		})
	})
	t.Run("a panic takes everything back and goes on", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			func() {
				defer func() {
					if recover() != "as bad as can be" {
						t.Error("the panic was swallowed")
					}
				}()
				_ = hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
					_ = newUser(tx, "ana@example.org").Exec(ctx)
					panic("as bad as can be")
				})
			}()
			if exists(t, hub, "ana@example.org") {
				t.Error("it was saved")
			}
			someUser(t, hub, "next@example.org") // the connection is free again
		})
	})
	t.Run("a caller that hung up saves nothing and leaves no connection behind", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			for range 40 { // more than there are connections
				ctx, hangUp := context.WithCancel(system)
				err := hub.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
					err := newUser(tx, "gone@example.org").Exec(ctx)
					hangUp()
					return errors.Join(err, ctx.Err())
				})
				if err == nil {
					t.Fatal("it was saved")
				}
			}
			if exists(t, hub, "gone@example.org") {
				t.Error("it was saved")
			}
			someUser(t, hub, "next@example.org")
		})
	})
	t.Run("has one time", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			write(t, hub, func(ctx context.Context, tx *gen.Client) error {
				first := hub.Store.Now(ctx)
				hub.Clock.Advance(time.Hour)
				u, err := newUser(tx, "ana@example.org").Save(ctx)
				if err == nil && (!u.CreatedAt.Equal(first) || !hub.Store.Now(ctx).Equal(first)) {
					t.Errorf("the transaction began at %v and made a row at %v", first, u.CreatedAt)
				}
				return err
			})
		})
	})
}

func TestRetries(t *testing.T) {
	t.Run("whoever found somebody a moment ahead looks again", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			tries := 0
			write(t, hub, func(ctx context.Context, tx *gen.Client) error {
				if err := newUser(tx, "ana@example.org").Exec(ctx); err != nil {
					return err
				}
				if tries++; tries < 3 {
					return store.ErrAgain
				}
				return nil
			})
			if n, _ := hub.Store.Ent(system).User.Query().Count(system); tries != 3 || n != 1 {
				t.Errorf("%d tries left %d users", tries, n)
			}
		})
	})
	t.Run("but not for ever", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			tries := 0
			err := hub.Store.InTx(system, func(context.Context, *gen.Client) error { tries++; return store.ErrAgain })
			if !errors.Is(err, store.ErrAgain) || tries > 10 {
				t.Errorf("%d tries: %v", tries, err)
			}
		})
	})
	t.Run("of two that lock each other out one is tried again, and both are saved", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			if hub.Store.Pool() == nil {
				return // SQLite has one writer
			}
			a, b := someUser(t, hub, "a@example.org"), someUser(t, hub, "b@example.org")
			var both sync.WaitGroup
			met := barrier(2)
			tries := make([]int, 2)
			for i, order := range [][]int64{{a.ID, b.ID}, {b.ID, a.ID}} {
				both.Go(func() {
					err := hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
						tries[i]++
						if err := tx.User.UpdateOneID(order[0]).SetLastSignInAt(hub.Clock.Now()).Exec(ctx); err != nil {
							return err
						}
						met()
						return tx.User.UpdateOneID(order[1]).SetLastSignInAt(hub.Clock.Now()).Exec(ctx)
					})
					if err != nil {
						t.Error(err)
					}
				})
			}
			both.Wait()
			if tries[0]+tries[1] < 3 {
				t.Errorf("tried %v times: they never met", tries)
			}
		})
	})
}

// barrier waits until n have come; whoever comes later goes through.
func barrier(n int) func() {
	var mu sync.Mutex
	open := make(chan struct{})
	return func() {
		mu.Lock()
		if n--; n == 0 {
			close(open)
		}
		mu.Unlock()
		<-open
	}
}

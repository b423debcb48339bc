package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/server/hubtest"
)

// Whatever becomes of a transaction, and however many different statements there were, the ones that the writer keeps go on
// serving those after it.
func TestWriterKeepsStatements(t *testing.T) {
	each(t, func(t *testing.T, hub *hubtest.Hub) {
		made := func(name string, end error) error {
			return hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
				if err := tx.Group.Create().SetName(name).Exec(ctx); err != nil {
					return err
				}
				for n := range 120 { // of as many names, each a statement of its own
					names := make([]string, n+1)
					for i := range names {
						names[i] = fmt.Sprint(i)
					}
					if _, err := tx.Group.Query().Where(group.NameIn(names...)).Count(ctx); err != nil {
						return err
					}
				}
				return end
			})
		}
		back := errors.New("take it back")
		for i := range 6 {
			if err := made(fmt.Sprint("kept ", i), nil); err != nil {
				t.Fatal(err)
			}
			if err := made("taken back", back); !errors.Is(err, back) {
				t.Fatal(err)
			}
		}
		if n := hub.Store.Ent(system).Group.Query().CountX(system); n != 7 {
			t.Errorf("there are %d groups, not 7", n)
		}
	})
}

package store_test

import (
	"context"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
)

// each runs a claim on a hub of either database whose workers rest.
func each(t *testing.T, claim func(t *testing.T, hub *hubtest.Hub)) {
	t.Helper()
	t.Parallel()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, claim)
}

var system = hubtest.System()

// write is InTx as the system, for steps that have to go well.
func write(t *testing.T, hub *hubtest.Hub, do func(ctx context.Context, tx *gen.Client) error) {
	t.Helper()
	if err := hub.Store.InTx(system, do); err != nil {
		t.Fatal(err)
	}
}

func newUser(tx *gen.Client, email string) *gen.UserCreate {
	return tx.User.Create().SetEmail(email).SetFirstName("Ana").SetLastName("Adams")
}

// someUser is a user who was there before.
func someUser(t *testing.T, hub *hubtest.Hub, email string) (made *gen.User) {
	t.Helper()
	write(t, hub, func(ctx context.Context, tx *gen.Client) (err error) {
		made, err = newUser(tx, email).Save(ctx)
		return err
	})
	return made
}

func exists(t *testing.T, hub *hubtest.Hub, email string) bool {
	t.Helper()
	found, err := hub.Store.Ent(system).User.Query().Where(user.Email(email)).Exist(system)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// journal is what was written down about one row, oldest first.
func journal(t *testing.T, hub *hubtest.Hub, entity string, id int64) []*gen.Change {
	t.Helper()
	rows, err := hub.Store.Ent(system).Change.Query().Where(change.Entity(entity), change.EntityID(id)).Order(gen.Asc(change.FieldID)).All(system)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

package lock

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// Users holds users until the transaction ends, deleted ones too, in the order of their keys; those who do not exist are passed over.
// They are held first of all: before what is theirs and before what they belong to, so that nobody waits in a circle.
func Users(ctx context.Context, tx *gen.Client, ids ...int64) error {
	_, err := tx.User.Query().Where(user.IDIn(ids...), Update).Order(user.ByID()).IDs(viewer.ShowDeleted(viewer.AsSystem(ctx, "holding users")))
	return err
}

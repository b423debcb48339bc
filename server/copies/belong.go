package copies

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// Belong puts a user whose groups were changed into the Default group if they are in no other, and out of it if they are
// (seed 001). Groups that the viewer does not see count.
func Belong(ctx context.Context, tx *gen.Client, userID int64) error {
	system := viewer.AsSystem(ctx, "belonging")
	there, err := tx.User.Query().Where(user.ID(userID), user.DeletedAtIsNil()).Exist(system)
	if err != nil || !there {
		return err
	}
	in, err := tx.Membership.Query().Where(membership.UserID(userID), membership.HasGroupWith(group.DeletedAtIsNil())).WithGroup().All(system)
	if err != nil {
		return err
	}
	var byDefault *gen.Membership
	for _, m := range in {
		if m.Edges.Group.IsDefault {
			byDefault = m
		}
	}
	switch {
	case len(in) > 1 && byDefault != nil:
		return tx.Membership.DeleteOne(byDefault).Exec(ctx)
	case len(in) == 0:
		d, err := tx.Group.Query().Where(group.IsDefault(true)).OnlyID(system)
		if err != nil {
			return err
		}
		return tx.Membership.Create().SetUserID(userID).SetGroupID(d).Exec(ctx)
	default:
		return nil
	}
}

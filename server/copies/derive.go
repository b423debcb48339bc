package copies

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// deriveAtOnce is how many users one transaction derives: SQLite has one writer.
const deriveAtOnce = 200

// Derive gives users from before an upgrade the sort keys that it brought: keys are folded in Go, so no migration can.
// It goes on where it was interrupted, and asks one index when there is nothing to do.
func (s *Service) Derive(ctx context.Context) error {
	ctx = viewer.ShowDeleted(viewer.AsSystem(ctx, "upgrade"))
	last := int64(0)
	for done := 0; ; {
		// Everybody is in some group, so whoever has no key of it has not been derived. Each is visited once.
		some, err := s.Store.Ent(ctx).User.Query().Where(user.SortGroup([]byte{}), user.GroupNameNEQ(""), user.IDGT(last)).
			Order(user.ByID()).Limit(deriveAtOnce).All(ctx)
		if err != nil {
			return err
		}
		if len(some) == 0 {
			if done > 0 {
				s.Log.InfoContext(ctx, "derived sort keys", "users", done)
			}
			return nil
		}
		err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			for _, u := range some {
				if err := tx.User.UpdateOneID(u.ID).SetGroupName(u.GroupName).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		done, last = done+len(some), some[len(some)-1].ID
	}
}

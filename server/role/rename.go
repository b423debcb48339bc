package role

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// renameAtOnce is how many users one transaction gives the new name of their role: SQLite has one writer.
const renameAtOnce = 500

// copyName gives the holders of a role the name that it has by now.
type copyName struct {
	RoleID int64 `json:"role_id"`
}

// Kind names the job.
func (copyName) Kind() string { return "role.copy_name" }

// rename gives the holders of a role its new name: a few at once, many by a job.
func (s *Service) rename(ctx context.Context, tx *gen.Client, r *gen.Role) error {
	more, err := rename(ctx, tx, r)
	if err != nil || !more {
		return err
	}
	return s.Queue.Enqueue(ctx, copyName{r.ID})
}

// renameRest goes on where it was interrupted.
func (s *Service) renameRest(ctx context.Context, args copyName) error {
	for more := true; more; {
		err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			r, err := tx.Role.Get(viewer.ShowDeleted(ctx), args.RoleID)
			if err == nil {
				more, err = rename(ctx, tx, r)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// rename writes the name to those who have another, and reports that there may be more of them.
func rename(ctx context.Context, tx *gen.Client, r *gen.Role) (more bool, err error) {
	ctx = viewer.ShowDeleted(viewer.AsSystem(ctx, "names"))
	ids, err := tx.User.Query().Where(user.RoleID(r.ID), user.RoleNameNEQ(r.Name)).Limit(renameAtOnce).IDs(ctx)
	if err != nil {
		return false, err
	}
	for _, id := range ids {
		if err := tx.User.UpdateOneID(id).SetRoleName(r.Name).Exec(ctx); err != nil {
			return false, err
		}
	}
	return len(ids) == renameAtOnce, nil
}

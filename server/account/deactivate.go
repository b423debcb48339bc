package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Deactivate takes a user out of use: they cannot sign in, and everything that is open to them ends. Whoever is
// inactive already stays so.
func (s *Service) Deactivate(ctx context.Context, userID int64, version *int) (*gen.User, error) {
	return s.turn(ctx, viewer.UsersWrite, userID, version, func(u *gen.UserUpdateOne) { u.SetStatus(user.StatusINACTIVE) })
}

// Reactivate makes an inactive user active again, with the password that they had.
func (s *Service) Reactivate(ctx context.Context, userID int64, version *int) (*gen.User, error) {
	return s.turn(ctx, viewer.UsersWrite, userID, version, func(u *gen.UserUpdateOne) { u.SetStatus(user.StatusACTIVE) })
}

// Delete marks a user as deleted: they are hidden everywhere at once and their addresses are free; the purge erases
// them after 30 days, and until then it can be undone.
func (s *Service) Delete(ctx context.Context, userID int64, version *int) (*gen.User, error) {
	return s.turn(ctx, viewer.UsersDelete, userID, version, func(u *gen.UserUpdateOne) { u.SetDeletedAt(s.Store.Now(ctx)) })
}

// turn changes where a user stands. Every session ends and every link dies with it: ent/hook sees to that, since taking
// back leads there, too.
func (s *Service) turn(ctx context.Context, need viewer.Permission, userID int64, version *int, change func(*gen.UserUpdateOne)) (*gen.User, error) {
	if err := rule.Require(ctx, need); err != nil {
		return nil, err
	}
	var turned *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		u, err := find(ctx, tx, userID, version)
		if err != nil {
			return err
		}
		update := tx.User.UpdateOne(u)
		change(update)
		turned, err = update.Save(ctx)
		return err
	})
	return turned, err
}

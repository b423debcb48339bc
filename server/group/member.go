package group

import (
	"context"
	"errors"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/fault"
)

// AddMembers puts users whom the viewer sees into a group, as members; whoever is in it stays as they are. At most
// copies.AtOnce users.
func (s *Service) AddMembers(ctx context.Context, groupID int64, users []int64) (*gen.Group, error) {
	return s.members(ctx, groupID, users, func(ctx context.Context, tx *gen.Client, u *gen.User, had *gen.Membership) (bool, error) {
		if had != nil {
			return false, nil
		}
		return true, atUsers(tx.Membership.Create().SetUserID(u.ID).SetGroupID(groupID).Exec(ctx))
	})
}

// atUsers says of the users what a form says of one.
func atUsers(err error) error {
	var f *fault.Fault
	if errors.As(err, &f) && f.Code == fault.AdminNeedsDefault {
		f.Field = fault.At("userIds")
	}
	return err
}

// RemoveMembers takes users out of a group; whoever is not in it stays as they are. At most copies.AtOnce users.
func (s *Service) RemoveMembers(ctx context.Context, groupID int64, users []int64) (*gen.Group, error) {
	return s.members(ctx, groupID, users, func(ctx context.Context, tx *gen.Client, _ *gen.User, had *gen.Membership) (bool, error) {
		if had == nil {
			return false, nil
		}
		return true, tx.Membership.DeleteOne(had).Exec(ctx)
	})
}

// SetManager makes a member of a group its manager, or a manager a member.
func (s *Service) SetManager(ctx context.Context, groupID, userID int64, manager bool) (*gen.Group, error) {
	standing := membership.RoleMEMBER
	if manager {
		standing = membership.RoleMANAGER
	}
	return s.members(ctx, groupID, []int64{userID}, func(ctx context.Context, tx *gen.Client, _ *gen.User, had *gen.Membership) (bool, error) {
		if had == nil {
			return false, fault.Refuse(fault.ManagerNeedsGroup, fault.At("userId"), "A Group Manager manages a group that they are in. Add them first.")
		}
		return had.Role != standing, tx.Membership.UpdateOne(had).SetRole(standing).Exec(ctx)
	})
}

// members does something to each of some users and their membership in a group, which is nil for those who are not in it.
// Whoever was touched belongs to the Default group if they are in no other, and whoever has their form open is told.
func (s *Service) members(ctx context.Context, groupID int64, ids []int64,
	do func(ctx context.Context, tx *gen.Client, u *gen.User, had *gen.Membership) (bool, error),
) (g *gen.Group, err error) {
	if err := rule.RequireMembers(ctx, groupID); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := lock.Users(ctx, tx, ids...); err != nil {
			return err
		}
		if g, err = custom(ctx, tx, groupID); err != nil {
			return err
		}
		users, had, err := those(ctx, tx, groupID, ids)
		if err != nil {
			return err
		}
		whole := viewer.Elevated(ctx, *viewer.From(ctx))
		for _, u := range users {
			changed, err := do(ctx, tx, u, had[u.ID])
			if err != nil || !changed {
				if err != nil {
					return err
				}
				continue
			}
			if err := copies.Belong(whole, tx, u.ID); err != nil {
				return err
			}
			if err := tx.User.UpdateOneID(u.ID).Exec(hook.Touch(whole)); err != nil {
				return err
			}
		}
		return nil
	})
	return g, err
}

// custom is a group that the viewer sees, other than the Default group.
func custom(ctx context.Context, tx *gen.Client, id int64) (*gen.Group, error) {
	g, err := tx.Group.Query().Where(group.ID(id), lock.Share).Only(ctx)
	switch {
	case gen.IsNotFound(err):
		return nil, fault.NotFound("group")
	case err == nil && g.IsDefault:
		return nil, fault.Refuse(fault.Invalid, fault.At("groupId"), "The Default group is that of everybody who is in no other. Change the other groups instead.")
	default:
		return g, err
	}
}

// those are users, held before, by their keys, and which of them are in the group.
func those(ctx context.Context, tx *gen.Client, groupID int64, ids []int64) ([]*gen.User, map[int64]*gen.Membership, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	users, err := tx.User.Query().Where(user.IDIn(ids...)).Order(user.ByID()).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(users) < len(ids) {
		return nil, nil, fault.Refuse(fault.Unknown, fault.At("userIds"), "One of these users does not exist. They may have been deleted meanwhile.")
	}
	rows, err := tx.Membership.Query().Where(membership.GroupID(groupID), membership.UserIDIn(ids...)).All(ctx)
	had := make(map[int64]*gen.Membership, len(rows))
	for _, m := range rows {
		had[m.UserID] = m
	}
	return users, had, err
}

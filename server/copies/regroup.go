package copies

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
)

// Deleting a group leaves its memberships as they are, so that it comes back with them. Whoever was moved elsewhere
// instead has a membership that says from where, and leaves again when the group comes back.

// regroup gives some members of a deleted group another one, or takes that away from members of a group that came back.
// The group is held, so that it is not both at once.
func (f following) regroup(ctx context.Context, tx *gen.Client, ids []int64) error {
	system := viewer.ShowDeleted(viewer.AsSystem(ctx, "groups"))
	g, err := tx.Group.Query().Where(group.ID(f.ID), lock.Share).Only(system)
	if err != nil || g.IsDefault {
		return err
	}
	if g.DeletedAt != nil {
		return f.moveOut(ctx, tx, ids)
	}
	return f.takeBack(ctx, tx, ids)
}

// moveOut puts members of a deleted group into the one that takes them. Only those come to the Default group who are in no
// other, and Global Admins whatever group was chosen.
func (f following) moveOut(ctx context.Context, tx *gen.Client, ids []int64) error {
	target, byDefault, err := f.targets(ctx, tx)
	if err != nil {
		return err
	}
	users, err := tx.User.Query().Where(user.IDIn(ids...), user.DeletedAtIsNil()).Order(user.ByID()).WithRole().
		WithMemberships(func(q *gen.MembershipQuery) { q.Where(membership.HasGroupWith(group.DeletedAtIsNil())) }).All(viewer.AsSystem(ctx, "groups"))
	if err != nil {
		return err
	}
	for _, u := range users {
		in, to := u.Edges.Memberships, target
		if r := u.Edges.Role; r != nil && r.BuiltIn != nil && *r.BuiltIn == viewer.GlobalAdministrator {
			to = byDefault
		}
		if to == byDefault && len(in) > 0 || slices.ContainsFunc(in, func(m *gen.Membership) bool { return m.GroupID == to }) {
			continue
		}
		if err := tx.Membership.Create().SetUserID(u.ID).SetGroupID(to).SetFromGroupID(f.ID).Exec(ctx); err != nil {
			return err
		}
		if i := slices.IndexFunc(in, func(m *gen.Membership) bool { return m.GroupID == byDefault }); i >= 0 {
			if err := tx.Membership.DeleteOne(in[i]).Exec(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// targets are the group that takes the members, and the Default group, which takes them if the chosen one is gone.
func (f following) targets(ctx context.Context, tx *gen.Client) (target, byDefault int64, err error) {
	system := viewer.AsSystem(ctx, "groups")
	byDefault, err = tx.Group.Query().Where(group.IsDefault(true)).OnlyID(system)
	if err != nil || f.To == 0 {
		return byDefault, byDefault, err
	}
	chosen, err := tx.Group.Query().Where(group.ID(f.To), group.DeletedAtIsNil(), lock.Share).IDs(system)
	if err != nil || len(chosen) == 0 {
		return byDefault, byDefault, err
	}
	return chosen[0], byDefault, nil
}

// takeBack takes members of a group that came back out of where they were moved, unless somebody changed that since, and
// out of the Default group. Who became a Global Admin meanwhile leaves the group instead.
func (f following) takeBack(ctx context.Context, tx *gen.Client, ids []int64) error {
	admin := membership.HasUserWith(user.HasRoleWith(role.BuiltIn(viewer.GlobalAdministrator)))
	leaving, err := tx.Membership.Query().Where(membership.UserIDIn(ids...), membership.Or(
		membership.And(membership.Not(admin), membership.FromGroupID(f.ID), membership.Version(1)),
		membership.And(membership.Not(admin), membership.HasGroupWith(group.IsDefault(true))),
		membership.And(admin, membership.GroupID(f.ID)),
	)).Order(membership.ByUserID(), membership.ByID()).All(viewer.ShowDeleted(viewer.AsSystem(ctx, "groups")))
	if err != nil {
		return err
	}
	for _, m := range leaving {
		if err := tx.Membership.DeleteOne(m).Exec(viewer.ShowDeleted(ctx)); err != nil {
			return err
		}
	}
	return nil
}

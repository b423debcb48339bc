package rule

import (
	"context"
	"slices"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// OnlyManagedGroups keeps reach from being given away or taken: managing a group means reaching its users, so whoever
// reaches only a part makes and unmakes managers of the groups that they manage themselves, and puts users only into
// groups that they can see.
func OnlyManagedGroups() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			change, ok := m.(*gen.MembershipMutation)
			v := viewer.From(ctx)
			if !ok || v.ReachesAll() {
				return privacy.Skip
			}
			of, managing, err := about(ctx, change)
			if err != nil {
				return err
			}
			if managing && !slices.Contains(v.GroupIDs, of) {
				return fault.Refuse(fault.CodeForbidden, fault.At("managerOfGroupIds"), "You make managers only of groups that you manage yourself.")
			}
			seen, err := change.Client().Group.Query().Where(group.ID(of)).Exist(ctx)
			if err != nil {
				return err
			}
			if !seen {
				return fault.NotFound("group")
			}
			return privacy.Skip
		},
	}
}

// AllowManagersTheirMembers lets whoever manages a group put users whom they see into it, as members, and take members out
// of it, with no permission but that (decision 7). Managers are made and unmade by others.
func AllowManagersTheirMembers() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			change, ok := m.(*gen.MembershipMutation)
			v := viewer.From(ctx)
			if !ok || len(v.Manages()) == 0 || !m.Op().Is(ent.OpCreate|ent.OpDeleteOne) {
				return privacy.Skip
			}
			of, managing, err := about(ctx, change)
			switch {
			case err != nil:
				return err
			case managing || !slices.Contains(v.Manages(), of):
				return privacy.Skip
			case m.Op().Is(ent.OpDeleteOne):
				return allowed(narrow(m, ownersWithin(v, viewer.UsersRead)))
			}
			who, _ := change.UserID()
			seen, err := change.Client().User.Query().Where(user.ID(who)).Exist(ctx)
			if err == nil && !seen {
				err = fault.NotFound("user")
			}
			if err != nil {
				return err
			}
			return privacy.Allow
		},
	}
}

// RequireMembers is Require for changing who is in a group: for those who edit users, and for whoever manages the group.
func RequireMembers(ctx context.Context, groupID int64) error {
	if slices.Contains(viewer.From(ctx).Manages(), groupID) {
		return nil
	}
	return Require(ctx, viewer.UsersWrite)
}

// KeepDefaultGroup refuses to rename or delete the Default group. It binds the system too.
func KeepDefaultGroup() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			change, ok := m.(*gen.GroupMutation)
			if !ok || !m.Op().Is(ent.OpUpdateOne) {
				return privacy.Skip
			}
			name, named := change.Name()
			_, deleted := change.DeletedAt()
			if !named && !deleted {
				return privacy.Skip
			}
			id, _ := change.ID()
			d, err := change.Client().Group.Query().Where(group.ID(id), group.IsDefault(true)).All(viewer.AsSystem(ctx, "the Default group"))
			switch {
			case err != nil:
				return err
			case len(d) == 0:
				return privacy.Skip
			case deleted:
				return fault.Refuse(fault.CodeForbidden, fault.At("id"), "The Default group stays: it is the group of everybody who is in no other.")
			case name != d[0].Name:
				return fault.Refuse(fault.CodeForbidden, fault.At("name"), "The Default group keeps its name. You may change its description.")
			default:
				return privacy.Skip
			}
		},
	}
}

// about is the group of a membership that changes, and whether its user was, or will be, the manager.
func about(ctx context.Context, m *gen.MembershipMutation) (groupID int64, managing bool, err error) {
	next, set := m.Role()
	managing = set && next == membership.RoleMANAGER
	if m.Op().Is(ent.OpCreate) {
		groupID, _ = m.GroupID()
		return groupID, managing, nil
	}
	id, _ := m.ID()
	was, err := m.Client().Membership.Get(viewer.AsSystem(ctx, "comparing reach"), id)
	if err != nil {
		return 0, false, err
	}
	if set && next == was.Role {
		return was.GroupID, false, nil
	}
	return was.GroupID, managing || was.Role == membership.RoleMANAGER, nil
}

// GlobalAdminsStayInDefault refuses a custom group to a Global Administrator, whichever of the two comes first (seed
// 001). It binds the system too.
func GlobalAdminsStayInDefault() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			system := viewer.AsSystem(ctx, "comparing groups")
			var both bool
			var err error
			switch m := m.(type) {
			case *gen.MembershipMutation:
				both, err = adminJoins(system, m)
			case *gen.UserMutation:
				both, err = joinedBecomesAdmin(system, m)
			}
			if err != nil {
				return err
			}
			if both {
				return fault.Refuse(fault.AdminNeedsDefault, fault.At("isGlobalAdmin"), "A Global Admin stays in the Default group. Take the other groups away, or choose another role.")
			}
			return privacy.Skip
		},
	}
}

func adminJoins(ctx context.Context, m *gen.MembershipMutation) (bool, error) {
	if !m.Op().Is(ent.OpCreate) {
		return false, nil
	}
	groupID, _ := m.GroupID()
	userID, _ := m.UserID()
	custom, err := isCustom(ctx, m, groupID)
	if err != nil || !custom {
		return false, err
	}
	if u, made := lock.Recall[*gen.User](ctx, lock.Row{Type: gen.TypeUser, ID: userID}); made && u.RoleID == nil {
		return false, nil
	} else if made {
		if r, held := lock.Recall[*gen.Role](ctx, lock.Row{Type: gen.TypeRole, ID: *u.RoleID}); held {
			return r.BuiltIn != nil && *r.BuiltIn == viewer.GlobalAdministrator, nil
		}
	}
	return m.Client().User.Query().Where(user.ID(userID), user.HasRoleWith(role.BuiltIn(viewer.GlobalAdministrator))).Exist(ctx)
}

// isCustom reports a group that is not the Default group.
func isCustom(ctx context.Context, m *gen.MembershipMutation, id int64) (bool, error) {
	if g, held := lock.Recall[*gen.Group](ctx, lock.Row{Type: gen.TypeGroup, ID: id}); held {
		return !g.IsDefault, nil
	}
	return m.Client().Group.Query().Where(group.ID(id), group.IsDefault(false)).Exist(ctx)
}

func joinedBecomesAdmin(ctx context.Context, m *gen.UserMutation) (bool, error) {
	next, set := m.RoleID()
	if !set || !m.Op().Is(ent.OpUpdateOne) {
		return false, nil
	}
	id, _ := m.ID()
	admin, err := m.Client().Role.Query().Where(role.ID(next), role.BuiltIn(viewer.GlobalAdministrator)).Exist(ctx)
	if err != nil || !admin {
		return false, err
	}
	return m.Client().Membership.Query().Where(membership.UserID(id), membership.HasGroupWith(group.IsDefault(false))).Exist(ctx)
}

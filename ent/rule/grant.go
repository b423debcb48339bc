package rule

import (
	"context"
	"slices"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// OnlyGrantableRoles lets a viewer give and take exactly the roles that their own role may grant: what somebody has
// and what they get must both be on the list.
func OnlyGrantableRoles() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			u, ok := m.(*gen.UserMutation)
			if !ok {
				return privacy.Skip
			}
			given, set := u.RoleID()
			if !set && !u.RoleIDCleared() {
				return privacy.Skip
			}
			v := viewer.From(ctx)
			if m.Op().Is(ent.OpUpdateOne) {
				had, err := u.OldRoleID(ctx)
				if err != nil {
					return err
				}
				if had != nil && set && *had == given {
					return privacy.Skip
				}
				if had != nil && !slices.Contains(v.Grants, *had) {
					return notGrantable("You may not take away the role that this user has.")
				}
			}
			if set {
				if err := MayGrant(v, given); err != nil {
					return err
				}
				if err := reachesNoFurtherWith(ctx, u, given, v); err != nil {
					return err
				}
			}
			return privacy.Skip
		},
	}
}

// MayGrant refuses a role that v may not give.
func MayGrant(v *viewer.Viewer, roleID int64) error {
	if v.IsSystem() || slices.Contains(v.Grants, roleID) {
		return nil
	}
	return notGrantable("You may not give this role. Choose one that your own role may grant.")
}

func notGrantable(sentence string) error {
	return fault.Refuse(fault.RoleNotGrantable, fault.At("roleId"), sentence)
}

// ManagesAccountOf reports that v may do with the account of this user, whom v sees, what would let v sign in as them:
// only for a role that v could give away and a reach within v's own. Nobody gains a right by managing an account.
func ManagesAccountOf(ctx context.Context, client *gen.Client, u *gen.User) (bool, error) {
	v := viewer.From(ctx)
	switch {
	case v.IsSystem():
		return true, nil
	case !v.Can(viewer.AccountsManage), u.RoleID != nil && !slices.Contains(v.Grants, *u.RoleID):
		return false, nil
	}
	if in, err := ReachesAccountOf(ctx, client, u); err != nil || !in {
		return false, err
	}
	return ReachesNoFurther(ctx, client, u)
}

// ReachesAccountOf reports that v manages accounts and that this user, whom v sees, is within the reach in which v does.
func ReachesAccountOf(ctx context.Context, client *gen.Client, u *gen.User) (bool, error) {
	v := viewer.From(ctx)
	if !v.IsSystem() && !v.Can(viewer.AccountsManage) {
		return false, nil
	}
	reached := along(v, waysByRole(v, viewer.AccountsManage))
	if reached == nil {
		return true, nil
	}
	return client.User.Query().Where(user.ID(u.ID), reached).Exist(viewer.AsSystem(ctx, "comparing reach"))
}

// ReachesNoFurther reports that every company and every managed group of u is one of the viewer's own.
func ReachesNoFurther(ctx context.Context, client *gen.Client, u *gen.User) (bool, error) {
	v := viewer.From(ctx)
	if v.IsSystem() || v.ReachesAll() && v.Can(viewer.UsersWrite) {
		return true, nil
	}
	return reachesNoFurther(viewer.AsSystem(ctx, "comparing reach"), client, u, v)
}

func reachesNoFurther(ctx context.Context, client *gen.Client, u *gen.User, v *viewer.Viewer) (bool, error) {
	if v.ReachesAll() { // but edits nobody, unlike whoever manages a group
		return managesNoOther(ctx, client, u, v)
	}
	if u.CompanyID != nil && !slices.Contains(v.CompanyIDs, *u.CompanyID) {
		there, err := client.Company.Query().Where(company.ID(*u.CompanyID), company.DeletedAtIsNil()).Exist(ctx)
		if err != nil || there {
			return false, err
		}
	}
	further, err := client.Assignment.Query().
		Where(assignment.UserID(u.ID), assignment.CompanyIDNotIn(v.CompanyIDs...)).Exist(ctx)
	if err != nil || further {
		return false, err
	}
	return managesNoOther(ctx, client, u, v)
}

// managesNoOther reports that v manages every group that u manages.
func managesNoOther(ctx context.Context, client *gen.Client, u *gen.User, v *viewer.Viewer) (bool, error) {
	further, err := client.Membership.Query().
		Where(membership.UserID(u.ID), membership.RoleEQ(membership.RoleMANAGER), membership.GroupIDNotIn(v.GroupIDs...)).Exist(ctx)
	return !further, err
}

// superior reports a role that v may not give away and that can do something that v cannot.
func superior(ctx context.Context, client *gen.Client, r *gen.Role, v *viewer.Viewer) (bool, error) {
	if v.IsSystem() || slices.Contains(v.Grants, r.ID) {
		return false, nil
	}
	return exceeds(ctx, client, r, v)
}

// DenyTurningSuperiors refuses to deactivate, reactivate or delete somebody who can do what the viewer cannot.
func DenyTurningSuperiors() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			u, ok := m.(*gen.UserMutation)
			if !ok || !m.Op().Is(ent.OpUpdateOne) {
				return privacy.Skip
			}
			_, turned := u.Status()
			_, deleted := u.DeletedAt()
			if !turned && !deleted && !u.DeletedAtCleared() {
				return privacy.Skip
			}
			id, _ := u.ID()
			system := viewer.AsSystem(ctx, "comparing roles")
			r, err := u.Client().Role.Query().Where(role.HasUsersWith(user.ID(id))).Only(system)
			switch {
			case gen.IsNotFound(err):
				return privacy.Skip
			case err != nil:
				return err
			}
			above, err := superior(ctx, u.Client(), r, viewer.From(ctx))
			if err != nil {
				return err
			}
			if above {
				return fault.NotAllowed()
			}
			return privacy.Skip
		},
	}
}

// TakesBackMaking reports a viewer who may take back that they made a user: that deletes the user.
func TakesBackMaking(v *viewer.Viewer) bool { return v.Can(viewer.UsersDelete) }

// TakesBackSuperseding reports a viewer who may take back that they superseded a user: that deletes the successor and opens
// the old account again.
func TakesBackSuperseding(v *viewer.Viewer) bool {
	return v.Can(viewer.UsersDelete) && v.Can(viewer.AccountsManage)
}

// Privileged reports a role whose holders can open other people's accounts or change what others may do: whoever steals
// such an account gets more than one person's data.
func Privileged(r *gen.Role) bool {
	return slices.ContainsFunc(r.Permissions, func(p string) bool {
		return slices.Contains([]viewer.Permission{viewer.AccountsManage, viewer.RolesWrite, viewer.APIClientsWrite, viewer.SettingsWrite}, viewer.Permission(p))
	})
}

// reachesNoFurtherWith refuses an administrative role for somebody who looks after companies or groups that the viewer does
// not: the role would be about these, too.
func reachesNoFurtherWith(ctx context.Context, m *gen.UserMutation, roleID int64, v *viewer.Viewer) error {
	if v.ReachesAll() || !m.Op().Is(ent.OpUpdateOne) {
		return nil
	}
	system := viewer.AsSystem(ctx, "comparing reach")
	if gives, err := m.Client().Role.Query().Where(role.ID(roleID), administrative).Exist(system); err != nil || !gives {
		return err
	}
	id, _ := m.ID()
	u, err := m.Client().User.Get(viewer.ShowDeleted(system), id)
	if err != nil {
		return err
	}
	within, err := reachesNoFurther(system, m.Client(), u, v)
	if err == nil && !within {
		err = notGrantable("This user looks after companies or groups that you do not. Ask somebody who does to give this role.")
	}
	return err
}

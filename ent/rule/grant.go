package rule

import (
	"context"
	"slices"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
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
			if set && !slices.Contains(v.Grants, given) {
				return notGrantable("You may not give this role. Choose one that your own role may grant.")
			}
			return privacy.Skip
		},
	}
}

func notGrantable(sentence string) error {
	return fault.Refuse(fault.RoleNotGrantable, fault.At("roleId"), sentence)
}

// ManagesAccountOf reports that v may do with the account of this user, whom v sees, what would let v sign in as them:
// only for a role that v could give away. Nobody gains a role, or another's name, by managing an account.
func ManagesAccountOf(v *viewer.Viewer, u *gen.User) bool {
	return v.IsSystem() || v.Can(viewer.AccountsManage) && (u.RoleID == nil || slices.Contains(v.Grants, *u.RoleID))
}

// superior reports a role that v may not give away and that can do something that v cannot.
func superior(r *gen.Role, v *viewer.Viewer) bool {
	if r == nil || v.IsSystem() || slices.Contains(v.Grants, r.ID) {
		return false
	}
	for _, p := range r.Permissions {
		if !v.Can(viewer.Permission(p)) {
			return true
		}
	}
	return wider(viewer.Reach(r.Reach)) > wider(v.Reach)
}

// wider orders reaches.
func wider(r viewer.Reach) int {
	return slices.Index([]viewer.Reach{viewer.ManagedGroups, viewer.AssignedCompanies, viewer.Everything}, r)
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
			case superior(r, viewer.From(ctx)):
				return fault.NotAllowed()
			}
			return privacy.Skip
		},
	}
}

package rule

import (
	"context"
	"slices"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// OnlyGrantableRoles lets a viewer give and take exactly the roles that their own role may grant: what somebody has
// and what they get must both be on the list.
func OnlyGrantableRoles() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			user, ok := m.(*gen.UserMutation)
			if !ok {
				return privacy.Skip
			}
			given, set := user.RoleID()
			if !set && !user.RoleIDCleared() {
				return privacy.Skip
			}
			v := viewer.From(ctx)
			if m.Op().Is(ent.OpUpdateOne) {
				had, err := user.OldRoleID(ctx)
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
// only for a role that v could give away. Nobody gains a role by managing an account.
func ManagesAccountOf(v *viewer.Viewer, u *gen.User) bool {
	return v.IsSystem() || v.Can(viewer.AccountsManage) && (u.RoleID == nil || slices.Contains(v.Grants, *u.RoleID))
}

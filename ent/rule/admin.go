package rule

import (
	"context"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// KeepOneGlobalAdmin refuses whatever would leave nobody who can sign in as Global Administrator: another role,
// deactivating, deleting. It binds the system too.
func KeepOneGlobalAdmin() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			u, ok := m.(*gen.UserMutation)
			if !ok || !m.Op().Is(ent.OpUpdateOne) || !stepsDown(u) {
				return privacy.Skip
			}
			id, _ := u.ID()
			return keepOneOf(viewer.AsSystem(ctx, "counting administrators"), u, id)
		},
	}
}

// stepsDown reports a change that may end somebody's being an administrator.
func stepsDown(u *gen.UserMutation) bool {
	status, _ := u.Status()
	_, deleted := u.DeletedAt()
	_, moved := u.RoleID()
	return deleted || moved || u.RoleIDCleared() || status == user.StatusINACTIVE
}

func keepOneOf(ctx context.Context, u *gen.UserMutation, id int64) error {
	client := u.Client()
	// Said here since whoever restores somebody looks at deleted rows, too.
	usable := user.And(user.DeletedAtIsNil(), user.StatusEQ(user.StatusACTIVE), user.HasRoleWith(role.BuiltIn(viewer.GlobalAdministrator)),
		user.HasAccountWith(account.ActivatedAtNotNil(), account.ClosedAtIsNil()))
	is, err := client.User.Query().Where(user.ID(id), usable).Only(ctx)
	if gen.IsNotFound(err) {
		return privacy.Skip
	}
	if err != nil {
		return err
	}
	if next, moved := u.RoleID(); moved && next == *is.RoleID {
		return privacy.Skip
	}
	// All such changes take one lock, the row of the role: two changes of two users do not meet otherwise.
	if _, err := client.Role.Query().Where(role.ID(*is.RoleID), lock.Update).Only(ctx); err != nil {
		return err
	}
	others, err := client.User.Query().Where(user.IDNEQ(id), usable).Exist(ctx)
	if err != nil {
		return err
	}
	if others {
		return privacy.Skip
	}
	return fault.Refuse(fault.LastGlobalAdmin, fault.At("roleId"), "This is the last Global Admin who can sign in. Make somebody else a Global Admin first.")
}

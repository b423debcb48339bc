package hook

import (
	"context"
	"time"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Lists filter and order by what stands in other tables: a company's name, an account's state, a user's status. One
// index cannot hold two tables, so the rows that are listed keep copies, and this file keeps the copies true.

// copyNames keeps the copies of the names of a user's company and role. Both are held until the transaction ends: whoever
// renames or deletes one meanwhile waits, and then finds this user. What is deleted has no name.
func copyNames(ctx context.Context, m *gen.UserMutation) error {
	system := viewer.ShowDeleted(viewer.AsSystem(ctx, "names"))
	switch id, moved := m.CompanyID(); {
	case m.CompanyIDCleared():
		m.SetCompanyName("")
	case moved:
		held := lock.Row{Type: gen.TypeCompany, ID: id}
		c, known := lock.Recall[*gen.Company](ctx, held)
		if !known {
			var err error
			if c, err = m.Client().Company.Query().Where(company.ID(id), lock.Share).Only(system); err != nil {
				return err
			}
			lock.Remember(ctx, held, c)
		}
		m.SetCompanyName(Called(c.Name, c.DeletedAt))
	}
	return copyRole(ctx, m)
}

// copyRole keeps the copy of the role's name. Whoever is restored after their role was deleted comes back without one.
func copyRole(ctx context.Context, m *gen.UserMutation) error {
	if m.RoleIDCleared() {
		m.SetRoleName("")
	}
	id, given := m.RoleID()
	restored := m.DeletedAtCleared() && !given && !m.RoleIDCleared()
	if !given && !restored {
		return nil
	}
	if m.Op().Is(ent.OpUpdateOne) {
		had, err := m.OldRoleID(ctx)
		switch {
		case err != nil || had == nil && restored || had != nil && *had == id:
			return err
		case restored:
			id = *had
		}
	}
	held := lock.Row{Type: gen.TypeRole, ID: id}
	if r, known := lock.Recall[*gen.Role](ctx, held); known {
		m.SetRoleName(r.Name)
		return nil
	}
	r, err := m.Client().Role.Query().Where(role.ID(id), role.DeletedAtIsNil(), lock.Share).Only(viewer.AsSystem(ctx, "names"))
	switch {
	case gen.IsNotFound(err) && restored:
		m.ClearRoleID()
		m.SetRoleName("")
		return nil
	case gen.IsNotFound(err):
		return fault.Refuse(fault.Unknown, fault.At("roleId"), "This role does not exist. It may have been deleted meanwhile.")
	case err != nil:
		return err
	}
	m.SetRoleName(r.Name)
	lock.Remember(ctx, held, r)
	return nil
}

// Called is what users copy of a name: nothing of what is deleted.
func Called(name string, deletedAt *time.Time) string {
	if deletedAt != nil {
		return ""
	}
	return name
}

// copyToMemberships keeps what a user's memberships know of the user.
func copyToMemberships(ctx context.Context, m *gen.UserMutation, u *gen.User) error {
	_, renamed := m.SortLastName()
	_, turned := m.Status()
	_, deleted := m.DeletedAt()
	if !m.Op().Is(ent.OpUpdateOne) || !renamed && !turned && !deleted && !m.DeletedAtCleared() {
		return nil
	}
	if m.DeletedAtCleared() {
		if err := copyFirstGroup(viewer.AsSystem(ctx, "copies"), m.Client(), u); err != nil {
			return err
		}
	}
	return m.Client().Membership.Update().Where(membership.UserID(u.ID)).
		SetUserStatus(statusOf(u)).SetUserCreatedAt(u.CreatedAt).SetSortLastName(u.SortLastName).Exec(viewer.AsSystem(ctx, "copies"))
}

func statusOf(u *gen.User) membership.UserStatus {
	if u.DeletedAt != nil {
		return membership.UserStatusDELETED
	}
	return membership.UserStatus(u.Status)
}

// Membership gives a new membership the copies of its user, and keeps the user's copy of the name of the group that was
// joined first.
func Membership(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		change, ok := m.(*gen.MembershipMutation)
		if !ok || !m.Op().Is(ent.OpCreate|ent.OpDeleteOne) {
			return next.Mutate(ctx, m)
		}
		system := viewer.AsSystem(ctx, "copies")
		owner, err := ownerOf(system, change)
		if err != nil {
			return nil, err
		}
		if m.Op().Is(ent.OpCreate) {
			if err := stands(system, change); err != nil {
				return nil, err
			}
			change.SetUserStatus(statusOf(owner))
			change.SetUserCreatedAt(owner.CreatedAt)
			change.SetSortLastName(owner.SortLastName)
		}
		value, err := next.Mutate(ctx, m)
		if err != nil || m.Op().Is(ent.OpCreate) && owner.GroupName != "" {
			return value, err
		}
		return value, copyFirstGroup(system, change.Client(), owner)
	})
}

// stands refuses to put somebody into a group that is deleted, and holds the group until the transaction ends: whoever
// renames or deletes it meanwhile waits, and then finds this membership.
func stands(ctx context.Context, m *gen.MembershipMutation) error {
	id, _ := m.GroupID()
	held := lock.Row{Type: gen.TypeGroup, ID: id}
	if _, known := lock.Recall[*gen.Group](ctx, held); known {
		return nil
	}
	there, err := m.Client().Group.Query().Where(group.ID(id), group.DeletedAtIsNil(), lock.Share).All(ctx)
	switch {
	case err != nil:
		return err
	case len(there) == 0:
		return fault.Refuse(fault.Unknown, fault.At("groupIds"), "This group does not exist. It may have been deleted meanwhile.")
	}
	lock.Remember(ctx, held, there[0])
	return nil
}

// madeHere is a user whom this transaction made and has not changed since.
func madeHere(ctx context.Context, id int64) (*gen.User, bool) {
	return lock.Recall[*gen.User](ctx, lock.Row{Type: gen.TypeUser, ID: id})
}

// ownerOf is the user of a membership that is made or goes. Changes to the groups of one user take turns, since each looks
// for the first of them.
func ownerOf(ctx context.Context, m *gen.MembershipMutation) (*gen.User, error) {
	id, known := m.UserID()
	if !known {
		key, _ := m.ID()
		row, err := m.Client().Membership.Get(ctx, key)
		if err != nil {
			return nil, err
		}
		id = row.UserID
	}
	if made, ok := madeHere(ctx, id); ok {
		return made, nil
	}
	return m.Client().User.Query().Where(user.ID(id), lock.Update).Only(viewer.ShowDeleted(ctx))
}

func copyFirstGroup(ctx context.Context, client *gen.Client, u *gen.User) error {
	first, err := client.Membership.Query().Where(membership.UserID(u.ID), membership.HasGroupWith(group.DeletedAtIsNil())).
		WithGroup().Order(membership.ByID()).First(ctx)
	name := ""
	switch {
	case gen.IsNotFound(err):
	case err != nil:
		return err
	default:
		name = first.Edges.Group.Name
	}
	if name == u.GroupName {
		return nil
	}
	return client.User.UpdateOneID(u.ID).SetGroupName(name).Exec(viewer.ShowDeleted(ctx))
}

// Account takes the names of a new account, and keeps what its user copies of it.
func Account(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		value, err := next.Mutate(ctx, m)
		change, ok := m.(*gen.AccountMutation)
		if err != nil || !ok || !m.Op().Is(ent.OpCreate|ent.OpUpdateOne) {
			return value, err
		}
		a := value.(*gen.Account)
		if u, made := madeHere(ctx, a.UserID); made && m.Op().Is(ent.OpCreate) && opensAs(u, a) {
			return value, nil
		}
		if m.Op().Is(ent.OpCreate) {
			if err := takeAccount(ctx, change.Client(), a); err != nil {
				return nil, err
			}
		}
		return value, copyAccount(viewer.ShowDeleted(viewer.AsSystem(ctx, "copies")), change.Client(), a)
	})
}

// opensAs reports a new user who was made with the names of their account: they have taken them.
func opensAs(u *gen.User, a *gen.Account) bool {
	return u.LoginName == a.LoginName && u.AccountEmail == a.Email && u.AccountState == AccountState(a) && sameMoment(u.LinkExpiresAt, a.LinkExpiresAt)
}

func sameMoment(a, b *time.Time) bool {
	return a == b || a != nil && b != nil && a.Equal(*b)
}

// copyAccount keeps what a user's row knows of the account, and writes only what is news.
func copyAccount(ctx context.Context, client *gen.Client, a *gen.Account) error {
	u, err := client.User.Get(ctx, a.UserID)
	if err != nil {
		return err
	}
	update := client.User.UpdateOne(u)
	if u.LoginName != a.LoginName || u.AccountEmail != a.Email {
		update.SetLoginName(a.LoginName).SetAccountEmail(a.Email)
	}
	if state := AccountState(a); state != u.AccountState {
		update.SetAccountState(state)
	}
	switch was, is := u.LinkExpiresAt, a.LinkExpiresAt; {
	case is == nil && was != nil:
		update.ClearLinkExpiresAt()
	case is != nil && (was == nil || !was.Equal(*is)):
		update.SetLinkExpiresAt(*is)
	}
	switch was, is := u.LockedUntil, a.LockedUntil; {
	case is == nil && was != nil:
		update.ClearLockedUntil()
	case is != nil && (was == nil || !was.Equal(*is)):
		update.SetLockedUntil(*is)
	}
	if len(update.Mutation().Fields())+len(update.Mutation().ClearedFields()) == 0 {
		return nil
	}
	return update.Exec(ctx)
}

// AccountState is where an account stands as far as its row alone can tell: an invitation expires by the clock.
func AccountState(a *gen.Account) user.AccountState {
	switch {
	case a.ClosedAt != nil:
		return user.AccountStateCLOSED
	case a.Temporary:
		return user.AccountStateTEMPORARY_PASSWORD
	case a.ActivatedAt != nil:
		return user.AccountStateACTIVE
	default:
		return user.AccountStateINVITED
	}
}

package bulk

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
)

// apply does to one user what was asked for, by the code of the single mutations. Whoever is that way already is not
// touched.
func (s *Service) apply(ctx context.Context, tx *gen.Client, id int64, c Change) error {
	if c.Delete {
		_, err := s.Accounts.Delete(ctx, id, nil)
		return err
	}
	u, err := tx.User.Query().Where(user.ID(id)).WithMemberships(func(q *gen.MembershipQuery) { q.WithGroup() }).Only(ctx)
	if gen.IsNotFound(err) {
		return fault.NotFound("user")
	}
	if err != nil {
		return err
	}
	if in, moved := c.move(u); moved {
		if in.Version, err = account.VersionOf(ctx, tx, u); err != nil {
			return err
		}
		if _, err := s.Accounts.Update(ctx, in); err != nil {
			return err
		}
	}
	switch {
	case c.Status == "" || c.Status == u.Status:
	case c.Status == user.StatusACTIVE:
		_, err = s.Accounts.Reactivate(ctx, id, nil)
	default:
		_, err = s.Accounts.Deactivate(ctx, id, nil)
	}
	if err == nil && c.Revoke {
		_, err = s.Accounts.Revoke(ctx, id, nil)
	}
	if err != nil || !c.Resend {
		return err
	}
	send := s.Accounts.SendLink
	if c.Invites {
		send = s.Accounts.SendInvitation
	}
	_, err = send(ctx, id, nil, c.Override)
	return err
}

// move is the update that gives a user the role and the groups; it reports whether there is anything to do.
func (c Change) move(u *gen.User) (in account.UpdateInput, moved bool) {
	in = account.UpdateInput{UserID: u.ID, Override: c.Override}
	if c.RoleID != nil && (u.RoleID == nil || *u.RoleID != *c.RoleID) {
		in.RoleID, moved = c.RoleID, true
	}
	var had []int64
	for _, m := range u.Edges.Memberships {
		if m.Edges.Group != nil && !m.Edges.Group.IsDefault {
			had = append(had, m.GroupID)
		}
	}
	in.GroupIDs = slices.DeleteFunc(slices.Clone(had), func(id int64) bool { return slices.Contains(c.RemoveGroupIDs, id) })
	for _, id := range c.AddGroupIDs {
		if !slices.Contains(in.GroupIDs, id) {
			in.GroupIDs = append(in.GroupIDs, id)
		}
	}
	in.Regroup = !slices.Equal(in.GroupIDs, had)
	return in, moved || in.Regroup
}

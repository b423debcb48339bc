package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Revoke takes an invitation back: its link stops working, what was not sent stays unsent, and whoever has it gets no other by themselves.
// Sending another lifts it. The version is checked if given.
func (s *Service) Revoke(ctx context.Context, userID int64, version *int) (*gen.User, error) {
	return s.revoking(ctx, userID, version, func(u *gen.User) (bool, error) {
		switch a := u.Edges.Account; {
		case a == nil, a.ClosedAt != nil:
			return false, fault.Refusef(fault.NoAccount, nil, "%s %s has no account, so there is no invitation.", u.FirstName, u.LastName)
		case a.ActivatedAt != nil:
			return false, fault.Refusef(fault.Invalid, nil, "%s %s has a password already. Deactivate them to take their access away.", u.FirstName, u.LastName)
		case a.NotifiedAt == nil:
			return false, fault.Refusef(fault.Invalid, nil, "%s %s was not invited yet.", u.FirstName, u.LastName)
		case a.RevokedAt != nil:
			return false, fault.Refusef(fault.Invalid, nil, "The invitation of %s %s was taken back already.", u.FirstName, u.LastName)
		}
		return true, nil
	})
}

// Unopen is Revoke for an account that goes back with what opened it, whether or not its owner was told. One that opens nothing any
// more is left as it is; one with a password is its owner's, and is refused with CONFLICT.
func (s *Service) Unopen(ctx context.Context, userID int64) error {
	_, err := s.revoking(ctx, userID, nil, func(u *gen.User) (bool, error) {
		a := u.Edges.Account
		if a != nil && a.ClosedAt == nil && a.ActivatedAt != nil {
			return false, fault.Refuse(fault.CodeConflict, nil, "The account that was opened stays: its owner has set a password.")
		}
		return a != nil && a.ClosedAt == nil && a.RevokedAt == nil, nil
	})
	return err
}

// revoking takes the invitation of a user back who is held meanwhile, if look says so.
func (s *Service) revoking(ctx context.Context, userID int64, version *int, look func(*gen.User) (bool, error)) (u *gen.User, err error) {
	if err := rule.Require(ctx, viewer.AccountsManage); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		if u, err = findHeld(ctx, tx, userID, version); err != nil {
			return err
		}
		if may, err := rule.ManagesAccountOf(ctx, tx, u); err != nil {
			return err
		} else if !may {
			return fault.NotAllowed()
		}
		if is, err := look(u); err != nil || !is {
			return err
		}
		ctx = viewer.Elevated(ctx, *viewer.From(ctx))
		if err := s.Notify.ReplaceLinks(ctx, u.ID); err != nil {
			return err
		}
		if err := s.Notify.Withdraw(ctx, u.ID, "Not sent: the invitation was taken back before."); err != nil {
			return err
		}
		now := s.Store.Now(ctx)
		return tx.Account.UpdateOne(u.Edges.Account).SetRevokedAt(now).SetLinkExpiresAt(now).Exec(ctx)
	})
	return u, err
}

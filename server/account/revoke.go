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
	if err := rule.Require(ctx, viewer.AccountsManage); err != nil {
		return nil, err
	}
	var u *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		if u, err = findHeld(ctx, tx, userID, version); err != nil {
			return err
		}
		if may, err := rule.ManagesAccountOf(ctx, tx, u); err != nil {
			return err
		} else if !may {
			return fault.NotAllowed()
		}
		switch a := u.Edges.Account; {
		case a == nil, a.ClosedAt != nil:
			return fault.Refusef(fault.NoAccount, nil, "%s %s has no account, so there is no invitation.", u.FirstName, u.LastName)
		case a.ActivatedAt != nil:
			return fault.Refusef(fault.Invalid, nil, "%s %s has a password already. Deactivate them to take their access away.", u.FirstName, u.LastName)
		case a.NotifiedAt == nil:
			return fault.Refusef(fault.Invalid, nil, "%s %s was not invited yet.", u.FirstName, u.LastName)
		case a.RevokedAt != nil:
			return fault.Refusef(fault.Invalid, nil, "The invitation of %s %s was taken back already.", u.FirstName, u.LastName)
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

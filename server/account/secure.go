package account

import (
	"cmp"
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
)

// SetFactorProvider says what a user signs in with beside their password, from their next sign-in on; an app is enrolled
// then. Whoever may do that could sign in as them anyway. Another choice forgets what was enrolled for the one before.
func (s *Service) SetFactorProvider(ctx context.Context, userID int64, provider account.FactorProvider) (*gen.User, error) {
	return s.secure(ctx, userID, nil, true, func(ctx context.Context, tx *gen.Client, u *gen.User) error {
		if u.Edges.Account.FactorProvider == provider {
			return nil
		}
		forget := s.Authn.ForgetFactor
		switch provider {
		case account.FactorProviderTOTP:
			forget = s.Authn.ForgetPasskeys
		case account.FactorProviderPASSKEY:
			forget = s.Authn.ForgetApp
		}
		if err := forget(ctx, tx, u.ID); err != nil {
			return err
		}
		if err := tx.Account.UpdateOne(u.Edges.Account).SetFactorProvider(provider).Exec(ctx); err != nil {
			return err
		}
		return s.Notify.Alert(ctx, u, notify.Event{What: notify.FactorChanged})
	})
}

// ResetFactor takes a user's second factor away: they enrol anew at their next sign-in, and every session of theirs ends.
// The version is checked if given.
func (s *Service) ResetFactor(ctx context.Context, userID int64, version *int) (*gen.User, error) {
	return s.secure(ctx, userID, version, true, func(ctx context.Context, tx *gen.Client, u *gen.User) error {
		if err := s.Authn.ForgetFactor(ctx, tx, u.ID); err != nil {
			return err
		}
		if err := s.Authn.EndAll(ctx, u.ID); err != nil {
			return err
		}
		return s.Notify.Alert(ctx, u, notify.Event{What: notify.FactorReset})
	})
}

// Unlock lets a user try passwords and codes anew at once. Whoever did that for themselves, or for somebody who may do more than
// they, could guess for ever.
func (s *Service) Unlock(ctx context.Context, userID int64, version *int) (*gen.User, error) {
	return s.secure(ctx, userID, version, true, func(ctx context.Context, tx *gen.Client, u *gen.User) error {
		if err := tx.Account.UpdateOne(u.Edges.Account).SetUnlockedAt(s.Store.Now(ctx)).Exec(ctx); err != nil { // who did it is written down
			return err
		}
		return s.Authn.Unlock(ctx, tx, u.ID)
	})
}

// EndSessions signs a user out everywhere, or, with the key of a session, there: oneself, and users whose accounts the
// viewer manages.
func (s *Service) EndSessions(ctx context.Context, userID int64, sessionID *int64) (*gen.User, error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	if v.Kind != viewer.User || v.ID != userID {
		return s.secure(ctx, userID, nil, false, func(ctx context.Context, tx *gen.Client, u *gen.User) error {
			return s.endSessions(ctx, tx, u, sessionID)
		})
	}
	var own *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		if own, err = findHeld(ctx, tx, userID, nil); err != nil {
			return err
		}
		return s.endSessions(viewer.Elevated(ctx, *v), tx, own, sessionID)
	})
	return own, err
}

// endSessions ends sessions, and writes down who did.
func (s *Service) endSessions(ctx context.Context, tx *gen.Client, u *gen.User, sessionID *int64) error {
	if u.Edges.Account != nil {
		if err := tx.Account.UpdateOne(u.Edges.Account).SetSessionsEndedAt(s.Store.Now(ctx)).Exec(ctx); err != nil {
			return err
		}
	}
	return s.Authn.End(ctx, tx, u.ID, sessionID)
}

// notOneself refuses what an administrator does to the sign-in of others: one's own is changed by proving oneself.
func notOneself(ctx context.Context, userID int64) error {
	if v := viewer.From(ctx); v.Kind == viewer.User && v.ID == userID {
		return fault.Refuse(fault.Invalid, nil, "Your own sign-in is changed under Your profile, in the menu at your initials.")
	}
	return nil
}

// secure does something about the sign-in of a user with an account, for those who manage it. opens says that it would
// help the viewer to sign in as them: then it is for those alone who gain nothing by that.
func (s *Service) secure(ctx context.Context, userID int64, version *int, opens bool, do func(context.Context, *gen.Client, *gen.User) error) (*gen.User, error) {
	if err := rule.Require(ctx, viewer.AccountsManage); err != nil {
		return nil, err
	}
	if opens {
		if err := notOneself(ctx, userID); err != nil {
			return nil, err
		}
	}
	var u *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		if u, err = findHeld(ctx, tx, userID, version); err != nil {
			return err
		}
		may, err := rule.ReachesAccountOf(ctx, tx, u)
		if err == nil && may && opens {
			may, err = rule.ManagesAccountOf(ctx, tx, u)
		}
		switch {
		case err != nil || !may:
			return cmp.Or(err, error(fault.NotAllowed()))
		case u.Edges.Account == nil, u.Edges.Account.ClosedAt != nil:
			return fault.Refusef(fault.NoAccount, nil, "%s %s has no account. Create one first.", u.FirstName, u.LastName)
		}
		return do(ctx, tx, u)
	})
	return u, err
}

package account

import (
	"cmp"
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/visit"
)

// TemporaryLife is how long a temporary password works, and only to choose another one.
const TemporaryLife = 24 * time.Hour

// SetTemporaryPassword gives a user a password that an administrator hands over in person: it works at once, must be
// changed at the first sign-in and dies after a day. Every session, every older password and every passkey that is no second factor ends; no mail is sent.
func (s *Service) SetTemporaryPassword(ctx context.Context, userID int64, password string) (*gen.User, error) {
	if err := rule.Require(ctx, viewer.AccountsManage); err != nil {
		return nil, err
	}
	if err := notOneself(ctx, userID); err != nil {
		return nil, err
	}
	u, err := find(ctx, s.Store.Ent(ctx), userID, nil)
	if err != nil {
		return nil, err
	}
	may, err := rule.ManagesAccountOf(ctx, s.Store.Ent(ctx), u)
	switch {
	case err != nil:
		return nil, err
	case !may:
		return nil, fault.NotAllowed()
	case u.Edges.Account == nil, u.Edges.Account.ClosedAt != nil:
		return nil, fault.Refusef(fault.NoAccount, nil, "%s %s has no account. Create one first.", u.FirstName, u.LastName)
	case u.Status != user.StatusACTIVE:
		return nil, inactive(u)
	}
	if err := checkPassword(password, u.Email, u.Edges.Account.LoginName, u.FirstName, u.LastName); err != nil {
		return nil, err
	}
	hash, err := s.Passwords.Hash(ctx, password)
	if err != nil {
		return nil, err
	}
	// The credential is nobody's to read or write, but who set it is written down.
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		// Asked again, with the user held: hashing took its time, and they may have become more than the viewer meanwhile.
		now, err := findHeld(ctx, tx, userID, nil)
		if err != nil {
			return err
		}
		if may, err := rule.ManagesAccountOf(ctx, tx, now); err != nil || !may {
			return cmp.Or(err, error(fault.NotAllowed()))
		} else if now.Status != user.StatusACTIVE {
			return inactive(now)
		}
		until, gone := s.Store.Now(ctx).Add(TemporaryLife), 0
		return s.keepPassword(viewer.Elevated(ctx, *viewer.From(ctx)), tx, u, newPassword{hash: hash, until: &until, gone: &gone})
	})
	return u, err
}

// inactive is the refusal of a way in for somebody who could not use it.
func inactive(u *gen.User) error {
	return fault.Refusef(fault.Invalid, nil, "%s %s is inactive. Reactivate them first.", u.FirstName, u.LastName)
}

// TemporaryUntil is when a temporary password stops working, of an account that the viewer sees; nil where there is none.
func (s *Service) TemporaryUntil(ctx context.Context, a *gen.Account) (*time.Time, error) {
	if !a.Temporary {
		return nil, nil
	}
	c, err := s.Store.Ent(ctx).Credential.Query().Where(credential.UserID(a.UserID)).Only(viewer.AsSystem(ctx, "temporary password"))
	if gen.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return c.ExpiresAt, nil
}

// ChangePassword replaces one's own password, also a temporary one, and signs in anew: every other session ends. Guesses at
// the present one count like those of a sign-in.
func (s *Service) ChangePassword(ctx context.Context, current, next string) (step authn.Step, err error) {
	id, err := changing(ctx)
	if err != nil {
		return step, err
	}
	system := viewer.AsSystem(ctx, "password")
	u, err := s.Store.Ent(ctx).User.Query().Where(user.ID(id)).WithAccount().WithCredential().WithRole().Only(system)
	if err != nil {
		return step, err
	}
	if u.Edges.Credential == nil || u.Edges.Account == nil {
		return step, fault.Refuse(fault.NoAccount, nil, "There is no password to change.")
	}
	if err := checkNext(u, current, next); err != nil {
		return step, err
	}
	if err := s.checkOwn(ctx, u, current); err != nil {
		return step, err
	}
	hash, err := s.Passwords.Hash(ctx, next)
	if err != nil {
		return step, err
	}
	return s.Authn.GoOn(ctx, u, func(ctx context.Context, tx *gen.Client) error {
		if err := s.keepPassword(ctx, tx, u, newPassword{hash: hash, instead: u.Edges.Credential}); err != nil {
			return err
		}
		return s.Notify.Alert(ctx, u, notify.Event{What: notify.PasswordChanged})
	})
}

// changing is the user of a request who may choose another password: somebody signed in, or who cannot go on without.
func changing(ctx context.Context) (int64, error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return 0, err
	}
	if v := viewer.From(ctx); v != nil && v.Kind == viewer.User {
		return v.ID, nil
	}
	if from := visit.From(ctx); from.HalfStage == string(session.StageCHANGE_PASSWORD) {
		return from.HalfUser, nil
	}
	return 0, fault.SignInFirst()
}

// checkNext refuses a password that nobody should have. It is asked before a guess at the present one is counted: whoever knows that one
// may take as long as they like to find another.
func checkNext(u *gen.User, current, next string) error {
	if err := checkPassword(next, u.Email, u.Edges.Account.LoginName, u.FirstName, u.LastName); err != nil {
		return renamed(err, "newPassword")
	}
	if current == next {
		return fault.Refuse(fault.Invalid, fault.At("newPassword"), "Choose a password that differs from the present one.")
	}
	return nil
}

// checkOwn refuses a change of one's own password that does not begin with the present one. Guesses are counted.
func (s *Service) checkOwn(ctx context.Context, u *gen.User, current string) error {
	if err := s.Authn.TryPassword(ctx, u.ID); err != nil {
		return err
	}
	right, err := s.Passwords.Verify(ctx, current, u.Edges.Credential.PasswordHash)
	if err != nil {
		return err
	}
	if until := u.Edges.Credential.ExpiresAt; !right || until != nil && !s.Store.Now(ctx).Before(*until) {
		return fault.Refuse(fault.BadCredentials, fault.At("currentPassword"), "This is not your present password.")
	}
	return nil
}

// renamed puts the faults of a password at another input field.
func renamed(err error, field string) error {
	faults, _ := fault.All(err)
	for _, f := range faults {
		f.Field = fault.At(field)
	}
	return err
}

// themselves is a context in which a user who proved who they are changes what is theirs.
func themselves(ctx context.Context, u *gen.User) context.Context {
	return viewer.Elevated(ctx, viewer.Viewer{Kind: viewer.User, ID: u.ID, Name: u.FirstName + " " + u.LastName})
}

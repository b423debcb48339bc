package authn

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/visit"
)

// ProofLife is how long somebody may change how they sign in after they proved who they are, by signing in or again since
// (ASVS 5, 7.5.1): whoever finds a browser open, or steals its cookie, makes no way in for themselves.
const ProofLife = 10 * time.Minute

// provedLately refuses a session whose user has not proved for a while who they are. A half-finished sign-in is proof of
// itself.
func (a *Authenticator) provedLately(ctx context.Context, half bool) error {
	at := visit.From(ctx).ProvedAt
	if half || at != nil && a.Store.Now(ctx).Sub(*at) < ProofLife {
		return nil
	}
	return fault.Refuse(fault.ProofRequired, nil, "Confirm that it is you first: you signed in some time ago.")
}

// stillThere fails if the session of the request has ended since it was recognised; a half-finished sign-in ends by this,
// since one of them succeeds. The caller holds the user, as whoever ends sessions for their sake does.
func (a *Authenticator) stillThere(ctx context.Context, tx *gen.Client) error {
	ctx = viewer.AsSystem(ctx, "session")
	from := visit.From(ctx)
	if stage := session.Stage(from.HalfStage); from.HalfUser != 0 {
		err := stillHalf(ctx, tx, a.Store.Now(ctx), stage)
		if stage == session.StageCHANGE_PASSWORD && fault.Is(err, fault.BadCode) { // no code was asked for
			err = fault.SignInFirst()
		}
		return err
	}
	there, err := tx.Session.Query().Where(session.ID(from.SessionID), session.EndedAtIsNil(), lock.Update).Exist(ctx)
	if err == nil && !there {
		return fault.SignInFirst()
	}
	return err
}

// Proof is what somebody brings who proves again who they are: a password, with a code where their sign-in asks for one, or
// what a device answered for one of their passkeys.
type Proof struct {
	Password, Code string
	Credential     map[string]any
}

// Prove notes that whoever is signed in proved again who they are: by what a sign-in asks of them, and counted like one. The
// step says what is still missing. A session that proved it goes on under another id, so that a copy of the old one
// proved nothing.
func (a *Authenticator) Prove(ctx context.Context, p Proof) (Step, error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return Step{}, err
	}
	v := viewer.From(ctx)
	if v == nil || v.Kind != viewer.User {
		return Step{}, fault.SignInFirst()
	}
	if p.Credential != nil {
		is, err := a.show(ctx, p.Credential)
		if err == nil && is.owner.ID != v.ID {
			err = badPasskey()
		}
		if err != nil {
			return Step{}, err
		}
		return a.proved(ctx, is.owner, proof{verified: true, use: is.use})
	}
	u, err := a.checkAgain(ctx, v.ID, p.Password)
	if err != nil {
		return Step{}, err
	}
	is := wanted(u)
	if is.Stage != session.StageVERIFY_FACTOR {
		return a.proved(ctx, u, proof{credential: u.Edges.Credential, verified: visit.From(ctx).Verified, use: func(ctx context.Context, tx *gen.Client) error {
			return a.Forgive(ctx, tx, u.ID)
		}})
	}
	if p.Code == "" {
		return is, a.askForCode(ctx, u, is)
	}
	// The password was right: a wrong code uses up none of its tries.
	err = a.Store.InTx(viewer.AsSystem(ctx, "second factor"), func(ctx context.Context, tx *gen.Client) error { return a.pardon(ctx, tx, u.ID) })
	if err != nil {
		return Step{}, err
	}
	return a.guess(ctx, u.ID, func() (Step, error) {
		return a.proved(ctx, u, proof{credential: u.Edges.Credential, verified: true, use: func(ctx context.Context, tx *gen.Client) error {
			ctx = viewer.AsSystem(ctx, "second factor")
			if err := a.useCode(ctx, tx, u, is, typed(p.Code)); err != nil {
				return err
			}
			return codes.Forget(ctx, tx, ofUser(u.ID))
		}})
	})
}

// checkAgain is the user whose password this is; tries are counted like those of a sign-in.
func (a *Authenticator) checkAgain(ctx context.Context, id int64, password string) (*gen.User, error) {
	if err := a.TryPassword(ctx, id); err != nil {
		return nil, err
	}
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(id)).WithAccount().WithRole().WithFactor().WithPasskeys().WithCredential().
		Only(viewer.AsSystem(ctx, "proof"))
	if err != nil {
		return nil, err
	}
	hash := ""
	if c := u.Edges.Credential; c != nil && !a.died(c) {
		hash = c.PasswordHash
	}
	right, err := a.Passwords.Verify(ctx, password, hash)
	if err == nil && !right {
		err = fault.Refuse(fault.BadCredentials, fault.At("password"), "This is not your password.")
	}
	return u, err
}

// askForCode forgives a password that was right, and mails the code where it comes by mail: it is good for this session.
func (a *Authenticator) askForCode(ctx context.Context, u *gen.User, is Step) error {
	return a.Store.InTx(viewer.AsSystem(ctx, "second factor"), func(ctx context.Context, tx *gen.Client) error {
		if err := a.pardon(ctx, tx, u.ID); err != nil || is.Provider != account.FactorProviderEMAIL {
			return err
		}
		from := visit.From(ctx)
		code, until, err := a.mailCode(ctx, tx, u, from.SessionHash)
		if err != nil {
			return err
		}
		return tx.Session.UpdateOneID(from.SessionID).SetCodeHash(code).SetCodeExpiresAt(until).Exec(ctx)
	})
}

// pardon is Forgive for a user whom nobody holds yet.
func (a *Authenticator) pardon(ctx context.Context, tx *gen.Client, userID int64) error {
	if err := stillUsable(ctx, tx, userID); err != nil {
		return err
	}
	return a.Forgive(ctx, tx, userID)
}

// proved lets the session go on under another id.
func (a *Authenticator) proved(ctx context.Context, u *gen.User, p proof) (Step, error) {
	use := p.use
	p.known, p.again = true, true
	p.use = func(ctx context.Context, tx *gen.Client) error {
		if err := a.stillThere(ctx, tx); err != nil {
			return err
		}
		return use(ctx, tx)
	}
	done := Step{Stage: session.StageDONE}
	return done, a.begin(ctx, u, done, p)
}

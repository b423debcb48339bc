package authn

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"math/big"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/visit"
)

// Step is how far a sign-in has come, and which second factor it waits for; "" for none.
type Step struct {
	Stage    session.Stage
	Provider account.FactorProvider
}

// CodeLife is how long an emailed code works.
const CodeLife = 10 * time.Minute

// proof is what somebody has shown of themselves so far.
type proof struct {
	// credential is that whose password was checked, if one was: a session never begins on a password that was replaced
	// meanwhile.
	credential *gen.Credential
	// passed reports that no second factor is asked for: it was proved, or a session goes on.
	passed bool
	// verified reports that the second factor was proved, now or in the session that goes on.
	verified bool
	// typed reports that a password was typed on the way: a temporary one is replaced.
	typed bool
	// unproved reports that nothing of the user was proved now: what the session proved before counts for as long as it would have.
	unproved bool
	// again reports that a session goes on under another id, which is no sign-in to tell of.
	again bool
	// known reports that the owner is told of this step anyway, or took it where they had signed in before.
	known bool
	// use uses up what was shown, in the transaction in which the session begins.
	use func(ctx context.Context, tx *gen.Client) error
}

// proceed begins the session of the next stage: a second factor if one is wanted and was not proved, another password if
// this one is temporary, and then the real one. Each stage has a session id of its own.
func (a *Authenticator) proceed(ctx context.Context, userID int64, p proof) (Step, error) {
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(userID)).WithAccount().WithRole().WithFactor().WithPasskeys().WithCredential().Only(viewer.AsSystem(ctx, "sign-in"))
	if err != nil {
		return Step{}, err
	}
	step := Step{Stage: session.StageDONE}
	if !p.passed {
		step = wanted(u)
	}
	if c := u.Edges.Credential; step.Stage == session.StageDONE && p.typed && c != nil && c.ExpiresAt != nil {
		if a.died(c) {
			return Step{}, badCredentials()
		}
		step.Stage = session.StageCHANGE_PASSWORD
	}
	return step, a.begin(ctx, u, step, p)
}

// wanted is which second factor a user must show, and whether they have enrolled it. A role that requires one takes a
// passkey from whoever has one, and an authenticator app otherwise, where nobody chose.
func wanted(u *gen.User) Step {
	provider := account.FactorProviderNONE
	if u.Edges.Account != nil {
		provider = u.Edges.Account.FactorProvider
	}
	if provider == account.FactorProviderNONE {
		if u.Edges.Role == nil || !u.Edges.Role.RequiresFactor {
			return Step{Stage: session.StageDONE}
		}
		provider = account.FactorProviderTOTP
		if len(u.Edges.Passkeys) > 0 && !enrolled(u.Edges.Factor) {
			provider = account.FactorProviderPASSKEY
		}
	}
	if provider == account.FactorProviderTOTP && !enrolled(u.Edges.Factor) || provider == account.FactorProviderPASSKEY && len(u.Edges.Passkeys) == 0 {
		return Step{session.StageENROL_FACTOR, provider}
	}
	return Step{session.StageVERIFY_FACTOR, provider}
}

// Wanted is which second factor the next sign-in of a user asks for, of somebody whose account the viewer sees; NONE where the password is enough.
func (a *Authenticator) Wanted(ctx context.Context, userID int64) (account.FactorProvider, error) {
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(userID)).WithAccount().WithRole().WithFactor().WithPasskeys().
		Only(viewer.ShowDeleted(viewer.AsSystem(ctx, "second factor")))
	if err != nil {
		return "", err
	}
	return cmp.Or(wanted(u).Provider, account.FactorProviderNONE), nil
}

func enrolled(f *gen.Factor) bool { return f != nil && f.Secret != nil && len(*f.Secret) > 0 }

// mailCode mails a code for a session, and returns what is stored of it. There are only so many of them for one user.
func (a *Authenticator) mailCode(ctx context.Context, tx *gen.Client, u *gen.User, token []byte) (hash []byte, until time.Time, err error) {
	if err := mailedCodes.Take(ctx, tx, ofUser(u.ID)); err != nil {
		return nil, until, cmp.Or(tooMany(err), err)
	}
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return nil, until, err
	}
	code, until := fmt.Sprintf("%06d", n), a.Store.Now(ctx).Add(CodeLife)
	return a.codeHash(token, code), until, a.Notify.Code(ctx, u, code, until)
}

// codeHash is what is stored of a mailed code: with the secret key in it, since there are few codes to try.
func (a *Authenticator) codeHash(token []byte, code string) []byte {
	return a.Key.Sign("email code", append(append([]byte{}, token...), code...))
}

// stillHalf ends the session of a half-finished sign-in, of which one succeeds.
func stillHalf(ctx context.Context, tx *gen.Client, now time.Time, stages ...session.Stage) error {
	n, err := tx.Session.Update().Where(session.ID(visit.From(ctx).SessionID), session.EndedAtIsNil(), session.StageIn(stages...)).
		SetEndedAt(now).Save(ctx)
	if err == nil && n != 1 {
		err = badCode()
	}
	return err
}

package authn

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/visit"
)

// touchEvery bounds how often a session in use is written down as used.
const touchEvery = time.Minute

// halfLife is how long a sign-in may stay half-finished: long enough to install an authenticator app.
const halfLife = 30 * time.Minute

// Begin signs a user in who proved themselves otherwise than by a password that they typed, by a link for example: the
// request that is running goes on as that user, and its answer sets the cookie. A session that the browser brought along
// ends. The second factor is asked for as ever. What proves them is used up by use, if it is not nil, in the transaction in
// which the session begins and with the user held: whoever takes access away afterwards finds the session.
func (a *Authenticator) Begin(ctx context.Context, u *gen.User, use func(ctx context.Context, tx *gen.Client) error) (Step, error) {
	return a.proceed(ctx, u.ID, proof{known: true, use: use})
}

// GoOn is Begin for somebody who ends all their sessions by what they do in one of them, such as choosing another password:
// it is done in the transaction in which this session goes on under another id, and not if somebody ended it meanwhile. What
// they proved when it began still counts, and no more than that. Who only now gets in is told of a new browser.
func (a *Authenticator) GoOn(ctx context.Context, u *gen.User, do func(ctx context.Context, tx *gen.Client) error) (Step, error) {
	isIn, verified := viewer.From(ctx) != nil, visit.From(ctx).Verified
	use := func(ctx context.Context, tx *gen.Client) error {
		if err := a.stillThere(ctx, tx); err != nil {
			return err
		}
		return do(ctx, tx)
	}
	return a.proceed(ctx, u.ID, proof{known: isIn, again: isIn, passed: isIn || verified, verified: verified, unproved: isIn, use: use})
}

// begin starts a session under a new id. Before the last stage the cookie is set, and nobody is signed in.
func (a *Authenticator) begin(ctx context.Context, u *gen.User, step Step, p proof) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	v, err := a.Viewer(ctx, u)
	if err != nil {
		return err
	}
	if v.Off, err = a.Off(ctx); err != nil {
		return err
	}
	token, hash := secret.NewToken()
	from := visit.From(ctx)
	err = a.Store.InTx(viewer.Elevated(ctx, *v), func(ctx context.Context, tx *gen.Client) error {
		if err := stillUsable(ctx, tx, u.ID); err != nil {
			return err
		}
		if err := stands(ctx, tx, p.credential); err != nil {
			return err
		}
		if p.use != nil {
			if err := p.use(ctx, tx); err != nil {
				return err
			}
		}
		if from.SessionHash != nil {
			if err := end(ctx, tx, a.Store.Now(ctx), session.TokenHash(from.SessionHash)); err != nil {
				return err
			}
		}
		return a.keep(ctx, tx, u, step, p, v, hash)
	})
	if err != nil {
		return err
	}
	from.SetSession(token, a.Max)
	if step.Stage != session.StageDONE {
		v = nil // whoever was signed in no longer is
	}
	viewer.Become(ctx, v)
	return nil
}

// keep stores a session that begins, mails the code that it waits for, and tells its user of a browser that they never
// used before.
func (a *Authenticator) keep(ctx context.Context, tx *gen.Client, u *gen.User, step Step, p proof, v *viewer.Viewer, hash []byte) error {
	now, from := a.Store.Now(ctx), visit.From(ctx)
	create := tx.Session.Create().SetUserID(u.ID).SetTokenHash(hash).SetCreatedAt(now).SetLastSeenAt(now).SetStage(step.Stage).SetUserAgent(from.UserAgent)
	if from.IP.IsValid() {
		create.SetIP(from.IP.String())
	}
	if p.verified {
		create.SetVerifiedAt(now)
	}
	if p.unproved {
		create.SetNillableProvedAt(from.ProvedAt)
	} else {
		create.SetProvedAt(now)
	}
	if step.Stage == session.StageVERIFY_FACTOR && step.Provider == account.FactorProviderEMAIL {
		code, until, err := a.mailCode(ctx, tx, u, hash)
		if err != nil {
			return err
		}
		create.SetCodeHash(code).SetCodeExpiresAt(until)
	}
	done := step.Stage == session.StageDONE
	isNew := false
	if done && !p.known {
		var err error
		if isNew, err = isNewBrowser(ctx, tx, u, from.UserAgent); err != nil {
			return err
		}
	}
	if err := create.Exec(ctx); err != nil || !done || p.again {
		return err
	}
	if isNew {
		if err := a.Notify.Alert(ctx, u, signedIn(from, now)); err != nil {
			return err
		}
	}
	if err := tx.User.UpdateOneID(u.ID).SetLastSignInAt(now).Exec(ctx); err != nil {
		return err
	}
	if _, off := v.Lacks(viewer.FeatureActivities); off { // who goes on here is Portico, for whom nothing is
		return nil
	}
	return hook.Note(ctx, tx, u.ID, activity.SourceSIGN_IN, hook.NotedSignIn, "Signed in to Portico")
}

// stands fails if a credential was changed since it was read. It holds the row until the session is there, so that
// whoever changes it afterwards finds the session and ends it.
func stands(ctx context.Context, tx *gen.Client, proved *gen.Credential) error {
	if proved == nil {
		return nil
	}
	now, err := tx.Credential.Query().Where(credential.ID(proved.ID), lock.Update).Only(ctx)
	if gen.IsNotFound(err) || err == nil && now.Version != proved.Version {
		return badCredentials()
	}
	return err
}

// stillUsable fails for a user who may not sign in any more, and holds them, before anything else of theirs, until the session
// is there: who is deactivated afterwards has it ended.
func stillUsable(ctx context.Context, tx *gen.Client, id int64) error {
	now, err := tx.User.Query().Where(user.ID(id), lock.Update).Only(viewer.AsSystem(ctx, "sign-in"))
	if gen.IsNotFound(err) || err == nil && !usable(now) {
		return badCredentials()
	}
	return err
}

// SignOut ends the session of this request, if there is one.
func (a *Authenticator) SignOut(ctx context.Context) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	from := visit.From(ctx)
	if from.SessionHash != nil {
		err := a.Store.InTx(viewer.AsSystem(ctx, "sign-out"), func(ctx context.Context, tx *gen.Client) error {
			return end(ctx, tx, a.Store.Now(ctx), session.TokenHash(from.SessionHash))
		})
		if err != nil {
			return err
		}
	}
	from.ClearSession()
	viewer.Become(ctx, nil)
	return nil
}

// EndAll ends every session of a user, in the caller's transaction.
func (a *Authenticator) EndAll(ctx context.Context, userID int64) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return end(viewer.AsSystem(ctx, "sessions"), tx, a.Store.Now(ctx), session.UserID(userID))
	})
}

func end(ctx context.Context, tx *gen.Client, now time.Time, which predicate.Session) error {
	return tx.Session.Update().Where(which, session.EndedAtIsNil()).SetEndedAt(now).Exec(ctx)
}

package authn

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/visit"
)

// touchEvery bounds how often a session in use is written down as used.
const touchEvery = time.Minute

// Begin starts a session for a user, under a new id: the request that is running goes on as that user, and its answer
// sets the cookie. A session that the browser brought along ends.
func (a *Authenticator) Begin(ctx context.Context, u *gen.User) error {
	return a.begin(ctx, u, session.StageDONE, nil)
}

// begin is Begin for a stage: before the last one the cookie is set, and nobody is signed in. proved is the credential
// whose password was checked, if one was: a session never begins on a password that was replaced meanwhile.
func (a *Authenticator) begin(ctx context.Context, u *gen.User, stage session.Stage, proved *gen.Credential) error {
	v, err := a.Viewer(ctx, u)
	if err != nil {
		return err
	}
	token, hash := secret.NewToken()
	from := visit.From(ctx)
	err = a.Store.InTx(viewer.Elevated(ctx, *v), func(ctx context.Context, tx *gen.Client) error {
		if err := stands(ctx, tx, proved); err != nil {
			return err
		}
		now := a.Store.Now(ctx)
		create := tx.Session.Create().SetUserID(u.ID).SetTokenHash(hash).SetCreatedAt(now).SetLastSeenAt(now).SetStage(stage).SetUserAgent(from.UserAgent)
		if from.IP.IsValid() {
			create.SetIP(from.IP.String())
		}
		if err := create.Exec(ctx); err != nil {
			return err
		}
		if from.SessionHash != nil {
			if err := end(ctx, tx, now, session.TokenHash(from.SessionHash)); err != nil {
				return err
			}
		}
		if stage != session.StageDONE {
			return nil
		}
		return tx.User.UpdateOneID(u.ID).SetLastSignInAt(now).Exec(ctx)
	})
	if err != nil {
		return err
	}
	from.SetSession(token, a.Max)
	if stage == session.StageDONE {
		viewer.Become(ctx, v)
	}
	return nil
}

// stands fails if a credential was changed since it was read. It holds the row until the session is there, so that
// whoever changes it afterwards finds the session and ends it.
func stands(ctx context.Context, tx *gen.Client, proved *gen.Credential) error {
	if proved == nil {
		return nil
	}
	now, err := tx.Credential.Query().Where(credential.ID(proved.ID), rule.ForUpdate).Only(ctx)
	if gen.IsNotFound(err) || err == nil && now.Version != proved.Version {
		return badCredentials()
	}
	return err
}

// SignOut ends the session of this request, if there is one.
func (a *Authenticator) SignOut(ctx context.Context) error {
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

// seen is what every request reads anew of its user.
var seen = []string{user.FieldID, user.FieldStatus, user.FieldRoleID, user.FieldAccountState, user.FieldCompanyID, user.FieldFirstName, user.FieldLastName}

// Recognise says who brings this session token: nil for a token that is unknown, ended or too old, or whose user may
// not sign in any more, and for one that still has to change its password: then the visit knows the half-signed-in
// user. The user's state and role are read anew on every request.
func (a *Authenticator) Recognise(ctx context.Context, token string) (*viewer.Viewer, error) {
	system := viewer.AsSystem(ctx, "session")
	hash := secret.HashToken(token)
	s, err := a.Store.Ent(ctx).Session.Query().Where(session.TokenHash(hash), session.EndedAtIsNil()).
		WithUser(func(q *gen.UserQuery) { q.WithRole().Select(seen...) }).Only(system)
	if gen.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	now := a.Store.Clock().Now()
	if now.Sub(s.LastSeenAt) >= a.Idle || now.Sub(s.CreatedAt) >= a.Max || !usable(s.Edges.User) || s.Edges.User.Edges.Role == nil {
		return nil, nil
	}
	from := visit.From(ctx)
	from.SessionHash = hash
	if s.Stage != session.StageDONE {
		from.HalfUser = s.UserID
		return nil, nil
	}
	if now.Sub(s.LastSeenAt) >= touchEvery {
		if err := a.touch(system, s); err != nil {
			a.Log.WarnContext(ctx, "a session's last use was not written down", "error", err)
		}
	}
	return a.Viewer(ctx, s.Edges.User)
}

func (a *Authenticator) touch(ctx context.Context, s *gen.Session) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Session.UpdateOneID(s.ID).SetLastSeenAt(a.Store.Now(ctx)).Exec(ctx)
	})
}

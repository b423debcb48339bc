package authn

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/feature"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/role"
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

// Begin starts a session for a user, under a new id: the request that is running goes on as that user, and its answer
// sets the cookie. A session that the browser brought along ends.
func (a *Authenticator) Begin(ctx context.Context, u *gen.User) error {
	return a.begin(ctx, u, session.StageDONE, nil)
}

// begin is Begin for a stage: before the last one the cookie is set, and nobody is signed in. proved is the credential
// whose password was checked, if one was: a session never begins on a password that was replaced meanwhile.
func (a *Authenticator) begin(ctx context.Context, u *gen.User, stage session.Stage, proved *gen.Credential) error {
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
		if err := tx.User.UpdateOneID(u.ID).SetLastSignInAt(now).Exec(ctx); err != nil {
			return err
		}
		if _, off := v.Lacks(viewer.FeatureActivities); off { // who goes on here is Portico, for whom nothing is
			return nil
		}
		return hook.Note(ctx, tx, u.ID, activity.SourceSIGN_IN, hook.NotedSignIn, "Signed in to Portico")
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
	now, err := tx.Credential.Query().Where(credential.ID(proved.ID), lock.Update).Only(ctx)
	if gen.IsNotFound(err) || err == nil && now.Version != proved.Version {
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

// standing is what every request reads anew: the session, its user and their role.
type standing struct {
	SessionID    int64             `sql:"session_id"`
	CreatedAt    time.Time         `sql:"created_at"`
	LastSeenAt   time.Time         `sql:"last_seen_at"`
	Stage        session.Stage     `sql:"stage"`
	UserID       int64             `sql:"user_id"`
	FirstName    string            `sql:"first_name"`
	LastName     string            `sql:"last_name"`
	CompanyID    *int64            `sql:"company_id"`
	Status       user.Status       `sql:"status"`
	AccountState user.AccountState `sql:"account_state"`
	RoleID       int64             `sql:"role_id"`
	Reach        role.Reach        `sql:"reach"`
	Permissions  []byte            `sql:"permissions"`
	Grants       []byte            `sql:"grants"`
	// Feature is one of those that are switched off: there is a row for each, and one if there is none.
	Feature *string `sql:"feature"`
	Reason  *string `sql:"reason"`
}

// besideFeatures joins what is switched off, so that knowing it costs no statement.
func besideFeatures(s *sql.Selector) []string {
	f := sql.Dialect(s.Dialect()).Table(feature.Table)
	s.LeftJoin(f).OnP(sql.EQ(f.C(feature.FieldEnabled), false))
	return []string{sql.As(f.C(feature.FieldName), "feature"), f.C(feature.FieldReason)}
}

// Off are the features that are switched off, for whoever signs in just now and for what strangers use.
func (a *Authenticator) Off(ctx context.Context) (off viewer.Off, err error) {
	all, err := a.Store.Ent(ctx).Feature.Query().Where(feature.Enabled(false)).All(viewer.AsSystem(ctx, "sign-in"))
	for _, f := range all {
		off.Add(viewer.Feature(f.Name), f.Reason)
	}
	return off, err
}

// beside joins the user, their role, their company and what is switched off, so that one statement reads all of a standing. Who has no role, or
// is marked as deleted, has none; a company that is marked is none.
func beside(s *sql.Selector) {
	u, r := sql.Dialect(s.Dialect()).Table(user.Table), sql.Dialect(s.Dialect()).Table(role.Table)
	c := sql.Dialect(s.Dialect()).Table(company.Table)
	s.Join(u).On(s.C(session.FieldUserID), u.C(user.FieldID)).Join(r).On(u.C(user.FieldRoleID), r.C(role.FieldID)).
		LeftJoin(c).On(u.C(user.FieldCompanyID), c.C(company.FieldID)).OnP(sql.IsNull(c.C(company.FieldDeletedAt)))
	s.Where(sql.And(sql.IsNull(u.C(user.FieldDeletedAt)), sql.IsNull(r.C(role.FieldDeletedAt))))
	s.Select(append(besideFeatures(s), sql.As(s.C(session.FieldID), "session_id"), s.C(session.FieldCreatedAt), s.C(session.FieldLastSeenAt), s.C(session.FieldStage),
		s.C(session.FieldUserID), u.C(user.FieldFirstName), u.C(user.FieldLastName), sql.As(c.C(company.FieldID), "company_id"), u.C(user.FieldStatus),
		u.C(user.FieldAccountState), u.C(user.FieldRoleID), r.C(role.FieldReach), r.C(role.FieldPermissions), r.C(role.FieldGrants))...)
}

// user is the standing as the rows that it was read from.
func (s standing) user() (*gen.User, error) {
	r := &gen.Role{ID: s.RoleID, Reach: s.Reach}
	if err := errors.Join(json.Unmarshal(s.Permissions, &r.Permissions), json.Unmarshal(s.Grants, &r.Grants)); err != nil {
		return nil, fmt.Errorf("role %d: %w", s.RoleID, err)
	}
	u := &gen.User{ID: s.UserID, FirstName: s.FirstName, LastName: s.LastName, CompanyID: s.CompanyID, Status: s.Status,
		AccountState: s.AccountState, RoleID: &r.ID}
	u.Edges.Role = r
	if s.CompanyID != nil {
		u.Edges.Company = &gen.Company{ID: *s.CompanyID}
	}
	return u, nil
}

// Recognise says who brings this session token: nil for a token that is unknown, ended or too old, or whose user may
// not sign in any more, and for one that still has to change its password: then the visit knows the half-signed-in
// user. The user's state and role are read anew on every request.
func (a *Authenticator) Recognise(ctx context.Context, token string) (*viewer.Viewer, error) {
	system := viewer.AsSystem(ctx, "session")
	hash := secret.HashToken(token)
	var found []standing
	err := a.Store.Ent(ctx).Session.Query().Where(session.TokenHash(hash), session.EndedAtIsNil(), beside).Select().Scan(system, &found)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	s, now := found[0], a.Store.Clock().Now()
	u, err := s.user()
	if err != nil {
		return nil, err
	}
	if now.Sub(s.LastSeenAt) >= a.Idle || now.Sub(s.CreatedAt) >= a.Max || !usable(u) {
		return nil, nil
	}
	from := visit.From(ctx)
	from.SessionHash = hash
	if s.Stage != session.StageDONE {
		from.HalfUser = s.UserID
		return nil, nil
	}
	if now.Sub(s.LastSeenAt) >= touchEvery && !visit.IsWaiting(ctx) {
		if err := a.touch(system, s.SessionID); err != nil {
			a.Log.WarnContext(ctx, "a session's last use was not written down", "error", err)
		}
	}
	v, err := a.Viewer(ctx, u)
	if err != nil {
		return nil, err
	}
	for _, one := range found {
		if one.Feature != nil {
			v.Off.Add(viewer.Feature(*one.Feature), one.Reason)
		}
	}
	return v, nil
}

func (a *Authenticator) touch(ctx context.Context, id int64) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Session.UpdateOneID(id).SetLastSeenAt(a.Store.Now(ctx)).Exec(ctx)
	})
}

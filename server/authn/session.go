package authn

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
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

// halfLife is how long a sign-in may stay half-finished: long enough to install an authenticator app.
const halfLife = 30 * time.Minute

// Begin signs a user in who proved themselves otherwise than by a password that they typed, by a link for example: the
// request that is running goes on as that user, and its answer sets the cookie. A session that the browser brought along
// ends. The second factor is asked for as ever.
func (a *Authenticator) Begin(ctx context.Context, u *gen.User) (Step, error) {
	return a.proceed(ctx, u.ID, proof{known: true})
}

// GoOn is Begin for somebody whose session ended because of what they did in it themselves, such as choosing another
// password: what they proved when it began still counts.
func (a *Authenticator) GoOn(ctx context.Context, u *gen.User) (Step, error) {
	return a.proceed(ctx, u.ID, proof{known: true, verified: viewer.From(ctx) != nil || visit.From(ctx).Verified})
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
	if step.Stage == session.StageVERIFY_FACTOR && step.Provider == account.FactorProviderEMAIL {
		if err := a.mailCode(ctx, u, hash, create); err != nil {
			return err
		}
	}
	done := step.Stage == session.StageDONE
	isNew := false
	if done && !p.known {
		var err error
		if isNew, err = isNewBrowser(ctx, tx, u.ID, from.UserAgent); err != nil {
			return err
		}
	}
	if err := create.Exec(ctx); err != nil || !done {
		return err
	}
	if isNew {
		if err := a.Notify.Alert(ctx, u, "Somebody signed in to your account with a browser that was not used before: "+where(from, now)+"."); err != nil {
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
	VerifiedAt   *time.Time        `sql:"verified_at"`
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
	s.Select(append(besideFeatures(s), sql.As(s.C(session.FieldID), "session_id"), s.C(session.FieldCreatedAt), s.C(session.FieldLastSeenAt), s.C(session.FieldStage), s.C(session.FieldVerifiedAt),
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
// not sign in any more, and for one that has something left to do: then the visit knows the half-signed-in user. The user's state and role are read anew on every request.
func (a *Authenticator) Recognise(ctx context.Context, token string) (*viewer.Viewer, error) {
	u, off, err := a.Holder(ctx, token)
	if err != nil || u == nil {
		return nil, err
	}
	v, err := a.Viewer(ctx, u)
	if err != nil {
		return nil, err
	}
	v.Off = off
	return v, nil
}

// Holder is Recognise for where the rules need not know who is asking: the user alone, and what is switched off, by one
// statement. Only what every request reads of a user is there.
func (a *Authenticator) Holder(ctx context.Context, token string) (u *gen.User, off viewer.Off, err error) {
	system := viewer.AsSystem(ctx, "session")
	hash := secret.HashToken(token)
	var found []standing
	err = a.Store.Ent(ctx).Session.Query().Where(session.TokenHash(hash), session.EndedAtIsNil(), beside).Select().Scan(system, &found)
	if err != nil || len(found) == 0 {
		return nil, nil, err
	}
	s, now := found[0], a.Store.Clock().Now()
	if u, err = s.user(); err != nil {
		return nil, nil, err
	}
	isHalf := s.Stage != session.StageDONE
	if now.Sub(s.LastSeenAt) >= a.Idle || now.Sub(s.CreatedAt) >= a.Max || isHalf && now.Sub(s.CreatedAt) >= halfLife || !usable(u) {
		return nil, nil, nil
	}
	from := visit.From(ctx)
	from.SessionHash = hash
	from.SessionID, from.Verified = s.SessionID, s.VerifiedAt != nil
	if isHalf {
		from.HalfUser, from.HalfStage = s.UserID, string(s.Stage)
		return nil, nil, nil
	}
	if now.Sub(s.LastSeenAt) >= touchEvery && !visit.IsWaiting(ctx) {
		if err := a.touch(system, s.SessionID); err != nil {
			a.Log.WarnContext(ctx, "a session's last use was not written down", "error", err)
		}
	}
	for _, one := range found {
		if one.Feature != nil {
			off.Add(viewer.Feature(*one.Feature), one.Reason)
		}
	}
	return u, off, nil
}

func (a *Authenticator) touch(ctx context.Context, id int64) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Session.UpdateOneID(id).SetLastSeenAt(a.Store.Now(ctx)).Exec(ctx)
	})
}

package authn

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/feature"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/visit"
)

// standing is what every request reads anew: the session, its user and their role.
type standing struct {
	SessionID    int64             `sql:"session_id"`
	CreatedAt    time.Time         `sql:"created_at"`
	LastSeenAt   time.Time         `sql:"last_seen_at"`
	Stage        session.Stage     `sql:"stage"`
	VerifiedAt   *time.Time        `sql:"verified_at"`
	ProvedAt     *time.Time        `sql:"proved_at"`
	UserID       int64             `sql:"user_id"`
	FirstName    string            `sql:"first_name"`
	LastName     string            `sql:"last_name"`
	CompanyID    *int64            `sql:"company_id"`
	Status       user.Status       `sql:"status"`
	AccountState user.AccountState `sql:"account_state"`
	RoleID       int64             `sql:"role_id"`
	Required     bool              `sql:"requires_factor"`
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
	s.Select(append(besideFeatures(s), sql.As(s.C(session.FieldID), "session_id"), s.C(session.FieldCreatedAt), s.C(session.FieldLastSeenAt), s.C(session.FieldStage), s.C(session.FieldVerifiedAt), s.C(session.FieldProvedAt),
		s.C(session.FieldUserID), u.C(user.FieldFirstName), u.C(user.FieldLastName), sql.As(c.C(company.FieldID), "company_id"), u.C(user.FieldStatus),
		u.C(user.FieldAccountState), u.C(user.FieldRoleID), r.C(role.FieldRequiresFactor), r.C(role.FieldReach), r.C(role.FieldPermissions), r.C(role.FieldGrants))...)
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
	if !isHalf && s.Required && s.VerifiedAt == nil {
		// The role asks for a second factor since: they sign in anew, and enrol.
		return nil, nil, a.endOne(system, s.SessionID)
	}
	from := visit.From(ctx)
	from.SessionHash = hash
	from.SessionID, from.Verified, from.ProvedAt = s.SessionID, s.VerifiedAt != nil, s.ProvedAt
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

func (a *Authenticator) endOne(ctx context.Context, id int64) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return end(ctx, tx, a.Store.Now(ctx), session.ID(id))
	})
}

func (a *Authenticator) touch(ctx context.Context, id int64) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Session.UpdateOneID(id).SetLastSeenAt(a.Store.Now(ctx)).Exec(ctx)
	})
}

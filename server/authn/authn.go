// Package authn signs people in and says who a session belongs to.
package authn

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
)

// Options of the Authenticator.
type Options struct {
	Store     *store.Store
	Passwords *secret.Passwords
	// Idle is how long an unused session lasts, Max how long any does.
	Idle, Max time.Duration
	Queue     *job.Queue
	Notify    *notify.Notifier
	// Key seals the secrets of second factors and hashes short codes.
	Key secret.Key
	Log *slog.Logger
}

// Authenticator signs people in and out.
type Authenticator struct {
	Options
	secrets secret.Key
}

// New returns an authenticator and registers its jobs.
func New(o Options) *Authenticator {
	a := &Authenticator{o, o.Key.For("second factor")}
	job.Register(o.Queue, a.markLocked)
	job.Register(o.Queue, a.sweep)
	o.Queue.Every(sweepEvery, sweepSessions{})
	return a
}

// badCredentials is the one answer to every sign-in that fails, whatever the reason.
func badCredentials() error {
	return fault.Refuse(fault.BadCredentials, nil, "The login name or the password is wrong.")
}

// SignIn checks a login name or account email and a password, and begins a session. Whoever is unknown, inactive, not
// yet invited or without a role is answered like a wrong password, after the same work. The try counts before anything is
// hashed; too many are refused until their time is over, and that takes as long.
//
// What is left to do, the step says: until then nobody is signed in.
func (a *Authenticator) SignIn(ctx context.Context, login, password string) (Step, error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return Step{}, err
	}
	owner, err := a.owner(viewer.AsSystem(ctx, "sign-in"), login)
	if err != nil {
		return Step{}, err
	}
	whose, id := ofName(login), int64(0)
	if owner != nil {
		whose, id = ofUser(owner.ID), owner.ID
	}
	if err := a.try(ctx, whose, id, true); err != nil {
		if fault.Is(err, fault.TooManyAttempts) {
			a.Passwords.VerifyNothing(ctx, password)
		}
		return Step{}, err
	}
	if !usable(owner) || owner.Edges.Credential == nil || a.died(owner.Edges.Credential) {
		a.Passwords.VerifyNothing(ctx, password)
		return Step{}, badCredentials()
	}
	right, err := a.Passwords.Verify(ctx, password, owner.Edges.Credential.PasswordHash)
	if err != nil {
		return Step{}, err
	}
	if !right {
		return Step{}, badCredentials()
	}
	return a.proceed(ctx, owner.ID, proof{credential: owner.Edges.Credential, typed: true, use: func(ctx context.Context, tx *gen.Client) error {
		return a.Forgive(ctx, tx, owner.ID)
	}})
}

// claimed is what is read of whoever has a login name or an account email.
type claimed struct {
	UserID       int64             `sql:"user_id"`
	Status       user.Status       `sql:"status"`
	RoleID       *int64            `sql:"role_id"`
	AccountState user.AccountState `sql:"account_state"`
	CredentialID *int64            `sql:"credential_id"`
	Version      *int              `sql:"version"`
	PasswordHash *string           `sql:"password_hash"`
	ExpiresAt    *time.Time        `sql:"expires_at"`
}

// besideOwner joins the user and their credential to an identity.
func besideOwner(s *sql.Selector) {
	u, c := sql.Dialect(s.Dialect()).Table(user.Table), sql.Dialect(s.Dialect()).Table(credential.Table)
	s.Join(u).On(s.C(identity.FieldUserID), u.C(user.FieldID)).OnP(sql.IsNull(u.C(user.FieldDeletedAt))).
		LeftJoin(c).On(c.C(credential.FieldUserID), u.C(user.FieldID))
	s.Select(s.C(identity.FieldUserID), u.C(user.FieldStatus), u.C(user.FieldRoleID), u.C(user.FieldAccountState), sql.As(c.C(credential.FieldID), "credential_id"),
		c.C(credential.FieldVersion), c.C(credential.FieldPasswordHash), c.C(credential.FieldExpiresAt))
}

// owner is the user whose login name or account email this is, with their credential; nil without an error for nobody. It is one statement
// for whoever it is: a second one would tell by its time that somebody has this name.
func (a *Authenticator) owner(ctx context.Context, login string) (*gen.User, error) {
	var found []claimed
	err := a.Store.Ent(ctx).Identity.Query().Where(identity.Key(fold.Key(login)), identity.SignsIn(true), besideOwner).Select().Scan(ctx, &found)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	is := found[0]
	u := &gen.User{ID: is.UserID, Status: is.Status, RoleID: is.RoleID, AccountState: is.AccountState}
	if is.CredentialID != nil {
		u.Edges.Credential = &gen.Credential{ID: *is.CredentialID, UserID: is.UserID, Version: *is.Version, PasswordHash: *is.PasswordHash, ExpiresAt: is.ExpiresAt}
	}
	return u, nil
}

// died reports a temporary password whose time is over.
func (a *Authenticator) died(c *gen.Credential) bool {
	return c.ExpiresAt != nil && !a.Store.Clock().Now().Before(*c.ExpiresAt)
}

// usable reports that this user may be signed in: active, with an open account. No role, no sign-in.
func usable(u *gen.User) bool {
	return u != nil && u.Status == user.StatusACTIVE && u.RoleID != nil &&
		u.AccountState != user.AccountStateNONE && u.AccountState != user.AccountStateCLOSED
}

// Acting is who a user is for the rules while what they began goes on without them: nil for somebody who may not sign
// in any more.
func (a *Authenticator) Acting(ctx context.Context, userID int64) (*viewer.Viewer, error) {
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(userID)).WithRole().Only(viewer.AsSystem(ctx, "acting"))
	if gen.IsNotFound(err) || err == nil && (!usable(u) || u.Edges.Role == nil) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v, err := a.Viewer(ctx, u)
	if err == nil {
		v.Off, err = a.Off(ctx)
	}
	return v, err
}

// ActingAs is whoever began something, by kind and key, as they stand now: nil for somebody who may not sign in any more.
func (a *Authenticator) ActingAs(ctx context.Context, kind viewer.Kind, id int64) (*viewer.Viewer, error) {
	switch kind {
	case viewer.User:
		return a.Acting(ctx, id)
	case viewer.APIClient:
		return a.ActingClient(ctx, id)
	default:
		return viewer.From(viewer.AsSystem(ctx, "going on")), nil
	}
}

// Viewer is who this user is for the rules: the role's permissions, reach and grants, as they stand now.
func (a *Authenticator) Viewer(ctx context.Context, u *gen.User) (*viewer.Viewer, error) {
	system := viewer.AsSystem(ctx, "sign-in")
	role, err := u.Edges.RoleOrErr()
	if gen.IsNotLoaded(err) {
		role, err = a.Store.Ent(ctx).User.QueryRole(u).Only(system)
	}
	if err != nil {
		return nil, err
	}
	v := &viewer.Viewer{
		Kind: viewer.User, ID: u.ID, Name: u.FirstName + " " + u.LastName, RoleID: role.ID,
		Grants: role.Grants, Reach: viewer.Reach(role.Reach),
	}
	for _, p := range role.Permissions {
		if known := viewer.Permission(p); slices.Contains(viewer.Permissions, known) {
			v.Permissions = append(v.Permissions, known)
		}
	}
	if u.CompanyID != nil {
		home, err := u.Edges.CompanyOrErr()
		if gen.IsNotLoaded(err) {
			home, err = a.Store.Ent(ctx).User.QueryCompany(u).Only(system)
		}
		switch {
		case err == nil:
			v.HomeID, v.CompanyIDs = home.ID, append(v.CompanyIDs, home.ID)
		case !gen.IsNotFound(err): // what is deleted is no company
			return nil, err
		}
	}
	if rule.ManagingAddsNothing(v) {
		return v, nil
	}
	return v, a.widen(system, u, v)
}

// widen adds the assigned companies and the managed groups of somebody whose reach is limited. The rules hide those of
// what is deleted.
func (a *Authenticator) widen(ctx context.Context, u *gen.User, v *viewer.Viewer) error {
	client := a.Store.Ent(ctx)
	assigned, err := client.Assignment.Query().Where(assignment.UserID(u.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range assigned {
		v.CompanyIDs = append(v.CompanyIDs, one.CompanyID)
	}
	managed, err := client.Membership.Query().Where(membership.UserID(u.ID), membership.RoleEQ(membership.RoleMANAGER)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range managed {
		v.GroupIDs = append(v.GroupIDs, one.GroupID)
	}
	return nil
}

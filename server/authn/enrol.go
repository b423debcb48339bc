package authn

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/factor"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/visit"
)

// Recovery codes: how many there are at a time, and how many random bytes each has.
const (
	recoveryCodes = 10
	recoveryBytes = 10
)

// ConfirmApp takes a code of the app that is being enrolled: from now on it is the second factor. Recovery codes are made
// anew and returned once; every other session ends, and this one goes on under a new id.
func (a *Authenticator) ConfirmApp(ctx context.Context, code string) (Step, []string, error) {
	id, half, err := enrolling(ctx)
	if err != nil {
		return Step{}, nil, err
	}
	if err = a.provedLately(ctx, half); err == nil {
		_, err = a.tryCode(ctx, id)
	}
	if err != nil {
		return Step{}, nil, err
	}
	system := viewer.AsSystem(ctx, "second factor")
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(id)).WithAccount().WithRole().WithFactor().WithPasskeys().WithCredential().Only(system)
	if err != nil {
		return Step{}, nil, err
	}
	if err := mayConfirm(u, half); err != nil {
		return Step{}, nil, err
	}
	var shown []string
	is := proof{credential: u.Edges.Credential, passed: true, verified: true, typed: half, unproved: !half, again: !half, known: true}
	is.use = func(ctx context.Context, tx *gen.Client) error {
		ctx = viewer.AsSystem(ctx, "second factor")
		if err := stillEnrols(ctx, tx, id, half, account.FactorProviderTOTP); err != nil {
			return err
		}
		if err := a.stillThere(ctx, tx); err != nil {
			return err
		}
		if err := a.install(ctx, tx, u, typed(code)); err != nil {
			return err
		}
		if shown, err = a.newRecoveryCodes(ctx, tx, id); err != nil {
			return err
		}
		if err := end(ctx, tx, a.Store.Now(ctx), session.UserID(id)); err != nil {
			return err
		}
		if err := codes.Forget(ctx, tx, ofUser(id)); err != nil {
			return err
		}
		return a.Notify.Alert(ctx, u, notify.Event{What: notify.AuthenticatorAdded})
	}
	step, err := a.proceed(ctx, id, is)
	if err != nil {
		return Step{}, nil, err
	}
	return step, shown, nil
}

// mayConfirm is mayEnrol for an app of which a code is shown.
func mayConfirm(u *gen.User, half bool) error {
	if err := mayEnrol(u, half, account.FactorProviderTOTP); err != nil {
		return err
	}
	if u.Edges.Factor == nil || u.Edges.Factor.Pending == nil || len(*u.Edges.Factor.Pending) == 0 || u.Edges.Account == nil {
		return fault.Refuse(fault.BadCode, fault.At("code"), "No app is being enrolled. Begin again.")
	}
	return nil
}

// mayEnrol refuses a half-finished sign-in that no longer waits for a factor of this kind: once the owner has one, whoever
// began to sign in before must show it like everybody.
func mayEnrol(u *gen.User, half bool, provider account.FactorProvider) error {
	if half && wanted(u) != (Step{session.StageENROL_FACTOR, provider}) {
		return anotherFactor()
	}
	return nil
}

// anotherFactor is the answer to a half-finished sign-in that brings what is not asked for any more.
func anotherFactor() error {
	return fault.Refuse(fault.Invalid, nil, "Your sign-in asks for another second factor by now. Sign in again.")
}

// stillEnrols is mayEnrol in the transaction that enrols, with the user held: of two that enrol at the same time, one does.
func stillEnrols(ctx context.Context, tx *gen.Client, id int64, half bool, provider account.FactorProvider) error {
	ctx = viewer.AsSystem(ctx, "second factor")
	u, err := tx.User.Query().Where(user.ID(id), lock.Update).WithAccount().WithRole().WithFactor().WithPasskeys().Only(ctx)
	if err != nil {
		return err
	}
	if provider == account.FactorProviderPASSKEY && len(u.Edges.Passkeys) >= maxPasskeys {
		return tooManyPasskeys()
	}
	return mayEnrol(u, half, provider)
}

// install makes the pending app the one that counts.
func (a *Authenticator) install(ctx context.Context, tx *gen.Client, u *gen.User, code string) error {
	f := u.Edges.Factor
	now := a.Store.Now(ctx)
	step, err := a.stepOf(f.Pending, code, now)
	if err != nil {
		return err
	}
	err = tx.Factor.UpdateOneID(f.ID).Where(factor.Pending(*f.Pending)).SetSecret(*f.Pending).ClearPending().SetLastStep(step).SetEnrolledAt(now).Exec(ctx)
	if gen.IsNotFound(err) || fault.Is(err, fault.CodeConflict) {
		return badCode() // begun again, or confirmed, meanwhile
	}
	if err != nil || u.Edges.Account.FactorProvider == account.FactorProviderTOTP {
		return err
	}
	return tx.Account.UpdateOne(u.Edges.Account).SetFactorProvider(account.FactorProviderTOTP).Exec(ctx)
}

// RenewRecoveryCodes replaces one's recovery codes and returns the new ones, once.
func (a *Authenticator) RenewRecoveryCodes(ctx context.Context) (shown []string, err error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return nil, err
	}
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	system := viewer.AsSystem(ctx, "second factor")
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(v.ID)).WithAccount().WithFactor().Only(system)
	if err != nil {
		return nil, err
	}
	if !enrolled(u.Edges.Factor) {
		return nil, fault.Refuse(fault.Invalid, nil, "Recovery codes belong to an authenticator app. Set one up first.")
	}
	if err := a.provedLately(ctx, false); err != nil {
		return nil, err
	}
	err = a.Store.InTx(viewer.Elevated(ctx, *v), func(ctx context.Context, tx *gen.Client) error {
		if err := stillUsable(ctx, tx, v.ID); err != nil {
			return err
		}
		if err := a.stillThere(ctx, tx); err != nil {
			return err
		}
		if err := tx.Factor.UpdateOne(u.Edges.Factor).SetCodesRenewedAt(a.Store.Now(ctx)).Exec(ctx); err != nil {
			return err
		}
		if shown, err = a.newRecoveryCodes(viewer.AsSystem(ctx, "second factor"), tx, v.ID); err != nil {
			return err
		}
		return a.Notify.Alert(ctx, u, notify.Event{What: notify.RecoveryCodesReplaced})
	})
	return shown, err
}

func (a *Authenticator) newRecoveryCodes(ctx context.Context, tx *gen.Client, userID int64) ([]string, error) {
	if err := forgetCodes(ctx, tx, userID); err != nil {
		return nil, err
	}
	shown, rows := make([]string, recoveryCodes), make([]*gen.RecoveryCodeCreate, recoveryCodes)
	for i := range shown {
		b := make([]byte, recoveryBytes)
		_, _ = rand.Read(b) // never fails: crypto/rand ends the process instead
		code := base32.StdEncoding.EncodeToString(b)
		rows[i] = tx.RecoveryCode.Create().SetUserID(userID).SetCodeHash(a.recoveryHash(userID, code))
		shown[i] = strings.Join([]string{code[:4], code[4:8], code[8:12], code[12:]}, "-")
	}
	return shown, tx.RecoveryCode.CreateBulk(rows...).Exec(ctx)
}

func (a *Authenticator) recoveryHash(userID int64, code string) []byte {
	return a.Key.Sign("recovery code", []byte(strconv.FormatInt(userID, 10)+":"+code))
}

// Sessions are where the owner of an account is signed in now, the newest first, at most a hundred: one's own, and those
// of users whose accounts the viewer manages.
func (a *Authenticator) Sessions(ctx context.Context, userID int64) ([]*gen.Session, error) {
	now := a.Store.Clock().Now()
	return a.Store.Ent(ctx).Session.Query().Where(session.UserID(userID), session.EndedAtIsNil(), session.StageEQ(session.StageDONE),
		session.LastSeenAtGT(now.Add(-a.Idle)), session.CreatedAtGT(now.Add(-a.Max))).
		Order(gen.Desc(session.FieldID)).Limit(maxSessions).All(ctx)
}

const maxSessions = 100

// End ends one session of a user, or all if id is nil, in the caller's transaction. The request that ends its own goes on
// as nobody.
func (a *Authenticator) End(ctx context.Context, tx *gen.Client, userID int64, id *int64) error {
	system, which := viewer.AsSystem(ctx, "sessions"), session.UserID(userID)
	if id != nil {
		which = session.And(which, session.ID(*id), session.EndedAtIsNil())
		if there, err := tx.Session.Query().Where(which).Exist(system); err != nil || !there {
			if err == nil {
				err = fault.NotFound("session")
			}
			return err
		}
	}
	if from := visit.From(ctx); from.SessionHash != nil {
		own, err := tx.Session.Query().Where(which, session.TokenHash(from.SessionHash)).Exist(system)
		if err != nil {
			return err
		}
		if own {
			from.ClearSession()
		}
	}
	return end(system, tx, a.Store.Now(ctx), which)
}

// isNewBrowser reports a sign-in of somebody who has signed in before, and never with such a browser for as long as sessions are kept.
func isNewBrowser(ctx context.Context, tx *gen.Client, u *gen.User, agent string) (bool, error) {
	if u.LastSignInAt == nil {
		return false, nil
	}
	before, err := tx.Session.Query().Where(session.UserID(u.ID), session.StageEQ(session.StageDONE)).
		Order(gen.Desc(session.FieldID)).Limit(maxSessions).Select(session.FieldUserAgent).All(ctx)
	if err != nil {
		return false, err
	}
	for _, s := range before {
		if s.UserAgent != nil && Browser(*s.UserAgent) == Browser(agent) {
			return false, nil
		}
	}
	return true, nil
}

// signedIn is a sign-in, for the mail that tells of it.
func signedIn(from *visit.Visit, now time.Time) notify.Event {
	browser, system := parts(from.UserAgent)
	known := []string{browser, system}
	if from.IP.IsValid() {
		known = append(known, from.IP.String())
	}
	known = slices.DeleteFunc(known, func(s string) bool { return s == "" })
	return notify.Event{What: notify.NewBrowser, Detail: strings.Join(known, ", "), At: now.UTC()}
}

package authn

import (
	"cmp"
	"context"
	"crypto/subtle"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/factor"
	"github.com/portico-hub/portico/ent/gen/ent/recoverycode"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/visit"
)

// period is how long a code of an authenticator app shows, in seconds (RFC 6238). One period of skew is forgiven either way.
const period = 30

// badCode is the one answer to every code that does not open.
func badCode() error {
	return fault.Refuse(fault.BadCode, fault.At("code"), "This code is wrong, or was used already. Enter the newest one.")
}

// VerifyFactor finishes a sign-in that waits for a second factor: with the code of an app, a mailed one, or a recovery
// code. Each works once, and a wrong one counts.
func (a *Authenticator) VerifyFactor(ctx context.Context, code string) (Step, error) {
	from := visit.From(ctx)
	if err := rule.RequirePerson(ctx); err != nil {
		return Step{}, err
	}
	if from.HalfUser == 0 || from.HalfStage != string(session.StageVERIFY_FACTOR) {
		return Step{}, fault.SignInFirst()
	}
	return a.guess(ctx, from.HalfUser, func() (Step, error) { return a.verify(ctx, from.HalfUser, typed(code)) })
}

// verify goes on with the half-finished sign-in of the request, if the code is right.
func (a *Authenticator) verify(ctx context.Context, userID int64, code string) (Step, error) {
	system := viewer.AsSystem(ctx, "second factor")
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(userID)).WithAccount().WithFactor().WithPasskeys().WithCredential().WithRole().Only(system)
	if err != nil {
		return Step{}, err
	}
	is := wanted(u)
	return a.proceed(ctx, u.ID, proof{credential: u.Edges.Credential, passed: true, verified: true, typed: true, use: func(ctx context.Context, tx *gen.Client) error {
		ctx = viewer.AsSystem(ctx, "second factor")
		if err := stillAsks(ctx, tx, is); err != nil {
			return err
		}
		if err := a.useCode(ctx, tx, u, is, code); err != nil {
			return err
		}
		if err := stillHalf(ctx, tx, a.Store.Now(ctx), session.StageVERIFY_FACTOR); err != nil {
			return err
		}
		if err := codes.Forget(ctx, tx, ofUser(u.ID)); err != nil {
			return err
		}
		return a.ReadsMail(ctx, tx, u.ID)
	}})
}

// stillAsks refuses a code of a half-finished sign-in that no code of its kind finishes any more, since somebody chose another second factor
// meanwhile: whoever enters the right one is not told that it is wrong.
func stillAsks(ctx context.Context, tx *gen.Client, is Step) error {
	mailed, err := tx.Session.Query().Where(session.ID(visit.From(ctx).SessionID), session.CodeExpiresAtNotNil()).Exist(ctx)
	if err != nil {
		return err
	}
	if is.Stage != session.StageVERIFY_FACTOR || is.Provider == account.FactorProviderPASSKEY || mailed != (is.Provider == account.FactorProviderEMAIL) {
		return anotherFactor()
	}
	return nil
}

// typed is a code as it is compared: without what people put between its characters.
func typed(code string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -\t\u00a0", r) {
			return -1
		}
		return r
	}, code))
}

func (a *Authenticator) useCode(ctx context.Context, tx *gen.Client, u *gen.User, is Step, code string) error {
	switch {
	case is.Stage != session.StageVERIFY_FACTOR || is.Provider == account.FactorProviderPASSKEY:
		return badCode()
	case is.Provider == account.FactorProviderEMAIL:
		return a.useMailed(ctx, tx, code)
	case len(code) == otp.DigitsSix.Length():
		return a.useStep(ctx, tx, u.Edges.Factor, u.Edges.Factor.Secret, code)
	default:
		return a.useRecovery(ctx, tx, u.ID, code)
	}
}

// useMailed uses up the code of this sign-in. Of many who bring it at once one succeeds.
func (a *Authenticator) useMailed(ctx context.Context, tx *gen.Client, code string) error {
	from := visit.From(ctx)
	n, err := tx.Session.Update().Where(session.ID(from.SessionID), session.CodeHash(a.codeHash(from.SessionHash, code)),
		session.CodeExpiresAtGT(a.Store.Now(ctx))).ClearCodeHash().Save(ctx)
	if err == nil && n != 1 {
		err = badCode()
	}
	return err
}

// useStep uses up the time step of an app's code, in one UPDATE that compares and stores: neither the code nor an older
// one works a second time.
func (a *Authenticator) useStep(ctx context.Context, tx *gen.Client, f *gen.Factor, sealed *[]byte, code string) error {
	step, err := a.stepOf(sealed, code, a.Store.Now(ctx))
	if err != nil {
		return err
	}
	err = tx.Factor.UpdateOneID(f.ID).Where(factor.LastStepLT(step)).SetLastStep(step).Exec(ctx)
	if gen.IsNotFound(err) {
		return badCode()
	}
	return err
}

// stepOf is the time step at which an app with this secret shows the code, around now.
func (a *Authenticator) stepOf(sealed *[]byte, code string, now time.Time) (int64, error) {
	if sealed == nil || len(*sealed) == 0 {
		return 0, badCode()
	}
	secret, err := a.secrets.Open(*sealed)
	if err != nil {
		return 0, err
	}
	for _, skew := range []int64{0, -1, 1} {
		step := now.Unix()/period + skew
		shown, err := hotp.GenerateCodeCustom(string(secret), uint64(step), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err != nil {
			return 0, err
		}
		if subtle.ConstantTimeCompare([]byte(shown), []byte(code)) == 1 {
			return step, nil
		}
	}
	return 0, badCode()
}

// useRecovery uses up a recovery code.
func (a *Authenticator) useRecovery(ctx context.Context, tx *gen.Client, userID int64, code string) error {
	n, err := tx.RecoveryCode.Update().Where(recoverycode.UserID(userID), recoverycode.CodeHash(a.recoveryHash(userID, code)), recoverycode.UsedAtIsNil()).
		SetUsedAt(a.Store.Now(ctx)).Save(ctx)
	if err == nil && n != 1 {
		err = badCode()
	}
	return err
}

// App is an authenticator app that is being enrolled: its secret in base32, and the address that its QR code holds.
type App struct{ Secret, URL string }

// enrolling is the user of a request who may enrol an app: somebody signed in, or who cannot go on without.
func enrolling(ctx context.Context) (id int64, half bool, err error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return 0, false, err
	}
	if v := viewer.From(ctx); v != nil {
		return v.ID, false, nil
	}
	if from := visit.From(ctx); from.HalfStage == string(session.StageENROL_FACTOR) {
		return from.HalfUser, true, nil
	}
	return 0, false, fault.SignInFirst()
}

// EnrolApp makes the secret of an app. It counts once ConfirmApp saw a code of it; until then one that was enrolled before
// goes on to work.
func (a *Authenticator) EnrolApp(ctx context.Context) (App, error) {
	id, half, err := enrolling(ctx)
	if err != nil {
		return App{}, err
	}
	system := viewer.AsSystem(ctx, "second factor")
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(id), user.HasAccount()).WithAccount().WithRole().WithFactor().WithPasskeys().Only(system)
	if err != nil {
		return App{}, err
	}
	if err := cmp.Or(mayEnrol(u, half, account.FactorProviderTOTP), a.provedLately(ctx, half)); err != nil {
		return App{}, err
	}
	acct := u.Edges.Account
	if p := acct.FactorProvider; p != account.FactorProviderNONE && p != account.FactorProviderTOTP {
		return App{}, fault.Refuse(fault.Invalid, nil, "Your administrator chose another second factor for you. Ask them for an authenticator app.")
	}
	made, err := totp.Generate(totp.GenerateOpts{Issuer: "Portico", AccountName: acct.Email, Period: period, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
	if err != nil {
		return App{}, err
	}
	sealed := a.secrets.Seal([]byte(made.Secret()))
	err = a.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
		had, err := tx.Factor.Query().Where(factor.UserID(id)).Only(ctx)
		if gen.IsNotFound(err) {
			return tx.Factor.Create().SetUserID(id).SetPending(sealed).Exec(ctx)
		}
		if err != nil {
			return err
		}
		return tx.Factor.UpdateOne(had).SetPending(sealed).Exec(ctx)
	})
	return App{Secret: made.Secret(), URL: made.URL()}, err
}

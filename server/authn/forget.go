package authn

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/factor"
	"github.com/portico-hub/portico/ent/gen/ent/passkey"
	"github.com/portico-hub/portico/ent/gen/ent/recoverycode"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
)

// ForgetFactor takes a user's passkeys away, and does what ForgetApp does.
func (a *Authenticator) ForgetFactor(ctx context.Context, tx *gen.Client, userID int64) error {
	if _, err := forgetPasskeys(ctx, tx, userID); err != nil {
		return err
	}
	return a.ForgetApp(ctx, tx, userID)
}

// ForgetPasskeys takes a user's passkeys away, in the caller's transaction.
func (a *Authenticator) ForgetPasskeys(ctx context.Context, tx *gen.Client, userID int64) error {
	_, err := forgetPasskeys(ctx, tx, userID)
	return err
}

func forgetPasskeys(ctx context.Context, tx *gen.Client, userID int64) (n int, err error) {
	keys, err := tx.Passkey.Query().Where(passkey.UserID(userID)).All(viewer.AsSystem(ctx, "second factor"))
	for _, one := range keys {
		if err := tx.Passkey.DeleteOne(one).Exec(viewer.Elevated(ctx, *viewer.From(ctx))); err != nil { // who did it is written down
			return 0, err
		}
	}
	return len(keys), err
}

// ForgetWaysIn takes away, in the caller's transaction, what opens an account beside its password, as a password that was
// reset must: whoever got in before may have added a passkey. It says how many there were. One that the sign-in asks for
// stays: it is the second factor, which no reset goes around.
func (a *Authenticator) ForgetWaysIn(ctx context.Context, tx *gen.Client, userID int64) (n int, err error) {
	// Held, so that none comes in between.
	u, err := tx.User.Query().Where(user.ID(userID), lock.Update).WithAccount().WithRole().WithFactor().WithPasskeys().
		Only(viewer.AsSystem(ctx, "second factor"))
	if err != nil || wanted(u).Provider == account.FactorProviderPASSKEY {
		return 0, err
	}
	return forgetPasskeys(ctx, tx, userID)
}

// ForgetApp takes a user's app and recovery codes away, in the caller's transaction: they enrol anew.
func (a *Authenticator) ForgetApp(ctx context.Context, tx *gen.Client, userID int64) error {
	if err := forgetCodes(viewer.AsSystem(ctx, "second factor"), tx, userID); err != nil {
		return err
	}
	if err := codes.Forget(ctx, tx, ofUser(userID)); err != nil {
		return err
	}
	had, err := tx.Factor.Query().Where(factor.UserID(userID)).Only(viewer.AsSystem(ctx, "second factor"))
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return tx.Factor.DeleteOne(had).Exec(viewer.Elevated(ctx, *viewer.From(ctx))) // who did it is written down
}

func forgetCodes(ctx context.Context, tx *gen.Client, userID int64) error {
	_, err := tx.RecoveryCode.Delete().Where(recoverycode.UserID(userID)).Exec(ctx)
	return err
}

package authn

import (
	"cmp"
	"context"
	"log/slog"
	"strconv"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/throttle"
	"github.com/portico-hub/portico/server/visit"
)

// How often somebody may try, whatever spelling, path and replica; and how often a network may sign in at all.
var (
	passwords = throttle.Limit{Purpose: "passwords", Most: 10, Within: 15 * time.Minute}
	codes     = throttle.Limit{Purpose: "codes", Most: 10, Within: 15 * time.Minute}
	// mailedCodes holds a mailbox from being flooded by somebody who knows the password.
	mailedCodes = throttle.Limit{Purpose: "mailed codes", Most: 10, Within: time.Hour}
	signIns     = throttle.Limit{Purpose: "sign-ins", Most: 100, Within: time.Minute}
)

// ofUser is whose tries those of a user are.
func ofUser(id int64) string { return "user:" + strconv.FormatInt(id, 10) }

// ofName is whose tries those of a name are that is nobody's.
func ofName(login string) string { return "name:" + fold.Key(login) }

// TryPassword counts a guess at a user's password before anything is hashed, or refuses it. Whoever was right is forgiven
// by Forgive.
func (a *Authenticator) TryPassword(ctx context.Context, userID int64) error {
	return a.try(ctx, ofUser(userID), userID, false)
}

// try counts a guess at the password of whose, and with fromOutside the network that it came from. The network is counted
// also where the guess itself is refused. userID is 0 for a name that is nobody's: the same rows are written.
func (a *Authenticator) try(ctx context.Context, whose string, userID int64, fromOutside bool) error {
	var refused error
	err := a.Store.InTx(viewer.AsSystem(ctx, "counting tries"), func(ctx context.Context, tx *gen.Client) error {
		if fromOutside {
			if err := fromNetwork(ctx, tx); err != nil {
				return err
			}
		}
		left, err := passwords.Count(ctx, tx, whose)
		if refused = tooMany(err); refused != nil {
			return nil
		}
		if err != nil || left > 0 {
			return err
		}
		return a.Queue.Enqueue(ctx, markLocked{UserID: userID})
	})
	if err != nil {
		return err
	}
	return refused
}

// CountNetwork counts a sign-in, or what a stranger asks for instead, of the network that the request came from, or refuses it.
func (a *Authenticator) CountNetwork(ctx context.Context) error {
	return a.Store.InTx(viewer.AsSystem(ctx, "counting tries"), func(ctx context.Context, tx *gen.Client) error {
		return fromNetwork(ctx, tx)
	})
}

func fromNetwork(ctx context.Context, tx *gen.Client) error {
	if ip := visit.From(ctx).IP; ip.IsValid() {
		return signIns.Take(ctx, tx, throttle.Network(ip))
	}
	return nil
}

// tryCode counts a guess at a code of a user, and says how many are left after it.
func (a *Authenticator) tryCode(ctx context.Context, userID int64) (left int, err error) {
	err = a.Store.InTx(viewer.AsSystem(ctx, "counting tries"), func(ctx context.Context, tx *gen.Client) error {
		left, err = codes.Count(ctx, tx, ofUser(userID))
		return err
	})
	return left, cmp.Or(tooMany(err), err)
}

// guess is tryCode for a code that opens something, and open tries it: whoever is wrong for the last time knows the password,
// which its owner is told.
func (a *Authenticator) guess(ctx context.Context, userID int64, open func() (Step, error)) (Step, error) {
	left, err := a.tryCode(ctx, userID)
	if err != nil {
		return Step{}, err
	}
	step, err := open()
	if left == 0 && fault.Is(err, fault.BadCode) {
		if failed := a.tellOfCodes(context.WithoutCancel(ctx), userID); failed != nil {
			a.Log.ErrorContext(ctx, "the owner was not told of guessed codes", slog.Int64("user", userID), slog.Any("error", failed))
		}
	}
	return step, err
}

// tooMany is the refusal of a try as the answer to a form, with the time in words; nil for everything else.
func tooMany(err error) error {
	faults, _ := fault.All(err)
	if len(faults) == 0 || faults[0].Kind != fault.Limited {
		return nil
	}
	f := *faults[0]
	f.Kind = fault.Input
	return &f
}

// Forgive lets a user, whom the caller holds, begin to count anew after they proved their password or got another.
func (a *Authenticator) Forgive(ctx context.Context, tx *gen.Client, userID int64) error {
	ctx = viewer.AsSystem(ctx, "counting tries")
	if err := passwords.Forget(ctx, tx, ofUser(userID)); err != nil {
		return err
	}
	locked, err := tx.Account.Query().Where(account.UserID(userID), account.LockedUntilNotNil()).Only(ctx)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return tx.Account.UpdateOne(locked).ClearLockedUntil().Exec(ctx)
}

// Unlock is Forgive for codes, too.
func (a *Authenticator) Unlock(ctx context.Context, tx *gen.Client, userID int64) error {
	if err := codes.Forget(ctx, tx, ofUser(userID)); err != nil {
		return err
	}
	if err := a.ReadsMail(ctx, tx, userID); err != nil {
		return err
	}
	return a.Forgive(ctx, tx, userID)
}

// ReadsMail lets codes be mailed anew to somebody who used what came into their mailbox: the limit holds back whoever only knows a password.
func (a *Authenticator) ReadsMail(ctx context.Context, tx *gen.Client, userID int64) error {
	return mailedCodes.Forget(ctx, tx, ofUser(userID))
}

// markLocked is done after the last guess that somebody had: it is enqueued for names that nobody has, too, so that the
// answer takes as long.
type markLocked struct {
	UserID int64 `json:"user_id"`
}

// Kind of the job.
func (markLocked) Kind() string { return "authn.mark_locked" }

// markLocked writes down how long an account takes no password, for administrators: the tries themselves decide.
func (a *Authenticator) markLocked(ctx context.Context, args markLocked) error {
	if args.UserID == 0 {
		return nil
	}
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := lock.Users(ctx, tx, args.UserID); err != nil {
			return err
		}
		until, err := passwords.Until(ctx, tx, ofUser(args.UserID))
		if err != nil || until == nil {
			return err
		}
		// Where no password was ever chosen there is nothing to lock.
		open, err := tx.Account.Query().Where(account.UserID(args.UserID), account.ActivatedAtNotNil(), account.ClosedAtIsNil()).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		return tx.Account.UpdateOne(open).SetLockedUntil(*until).Exec(ctx)
	})
}

// tellOfCodes alerts the owner of an account whose codes were guessed at.
func (a *Authenticator) tellOfCodes(ctx context.Context, userID int64) error {
	return a.Store.InTx(viewer.AsSystem(ctx, "counting tries"), func(ctx context.Context, tx *gen.Client) error {
		u, err := tx.User.Query().Where(user.ID(userID)).WithAccount().Only(ctx)
		if err != nil {
			return err
		}
		return a.Notify.Alert(ctx, u, notify.Event{What: notify.WrongCodes})
	})
}

package account

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
)

// waiting are the accounts whose owner is told by a Notification job and was not yet (seed 002), unless they were taken back.
func waiting() predicate.Account {
	return account.And(account.NotifyEQ(account.NotifyBY_JOB), account.NotifiedAtIsNil(), account.RevokedAtIsNil(), account.ActivatedAtIsNil(), account.ClosedAtIsNil(),
		account.HasUserWith(user.DeletedAtIsNil(), user.StatusEQ(user.StatusACTIVE)))
}

// CountWaiting is how many users wait for a notice.
func (s *Service) CountWaiting(ctx context.Context) (int, error) {
	return s.Store.Ent(ctx).Account.Query().Where(waiting()).Count(ctx)
}

// Waiting are users who wait for a notice, by key, after one.
func (s *Service) Waiting(ctx context.Context, after int64, most int) (ids []int64, err error) {
	err = s.Store.Ent(ctx).Account.Query().Where(waiting(), predicate.Account(sql.FieldGT(account.FieldUserID, after))).Order(account.ByUserID()).Limit(most).
		Select(account.FieldUserID).Scan(ctx, &ids)
	return ids, err
}

// Tell sends a user the notice that they wait for: the message, its job and that they were told are one transaction, and
// user and account are held, so nobody is told twice. It reports false for somebody who does not wait any more.
func (s *Service) Tell(ctx context.Context, userID int64) (told bool, err error) {
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		u, err := tx.User.Query().Where(user.ID(userID), lock.Update).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		a, err := tx.Account.Query().Where(account.UserID(userID), waiting(), lock.Update).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		told = true
		_, err = s.Notify.Link(ctx, u, a, link.KindNOTICE)
		return err
	})
	return told, err
}

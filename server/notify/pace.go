package notify

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/pace"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/store"
)

const (
	// sends is the name of what is paced: requests to the provider.
	sends = "mail"
	// patience is how long a worker waits for its turn; whoever would wait longer comes back later.
	patience = 2 * time.Second
	// farthest is the longest that turns are held back: a time beyond it was written by a clock that was put back since.
	farthest = 2 * time.Hour
)

// await waits for a turn to ask the provider, if it limits how often it may be asked: turns are given out in the database, so that all
// replicas keep the limit together. It returns Later where that takes long.
func (n *Notifier) await(ctx context.Context, m *gen.Message) error {
	paced, is := n.Sender.(mail.Paced)
	if !is {
		return nil
	}
	wait, most := time.Duration(0), patience
	if toSend(m).Urgent { // it gets the next turn after those that were given out
		most = 2 * patience
	}
	err := n.turns(ctx, func(now, next time.Time) time.Time {
		if wait = max(0, next.Sub(now)); wait > most {
			return next
		}
		return now.Add(wait + paced.Pace())
	})
	if err != nil {
		return err
	}
	if wait > most {
		return job.Later(wait)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(wait):
		return nil
	}
}

// hold keeps every replica from asking the provider for a while: it said so.
func (n *Notifier) hold(ctx context.Context, d time.Duration) error {
	return n.turns(ctx, func(now, next time.Time) time.Time {
		if until := now.Add(min(d, farthest)); until.After(next) {
			return until
		}
		return next
	})
}

// turns moves on when the next turn is.
func (n *Notifier) turns(ctx context.Context, move func(now, next time.Time) time.Time) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := n.Store.Now(ctx)
		had, err := tx.Pace.Query().Where(pace.Name(sends), lock.Update).Only(ctx)
		if gen.IsNotFound(err) {
			err = tx.Pace.Create().SetName(sends).SetNextAt(move(now, now)).Exec(ctx)
			if store.IsTaken(err) {
				return store.ErrAgain
			}
			return err
		}
		if err != nil {
			return err
		}
		next := had.NextAt
		if next.After(now.Add(farthest)) {
			next = now
		}
		return tx.Pace.UpdateOne(had).SetNextAt(move(now, next)).Exec(ctx)
	})
}

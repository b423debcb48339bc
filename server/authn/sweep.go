package authn

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/throttle"
)

const (
	// sweepEvery is how often old sessions are looked for.
	sweepEvery = time.Hour
	// remembered is how long a session is kept after the longest time that it could last: as long as its browser is known.
	remembered = 90 * 24 * time.Hour
	// sweepAtOnce is how many transactions follow each other before others have their turn.
	sweepAtOnce = 50
)

// sweepSessions is the housekeeping of sign-in.
type sweepSessions struct{}

// Kind of the job.
func (sweepSessions) Kind() string { return "authn.sweep_sessions" }

// sweep erases sessions that are long over, and tries that count no more.
func (a *Authenticator) sweep(ctx context.Context, _ sweepSessions) error {
	for range sweepAtOnce {
		sessions, err := a.eraseSessions(ctx)
		if err != nil {
			return err
		}
		tries, err := throttle.EraseSome(ctx, a.Store)
		if err != nil || !sessions && !tries {
			return err
		}
	}
	return job.Later(time.Second)
}

func (a *Authenticator) eraseSessions(ctx context.Context) (more bool, err error) {
	before := a.Store.Clock().Now().Add(-a.Max - remembered)
	return a.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Session.Query().Where(session.CreatedAtLT(before)).Order(session.ByCreatedAt()).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Session.Delete().Where(session.IDIn(ids...)).Exec(ctx)
	})
}

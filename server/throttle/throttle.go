// Package throttle holds people to a number of tries in a time. The tries are counted in the database, by our clock, so
// that all replicas count together; whose they are stands nowhere in words.
package throttle

import (
	"context"
	"crypto/sha256"
	"net/netip"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/throttle"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/store"
)

// Limit is how often one may try something: Most times within any span of Within. It is meant for small numbers, since
// each try that counts is kept.
type Limit struct {
	// Purpose keeps what is counted for one thing from counting for another.
	Purpose string
	Most    int
	Within  time.Duration
}

// Take counts a try of whose in the caller's transaction, or refuses it with RATE_LIMITED and the time to wait. One that is
// refused, or whose transaction is rolled back, does not count. Tries of the same one take turns.
func (l Limit) Take(ctx context.Context, tx *gen.Client, whose string) error {
	_, err := l.Count(ctx, tx, whose)
	return err
}

// Count is Take that says how many tries are left after this one.
func (l Limit) Count(ctx context.Context, tx *gen.Client, whose string) (left int, err error) {
	ctx, now := viewer.AsSystem(ctx, "counting tries"), hook.From(ctx).At
	had, err := tx.Throttle.Query().Where(throttle.Key(l.key(whose)), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		err = tx.Throttle.Create().SetKey(l.key(whose)).SetTimes([]time.Time{now}).SetExpiresAt(now.Add(l.Within)).Exec(ctx)
		if store.IsTaken(err) {
			return 0, store.ErrAgain
		}
		if err != nil {
			return 0, err
		}
		return l.Most - 1, nil
	}
	if err != nil {
		return 0, err
	}
	counts := l.counting(had, now)
	if len(counts) >= l.Most {
		// Whoever waited for their turn may have begun before the others: nobody waits longer than the span.
		return 0, fault.TooMany(min(counts[len(counts)-l.Most].Add(l.Within).Sub(now), l.Within))
	}
	left = l.Most - len(counts) - 1
	return left, tx.Throttle.UpdateOne(had).SetTimes(append(counts, now)).SetExpiresAt(now.Add(l.Within)).Exec(ctx)
}

// Forget lets whose begin anew, in the caller's transaction.
func (l Limit) Forget(ctx context.Context, tx *gen.Client, whose string) error {
	_, err := tx.Throttle.Delete().Where(throttle.Key(l.key(whose))).Exec(viewer.AsSystem(ctx, "counting tries"))
	return err
}

// Until is when whose may try again; nil where they may now.
func (l Limit) Until(ctx context.Context, tx *gen.Client, whose string) (*time.Time, error) {
	had, err := tx.Throttle.Query().Where(throttle.Key(l.key(whose))).Only(viewer.AsSystem(ctx, "counting tries"))
	if gen.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	counts := l.counting(had, hook.From(ctx).At)
	if len(counts) < l.Most {
		return nil, nil
	}
	until := counts[len(counts)-l.Most].Add(l.Within)
	return &until, nil
}

func (l Limit) key(whose string) []byte {
	key := sha256.Sum256([]byte(l.Purpose + "\x00" + whose))
	return key[:]
}

// counting are the tries that still count, the oldest first.
func (l Limit) counting(had *gen.Throttle, now time.Time) []time.Time {
	return slices.DeleteFunc(had.Times, func(at time.Time) bool { return !now.Before(at.Add(l.Within)) })
}

// EraseSome takes out rows that count no more, in one transaction. It reports that there may be more.
func EraseSome(ctx context.Context, s *store.Store) (more bool, err error) {
	now := s.Clock().Now()
	return s.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Throttle.Query().Where(throttle.ExpiresAtLTE(now)).Order(throttle.ByExpiresAt()).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Throttle.Delete().Where(throttle.IDIn(ids...), throttle.ExpiresAtLTE(now)).Exec(ctx)
	})
}

// Network is whose an address is: of IPv6 a household has a /64, of which it may choose addresses as it likes.
func Network(ip netip.Addr) string {
	if ip.Is6() && !ip.Is4In6() {
		if block, err := ip.Prefix(64); err == nil {
			return block.String()
		}
	}
	return ip.Unmap().String()
}

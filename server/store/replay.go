package store

import (
	"context"
	"errors"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/replay"
	"github.com/portico-hub/portico/ent/viewer"
)

// ReplayWindow is how long an Idempotency-Key is remembered.
const ReplayWindow = 24 * time.Hour

// ErrClaimed means that another request with the same Idempotency-Key has had its effect already.
var ErrClaimed = errors.New("a request with this idempotency key was carried out already")

// Claim is a request's Idempotency-Key. The first transaction of the request that commits writes it down, so the key
// is known exactly if the effect is.
type Claim struct {
	Actor, Key  string
	Fingerprint []byte
	// ID is the row, once written.
	ID int64
	// Lost tells that another request with this key was first: nothing of this one was saved.
	Lost bool
}

type claimKey struct{}

// WithClaim returns a context whose first transaction writes the claim; with nil none does, for what only prepares the effect.
func WithClaim(ctx context.Context, c *Claim) context.Context {
	return context.WithValue(ctx, claimKey{}, c)
}

// claim writes the claim of this request, once. What it returns is called after the commit: a transaction that was
// rolled back has claimed nothing.
func claim(ctx context.Context, tx *gen.Client, now time.Time) (committed func(), err error) {
	c, _ := ctx.Value(claimKey{}).(*Claim)
	if c == nil || c.ID != 0 {
		return func() {}, nil
	}
	row, err := tx.Replay.Create().SetActor(c.Actor).SetKey(c.Key).SetFingerprint(c.Fingerprint).SetCreatedAt(now).
		Save(viewer.AsSystem(ctx, "idempotency"))
	if IsTaken(err) {
		c.Lost = true
		return nil, ErrClaimed
	}
	if err != nil {
		return nil, err
	}
	return func() { c.ID = row.ID }, nil
}

// FindReplay is what is known of an actor's key, or nil. A key older than ReplayWindow is forgotten and may be used
// anew.
func (s *Store) FindReplay(ctx context.Context, actor, key string) (*gen.Replay, error) {
	ctx = viewer.AsSystem(ctx, "idempotency")
	row, err := s.client.Replay.Query().Where(replay.Actor(actor), replay.Key(key)).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, nil
	}
	if err != nil || s.clock.Now().Before(row.CreatedAt.Add(ReplayWindow)) {
		return row, err
	}
	return nil, s.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		_, err := tx.Replay.Delete().Where(replay.ID(row.ID)).Exec(ctx)
		return err
	})
}

// KeepAnswer stores the sealed answer of a claimed request.
func (s *Store) KeepAnswer(ctx context.Context, c *Claim, sealed []byte) error {
	return s.InTx(viewer.AsSystem(ctx, "idempotency"), func(ctx context.Context, tx *gen.Client) error {
		return tx.Replay.UpdateOneID(c.ID).SetAnswer(sealed).Exec(ctx)
	})
}

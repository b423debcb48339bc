package store

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
)

// erasedAtOnce is how many rows one transaction erases.
const erasedAtOnce = 500

// EraseSome erases rows in one transaction, or in the open one: those whose keys find says, which is told how many at most. It
// reports that there may be more.
func (s *Store) EraseSome(ctx context.Context, find func(ctx context.Context, tx *gen.Client, most int) ([]int64, error),
	erase func(ctx context.Context, tx *gen.Client, ids []int64) (int, error)) (more bool, err error) {
	err = s.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		ids, err := find(ctx, tx, erasedAtOnce)
		if more = len(ids) == erasedAtOnce; err != nil || len(ids) == 0 {
			return err
		}
		_, err = erase(ctx, tx, ids)
		return err
	})
	return more, err
}

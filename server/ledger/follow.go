package ledger

import (
	"context"
	"io"
)

// Follow returns what looks how far something is, as whoever asks may see it: get finds it, or why not. Each look finds it if it
// is not the same as at the look before; the last, once it is over, ends with io.EOF. What the viewer may not see is refused now.
func Follow[T any](ctx context.Context, get func(context.Context) (T, error), same func(before, now T) bool, over func(T) bool) (look func(context.Context) ([]T, error), err error) {
	if _, err := get(ctx); err != nil {
		return nil, err
	}
	var before T
	looked := false
	return func(ctx context.Context) ([]T, error) {
		now, err := get(ctx)
		if err != nil {
			return nil, err
		}
		if looked && same(before, now) {
			return nil, nil
		}
		if before, looked = now, true; over(now) {
			err = io.EOF
		}
		return []T{now}, err
	}, nil
}

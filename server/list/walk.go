package list

import (
	"context"
	"iter"
)

// Walk reads a whole list in its order, batch by batch, for what is written out as it is read: it holds no more than one
// batch, and what comes to stand before its place meanwhile is left out.
func Walk[T any](ctx context.Context, src Source[T], batch int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, r := range ranges(src.Order, false) {
			var from *place
			for {
				nodes, err := src.Fetch(ctx, r.predicate(from), batch)
				if err != nil {
					yield(*new(T), err)
					return
				}
				for _, n := range nodes {
					if !yield(n, nil) {
						return
					}
				}
				if len(nodes) < batch {
					break
				}
				value, id := src.Place(nodes[len(nodes)-1])
				from = &place{value: value, empty: r.empty, id: id}
			}
		}
	}
}

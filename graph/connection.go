package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/list"
)

// edges turns a page into the edges of a connection.
func edges[T, E any](p *list.Page[T], edge func(node T, cursor list.Cursor) E) []E {
	all := make([]E, len(p.Nodes))
	for i, n := range p.Nodes {
		all[i] = edge(n, p.Cursor(n))
	}
	return all
}

func pageInfo[T any](p *list.Page[T]) *gen.PageInfo {
	info := &gen.PageInfo{HasNextPage: p.HasNext, HasPreviousPage: p.HasPrev}
	if n := len(p.Nodes); n > 0 {
		first, last := p.Cursor(p.Nodes[0]), p.Cursor(p.Nodes[n-1])
		info.StartCursor, info.EndCursor = &first, &last
	}
	return info
}

// counted is how many rows a list has: exactly if that is asked for.
func counted(ctx context.Context, total *list.Total, exact *bool) (int, error) {
	if value(exact) {
		return total.Exact(ctx)
	}
	n, _, err := total.About(ctx)
	return n, err
}

// estimated reports that what counted answers is an estimate.
func estimated(ctx context.Context, total *list.Total) (bool, error) {
	if total.ExactOnly {
		return false, nil
	}
	_, estimate, err := total.About(ctx)
	return estimate, err
}

// loaded turns an edge that was read ahead, or a query for one that was not, into a nullable field. A row that the
// viewer may not see is no row.
func loaded[T any](ctx context.Context, edge func() (*T, error), query func(context.Context) (*T, error)) (*T, error) {
	node, err := edge()
	if ent.IsNotLoaded(err) {
		node, err = query(ctx)
	}
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return node, err
}

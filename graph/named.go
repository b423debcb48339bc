package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/list"
)

// named is what groups and companies have alike: a list by name, with a search.
type named[T any] struct {
	kind  string
	place func(T) (any, int64)
	fetch func(ctx context.Context, found, where func(*sql.Selector), limit int) ([]T, error)
	count func(ctx context.Context, found func(*sql.Selector)) (int, error)
}

// page is one page of those that the viewer may see, and how many there are, to be counted when asked. A cursor of the one
// kind is none of the other.
func (n named[T]) page(ctx context.Context, signer list.Signer, search *string, args list.Args) (*list.Page[T], list.Counter, error) {
	found, err := list.Search{Text: "name_key"}.Matching(value(search))
	if err != nil {
		return nil, nil, err
	}
	if found == nil {
		found = func(*sql.Selector) {}
	}
	page, err := list.Read(ctx, list.Source[T]{
		Order:  list.Order{Name: n.kind + ".NAME", Column: "sort_name", Kind: list.Key},
		Signer: signer, Place: n.place,
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]T, error) {
			return n.fetch(ctx, found, where, limit)
		},
	}, args)
	return page, func(ctx context.Context) (int, error) { return n.count(ctx, found) }, err
}

// groups lists the groups that the viewer may see, by name.
func (r *Resolver) groups(ctx context.Context, search *string, args list.Args) (*gen.GroupConnection, error) {
	client := r.Store.Ent(ctx)
	page, count, err := named[*ent.Group]{
		kind:  ent.TypeGroup,
		place: func(g *ent.Group) (any, int64) { return g.SortName, g.ID },
		fetch: func(ctx context.Context, found, where func(*sql.Selector), limit int) ([]*ent.Group, error) {
			return client.Group.Query().Where(found, where).Limit(limit).All(ctx)
		},
		count: func(ctx context.Context, found func(*sql.Selector)) (int, error) {
			return client.Group.Query().Where(found).Count(ctx)
		},
	}.page(ctx, r.Signer, search, args)
	if err != nil {
		return nil, err
	}
	if err := r.aheadOfGroups(ctx, page.Nodes, selected(ctx, "edges", "node")); err != nil {
		return nil, err
	}
	return &gen.GroupConnection{
		Edges:    edges(page, func(g *ent.Group, cursor list.Cursor) *gen.GroupEdge { return &gen.GroupEdge{Node: g, Cursor: cursor} }),
		PageInfo: pageInfo(page),
		Count:    count,
	}, nil
}

// companies lists the companies that the viewer may see, by name.
func (r *Resolver) companies(ctx context.Context, search *string, args list.Args) (*gen.CompanyConnection, error) {
	client := r.Store.Ent(ctx)
	page, count, err := named[*ent.Company]{
		kind:  ent.TypeCompany,
		place: func(c *ent.Company) (any, int64) { return c.SortName, c.ID },
		fetch: func(ctx context.Context, found, where func(*sql.Selector), limit int) ([]*ent.Company, error) {
			return client.Company.Query().Where(found, where).Limit(limit).All(ctx)
		},
		count: func(ctx context.Context, found func(*sql.Selector)) (int, error) {
			return client.Company.Query().Where(found).Count(ctx)
		},
	}.page(ctx, r.Signer, search, args)
	if err != nil {
		return nil, err
	}
	if err := r.aheadOfCompanies(ctx, page.Nodes, selected(ctx, "edges", "node")); err != nil {
		return nil, err
	}
	return &gen.CompanyConnection{
		Edges: edges(page, func(c *ent.Company, cursor list.Cursor) *gen.CompanyEdge {
			return &gen.CompanyEdge{Node: c, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    count,
	}, nil
}

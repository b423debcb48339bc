package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/list"
)

// byName orders groups or companies. A cursor of the one is none of the other.
func byName(entity string) list.Order {
	return list.Order{Name: entity + ".NAME", Column: "sort_name", Kind: list.Key}
}

// groups lists the groups that the viewer may see, by name.
func (r *Resolver) groups(ctx context.Context, search *string, args list.Args) (*gen.GroupConnection, error) {
	found, err := named(search)
	if err != nil {
		return nil, err
	}
	query := r.Store.Ent(ctx).Group.Query().Where(found)
	page, err := list.Read(ctx, list.Source[*ent.Group]{
		Order: byName(ent.TypeGroup), Signer: r.Signer,
		Place: func(g *ent.Group) (any, int64) { return g.SortName, g.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.Group, error) {
			return query.Clone().Where(group.And(where)).Limit(limit).All(ctx)
		},
	}, args)
	if err != nil {
		return nil, err
	}
	return &gen.GroupConnection{
		Edges:    edges(page, func(g *ent.Group, cursor list.Cursor) *gen.GroupEdge { return &gen.GroupEdge{Node: g, Cursor: cursor} }),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return query.Clone().Count(ctx) },
	}, nil
}

// companies lists the companies that the viewer may see, by name.
func (r *Resolver) companies(ctx context.Context, search *string, args list.Args) (*gen.CompanyConnection, error) {
	found, err := named(search)
	if err != nil {
		return nil, err
	}
	query := r.Store.Ent(ctx).Company.Query().Where(found)
	page, err := list.Read(ctx, list.Source[*ent.Company]{
		Order: byName(ent.TypeCompany), Signer: r.Signer,
		Place: func(c *ent.Company) (any, int64) { return c.SortName, c.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.Company, error) {
			return query.Clone().Where(company.And(where)).Limit(limit).All(ctx)
		},
	}, args)
	if err != nil {
		return nil, err
	}
	return &gen.CompanyConnection{
		Edges: edges(page, func(c *ent.Company, cursor list.Cursor) *gen.CompanyEdge {
			return &gen.CompanyEdge{Node: c, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return query.Clone().Count(ctx) },
	}, nil
}

// named finds groups and companies by their names.
func named(search *string) (func(*sql.Selector), error) {
	found, err := list.Search{Text: "name_key"}.Matching(value(search))
	if found == nil {
		found = func(*sql.Selector) {}
	}
	return found, err
}

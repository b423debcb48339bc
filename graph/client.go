package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/client"
)

// reached are the companies and groups of API clients, as far as the viewer sees them.
type reached struct {
	companies map[int64]*ent.Company
	groups    map[int64]*ent.Group
}

// reachedBy looks them up for all of some clients, with one statement a kind.
func (r *Resolver) reachedBy(ctx context.Context, clients ...*ent.APIClient) error {
	var companyIDs, groupIDs []int64
	found := reached{map[int64]*ent.Company{}, map[int64]*ent.Group{}}
	for _, c := range clients {
		companyIDs, groupIDs = append(companyIDs, c.CompanyIds...), append(groupIDs, c.GroupIds...)
		c.Ahead = found
	}
	if len(companyIDs) > 0 {
		all, err := r.Store.Ent(ctx).Company.Query().Where(company.IDIn(companyIDs...)).All(ctx)
		if err != nil {
			return err
		}
		for _, c := range all {
			found.companies[c.ID] = c
		}
	}
	return r.collectGroups(ctx, found.groups, groupIDs)
}

// collectGroups reads groups by their keys, as far as the viewer sees them.
func (r *Resolver) collectGroups(ctx context.Context, into map[int64]*ent.Group, keys []int64) error {
	if len(keys) == 0 {
		return nil
	}
	all, err := r.Store.Ent(ctx).Group.Query().Where(group.IDIn(keys...)).All(ctx)
	for _, g := range all {
		into[g.ID] = g
	}
	return err
}

// reachOf is what is known of one client's companies and groups.
func (r *Resolver) reachOf(ctx context.Context, c *ent.APIClient) (reached, error) {
	if known, ok := c.Ahead.(reached); ok {
		return known, nil
	}
	// Fields of one row are resolved at the same time: what is found is not kept in it.
	alone := &ent.APIClient{CompanyIds: c.CompanyIds, GroupIds: c.GroupIds}
	if err := r.reachedBy(ctx, alone); err != nil {
		return reached{}, err
	}
	return alone.Ahead.(reached), nil
}

// shownOnce is an API client with its new token, if it got one.
func shownOnce(c *ent.APIClient, token string, err error) (*ent.APIClient, *string, error) {
	if err != nil {
		return nil, nil, err
	}
	return c, &token, nil
}

// among are the rows of some keys that were found, in the order of the keys.
func among[T any](found map[int64]T, keys []int64) []T {
	rows := make([]T, 0, len(keys))
	for _, k := range keys {
		if row, ok := found[k]; ok {
			rows = append(rows, row)
		}
	}
	return rows
}

func newClient(input gen.CreateAPIClientInput) (in client.Input, err error) {
	in = client.Input{Name: &input.Name, Scopes: input.Scopes, Reach: &input.Reach, Origins: input.AllowedOrigins, Expires: true, ExpiresAt: input.ExpiresAt}
	return in, readReach(&in, input.CompanyIds, input.GroupIds)
}

func changedClient(input gen.UpdateAPIClientInput) (in client.Input, err error) {
	in = client.Input{Name: input.Name, Scopes: input.Scopes, Reach: input.Reach, Origins: input.AllowedOrigins}
	if at, said := input.ExpiresAt.ValueOK(); said {
		in.Expires, in.ExpiresAt = true, at
	}
	return in, readReach(&in, input.CompanyIds, input.GroupIds)
}

func readReach(in *client.Input, companyIDs, groupIDs []string) (err error) {
	if in.CompanyIDs, err = keysOf(ent.TypeCompany, companyIDs, "companyIds"); err == nil {
		in.GroupIDs, err = keysOf(ent.TypeGroup, groupIDs, "groupIds")
	}
	return err
}

// features are all that can be switched off, as the viewer's request found them.
func features(v *viewer.Viewer) []*gen.Feature {
	if v == stranger {
		return []*gen.Feature{}
	}
	all := make([]*gen.Feature, len(viewer.Features))
	for i, name := range viewer.Features {
		all[i] = feature(name, v.Off)
	}
	return all
}

func feature(name viewer.Feature, off viewer.Off) *gen.Feature {
	f := &gen.Feature{Name: name, Enabled: true}
	if reason, is := off[name]; is {
		f.Enabled, f.Reason = false, &reason
	}
	return f
}

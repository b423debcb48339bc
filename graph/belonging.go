package graph

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// What stands beside the groups and companies of a page is read for all of them at once. Everybody counts those alone whom
// they see.

// groupAhead is what a list loaded for one of its groups; nil maps were not asked for.
type groupAhead struct {
	members  map[int64]int
	managers map[int64][]*ent.User
}

func (r *Resolver) aheadOfGroups(ctx context.Context, groups []*ent.Group, s selection) (err error) {
	if len(groups) == 0 {
		return nil
	}
	a, ids := &groupAhead{}, make([]int64, len(groups))
	for i, g := range groups {
		ids[i], g.Ahead = g.ID, a
	}
	if s.wants("memberCount") {
		if a.members, err = r.memberCounts(ctx, ids); err != nil {
			return err
		}
	}
	if s.wants("managers") {
		a.managers, err = r.managers(ctx, ids)
	}
	return err
}

func (r *Resolver) memberCount(ctx context.Context, g *ent.Group) (int, error) {
	if a, ok := g.Ahead.(*groupAhead); ok && a.members != nil {
		return a.members[g.ID], nil
	}
	counts, err := r.memberCounts(ctx, []int64{g.ID})
	return counts[g.ID], err
}

func (r *Resolver) memberCounts(ctx context.Context, groups []int64) (map[int64]int, error) {
	var rows []struct {
		GroupID int64 `json:"group_id"`
		N       int   `json:"n"`
	}
	// These groups are there: asking for each membership whether its group is deleted would take a third of the time.
	ctx = viewer.ShowDeleted(ctx)
	err := r.Store.Ent(ctx).Membership.Query().
		Where(membership.GroupIDIn(groups...), membership.UserStatusIn(membership.UserStatusACTIVE, membership.UserStatusINACTIVE)).
		GroupBy(membership.FieldGroupID).Aggregate(ent.As(ent.Count(), "n")).Scan(store.PlanByValue(ctx), &rows)
	counts := make(map[int64]int, len(rows))
	for _, row := range rows {
		counts[row.GroupID] = row.N
	}
	return counts, err
}

func (r *Resolver) managersOf(ctx context.Context, g *ent.Group) ([]*ent.User, error) {
	if a, ok := g.Ahead.(*groupAhead); ok && a.managers != nil {
		return a.managers[g.ID], nil
	}
	managers, err := r.managers(ctx, []int64{g.ID})
	return managers[g.ID], err
}

func (r *Resolver) managers(ctx context.Context, groups []int64) (map[int64][]*ent.User, error) {
	rows, err := r.Store.Ent(ctx).Membership.Query().Where(membership.GroupIDIn(groups...), membership.RoleEQ(membership.RoleMANAGER)).
		WithUser().Order(membership.ByUserID()).All(store.PlanByValue(ctx))
	managers := make(map[int64][]*ent.User, len(groups))
	for _, m := range rows {
		if m.Edges.User != nil {
			managers[m.GroupID] = append(managers[m.GroupID], m.Edges.User)
		}
	}
	return managers, err
}

// companyAhead is what a list loaded for one of its companies; nil maps were not asked for.
type companyAhead struct {
	users     map[int64]int
	contracts map[int64][]*ent.Contract
}

func (r *Resolver) aheadOfCompanies(ctx context.Context, companies []*ent.Company, s selection) (err error) {
	if len(companies) == 0 {
		return nil
	}
	a, ids := &companyAhead{}, make([]int64, len(companies))
	for i, c := range companies {
		ids[i], c.Ahead = c.ID, a
	}
	if s.wants("userCount") {
		if a.users, err = r.userCounts(ctx, ids); err != nil {
			return err
		}
	}
	if s.wants("contracts") {
		a.contracts, err = r.contracts(ctx, ids)
	}
	return err
}

func (r *Resolver) userCount(ctx context.Context, c *ent.Company) (int, error) {
	if a, ok := c.Ahead.(*companyAhead); ok && a.users != nil {
		return a.users[c.ID], nil
	}
	counts, err := r.userCounts(ctx, []int64{c.ID})
	return counts[c.ID], err
}

func (r *Resolver) userCounts(ctx context.Context, companies []int64) (map[int64]int, error) {
	var rows []struct {
		CompanyID int64 `json:"company_id"`
		N         int   `json:"n"`
	}
	err := r.Store.Ent(ctx).User.Query().Where(user.CompanyIDIn(companies...)).
		GroupBy(user.FieldCompanyID).Aggregate(ent.As(ent.Count(), "n")).Scan(store.PlanByValue(ctx), &rows)
	counts := make(map[int64]int, len(rows))
	for _, row := range rows {
		counts[row.CompanyID] = row.N
	}
	return counts, err
}

func (r *Resolver) contractsOf(ctx context.Context, c *ent.Company) ([]*ent.Contract, error) {
	if a, ok := c.Ahead.(*companyAhead); ok && a.contracts != nil {
		return a.contracts[c.ID], nil
	}
	contracts, err := r.contracts(ctx, []int64{c.ID})
	return contracts[c.ID], err
}

func (r *Resolver) contracts(ctx context.Context, companies []int64) (map[int64][]*ent.Contract, error) {
	rows, err := r.Store.Ent(ctx).Contract.Query().Where(contract.CompanyIDIn(companies...)).All(ctx)
	slices.SortFunc(rows, func(a, b *ent.Contract) int {
		return cmp.Or(bytes.Compare(fold.Sort(a.Number), fold.Sort(b.Number)), cmp.Compare(a.ID, b.ID))
	})
	contracts := make(map[int64][]*ent.Contract, len(companies))
	for _, k := range rows {
		contracts[k.CompanyID] = append(contracts[k.CompanyID], k)
	}
	return contracts, err
}

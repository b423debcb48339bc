package account

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/fold"
)

// places are the rows that Belongings of one transaction speak of, as the viewer sees them: each is looked up once, and held,
// since users copy its name. What was looked for and is not there is nil.
type places struct {
	tx        *gen.Client
	roles     map[int64]*gen.Role
	builtIn   map[string]*gen.Role
	companies map[int64]*gen.Company
	contracts map[int64]*gen.Contract
	groups    map[int64]*gen.Group
	// named are companies by their folded name, found or made.
	named map[string]*gen.Company
	// standard is the Default group, once somebody belongs there.
	standard *gen.Group
}

func newPlaces(tx *gen.Client) *places {
	return &places{tx: tx, roles: map[int64]*gen.Role{}, builtIn: map[string]*gen.Role{}, companies: map[int64]*gen.Company{},
		contracts: map[int64]*gen.Contract{}, groups: map[int64]*gen.Group{}, named: map[string]*gen.Company{}}
}

// look looks up at once what some Belongings speak of by key.
func (f *places) look(ctx context.Context, all ...Belonging) error {
	var companies, contracts, groups []int64
	for _, b := range all {
		if b.CompanyID != nil {
			companies = append(companies, *b.CompanyID)
		}
		groups = append(groups, b.GroupIDs...)
		for _, a := range b.Assignments {
			companies = append(companies, a.CompanyID)
			if a.ContractID != nil {
				contracts = append(contracts, *a.ContractID)
			}
		}
	}
	err := look(f.companies, companies, func(ids []int64) ([]*gen.Company, error) {
		return f.tx.Company.Query().Where(company.IDIn(ids...), lock.Share).Order(company.ByID()).All(ctx)
	}, func(c *gen.Company) int64 {
		lock.Remember(ctx, lock.Row{Type: gen.TypeCompany, ID: c.ID}, c)
		return c.ID
	})
	if err != nil {
		return err
	}
	err = look(f.contracts, contracts, func(ids []int64) ([]*gen.Contract, error) {
		return f.tx.Contract.Query().Where(contract.IDIn(ids...)).All(ctx)
	}, func(c *gen.Contract) int64 { return c.ID })
	if err != nil {
		return err
	}
	return look(f.groups, groups, func(ids []int64) ([]*gen.Group, error) {
		return f.tx.Group.Query().Where(group.IDIn(ids...), lock.Share).Order(group.ByID()).All(ctx)
	}, func(g *gen.Group) int64 { lock.Remember(ctx, lock.Row{Type: gen.TypeGroup, ID: g.ID}, g); return g.ID })
}

// look puts those of some rows into known that were not looked for yet.
func look[T any](known map[int64]*T, ids []int64, find func([]int64) ([]*T, error), key func(*T) int64) error {
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id int64) bool { _, looked := known[id]; return looked })
	if len(ids) == 0 {
		return nil
	}
	found, err := find(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		known[id] = nil
	}
	for _, one := range found {
		known[key(one)] = one
	}
	return nil
}

// role is a role by its key; nil for none that the viewer sees.
func (f *places) role(ctx context.Context, id int64) (*gen.Role, error) {
	err := look(f.roles, []int64{id}, func(ids []int64) ([]*gen.Role, error) {
		return f.tx.Role.Query().Where(role.IDIn(ids...)).All(ctx)
	}, func(r *gen.Role) int64 { return r.ID })
	return f.roles[id], err
}

// companyNamed is CompanyNamed, once for each name.
func (f *places) companyNamed(ctx context.Context, typed string) (*gen.Company, error) {
	key := fold.Key(typed)
	if c := f.named[key]; c != nil {
		return c, nil
	}
	c, err := CompanyNamed(ctx, f.tx, typed)
	if err == nil {
		f.named[key] = c
	}
	return c, err
}

// defaultGroup is the group of whoever is in no other.
func (f *places) defaultGroup(ctx context.Context) (g *gen.Group, err error) {
	if f.standard == nil {
		f.standard, err = f.tx.Group.Query().Where(group.IsDefault(true)).Only(ctx)
	}
	return f.standard, err
}

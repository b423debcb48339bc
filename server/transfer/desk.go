package transfer

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// desk is what the rows of one transaction speak of, looked up for all of them at once, as the viewer sees it.
type desk struct {
	tx *gen.Client
	// users by key, and by contact email.
	users   map[int64]*gen.User
	byEmail map[string]*gen.User
	beside  beside
	roles   map[string]*gen.Role
	groups  map[string]*gen.Group
	// companies are those that are named, with their contracts.
	companies map[string]*gen.Company
	// made are those of them that these rows make.
	made map[int64]bool
}

// lay looks up everything that some rows name.
func lay(ctx context.Context, tx *gen.Client, rows []*entry) (*desk, error) {
	d := &desk{tx: tx, users: map[int64]*gen.User{}, byEmail: map[string]*gen.User{}, roles: map[string]*gen.Role{},
		groups: map[string]*gen.Group{}, companies: map[string]*gen.Company{}, made: map[int64]bool{}}
	var ids []int64
	emails, groups, companies, contracts := set{}, set{}, set{}, false
	for _, e := range rows {
		if e.record.ID != 0 {
			ids = append(ids, e.record.ID)
		}
		emails.add(e.record.Email)
		groups.add(append(slices.Clone(e.record.Groups), e.record.ManagerOf...)...)
		companies.add(e.record.Company)
		for _, c := range e.record.Customers {
			companies.add(c.Company)
			contracts = contracts || c.Contract != ""
		}
	}
	for _, look := range []func() error{
		func() error { return d.findUsers(ctx, ids, emails.all()) },
		func() error { return d.findRoles(ctx) },
		func() error { return d.findGroups(ctx, groups.all()) },
		func() error { return d.findCompanies(ctx, companies.all(), contracts) },
	} {
		if err := look(); err != nil {
			return nil, err
		}
	}
	// Whoever is in no other group is in the Default group: naming it says nothing.
	for _, e := range rows {
		e.record.Groups = slices.DeleteFunc(e.record.Groups, func(name string) bool {
			g := d.groups[fold.Key(name)]
			return g != nil && g.IsDefault
		})
	}
	return d, nil
}

// set is names in their canonical form.
type set map[string]bool

func (s set) add(names ...string) {
	for _, name := range names {
		if key := fold.Key(name); key != "" {
			s[key] = true
		}
	}
}

func (s set) all() []string {
	keys := make([]string, 0, len(s))
	for key := range s {
		keys = append(keys, key)
	}
	return keys
}

func (d *desk) findUsers(ctx context.Context, ids []int64, emails []string) error {
	if len(emails) > 0 {
		owners, err := d.tx.Identity.Query().Where(identity.KeyIn(emails...)).All(viewer.AsSystem(ctx, "looking whose address it is"))
		if err != nil {
			return err
		}
		for _, o := range owners {
			ids = append(ids, o.UserID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	// Held, in one order, so that nobody changes them between the comparing and the writing.
	query := d.tx.User.Query().Where(user.IDIn(ids...), lock.Update).Order(user.ByID())
	columns := ReadableColumns(viewer.From(ctx))
	loadBeside(query, columns)
	found, err := query.All(ctx)
	for _, u := range found {
		d.users[u.ID], d.byEmail[fold.Key(u.Email)] = u, u
	}
	if err == nil {
		d.beside, err = besideOf(ctx, d.tx, columns, ids)
	}
	return err
}

func (d *desk) findRoles(ctx context.Context) error {
	found, err := d.tx.Role.Query().All(ctx)
	for _, r := range found {
		d.roles[fold.Key(r.Name)] = r
	}
	return err
}

func (d *desk) findGroups(ctx context.Context, names []string) error {
	if len(names) == 0 {
		return nil
	}
	found, err := d.tx.Group.Query().Where(group.NameKeyIn(names...)).Select(group.FieldName, group.FieldIsDefault).All(ctx)
	for _, g := range found {
		d.groups[fold.Key(g.Name)] = g
	}
	return err
}

func (d *desk) findCompanies(ctx context.Context, names []string, contracts bool) error {
	if len(names) == 0 {
		return nil
	}
	query := d.tx.Company.Query().Where(company.NameKeyIn(names...))
	query.Select(company.FieldName)
	if contracts {
		query.WithContracts()
	}
	found, err := query.All(ctx)
	for _, c := range found {
		d.companies[fold.Key(c.Name)] = c
	}
	return err
}

// role is the key of a role by its name.
func (d *desk) role(name string) (*int64, error) {
	if r := d.roles[fold.Key(name)]; r != nil {
		return &r.ID, nil
	}
	return nil, fault.Refuse(fault.Unknown, fault.At("roleId"), "There is no role of this name.")
}

// makeNamed makes the companies and groups that rows of new users name and that are not there, by whoever may.
func (d *desk) makeNamed(ctx context.Context, rows []*entry) error {
	var companies, groups []string
	for _, e := range rows {
		if e.record.Says("id") || d.byEmail[fold.Key(e.record.Email)] != nil {
			continue
		}
		if name := e.record.Company; name != "" && d.companies[fold.Key(name)] == nil {
			companies = append(companies, name)
		}
		for _, name := range e.record.Groups {
			if d.groups[fold.Key(name)] == nil {
				groups = append(groups, name)
			}
		}
	}
	if rule.RequireMakingCompanies(ctx) == nil {
		made, err := account.CompaniesNamed(ctx, d.tx, companies)
		if err != nil {
			return err
		}
		for _, c := range made {
			d.companies[fold.Key(c.Name)], d.made[c.ID] = c, true
		}
	}
	if rule.RequireMakingGroups(ctx) != nil {
		return nil
	}
	made, err := account.GroupsNamed(ctx, d.tx, groups)
	for _, g := range made {
		d.groups[fold.Key(g.Name)] = g
	}
	return err
}

// groupsOf are the keys of groups by their names. Those that do not exist yet are made, by whoever may.
func (d *desk) groupsOf(ctx context.Context, names []string) (ids []int64, err error) {
	for _, name := range names {
		key := fold.Key(name)
		if d.groups[key] == nil {
			if err := rule.RequireMakingGroups(ctx); err != nil {
				return nil, err
			}
			made, err := account.GroupNamed(ctx, d.tx, name)
			if err != nil {
				return nil, err
			}
			d.groups[key] = made
		}
		if g := d.groups[key]; !slices.Contains(ids, g.ID) {
			ids = append(ids, g.ID)
		}
	}
	return ids, nil
}

// managed are the keys of the groups that somebody manages. None is made for that.
func (d *desk) managed(names []string) (ids []int64, err error) {
	ids = []int64{}
	for _, name := range names {
		g := d.groups[fold.Key(name)]
		if g == nil {
			return nil, fault.Refuse(fault.ManagerNeedsGroup, fault.At("managerOfGroupIds"), "A Group Manager manages a custom group that they are in. Name it under Groups, too.")
		}
		ids = append(ids, g.ID)
	}
	return ids, nil
}

// assigned are companies, with their contracts, by name and number. One that the file makes is made here if it is not there:
// the row that names it may have been refused, and what a check makes is taken back.
func (d *desk) assigned(ctx context.Context, customers []Customer) (all []account.Assigned, err error) {
	for _, c := range customers {
		found := d.companies[fold.Key(c.Company)]
		if found == nil && c.made && rule.RequireMakingCompanies(ctx) == nil {
			if found, err = account.CompanyNamed(ctx, d.tx, c.Company); err != nil {
				return nil, err
			}
			d.companies[fold.Key(c.Company)] = found
		}
		if found == nil || d.made[found.ID] && !c.made { // a row further down makes it
			return nil, fault.Refuse(fault.Unknown, fault.At("assignments"), "One of these companies does not exist, or you may not see it.")
		}
		one := account.Assigned{CompanyID: found.ID}
		if c.Contract != "" {
			i := slices.IndexFunc(found.Edges.Contracts, func(k *gen.Contract) bool { return fold.Key(k.Number) == fold.Key(c.Contract) })
			if i < 0 {
				return nil, fault.Refusef(fault.ContractNotOf, fault.At("assignments"), "%s has no contract of this number.", found.Name)
			}
			one.ContractID = &found.Edges.Contracts[i].ID
		}
		all = append(all, one)
	}
	return all, nil
}

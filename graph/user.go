package graph

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
)

// users is every list of users: of the directory, of a group, of a company.
func (r *Resolver) users(ctx context.Context, filter account.Filter, order []*gen.UserOrder, args list.Args) (*gen.UserConnection, error) {
	field, desc := "LAST_NAME", false
	switch len(order) {
	case 0:
	case 1:
		field, desc = string(order[0].Field), order[0].Direction == gen.OrderDirectionDesc
	default:
		return nil, &fault.Fault{Kind: fault.BadRequest, Code: fault.Invalid, Message: "Order by one field: the id settles ties."}
	}
	wanted := selected(ctx, "edges", "node")
	page, total, err := r.Accounts.List(ctx, filter, field, desc, args, func(q *ent.UserQuery, by string) {
		wanted.load(ctx, q)
		wanted.narrow(q, by)
	})
	if err != nil {
		return nil, err
	}
	if err := r.ahead(ctx, page.Nodes, wanted); err != nil {
		return nil, err
	}
	total.ExactOnly = onlyExact(ctx)
	return &gen.UserConnection{
		Edges:    edges(page, func(u *ent.User, cursor list.Cursor) *gen.UserEdge { return &gen.UserEdge{Node: u, Cursor: cursor} }),
		PageInfo: pageInfo(page),
		Total:    total,
	}, nil
}

// groupsOf is a user's groups in the order in which they were joined. What a list read ahead is used as it is.
func (r *Resolver) groupsOf(ctx context.Context, u *ent.User, args list.Args) (*gen.GroupConnection, error) {
	src := list.Source[joined]{
		Order: list.Order{Name: "JOINED", Column: membership.FieldID, Kind: list.ID}, Signer: r.Signer,
		Place: func(j joined) (any, int64) { return nil, j.id },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]joined, error) {
			rows, err := u.QueryMemberships().Where(where).WithGroup().Limit(limit).All(ctx)
			all := make([]joined, len(rows))
			for i, m := range rows {
				all[i] = joined{m.ID, m.Edges.Group}
			}
			return all, err
		},
	}
	var page *list.Page[joined]
	if ahead, ok := u.Ahead.(*userAhead); ok && args.After == nil && args.First != nil && *args.First <= ahead.size && ahead.size > 0 {
		page = list.Cut(src, ahead.joined, *args.First)
	} else {
		read, err := list.Read(ctx, src, args)
		if err != nil {
			return nil, err
		}
		page = read
	}
	if slices.ContainsFunc(page.Nodes, hidden) { // what was read ahead is shared
		page.Nodes = slices.DeleteFunc(slices.Clone(page.Nodes), hidden)
	}
	return &gen.GroupConnection{
		Edges: edges(page, func(j joined, cursor list.Cursor) *gen.GroupEdge {
			return &gen.GroupEdge{Node: j.group, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return u.QueryMemberships().QueryGroup().Count(ctx) },
	}, nil
}

func hidden(j joined) bool { return j.group == nil }

// visible drops memberships of groups that the viewer may not see.
func visible(all []*ent.Membership) []*ent.Membership {
	seen := make([]*ent.Membership, 0, len(all))
	for _, m := range all {
		if m.Edges.Group != nil {
			seen = append(seen, m)
		}
	}
	return seen
}

func userFilter(f *gen.UserFilter) (in account.Filter, err error) {
	if f == nil {
		return in, nil
	}
	in = account.Filter{
		Status: distinct(f.Status), AccountState: distinct(f.AccountState), EmailSubscribed: f.EmailSubscribed, NeverSignedIn: f.NeverSignedIn,
		Invitation: distinct(f.Invitation), CreatedAt: timeRange(f.CreatedAt), UpdatedAt: timeRange(f.UpdatedAt), LastSignInAt: timeRange(f.LastSignInAt),
	}
	if f.Search != nil {
		in.Search = *f.Search
	}
	var faults fault.List
	in.RoleIDs, err = keysOf(ent.TypeRole, f.RoleIds, "roleIds")
	faults.Add(err)
	in.GroupIDs, err = keysOf(ent.TypeGroup, f.GroupIds, "groupIds")
	faults.Add(err)
	in.CompanyIDs, err = keysOf(ent.TypeCompany, f.CompanyIds, "companyIds")
	faults.Add(err)
	return in, faults.Err()
}

func timeRange(r *gen.TimeRange) *account.Range {
	if r == nil {
		return nil
	}
	return &account.Range{From: r.From, To: r.To}
}

func createUser(input gen.CreateUserInput) (in account.CreateInput, err error) {
	var faults fault.List
	in = account.CreateInput{
		Email: input.Email, Note: value(input.Note), Subscribed: value(input.EmailSubscribed), Account: newAccount(input.Account),
		Override: codes(input.OverrideWarnings),
		Details: account.Details{
			FirstName: input.FirstName, LastName: input.LastName, Title: value(input.Title), CellPhone: value(input.CellPhone),
			OfficePhone: value(input.OfficePhone), Extension: value(input.Extension), Address: value(input.Address),
		},
	}
	in.Belonging = account.Belonging{CompanyName: value(input.CompanyName), IsGlobalAdmin: input.IsGlobalAdmin, NewGroups: input.NewGroupNames}
	in.CompanyID, err = keyOf(ent.TypeCompany, input.CompanyID, "companyId")
	faults.Add(err)
	in.RoleID, err = keyOf(ent.TypeRole, input.RoleID, "roleId")
	faults.Add(err)
	in.GroupIDs, err = keysOf(ent.TypeGroup, input.GroupIds, "groupIds")
	faults.Add(err)
	in.ManagerOf, err = keysOf(ent.TypeGroup, input.ManagerOfGroupIds, "managerOfGroupIds")
	faults.Add(err)
	in.Assignments, err = assigned(input.Assignments)
	faults.Add(err)
	return in, faults.Err()
}

func updateUser(input gen.UpdateUserInput) (in account.UpdateInput, err error) {
	var faults fault.List
	in = account.UpdateInput{
		Version: input.Version, Email: input.Email, FirstName: input.FirstName, LastName: input.LastName, Details: map[string]string{},
		CompanyName: value(input.CompanyName), IsGlobalAdmin: input.IsGlobalAdmin,
		Regroup: input.GroupIds != nil, NewGroups: input.NewGroupNames, Reassign: input.Assignments != nil,
		Override: codes(input.OverrideWarnings),
	}
	for name, field := range map[string]graphql.Omittable[*string]{
		"title": input.Title, "cellPhone": input.CellPhone, "officePhone": input.OfficePhone,
		"extension": input.Extension, "address": input.Address,
	} {
		if typed, said := field.ValueOK(); said {
			in.Details[name] = value(typed)
		}
	}
	if typed, said := input.Note.ValueOK(); said {
		text := value(typed)
		in.Note = &text
	}
	in.UserID, err = key(ent.TypeUser, input.UserID, "user")
	faults.Add(err)
	company, said := input.CompanyID.ValueOK()
	in.NoCompany = said && company == nil
	in.Company, err = keyOf(ent.TypeCompany, company, "companyId")
	faults.Add(err)
	in.RoleID, err = keyOf(ent.TypeRole, input.RoleID, "roleId")
	faults.Add(err)
	in.GroupIDs, err = keysOf(ent.TypeGroup, input.GroupIds, "groupIds")
	faults.Add(err)
	in.ManagerOf, err = keysOf(ent.TypeGroup, input.ManagerOfGroupIds, "managerOfGroupIds")
	faults.Add(err)
	in.Assignments, err = assigned(input.Assignments)
	faults.Add(err)
	return in, faults.Err()
}

func codes(overridden []gen.WarningCode) []fault.Code {
	all := make([]fault.Code, len(overridden))
	for i, code := range overridden {
		all[i] = fault.Code(code)
	}
	return all
}

func drafted(in gen.UserDraft) (d account.Draft, err error) {
	d = account.Draft{
		Email: value(in.Email), EmailField: fault.At("email"), ContactEmail: value(in.Email), FirstName: value(in.FirstName), LastName: value(in.LastName),
		CellPhone: value(in.CellPhone), OfficePhone: value(in.OfficePhone),
	}
	var faults fault.List
	d.Factor = in.FactorProvider != nil && *in.FactorProvider != entaccount.FactorProviderNONE
	self, err := keyOf(ent.TypeUser, in.UserID, "userId")
	faults.Add(err)
	d.UserID = value(self)
	d.CompanyID, err = keyOf(ent.TypeCompany, in.CompanyID, "companyId")
	faults.Add(err)
	d.RoleID, err = keyOf(ent.TypeRole, in.RoleID, "roleId")
	faults.Add(err)
	return d, faults.Err()
}

func assigned(inputs []*gen.AssignmentInput) ([]account.Assigned, error) {
	all := make([]account.Assigned, 0, len(inputs))
	for _, in := range inputs {
		companies, err := keysOf(ent.TypeCompany, []string{in.CompanyID}, "assignments")
		if err != nil {
			return nil, err
		}
		contract, err := keyOf(ent.TypeContract, in.ContractID, "assignments")
		if err != nil {
			return nil, err
		}
		all = append(all, account.Assigned{CompanyID: companies[0], ContractID: contract})
	}
	return all, nil
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// distinct leaves each value once: an enum has few, however often they were sent.
func distinct[T cmp.Ordered](all []T) []T {
	return slices.Compact(slices.Sorted(slices.Values(all)))
}

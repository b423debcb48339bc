package account

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// maxBelongings bounds the groups and companies of one form: a transaction is small.
const maxBelongings = 100

// place is a Belonging whose names and keys were found to be real.
type place struct {
	role        *gen.Role
	company     *gen.Company
	groups      []*gen.Group // custom ones; none is the Default group
	managed     map[int64]bool
	assignments []Assigned
}

// resolve finds, and where names allow makes, what a Belonging speaks of. now is the user's present role; nil for a
// new user, who is a Member unless said otherwise.
func resolve(ctx context.Context, tx *gen.Client, b Belonging, now *gen.Role) (*place, error) {
	p := &place{managed: map[int64]bool{}}
	var faults fault.List
	for field, n := range map[string]int{"groupIds": len(b.GroupIDs), "newGroupNames": len(b.NewGroups), "assignments": len(b.Assignments)} {
		if n > maxBelongings {
			return nil, fault.Refusef(fault.Invalid, fault.At(field), "At most %d at once.", maxBelongings)
		}
	}
	for _, step := range []func() error{
		func() error { return p.findRole(ctx, tx, b, now) },
		func() error { return p.findCompany(ctx, tx, b) },
		func() error { return p.findGroups(ctx, tx, b) },
		func() error { return p.findAssignments(ctx, tx, b) },
	} {
		if err := step(); !faults.Add(err) {
			return nil, err
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return p, p.consistent(b)
}

func (p *place) findRole(ctx context.Context, tx *gen.Client, b Belonging, now *gen.Role) error {
	query := tx.Role.Query()
	switch {
	case b.KeepRole:
		p.role = now
		return nil
	case b.IsGlobalAdmin != nil && *b.IsGlobalAdmin:
		query.Where(role.BuiltIn(GlobalAdministrator))
	case b.RoleID != nil:
		query.Where(role.ID(*b.RoleID))
	case b.IsGlobalAdmin != nil && now != nil && IsGlobalAdmin(now), now == nil:
		query.Where(role.BuiltIn(Member))
	default:
		p.role = now
		return nil
	}
	found, err := query.Only(ctx)
	if gen.IsNotFound(err) {
		return unknown("roleId", "This role does not exist.")
	}
	if err == nil && b.IsGlobalAdmin != nil && b.RoleID != nil && found.ID != *b.RoleID {
		return fault.Refuse(fault.Invalid, fault.At("roleId"), "Global Admin is the Global Administrator role. Choose that role, or not Global Admin.")
	}
	p.role = found
	return err
}

func (p *place) findCompany(ctx context.Context, tx *gen.Client, b Belonging) error {
	switch {
	case b.CompanyID != nil:
		found, err := tx.Company.Get(ctx, *b.CompanyID)
		if gen.IsNotFound(err) {
			return unknown("companyId", "This company does not exist.")
		}
		p.company = found
		return err
	case fold.Line(b.CompanyName) == "":
		return nil
	}
	found, err := CompanyNamed(ctx, tx, b.CompanyName)
	p.company = found
	return err
}

// findGroups holds the groups: a new user copies the name of the first.
func (p *place) findGroups(ctx context.Context, tx *gen.Client, b Belonging) error {
	var found []*gen.Group
	if len(b.GroupIDs) > 0 {
		seen, err := tx.Group.Query().Where(group.IDIn(b.GroupIDs...), lock.Share).Order(group.ByID()).All(ctx)
		if err != nil {
			return err
		}
		found = seen
	}
	for _, id := range b.GroupIDs {
		if !slices.ContainsFunc(found, func(g *gen.Group) bool { return g.ID == id }) {
			return unknown("groupIds", "One of these groups does not exist.")
		}
	}
	for _, typed := range b.NewGroups {
		g, err := GroupNamed(ctx, tx, typed)
		if err != nil {
			return err
		}
		found = append(found, g)
	}
	for _, g := range found {
		if !g.IsDefault && !slices.ContainsFunc(p.groups, func(had *gen.Group) bool { return had.ID == g.ID }) {
			p.groups = append(p.groups, g)
		}
	}
	return nil
}

func (p *place) findAssignments(ctx context.Context, tx *gen.Client, b Belonging) error {
	for i, a := range b.Assignments {
		if slices.ContainsFunc(b.Assignments[:i], func(before Assigned) bool { return before.CompanyID == a.CompanyID }) {
			return fault.Refuse(fault.Invalid, fault.At("assignments"), "The same company is named twice.")
		}
		c, err := tx.Company.Query().Where(company.ID(a.CompanyID)).WithContracts().Only(ctx)
		if gen.IsNotFound(err) {
			return unknown("assignments", "One of these companies does not exist.")
		}
		if err != nil {
			return err
		}
		if a.ContractID != nil && !slices.ContainsFunc(c.Edges.Contracts, func(k *gen.Contract) bool { return k.ID == *a.ContractID }) {
			return fault.Refusef(fault.ContractNotOf, fault.At("assignments"), "This contract is not one of %s.", c.Name)
		}
	}
	p.assignments = b.Assignments
	return nil
}

// consistent holds the rules between role, groups and managing (seed 001).
func (p *place) consistent(b Belonging) error {
	if IsGlobalAdmin(p.role) && len(p.groups) > 0 {
		return fault.Refuse(fault.AdminNeedsDefault, fault.At("isGlobalAdmin"), "A Global Admin stays in the Default group. Take the other groups away, or choose another role.")
	}
	for _, id := range b.ManagerOf {
		if !slices.ContainsFunc(p.groups, func(g *gen.Group) bool { return g.ID == id }) {
			return fault.Refuse(fault.ManagerNeedsGroup, fault.At("managerOfGroupIds"), "A Group Manager manages a custom group that they are in. Choose the group first.")
		}
		p.managed[id] = true
	}
	return nil
}

// save writes memberships and assignments of a new user.
func (p *place) save(ctx context.Context, tx *gen.Client, userID int64, groups []*gen.Group) error {
	if _, err := p.join(ctx, tx, userID, groups); err != nil {
		return err
	}
	_, err := assign(ctx, tx, userID, p.assignments)
	return err
}

// join adds memberships; it reports whether there were any to add.
func (p *place) join(ctx context.Context, tx *gen.Client, userID int64, groups []*gen.Group) (bool, error) {
	for _, g := range groups {
		if err := tx.Membership.Create().SetUserID(userID).SetGroupID(g.ID).SetRole(p.standing(g.ID)).Exec(handOf(ctx, g)); err != nil {
			return false, err
		}
	}
	return len(groups) > 0, nil
}

// saveGroups makes the memberships what they should be, as far as the viewer sees the groups: a hidden one stays.
// Whoever is in no custom group is in the Default group. It reports whether anything changed.
func (p *place) saveGroups(ctx context.Context, tx *gen.Client, userID int64) (changed bool, err error) {
	have, err := tx.Membership.Query().Where(membership.UserID(userID)).WithGroup().All(ctx)
	if err != nil {
		return false, err
	}
	want, err := p.wanted(ctx, tx, have)
	if err != nil {
		return false, err
	}
	var left []*gen.Membership
	for _, m := range have {
		i := slices.IndexFunc(want, func(g *gen.Group) bool { return g.ID == m.GroupID })
		switch {
		case m.Edges.Group == nil:
		case i < 0:
			left = append(left, m)
		default:
			want = slices.Delete(want, i, i+1)
			if m.Role == p.standing(m.GroupID) {
				continue
			}
			if changed, err = true, tx.Membership.UpdateOne(m).SetRole(p.standing(m.GroupID)).Exec(ctx); err != nil {
				return false, err
			}
		}
	}
	// Joining comes first: whoever manages a group reaches its users only as long as they are in it.
	joined, err := p.join(ctx, tx, userID, want)
	if err != nil {
		return false, err
	}
	for _, m := range left {
		if err := tx.Membership.DeleteOne(m).Exec(handOf(ctx, m.Edges.Group)); err != nil {
			return false, err
		}
	}
	return changed || joined || len(left) > 0, nil
}

// handOf is whose hand moves somebody into a group or out of it: the Default group follows from the others, so that is
// Portico's own.
func handOf(ctx context.Context, g *gen.Group) context.Context {
	if !g.IsDefault {
		return ctx
	}
	return viewer.Elevated(ctx, *viewer.From(ctx))
}

// wanted are the groups that the user should be in, the Default group where there is no other.
func (p *place) wanted(ctx context.Context, tx *gen.Client, have []*gen.Membership) ([]*gen.Group, error) {
	hidden := slices.ContainsFunc(have, func(m *gen.Membership) bool { return m.Edges.Group == nil })
	if len(p.groups) > 0 || hidden {
		return slices.Clone(p.groups), nil
	}
	d, err := tx.Group.Query().Where(group.IsDefault(true)).Only(ctx)
	return []*gen.Group{d}, err
}

func (p *place) standing(groupID int64) membership.Role {
	if p.managed[groupID] {
		return membership.RoleMANAGER
	}
	return membership.RoleMEMBER
}

// IsGlobalAdmin reports the Global Administrator role, which seed 001 calls Global Admin.
func IsGlobalAdmin(r *gen.Role) bool {
	return r != nil && r.BuiltIn != nil && *r.BuiltIn == GlobalAdministrator
}

func unknown(field, sentence string) error {
	return fault.Refuse(fault.Unknown, fault.At(field), sentence+" It may have been deleted meanwhile.")
}

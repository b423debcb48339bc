package account

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/hook"
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
func (f *places) resolve(ctx context.Context, b Belonging, now *gen.Role) (*place, error) {
	p := &place{managed: map[int64]bool{}}
	var faults fault.List
	for field, n := range map[string]int{"groupIds": len(b.GroupIDs), "newGroupNames": len(b.NewGroups), "assignments": len(b.Assignments)} {
		if n > maxBelongings {
			return nil, fault.Refusef(fault.Invalid, fault.At(field), "At most %d at once.", maxBelongings)
		}
	}
	if err := f.look(ctx, b); err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		func() (err error) { p.role, err = f.roleOf(ctx, b, now); return err },
		func() (err error) { p.company, err = f.companyOf(ctx, b); return err },
		func() (err error) { p.groups, err = f.groupsOf(ctx, b); return err },
		func() (err error) { p.assignments, err = f.assignmentsOf(b); return err },
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

func (f *places) roleOf(ctx context.Context, b Belonging, now *gen.Role) (found *gen.Role, err error) {
	switch {
	case b.KeepRole:
		return now, nil
	case b.IsGlobalAdmin != nil && *b.IsGlobalAdmin:
		found, err = f.builtInRole(ctx, GlobalAdministrator)
	case b.RoleID != nil:
		found, err = f.role(ctx, *b.RoleID)
	case b.IsGlobalAdmin != nil && now != nil && IsGlobalAdmin(now), now == nil:
		found, err = f.builtInRole(ctx, Member)
	default:
		return now, nil
	}
	switch {
	case err != nil:
		return nil, err
	case found == nil:
		return nil, unknown("roleId", "This role does not exist.")
	case b.IsGlobalAdmin != nil && b.RoleID != nil && found.ID != *b.RoleID:
		return nil, fault.Refuse(fault.Invalid, fault.At("roleId"), "Global Admin is the Global Administrator role. Choose that role, or not Global Admin.")
	}
	return found, nil
}

// builtInRole is a built-in role by its name; nil for none that the viewer sees.
func (f *places) builtInRole(ctx context.Context, name string) (*gen.Role, error) {
	if r, looked := f.builtIn[name]; looked {
		return r, nil
	}
	r, err := f.tx.Role.Query().Where(role.BuiltIn(name)).Only(ctx)
	if err != nil && !gen.IsNotFound(err) {
		return nil, err
	}
	f.builtIn[name] = r
	return r, nil
}

func (f *places) companyOf(ctx context.Context, b Belonging) (*gen.Company, error) {
	switch {
	case b.CompanyID != nil && f.companies[*b.CompanyID] == nil:
		return nil, unknown("companyId", "This company does not exist.")
	case b.CompanyID != nil:
		return f.companies[*b.CompanyID], nil
	case fold.Line(b.CompanyName) == "":
		return nil, nil
	}
	return f.companyNamed(ctx, b.CompanyName)
}

// groupsOf are the custom groups, in the order of their keys, and those that are named behind them.
func (f *places) groupsOf(ctx context.Context, b Belonging) (custom []*gen.Group, err error) {
	var found []*gen.Group
	for _, id := range slices.Sorted(slices.Values(b.GroupIDs)) {
		if f.groups[id] == nil {
			return nil, unknown("groupIds", "One of these groups does not exist.")
		}
		found = append(found, f.groups[id])
	}
	for _, typed := range b.NewGroups {
		g, err := GroupNamed(ctx, f.tx, typed)
		if err != nil {
			return nil, err
		}
		found = append(found, g)
	}
	for _, g := range found {
		if !g.IsDefault && !slices.ContainsFunc(custom, func(had *gen.Group) bool { return had.ID == g.ID }) {
			custom = append(custom, g)
		}
	}
	return custom, nil
}

func (f *places) assignmentsOf(b Belonging) ([]Assigned, error) {
	for i, a := range b.Assignments {
		if slices.ContainsFunc(b.Assignments[:i], func(before Assigned) bool { return before.CompanyID == a.CompanyID }) {
			return nil, fault.Refuse(fault.Invalid, fault.At("assignments"), "The same company is named twice.")
		}
		c := f.companies[a.CompanyID]
		if c == nil {
			return nil, unknown("assignments", "One of these companies does not exist.")
		}
		if a.ContractID == nil {
			continue
		}
		if k := f.contracts[*a.ContractID]; k == nil || k.CompanyID != c.ID {
			return nil, fault.Refusef(fault.ContractNotOf, fault.At("assignments"), "This contract is not one of %s.", c.Name)
		}
	}
	return b.Assignments, nil
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

// joining is a user with the groups that they join, and as what.
type joining struct {
	userID int64
	groups []*gen.Group
	as     *place
}

// join adds memberships, all at once; it reports whether there were any to add.
func join(ctx context.Context, tx *gen.Client, all ...joining) (bool, error) {
	var own, standard []*gen.MembershipCreate
	for _, j := range all {
		for _, g := range j.groups {
			create := tx.Membership.Create().SetUserID(j.userID).SetGroupID(g.ID).SetRole(j.as.standing(g.ID))
			if g.IsDefault {
				standard = append(standard, create)
			} else {
				own = append(own, create)
			}
		}
	}
	for _, some := range []struct {
		ctx  context.Context
		rows []*gen.MembershipCreate
	}{{ctx, own}, {standardHand(ctx), standard}} {
		for together := range slices.Chunk(some.rows, hook.Together) {
			if err := tx.Membership.CreateBulk(together...).Exec(some.ctx); err != nil {
				return false, err
			}
		}
	}
	return len(own)+len(standard) > 0, nil
}

// saveGroups makes the memberships what they should be, as far as the viewer sees the groups: a hidden one stays.
// Whoever is in no custom group is in the Default group. It reports whether anything changed.
func (p *place) saveGroups(ctx context.Context, tx *gen.Client, userID int64) (changed bool, err error) {
	have, err := tx.Membership.Query().Where(membership.UserID(userID)).WithGroup().All(ctx)
	if err != nil {
		return false, err
	}
	want, err := newPlaces(tx).wanted(ctx, p, have)
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
	joined, err := join(ctx, tx, joining{userID, want, p})
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

// handOf is whose hand moves somebody into a group or out of it.
func handOf(ctx context.Context, g *gen.Group) context.Context {
	if !g.IsDefault {
		return ctx
	}
	return standardHand(ctx)
}

// standardHand moves people into the Default group and out of it: that follows from their other groups, so it is Portico's own.
func standardHand(ctx context.Context) context.Context {
	return viewer.Elevated(ctx, *viewer.From(ctx))
}

// wanted are the groups that a user should be in, the Default group where there is no other.
func (f *places) wanted(ctx context.Context, p *place, have []*gen.Membership) ([]*gen.Group, error) {
	hidden := slices.ContainsFunc(have, func(m *gen.Membership) bool { return m.Edges.Group == nil })
	if len(p.groups) > 0 || hidden {
		return slices.Clone(p.groups), nil
	}
	d, err := f.defaultGroup(ctx)
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

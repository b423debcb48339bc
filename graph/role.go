package graph

import (
	"context"
	"slices"

	"github.com/portico-hub/portico/ent/gen/ent"
	entrole "github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/role"
)

// roles lists all roles. Each has them ahead, to find among them those that it may grant.
func (r *Resolver) roles(ctx context.Context) ([]*ent.Role, error) {
	all, err := r.Roles.List(ctx)
	for _, one := range all {
		one.Ahead = all
	}
	return all, err
}

func (r *Resolver) grantsOf(ctx context.Context, of *ent.Role) ([]*ent.Role, error) {
	all, ahead := of.Ahead.([]*ent.Role)
	if !ahead {
		return r.rolesOf(ctx, of.Grants)
	}
	return slices.DeleteFunc(slices.Clone(all), func(one *ent.Role) bool { return !slices.Contains(of.Grants, one.ID) }), nil
}

func (r *Resolver) rolesOf(ctx context.Context, ids []int64) ([]*ent.Role, error) {
	if len(ids) == 0 {
		return []*ent.Role{}, nil
	}
	return r.Store.Ent(ctx).Role.Query().Where(entrole.IDIn(ids...)).Order(entrole.ByID()).All(ctx)
}

// known are the permissions that this version of Portico has.
func known(names []string) []viewer.Permission {
	permissions := make([]viewer.Permission, 0, len(names))
	for _, name := range names {
		if p := viewer.Permission(name); slices.Contains(viewer.Permissions, p) {
			permissions = append(permissions, p)
		}
	}
	return permissions
}

// holders counts who holds a role as the list of users would; nobody for whoever may not filter it by role.
func (r *Resolver) holders(ctx context.Context, of *ent.Role) (int, error) {
	total, err := r.Accounts.Total(ctx, account.Filter{RoleIDs: []int64{of.ID}})
	if total == nil || err != nil {
		return 0, err
	}
	n, _, err := total.About(ctx)
	return n, err
}

func createRole(input gen.CreateRoleInput) (role.Input, error) {
	grants, err := keysOf(ent.TypeRole, input.GrantIds, "grantIds")
	return role.Input{Name: &input.Name, Reach: &input.Reach, Permissions: input.Permissions, Grants: grants, RequiresFactor: input.RequiresFactor}, err
}

func updateRole(input gen.UpdateRoleInput) (role.Input, error) {
	grants, err := keysOf(ent.TypeRole, input.GrantIds, "grantIds")
	return role.Input{Name: input.Name, Reach: input.Reach, Permissions: input.Permissions, Grants: grants, RequiresFactor: input.RequiresFactor}, err
}

// accessPaths are empty for what the viewer does not see, like for what they do not reach.
func (r *Resolver) accessPaths(ctx context.Context, userID string, viewerID *string) ([]*role.Path, error) {
	if viewer.From(ctx) == nil {
		return nil, fault.SignInFirst()
	}
	id, err := key(ent.TypeUser, userID, "user")
	if err != nil {
		return []*role.Path{}, nil
	}
	if viewerID == nil {
		return r.Roles.Paths(ctx, id, nil)
	}
	asked, err := key(ent.TypeUser, *viewerID, "user")
	if err != nil {
		return []*role.Path{}, nil
	}
	return r.Roles.Paths(ctx, id, &asked)
}

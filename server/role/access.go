package role

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Path is one way on which somebody sees a user: what it permits, and through which role, group or company. What the
// asking one may not see is not named. None of the three is a group that stays unnamed, or that they are that user.
type Path struct {
	Permission viewer.Permission
	Role       *gen.Role
	Group      *gen.Group
	Company    *gen.Company
}

// Paths say why somebody may see a user: the asking one, or another user whom they see and whose role they may know. They
// are empty for whoever may not, be it since they cannot sign in, and for those whom the asking one does not see.
func (s *Service) Paths(ctx context.Context, userID int64, viewerID *int64) ([]*Path, error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	client := s.Store.Ent(ctx)
	u, err := client.User.Get(ctx, userID)
	if gen.IsNotFound(err) {
		return []*Path{}, nil
	}
	if err != nil {
		return nil, err
	}
	if viewerID != nil && (v.Kind != viewer.User || v.ID != *viewerID) {
		if v, err = s.another(ctx, *viewerID); err != nil || v == nil {
			return []*Path{}, err
		}
	}
	ways, err := rule.WaysTo(ctx, client, v, u)
	if err != nil {
		return nil, err
	}
	return named(ctx, client, v, ways)
}

// another is who somebody else would be for the rules; nil for one who cannot sign in.
func (s *Service) another(ctx context.Context, id int64) (*viewer.Viewer, error) {
	if err := rule.Require(ctx, viewer.UsersRead); err != nil {
		return nil, err
	}
	seen, err := s.Store.Ent(ctx).User.Query().Where(user.ID(id)).Exist(ctx)
	if err != nil || !seen {
		return nil, err
	}
	return s.Authn.Acting(ctx, id)
}

// named puts the rows behind ways, as far as the asking one sees them.
func named(ctx context.Context, client *gen.Client, v *viewer.Viewer, ways []rule.Way) ([]*Path, error) {
	var companyIDs, groupIDs []int64
	for _, way := range ways {
		companyIDs, groupIDs = append(companyIDs, way.CompanyID), append(groupIDs, way.GroupID)
	}
	companies, err := client.Company.Query().Where(company.IDIn(distinct(companyIDs)...)).All(ctx)
	if err != nil {
		return nil, err
	}
	groups, err := client.Group.Query().Where(group.IDIn(distinct(groupIDs)...)).All(ctx)
	if err != nil {
		return nil, err
	}
	held, err := client.Role.Get(ctx, v.RoleID)
	if err != nil && !gen.IsNotFound(err) {
		return nil, err
	}
	paths := make([]*Path, len(ways))
	for i, way := range ways {
		paths[i] = &Path{Permission: way.Permission}
		if way.ByRole {
			paths[i].Role = held
		}
		for _, c := range companies {
			if c.ID == way.CompanyID {
				paths[i].Company = c
			}
		}
		for _, g := range groups {
			if g.ID == way.GroupID {
				paths[i].Group = g
			}
		}
	}
	return paths, nil
}

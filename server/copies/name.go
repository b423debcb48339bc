package copies

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
)

// Copies are no news: they stand in no journal and raise no version. The users are held, and so is the row that is copied
// from: nobody puts a user elsewhere, or edits what is derived together with the copy, between reading and writing.

func copyCompany(ctx context.Context, tx *gen.Client, id int64, users []int64) error {
	ctx = viewer.ShowDeleted(viewer.AsSystem(ctx, "copies"))
	c, err := tx.Company.Query().Where(company.ID(id), lock.Share).Only(ctx)
	if err != nil {
		return err
	}
	name := hook.Called(c.Name, c.DeletedAt)
	behind, err := tx.User.Query().Where(user.IDIn(users...), user.CompanyID(id), user.CompanyNameNEQ(name)).Order(user.ByID()).IDs(ctx)
	if err != nil {
		return err
	}
	for _, one := range behind {
		if err := tx.User.UpdateOneID(one).SetCompanyName(name).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func copyRole(ctx context.Context, tx *gen.Client, id int64, users []int64) error {
	ctx = viewer.ShowDeleted(viewer.AsSystem(ctx, "copies"))
	r, err := tx.Role.Query().Where(role.ID(id), lock.Share).Only(ctx)
	if err != nil {
		return err
	}
	name := hook.Called(r.Name, r.DeletedAt)
	behind, err := tx.User.Query().Where(user.IDIn(users...), user.RoleID(id), user.RoleNameNEQ(name)).Order(user.ByID()).IDs(ctx)
	if err != nil {
		return err
	}
	for _, one := range behind {
		if err := tx.User.UpdateOneID(one).SetRoleName(name).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// copyGroups gives users the name of the group that they joined first, of those that there are. Deleted users get theirs
// when they are restored.
func copyGroups(ctx context.Context, tx *gen.Client, ids []int64) error {
	ctx = viewer.AsSystem(ctx, "copies")
	users, err := tx.User.Query().Where(user.IDIn(ids...), user.DeletedAtIsNil()).Order(user.ByID()).All(ctx)
	if err != nil {
		return err
	}
	joined, err := tx.Membership.Query().Where(membership.UserIDIn(ids...), membership.HasGroupWith(group.DeletedAtIsNil())).
		WithGroup().Order(membership.ByID(sql.OrderDesc())).All(ctx)
	if err != nil {
		return err
	}
	first := make(map[int64]string, len(users))
	for _, m := range joined {
		first[m.UserID] = m.Edges.Group.Name
	}
	for _, u := range users {
		if first[u.ID] == u.GroupName {
			continue
		}
		if err := tx.User.UpdateOneID(u.ID).SetGroupName(first[u.ID]).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

package account

import (
	"context"
	"maps"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/viewer"
)

// The stable names of the built-in roles.
const (
	GlobalAdministrator   = viewer.GlobalAdministrator
	SecurityAdministrator = "security_administrator"
	PortalAdministrator   = viewer.PortalAdministrator
	SuperUser             = "super_user"
	CompanyAdministrator  = "company_administrator"
	Member                = viewer.Member
)

// builtIn describes one built-in role (seed 002).
type builtIn struct {
	key, name   string
	reach       viewer.Reach
	permissions []viewer.Permission
	grants      []string
}

// everyday are the rights of those who look after users without deciding who administers Portico itself.
var everyday = []viewer.Permission{
	viewer.UsersRead, viewer.UsersWrite, viewer.UsersDelete, viewer.AccountsManage, viewer.NotesRead, viewer.CompaniesRead,
	viewer.ActivitiesRead, viewer.ActivitiesWrite, viewer.RemindersWrite, viewer.ConsentWrite, viewer.Import, viewer.Export,
	viewer.MessagesRead, viewer.ChangesRead,
}

var builtIns = []builtIn{
	{GlobalAdministrator, "Global Administrator", viewer.Everything, viewer.Permissions,
		[]string{GlobalAdministrator, SecurityAdministrator, PortalAdministrator, SuperUser, CompanyAdministrator, Member}},
	{SecurityAdministrator, "Security Administrator", viewer.Everything,
		[]viewer.Permission{viewer.UsersRead, viewer.UsersWrite, viewer.AccountsManage, viewer.CompaniesRead, viewer.MessagesRead, viewer.ChangesRead},
		[]string{PortalAdministrator, SuperUser}},
	{PortalAdministrator, "Portal Administrator", viewer.Everything,
		append(slices.Clone(everyday), viewer.GroupsWrite, viewer.CompaniesWrite, viewer.JobsWrite),
		[]string{PortalAdministrator, SuperUser, CompanyAdministrator, Member}},
	{SuperUser, "Super User", viewer.Everything,
		[]viewer.Permission{viewer.UsersRead, viewer.NotesRead, viewer.CompaniesRead, viewer.ActivitiesRead, viewer.MessagesRead, viewer.ChangesRead},
		nil},
	{CompanyAdministrator, "Company Administrator", viewer.AssignedCompanies, everyday,
		[]string{CompanyAdministrator, Member}},
	{Member, "Member", viewer.ManagedGroups, []viewer.Permission{}, nil},
}

// EnsureBuiltIns makes the built-in roles and the Default group where they are missing, and brings the built-in roles
// to what this version of Portico means by them. It runs under the migration lock.
func (s *Service) EnsureBuiltIns(ctx context.Context) error {
	return s.Store.InTx(viewer.AsSystem(ctx, "set-up"), func(ctx context.Context, tx *gen.Client) error {
		ids := map[string]int64{}
		for _, b := range builtIns {
			r, err := ensureRole(ctx, tx, b)
			if err != nil {
				return err
			}
			ids[b.key] = r.ID
		}
		for _, b := range builtIns {
			if err := ensureGrants(ctx, tx, b, ids); err != nil {
				return err
			}
		}
		has, err := tx.Group.Query().Where(group.IsDefault(true)).Exist(ctx)
		if err != nil || has {
			return err
		}
		return tx.Group.Create().SetName("Default").SetIsDefault(true).
			SetDescription("Everybody who is in no other group.").Exec(ctx)
	})
}

func ensureRole(ctx context.Context, tx *gen.Client, b builtIn) (*gen.Role, error) {
	permissions := make([]string, len(b.permissions))
	for i, p := range b.permissions {
		permissions[i] = string(p)
	}
	r, err := tx.Role.Query().Where(role.BuiltIn(b.key)).Only(ctx)
	if gen.IsNotFound(err) {
		return tx.Role.Create().SetName(b.name).SetBuiltIn(b.key).SetReach(role.Reach(b.reach)).SetPermissions(permissions).Save(ctx)
	}
	if err != nil {
		return nil, err
	}
	return r, tx.Role.UpdateOne(r).SetReach(role.Reach(b.reach)).SetPermissions(permissions).Exec(ctx)
}

// ensureGrants gives a built-in role its list. Custom roles on it stay: ent/hook keeps them.
func ensureGrants(ctx context.Context, tx *gen.Client, b builtIn, ids map[string]int64) error {
	r, err := tx.Role.Get(ctx, ids[b.key])
	if err != nil {
		return err
	}
	builtIn := slices.Collect(maps.Values(ids))
	grants := slices.DeleteFunc(slices.Clone(r.Grants), func(id int64) bool { return slices.Contains(builtIn, id) })
	for _, key := range b.grants {
		grants = append(grants, ids[key])
	}
	slices.Sort(grants)
	if slices.Equal(grants, r.Grants) {
		return nil
	}
	return tx.Role.UpdateOne(r).SetGrants(grants).Exec(ctx)
}

package rule

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqljson"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
)

// Way is one way on which a viewer reaches users with a permission: all of them, those of one company, those of one
// group that they manage, or, if it says none of these, themselves.
type Way struct {
	Permission         viewer.Permission
	Everybody          bool
	CompanyID, GroupID int64
	// ByRole says that the role gives the permission; managing the group, or being oneself, gives it otherwise.
	ByRole bool
}

// managing are the permissions that managing a group gives for its users, whatever the manager's role, as far as those
// hold no administrative role (decision 7). Of USERS_WRITE it gives the details alone.
var managing = []viewer.Permission{viewer.UsersRead, viewer.UsersWrite}

// OnlyGroup is the one group whose users are all that a viewer reads; 0 where it is another reach.
func OnlyGroup(v *viewer.Viewer) int64 {
	var only int64
	for _, way := range ways(v, viewer.UsersRead) {
		switch {
		case way.GroupID != 0 && only == 0:
			only = way.GroupID
		case way.GroupID != 0, way.Everybody, way.CompanyID != 0:
			return 0
		}
	}
	return only
}

// administrative finds the roles that give any permission at all.
func administrative(s *sql.Selector) { s.Where(sqljson.LenNEQ(role.FieldPermissions, 0)) }

// ManagingAddsNothing reports a viewer to whom managing a group gives nothing that they do not have.
func ManagingAddsNothing(v *viewer.Viewer) bool {
	return v.Reach == viewer.Everything && v.Can(viewer.UsersWrite) && v.Can(viewer.AccountsManage)
}

// ways are all of a viewer's for one permission. Own and assigned companies count together, and a user counts by their
// own company. The users of managed groups are in reach of their manager beside that.
func ways(v *viewer.Viewer, p viewer.Permission) (all []Way) {
	byRole := v.Can(p)
	if byRole && v.ReachesAll() {
		return []Way{{Permission: p, Everybody: true, ByRole: true}}
	}
	if byRole && v.Reach == viewer.AssignedCompanies {
		for _, id := range slices.Compact(slices.Sorted(slices.Values(v.CompanyIDs))) {
			all = append(all, Way{Permission: p, CompanyID: id, ByRole: true})
		}
	}
	if p == viewer.UsersRead && v.Kind == viewer.User {
		all = append(all, Way{Permission: p})
	}
	for _, id := range v.GroupIDs {
		switch {
		case byRole && v.Reach == viewer.ManagedGroups:
			all = append(all, Way{Permission: p, GroupID: id, ByRole: true})
		case v.Kind == viewer.User && slices.Contains(managing, p):
			all = append(all, Way{Permission: p, GroupID: id})
		}
	}
	return all
}

// waysByRole leaves out what managing a group and being oneself give.
func waysByRole(v *viewer.Viewer, p viewer.Permission) []Way {
	return slices.DeleteFunc(ways(v, p), func(way Way) bool { return !way.ByRole })
}

// leadsToNew reports that one of these ways leads to a user whom this transaction made, by their company.
func leadsToNew(ctx context.Context, all []Way, userID int64) bool {
	u, made := lock.Recall[*gen.User](ctx, lock.Row{Type: gen.TypeUser, ID: userID})
	return made && u.CompanyID != nil && slices.ContainsFunc(all, func(way Way) bool { return way.CompanyID == *u.CompanyID })
}

// personal are the permissions that are about single users, in the order of the contract.
var personal = []viewer.Permission{
	viewer.UsersRead, viewer.UsersWrite, viewer.UsersDelete, viewer.AccountsManage, viewer.NotesRead, viewer.ActivitiesRead,
	viewer.ActivitiesWrite, viewer.RemindersWrite, viewer.ConsentWrite, viewer.Import, viewer.Export, viewer.MessagesRead, viewer.ChangesRead,
}

// WaysTo are all ways on which v reaches a user, with every permission that is about users; none if v may not see the
// user. Nobody reads notes about themselves.
func WaysTo(ctx context.Context, client *gen.Client, v *viewer.Viewer, u *gen.User) (all []Way, err error) {
	groups, err := client.Membership.Query().Where(membership.UserID(u.ID)).Select(membership.FieldGroupID).Ints(viewer.AsSystem(ctx, "comparing reach"))
	if err != nil {
		return nil, err
	}
	isPlain, err := plain(ctx, client, u)
	if err != nil {
		return nil, err
	}
	leads := func(way Way) bool {
		switch {
		case way.Everybody:
			return true
		case way.CompanyID != 0:
			return u.CompanyID != nil && *u.CompanyID == way.CompanyID
		case way.GroupID != 0:
			return (way.ByRole || isPlain) && slices.Contains(groups, int(way.GroupID))
		default:
			return v.Kind == viewer.User && v.ID == u.ID
		}
	}
	for _, p := range personal {
		if p == viewer.NotesRead && v.Kind == viewer.User && v.ID == u.ID {
			continue
		}
		for _, way := range ways(v, p) {
			if leads(way) {
				all = append(all, way)
			}
		}
		if p == viewer.UsersRead && len(all) == 0 {
			return nil, nil
		}
	}
	return all, nil
}

// plain reports a user without an administrative role.
func plain(ctx context.Context, client *gen.Client, u *gen.User) (bool, error) {
	if u.RoleID == nil {
		return true, nil
	}
	is, err := client.Role.Query().Where(role.ID(*u.RoleID), administrative).Exist(viewer.AsSystem(ctx, "comparing roles"))
	return !is, err
}

// ManagesMember reports that v manages a group that the user is in, and that the user holds no administrative role:
// then v edits their details and sends them links.
func ManagesMember(ctx context.Context, client *gen.Client, u *gen.User) (bool, error) {
	v := viewer.From(ctx)
	if len(v.Manages()) == 0 {
		return false, nil
	}
	in, err := client.Membership.Query().Where(membership.UserID(u.ID), membership.GroupIDIn(v.Manages()...)).
		Exist(viewer.AsSystem(ctx, "comparing reach"))
	if err != nil || !in {
		return false, err
	}
	return plain(ctx, client, u)
}

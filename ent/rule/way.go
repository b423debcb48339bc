package rule

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
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

// managing are the permissions that managing a group gives for its users, whatever the manager's role (decision 7).
var managing = []viewer.Permission{viewer.UsersRead}

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
	byManaging := v.Kind == viewer.User && slices.Contains(managing, p)
	if byRole || byManaging {
		for _, id := range v.GroupIDs {
			all = append(all, Way{Permission: p, GroupID: id, ByRole: !byManaging})
		}
	}
	return all
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
	leads := func(way Way) bool {
		switch {
		case way.Everybody:
			return true
		case way.CompanyID != 0:
			return u.CompanyID != nil && *u.CompanyID == way.CompanyID
		case way.GroupID != 0:
			return slices.Contains(groups, int(way.GroupID))
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

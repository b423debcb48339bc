package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const accessPaths = `query($u:ID!,$v:ID){accessPaths(userId:$u,viewerId:$v){permission role{name} group{name} company{name}}}`

// told is what paths say, one word a path: the permission and the names, in order.
func toldPaths(a *hubtest.Answer) string {
	var all []string
	list, _ := a.At("accessPaths").([]any)
	for _, one := range list {
		path := one.(map[string]any)
		text := path["permission"].(string)
		for _, through := range []string{"role", "group", "company"} {
			if named, ok := path[through].(map[string]any); ok {
				text += fmt.Sprintf("/%s:%s", through, named["name"])
			}
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// Why somebody sees somebody is what the rule of reach says: for every kind of viewer and every kind of user, there is a
// path if and only if they can read them.
func TestAccessPathsAgreeWithReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home, away, staff, board := newCompany(hub, "Home"), newCompany(hub, "Away"), newGroup(hub, "Staff"), newGroup(hub, "Board")
		_, blind := newRole(hub, "Blind", vars{"permissions": []string{"NOTES_READ", "EXPORT"}})
		_, guide := newRole(hub, "Guide", vars{"permissions": []string{"USERS_READ", "NOTES_READ"}, "reach": "MANAGED_GROUPS"})
		managing := func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &home.ID, []int64{staff.ID}, []int64{staff.ID}
		}
		clients := map[string]*hubtest.Client{"admin": hub.Admin()}
		users := map[string]*ent.User{}
		for _, builtIn := range actors[1:] {
			name := builtIn
			if builtIn == "away" {
				builtIn = "company_administrator"
			}
			users[name], clients[name] = hub.Person(builtIn, name+"@example.org", func(in *account.CreateInput) {
				if in.CompanyID = &home.ID; name == "away" {
					in.CompanyID, in.Assignments = &away.ID, []account.Assigned{{CompanyID: away.ID}}
				}
			})
		}
		users["manager"], clients["manager"] = hub.Person("member", "manager@example.org", managing)
		users["guide"], clients["guide"] = holder(hub, guide, "guide@example.org", managing)
		users["blind"], clients["blind"] = holder(hub, blind, "blind@example.org", nil)
		users["assigned"], clients["assigned"] = hub.Person("company_administrator", "assigned@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.Assignments = &away.ID, []account.Assigned{{CompanyID: home.ID}}
		})
		for name, in := range map[string]account.Belonging{"in staff": {GroupIDs: []int64{staff.ID}}, "in board": {GroupIDs: []int64{board.ID}},
			"at home": {CompanyID: &home.ID}, "both": {CompanyID: &away.ID, GroupIDs: []int64{board.ID, staff.ID}}, "nowhere": {}} {
			users[name] = hub.User(strings.ReplaceAll(name, " ", "-")+"@example.org", func(input *account.CreateInput) { input.Belonging = in })
		}
		for actor, c := range clients {
			for name, target := range users {
				id := userID(target)
				seen := c.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node") != nil
				own := toldPaths(c.Must(accessPaths, vars{"u": id}))
				equal(t, "that "+actor+" has a path to "+name, own != "", seen)
				equal(t, "that the first path of "+actor+" to "+name+" is reading", own == "" || strings.HasPrefix(own, "USERS_READ"), true)
				if actor != "admin" {
					asked := toldPaths(hub.Admin().Must(accessPaths, vars{"u": id, "v": userID(users[actor])}))
					equal(t, "that the administrator is told of a path of "+actor+" to "+name, asked != "", seen)
				}
			}
		}
		paths := func(viewer, of string) string {
			return toldPaths(hub.Admin().Must(accessPaths, vars{"u": userID(users[of]), "v": userID(users[viewer])}))
		}
		equal(t, "how a Super User sees", paths("super_user", "nowhere"), "USERS_READ/role:Super User NOTES_READ/role:Super User "+
			"ACTIVITIES_READ/role:Super User MESSAGES_READ/role:Super User CHANGES_READ/role:Super User")
		equal(t, "how a manager sees", paths("manager", "in staff"), "USERS_READ/group:Staff USERS_WRITE/group:Staff")
		equal(t, "how a manager with a role sees", paths("guide", "both"), "USERS_READ/role:Guide/group:Staff USERS_WRITE/group:Staff NOTES_READ/role:Guide/group:Staff")
		equal(t, "how a Member sees themselves", paths("member", "member"), "USERS_READ")
		boss := strings.Fields(strings.ReplaceAll(paths("assigned", "at home"), "Company Administrator", "CA"))
		equal(t, "how an assigned administrator sees", slices.Contains(boss, "USERS_WRITE/role:CA/company:Home"), true)
		equal(t, "one for each permission", len(boss), 13)
	})
}

// What the asking one may not see is not named, and of whom they may not see nothing is said.
func TestAccessPathsTellNoMore(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home, away, secret := newCompany(hub, "Home"), newCompany(hub, "Away"), newGroup(hub, "Secret")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(home))
		manager, asManager := hub.Person("member", "manager@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &home.ID, []int64{secret.ID}, []int64{secret.ID}
		})
		near := hub.User("near@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &home.ID, []int64{secret.ID} })
		far := hub.User("far@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &away.ID, []int64{secret.ID} })
		root, _ := hub.Person("global_administrator", "root@example.org", within(away))
		equal(t, "through a hidden group", toldPaths(boss.Must(accessPaths, vars{"u": userID(near), "v": userID(manager)})), "USERS_READ USERS_WRITE")
		equal(t, "through one's own group", toldPaths(asManager.Must(accessPaths, vars{"u": userID(far)})), "USERS_READ/group:Secret USERS_WRITE/group:Secret")
		for what, in := range map[string]vars{"a user out of sight": {"u": userID(far), "v": userID(manager)}, "a viewer out of sight": {"u": userID(near), "v": userID(root)},
			"rubbish": {"u": "rubbish"}, "a rubbish viewer": {"u": userID(near), "v": "rubbish"}, "an inviting one": {"u": userID(near), "v": userID(near)}} {
			equal(t, "the paths of "+what, strings.TrimSpace(string(boss.Must(accessPaths, in).Body)), `{"data":{"accessPaths":[]}}`)
		}
		asManager.Ask(accessPaths, vars{"u": userID(near), "v": userID(near)}).Refused("FORBIDDEN")
		hub.Stranger().Ask(accessPaths, vars{"u": userID(near)}).Refused("UNAUTHENTICATED")
		hub.Stranger().Ask(accessPaths, vars{"u": "rubbish"}).Refused("UNAUTHENTICATED")
		equal(t, "who sees by oneself", toldPaths(asManager.Must(accessPaths, vars{"u": userID(near), "v": userID(manager)})), "USERS_READ/group:Secret USERS_WRITE/group:Secret")
		hub.Admin().Must(deactivateUser, about(userID(manager)))
		equal(t, "how somebody inactive sees", toldPaths(hub.Admin().Must(accessPaths, vars{"u": userID(far), "v": userID(manager)})), "")
	})
}

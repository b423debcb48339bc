package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// A built-in role stays what it is, except for its second factor; nobody deletes it.
func TestBuiltInRoles(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, id := hub.Admin(), roleID(hub, "super_user")
		version := 0
		for _, one := range admin.Must(allRoles, nil).At("roles").([]any) {
			if r := one.(map[string]any); r["id"] == id {
				version = int(r["version"].(float64))
			}
		}
		for _, in := range []vars{{"name": "Reader"}, {"permissions": []string{"USERS_READ"}}, {"reach": "MANAGED_GROUPS"}, {"grantIds": []string{roleID(hub, "member")}}} {
			a := admin.Ask(updateRole, changed(id, version, in))
			a.Said("updateRole", "FORBIDDEN")
			equal(t, "the words", strings.Contains(a.Text("updateRole.userErrors.0.message"), "is built in"), true)
		}
		a := admin.Must(updateRole, changed(id, version, vars{"name": "Super User", "requiresFactor": true}))
		equal(t, "a second factor", a.At("updateRole.role.requiresFactor"), any(true))
		for _, builtIn := range []string{"super_user", "global_administrator", "member"} {
			admin.Ask(deleteRole, vars{"in": vars{"id": roleID(hub, builtIn)}}).Said("deleteRole", "FORBIDDEN")
		}
	})
}

// Nobody makes or changes a role beyond themselves: neither by what it gets, nor one that is beyond them already.
func TestRolesWithinOwn(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		low, _ := newRole(hub, "Low", nil)
		high, _ := newRole(hub, "High", vars{"permissions": []string{"SETTINGS_WRITE"}})
		grants, _ := newRole(hub, "Granting", vars{"grantIds": []string{high}})
		_, keeping := newRole(hub, "Keeper", vars{"permissions": []string{"USERS_READ", "USERS_WRITE", "EXPORT", "ROLES_WRITE"}, "grantIds": []string{low}})
		_, near := newRole(hub, "Near", vars{"permissions": []string{"USERS_READ", "ROLES_WRITE"}, "reach": "ASSIGNED_COMPANIES"})
		_, keeper := holder(hub, keeping, "keeper@example.org", nil)
		_, nearby := holder(hub, near, "near@example.org", nil)
		rows := hub.Rows()
		for what, in := range map[string]vars{"permissions": {"permissions": []string{"USERS_READ", "IMPORT"}}, "grantIds": {"grantIds": []string{low, high}}} {
			a := keeper.Ask(createRole, auditor("Fresh", in))
			a.Said("createRole", "FORBIDDEN")
			equal(t, "the field", field(a, "createRole"), what)
			a = keeper.Ask(updateRole, changed(low, 1, in))
			a.Said("updateRole", "FORBIDDEN")
			equal(t, "the field", field(a, "updateRole"), what)
		}
		for _, id := range []string{high, grants} {
			keeper.Ask(updateRole, changed(id, 1, vars{"name": "Mine"})).Said("updateRole", "FORBIDDEN")
			keeper.Ask(updateRole, changed(id, 1, vars{"permissions": []string{}, "grantIds": []string{}})).Said("updateRole", "FORBIDDEN")
			keeper.Ask(deleteRole, vars{"in": vars{"id": id}}).Said("deleteRole", "FORBIDDEN")
		}
		keeper.Ask(updateRole, changed(roleID(hub, "global_administrator"), 1, vars{"requiresFactor": true})).Said("updateRole", "CONFLICT")
		nearby.Ask(createRole, auditor("Fresh", nil)).Refused("FORBIDDEN")
		nearby.Ask(updateRole, changed(low, 1, vars{"name": "Mine"})).Refused("FORBIDDEN")
		nearby.Ask(deleteRole, vars{"in": vars{"id": low}}).Refused("FORBIDDEN")
		equal(t, "the rows", fmt.Sprint(hub.Rows()), fmt.Sprint(rows))

		made := keeper.Must(createRole, auditor("Fresh", vars{"grantIds": []string{low}, "reach": "MANAGED_GROUPS"}))
		keeper.Must(updateRole, changed(low, 1, vars{"permissions": []string{"USERS_WRITE"}}))
		fresh := made.Text("createRole.role.id")
		keeper.Ask(createUser, ana("ana@example.org", vars{"roleId": fresh})).Said("createUser", "ROLE_NOT_GRANTABLE")
		hub.Admin().Must(createUser, ana("ana@example.org", vars{"roleId": fresh}))
	})
}

// Who may not read roles is told of none, and not how many hold which; a custom role manages no further than its list.
func TestRolesInReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home, staff := newCompany(hub, "Home"), newGroup(hub, "Staff")
		_, key := newRole(hub, "Helper", vars{"permissions": []string{"USERS_READ", "USERS_WRITE", "USERS_DELETE", "ACCOUNTS_MANAGE"}})
		_, grantor := newRole(hub, "Grantor", vars{"permissions": []string{"USERS_READ"}, "grantIds": []string{roleID(hub, "global_administrator")}})
		_, helper := holder(hub, key, "helper@example.org", nil)
		_, manager := hub.Person("member", "manager@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf = []int64{staff.ID}, []int64{staff.ID}
		})
		_, boss := hub.Person("company_administrator", "boss@example.org", within(home))
		member := hub.User("ana@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &home.ID, []int64{staff.ID} })
		above := hub.User("above@example.org", func(in *account.CreateInput) { in.RoleID = &grantor })
		hub.Stranger().Ask(allRoles, nil).Refused("UNAUTHENTICATED")
		equal(t, "the roles that a manager is shown", len(manager.Must(allRoles, nil).At("roles").([]any)), 0)
		own := manager.Must(`{viewer{user{role{name userCount}}}}`, nil)
		equal(t, "the manager's own", own.Text("viewer.user.role.name"), "Member")
		equal(t, "how many hold it", own.Int("viewer.user.role.userCount"), 0)
		counts := map[string]int{}
		for _, one := range boss.Must(allRoles, nil).At("roles").([]any) {
			r := one.(map[string]any)
			counts[r["name"].(string)] = int(r["userCount"].(float64))
		}
		equal(t, "the Members of a company", counts["Member"], 1)
		equal(t, "the helpers elsewhere", counts["Helper"], 0)

		helper.Ask(updateUser, to(hub, member, vars{"roleId": roleID(hub, "super_user")})).Said("updateUser", "ROLE_NOT_GRANTABLE")
		helper.Ask(createAccount, vars{"in": vars{"userId": userID(member), "account": vars{}}}).Said("createAccount", "ROLE_NOT_GRANTABLE")
		helper.Ask(createUser, ana("new@example.org", nil)).Said("createUser", "ROLE_NOT_GRANTABLE")
		helper.Ask(deleteUser, about(userID(above))).Refused("FORBIDDEN")
		helper.Must(deleteUser, about(userID(member)))
	})
}

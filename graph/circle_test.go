package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// Whoever changes users and what they belong to at once, or what was mailed to them, holds the users first: nobody waits for the other
// in a circle, which PostgreSQL ends only after a second.
func TestNobodyWaitsInACircle(t *testing.T) {
	const rounds, some = 40, 12
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		version := func(id string) int {
			return admin.Must(`query($id:ID!){node(id:$id){...on Role{version} ...on Company{version} ...on Group{version}}}`, vars{"id": id}).Int("node.version")
		}
		role, key := newRole(hub, "Auditor", nil)
		company, staff := newCompany(hub, "Home"), newGroup(hub, "Staff")
		all, ids := users(hub, some, func(_ int, in *account.CreateInput) {
			in.RoleID, in.CompanyID, in.GroupIDs = &key, &company.ID, []int64{staff.ID}
			in.Account = &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		})
		// last holds the highest key: whoever takes users by key comes to them at the end.
		last, id := all[some-1], ids[some-1]
		rename := func(mutation, id string) func(int) (string, vars) {
			return func(round int) (string, vars) {
				return mutation, of(id, vars{"version": version(id), "name": fmt.Sprintf("Called %d", round)})
			}
		}
		stays := func(change vars) func(int) (string, vars) {
			return func(round int) (string, vars) {
				change["title"] = fmt.Sprintf("Title %d", round)
				return updateUser, to(hub, last, change)
			}
		}
		for name, both := range map[string][2]func(round int) (string, vars){
			"a role is renamed while somebody is given another": {rename(updateRole, role), func(round int) (string, vars) {
				if round%2 == 1 {
					return updateUser, to(hub, last, vars{"isGlobalAdmin": true, "groupIds": []string{}})
				}
				return updateUser, to(hub, last, vars{"roleId": role})
			}},
			"a company is renamed while somebody stays in it": {rename(updateCompany, companyID(company)), stays(vars{"companyId": companyID(company)})},
			"a group is renamed while somebody stays in it":   {rename(updateGroup, groupID(staff)), stays(vars{"groupIds": []string{groupID(staff)}})},
			"a group is renamed while others come and go": {rename(updateGroup, groupID(staff)), func(round int) (string, vars) {
				return map[bool]string{true: addMembers, false: removeMembers}[round%2 == 0], vars{"in": vars{"groupId": groupID(staff), "userIds": ids[1 : some-1]}}
			}},
			"an invitation is sent again and taken back": {func(int) (string, vars) {
				newest := admin.Must(`query($id:ID!){messages(first:1,filter:{userId:$id}){edges{node{id}}}}`, vars{"id": id}).Text("messages.edges.0.node.id")
				return resendMessage, vars{"in": vars{"id": newest}, "over": insisting}
			}, func(int) (string, vars) { return revokeInvitation, about(id) }},
		} {
			t.Run(name, func(t *testing.T) {
				before := strings.Count(hub.Log.String(), "done again")
				for round := range rounds {
					var turns sync.WaitGroup
					for _, one := range both {
						mutation, in := one(round)
						turns.Go(func() {
							if a := admin.Ask(mutation, in); a.Code() != "" {
								t.Errorf("answered %s", a.Body)
							}
						})
					}
					turns.Wait()
				}
				equal(t, "how many transactions were broken off", strings.Count(hub.Log.String(), "done again")-before, 0)
			})
		}
	})
}

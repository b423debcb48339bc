package graph_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// Whoever looks after a company and manages a group deletes in the one, and not in the other.
func TestManagingBesideACompany(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home, staff := newCompany(hub, "Home"), newGroup(hub, "Staff")
		_, boss := hub.Person(account.CompanyAdministrator, "boss@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &home.ID, []int64{staff.ID}, []int64{staff.ID}
		})
		near := hub.User("near@example.org", within(home))
		a := boss.Ask(texts["deleteUser"], vars{"in": vars{"userId": userID(near)}})
		far := hub.User("far@example.org", among([]*ent.Group{staff}))
		b := boss.Ask(texts["deleteUser"], vars{"in": vars{"userId": userID(far)}})
		c := boss.Ask(updateUser, to(hub, far, vars{"companyId": companyID(home)}))
		equal(t, "deleting somebody of the group alone", outcome(b, "deleteUser"), deny)
		equal(t, "taking somebody of the group alone into the company", outcome(c, "updateUser"), deny)
		if got := outcome(a, "deleteUser"); got != ok {
			t.Errorf("a company administrator who also manages a group cannot delete: %s", got)
		}
	})
}

// A warning tells nothing of a company out of sight.
func TestWarningsNameNothingHidden(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff, secret := newGroup(hub, "Staff"), newCompany(hub, "Secret Merger Ltd")
		_, manager := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff}, staff))
		hub.User("in@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &secret.ID, []int64{staff.ID} })
		second := hub.User("two@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.FirstName = &secret.ID, []int64{staff.ID}, "Zoe"
		})
		a := manager.Must(wouldWarn, vars{"d": vars{"companyId": companyID(secret), "firstName": "Ana", "lastName": "Adams"}})
		if a.At("userWarnings.0") != nil {
			t.Error("userWarnings tells a company out of sight")
		}
		in := to(hub, second, vars{"firstName": "Ana"})
		in["in"].(vars)["overrideWarnings"] = nil
		b := manager.Ask(`mutation($in:UpdateUserInput!){updateUser(input:$in){user{id} userErrors{code} warnings{code message}}}`, in)
		if b.At("updateUser.warnings.0") != nil {
			t.Error("updateUser tells a company out of sight")
		}
	})
}

// Whether mail to an address came back is for those who edit users by their role.
func TestWarningsTellManagersNoBounces(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff := newGroup(hub, "Staff")
		_, manager := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff}, staff))
		bounced(hub, "whistleblower@rival.example", "whistleblower@rival.example")
		a := manager.Must(wouldWarn, vars{"d": vars{"email": "whistleblower@rival.example"}})
		if a.At("userWarnings.0") != nil {
			t.Error("a group manager learns that Portico mailed an address out of sight")
		}
	})
}

// Nobody gives the administration of a company that they do not look after, by a role for somebody assigned to it.
func TestGrantNoFurtherThanReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a, b := newCompany(hub, "A"), newCompany(hub, "B")
		_, boss := hub.Person(account.CompanyAdministrator, "boss@example.org", within(a))
		victim := hub.User("victim@example.org", within(b))
		u, c := hub.Person(account.Member, "u@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.Assignments = &a.ID, []account.Assigned{{CompanyID: b.ID}}
		})
		got := outcome(boss.Ask(updateUser, to(hub, u, vars{"roleId": roleID(hub, account.CompanyAdministrator)})), "updateUser")
		if got == ok {
			t.Errorf("A's administrator gave the administration of B; u edits B's user: %s", outcome(c.Ask(updateUser, to(hub, victim, vars{"title": "Owned"})), "updateUser"))
		}
	})
}

// A name that is taken out of sight is taken, in words.
func TestUnseenNameIsTaken(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		newCompany(hub, "Known Ltd")
		newGroup(hub, "Known")
		made := hub.Admin().Must(createAPIClient, partner(vars{"reach": "EVERYTHING", "scopes": []string{"USERS_WRITE", "USERS_READ", "COMPANIES_WRITE"}}))
		shop := bearing(hub, made.Text("createAPIClient.token"))
		equal(t, "a new company", outcome(shop.Ask(createUser, ana("x@example.org", vars{"companyName": "New Ltd"})), "createUser"), ok)
		equal(t, "a known company", outcome(shop.Ask(createUser, ana("y@example.org", vars{"companyName": "Known Ltd"})), "createUser"), "taken")
		made = hub.Admin().Must(createAPIClient, partner(vars{"name": "Two", "reach": "EVERYTHING", "scopes": []string{"USERS_WRITE", "GROUPS_WRITE"}}))
		shop = bearing(hub, made.Text("createAPIClient.token"))
		equal(t, "a known group", outcome(shop.Ask(createUser, ana("z@example.org", vars{"newGroupNames": []string{"Known"}})), "createUser"), "unknown taken") // the Member role is out of its sight, too
	})
}

// Taking back a change takes nothing away that the actor does not see.
func TestUndoKeepsWhatIsUnseen(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a, b, hidden := newCompany(hub, "A"), newCompany(hub, "B"), newGroup(hub, "Hidden")
		_, boss := hub.Person(account.CompanyAdministrator, "boss@example.org", within(a))
		u := hub.User("u@example.org", within(a))
		hub.Admin().Must(updateUser, to(hub, u, vars{"assignments": []vars{{"companyId": companyID(b)}}, "groupIds": []string{groupID(hidden)}}))
		list := boss.Must(`query($id:ID!){node(id:$id){... on User{changes(first:20){edges{node{id operation entityId fields{name old new}}}}}}}`, vars{"id": userID(u)})
		edges, _ := list.At("node.changes.edges").([]any)
		for _, e := range edges {
			n := e.(map[string]any)["node"].(map[string]any)
			kind, _, _ := gid.Split(n["entityId"].(string))
			if n["operation"] != "CREATE" || kind != ent.TypeAssignment && kind != ent.TypeMembership {
				continue
			}
			boss.Ask(undoChange, vars{"in": vars{"changeId": n["id"]}})
		}
		after := hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{assignments{company{name}} groups(first:5){edges{node{name}}}}}}`, vars{"id": userID(u)})
		equal(t, "the group that they do not see", after.Text("node.groups.edges.0.node.name"), "Hidden")
		if as, _ := after.At("node.assignments").([]any); len(as) == 0 {
			t.Error("A's administrator took the access to B away")
		}
	})
}

// Whoever changes only groups, or nothing, does not write over what somebody else is just saving.
func TestNoNewsIsNotWrittenOver(t *testing.T) {
	for name, change := range map[string]func(g *ent.Group) vars{
		"groups":  func(g *ent.Group) vars { return vars{"groupIds": []string{groupID(g)}} },
		"nothing": func(*ent.Group) vars { return vars{"firstName": "Ana"} },
	} {
		t.Run(name, func(t *testing.T) {
			hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
				admin, staff, u := hub.Admin(), newGroup(hub, "Staff"), hub.User("u@example.org", nil)
				in := to(hub, u, change(staff))
				done, under := make(chan string, 1), make(chan struct{})
				go func() {
					<-under
					done <- outcome(admin.Ask(updateUser, in), "updateUser")
				}()
				write(hub, func(ctx context.Context, tx *ent.Client) error {
					if err := tx.User.UpdateOneID(u.ID).SetTitle("Saved by another").Exec(ctx); err != nil {
						return err
					}
					close(under)
					time.Sleep(700 * time.Millisecond)
					return nil
				})
				if got := <-done; got != ok && got != "conflict" {
					t.Errorf("the second was answered %s", got)
				}
				a := admin.Must(`query($id:ID!){node(id:$id){... on User{title version}}}`, vars{"id": userID(u)})
				if a.At("node.title") == nil {
					t.Error("the other's title is lost")
				}
			})
		})
	}
}

// The failures of a run name nobody whom its starter does not see any more.
func TestFailuresAfterDemotion(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		boss, portal := hub.Person(account.PortalAdministrator, "portal@example.org", nil)
		u := hub.User("secret@example.org", func(in *account.CreateInput) { in.FirstName, in.LastName = "Zora", "Hidden" })
		a := ran(portal, hub, vars{"userIds": []string{userID(u)}, "resendInvitation": true})
		hub.Admin().Must(updateUser, to(hub, boss, vars{"roleId": roleID(hub, account.Member)}))
		lines := failures(t, portal, hub, a)
		if strings.Contains(strings.Join(lines[1], " "), "Zora") {
			t.Error("the file names somebody out of sight")
		}
	})
}

// Whoever opens accounts but edits nobody gets no manager's password: it would let them edit the manager's groups.
func TestAccountOfAManager(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff := newGroup(hub, "Staff")
		id, _ := newRole(hub, "Keykeeper", vars{"reach": "EVERYTHING", "permissions": []string{"USERS_READ", "ACCOUNTS_MANAGE"},
			"grantIds": []string{roleID(hub, account.Member)}})
		keeper, keys := hub.Person(account.Member, "keeper@example.org", nil)
		hub.Admin().Must(updateUser, to(hub, keeper, vars{"roleId": id}))
		manager, _ := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff}, staff))
		member, _ := hub.Person(account.Member, "member@example.org", among([]*ent.Group{staff}))
		for who, happens := range map[*ent.User]string{manager: deny, member: ok} {
			in := vars{"in": vars{"userId": userID(who), "password": "handed-over-42"}}
			equal(t, "a temporary password for "+who.Email, outcome(keys.Ask(setTemporaryPassword, in), "setTemporaryPassword"), happens)
		}
	})
}

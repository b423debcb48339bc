package graph_test

import (
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// among puts a new user into groups; managed are those of them that they manage.
func among(groups []*ent.Group, managed ...*ent.Group) func(*account.CreateInput) {
	return func(in *account.CreateInput) {
		for _, g := range groups {
			in.GroupIDs = append(in.GroupIDs, g.ID)
		}
		for _, g := range managed {
			in.ManagerOf = append(in.ManagerOf, g.ID)
		}
	}
}

// S1.8, decision 7: with no more than the Member role, whoever manages a group reads that group's users and nobody
// else, as far as they hold no administrative role.
func TestManagerSees(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff, board := newGroup(hub, "Staff"), newGroup(hub, "Board")
		_, manager := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff}, staff))
		_, member := hub.Person(account.Member, "member@example.org", among([]*ent.Group{staff}))
		super := hub.Role(account.SuperUser)
		in := hub.User("in@example.org", among([]*ent.Group{staff, board}))
		out := hub.User("out@example.org", among([]*ent.Group{board}))
		above := hub.User("above@example.org", func(in *account.CreateInput) { in.GroupIDs, in.RoleID = []int64{staff.ID}, &super })
		equal(t, "whom the manager sees", found(manager, vars{}), "in manager member")
		equal(t, "whom a member sees", found(member, vars{}), "member")
		equal(t, "who is in the group", found(manager, vars{"groupIds": []string{groupID(staff)}}), "in manager member")
		equal(t, "who is in another group", found(manager, vars{"groupIds": []string{groupID(board)}}), "")
		for _, hidden := range []*ent.User{out, above} {
			equal(t, "the node of "+hidden.Email, manager.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": userID(hidden)}).At("node"), nil)
			manager.Ask(updateUser, to(hub, hidden, vars{"title": "Head"})).Refused("NOT_FOUND")
			manager.Ask(sendPasswordReset, vars{"in": vars{"userId": userID(hidden)}}).Refused("NOT_FOUND")
		}
		groups := manager.Must(`query($id:ID!){viewer{managedGroups{name}} node(id:$id){... on User{hiddenGroupCount memberships{group{name}}}}}`, vars{"id": userID(in)})
		equal(t, "the groups that they manage", groups.Text("viewer.managedGroups.0.name"), "Staff")
		equal(t, "the number of hidden groups", groups.At("node.hiddenGroupCount"), any(1.0))
	})
}

// A manager edits details, and nothing that opens or closes anything.
func TestManagerEdits(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff, home := newGroup(hub, "Staff"), newCompany(hub, "Home")
		_, manager := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff}, staff))
		u := hub.User("in@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.CompanyID, in.Account = []int64{staff.ID}, &home.ID, &account.NewAccount{Notify: entaccount.NotifyNEVER}
		})
		a := manager.Must(updateUser, to(hub, u, vars{"firstName": "Anna", "lastName": "Bo", "title": "Head", "cellPhone": "+47 900 00 001",
			"officePhone": "22", "extension": "3", "address": "Road 4"}))
		equal(t, "the title", a.Text("updateUser.user.title"), "Head")
		equal(t, "the actor in the journal", hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{changes(first:1){edges{node{actor}}}}}}`,
			vars{"id": userID(u)}).Text("node.changes.edges.0.node.actor"), "Ana Adams")
		for what, change := range map[string]vars{"the role": {"roleId": roleID(hub, account.Member)}, "Global Admin": {"isGlobalAdmin": true},
			"the company": {"companyId": nil}, "a note": {"note": "Tea."}, "a new group": {"newGroupNames": []string{"Mine"}},
			"an assignment": {"assignments": []vars{{"companyId": gid.Encode(ent.TypeCompany, home.ID)}}},
			"a manager":     {"managerOfGroupIds": []string{groupID(staff)}}} {
			version, rows := versionOf(hub, u), hub.Rows()
			if got := outcome(manager.Ask(updateUser, to(hub, u, change)), "updateUser"); got == ok && what != "the role" {
				t.Errorf("a manager changed %s", what)
			}
			equal(t, "the version after "+what, versionOf(hub, u), version)
			equal(t, "the journal after "+what, hub.Rows()["changes"], rows["changes"])
		}
		for mutation, text := range map[string]string{"deactivateUser": texts["deactivateUser"], "deleteUser": texts["deleteUser"],
			"setTemporaryPassword": texts["setTemporaryPassword"], "supersedeUser": texts["supersedeUser"]} {
			in := vars{"userId": userID(u)}
			switch mutation {
			case "setTemporaryPassword":
				in["password"] = "handed-over-42"
			case "supersedeUser":
				in["email"] = "new@example.org"
			}
			if got := outcome(manager.Ask(text, vars{"in": in}), mutation); got == ok {
				t.Errorf("a manager did %s", mutation)
			}
		}
		manager.Ask(createUser, ana("x@example.org", vars{"groupIds": []string{groupID(staff)}})).Refused("FORBIDDEN")
	})
}

// Sending invitations and resets; the mail goes to the user's own address alone.
func TestManagerSends(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff := newGroup(hub, "Staff")
		_, manager := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff}, staff))
		_, member := hub.Person(account.Member, "member@example.org", among([]*ent.Group{staff}))
		u := hub.User("in@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.Account = []int64{staff.ID}, &account.NewAccount{Notify: entaccount.NotifyNEVER}
		})
		manager.Must(resendInvitation, vars{"in": vars{"userId": userID(u)}})
		equal(t, "the number of mails", len(mailsTo(hub, "in@example.org")), 1)
		member.Ask(resendInvitation, vars{"in": vars{"userId": userID(u)}}).Refused("FORBIDDEN")
		hub.Stranger().Must(`mutation($t:String!,$p:String!){setPassword(input:{token:$t,password:$p}){userErrors{code}}}`,
			vars{"t": tokenTo(hub, "in@example.org"), "p": hubtest.Password})
		manager.Must(sendPasswordReset, vars{"in": vars{"userId": userID(u)}})
		equal(t, "the number of mails", len(mailsTo(hub, "in@example.org")), 2)
	})
}

// Adding users whom they see, and taking them out; whoever is in no group then is in the Default group.
func TestManagerMoves(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff, board, other := newGroup(hub, "Staff"), newGroup(hub, "Board"), newGroup(hub, "Other")
		boss, manager := hub.Person(account.Member, "manager@example.org", among([]*ent.Group{staff, board}, staff, board))
		in, out := hub.User("in@example.org", among([]*ent.Group{staff})), hub.User("out@example.org", among([]*ent.Group{other}))
		manager.Must(addMembers, vars{"in": vars{"groupId": groupID(board), "userIds": []string{userID(in)}}})
		equal(t, "who is on the board", found(hub.Admin(), vars{"groupIds": []string{groupID(board)}}), "in manager")
		if got := outcome(manager.Ask(addMembers, vars{"in": vars{"groupId": groupID(board), "userIds": []string{userID(out)}}}), "addMembers"); got == ok {
			t.Error("a manager added a user whom they do not see")
		}
		if got := outcome(manager.Ask(addMembers, vars{"in": vars{"groupId": groupID(other), "userIds": []string{userID(in)}}}), "addMembers"); got == ok {
			t.Error("a manager added a user to a group of others")
		}
		manager.Must(updateUser, to(hub, in, vars{"groupIds": []string{groupID(board)}}))
		equal(t, "who is in staff", found(hub.Admin(), vars{"groupIds": []string{groupID(staff)}}), "manager")
		before := versionOf(hub, in)
		manager.Must(`mutation($in:UpdateUserInput!){updateUser(input:$in){userErrors{code}}}`, to(hub, in, vars{"groupIds": []string{}}))
		equal(t, "the version", versionOf(hub, in), before+1)
		a := hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{groups(first:9){edges{node{name}}}}}}`, vars{"id": userID(in)})
		equal(t, "the group of who left", a.Text("node.groups.edges.0.node.name"), "Default")
		equal(t, "whom the manager sees now", found(manager, vars{}), "manager")
		if got := outcome(manager.Ask(removeMembers, vars{"in": vars{"groupId": groupID(staff), "userIds": []string{userID(boss)}}}), "removeMembers"); got == ok {
			t.Error("a manager took a manager out")
		}
		hub.Stranger().Ask(addMembers, vars{"in": vars{"groupId": groupID(board), "userIds": []string{userID(in)}}}).Refused("UNAUTHENTICATED")
	})
}

// Somebody who looks after a company and manages a group has each right over its own users, and no more.
func TestManagingAddsNoRight(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home, staff := newCompany(hub, "Home"), newGroup(hub, "Staff")
		_, boss := hub.Person(account.CompanyAdministrator, "boss@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &home.ID, []int64{staff.ID}, []int64{staff.ID}
		})
		far := hub.User("far@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.Account = []int64{staff.ID}, &account.NewAccount{Notify: entaccount.NotifyNEVER}
		})
		boss.Must(updateUser, to(hub, far, vars{"title": "Head"}))
		boss.Must(resendInvitation, vars{"in": vars{"userId": userID(far)}})
		for mutation, in := range map[string]vars{"deactivateUser": {}, "deleteUser": {}, "setTemporaryPassword": {"password": "handed-over-42"}} {
			in["userId"] = userID(far)
			if got := outcome(boss.Ask(texts[mutation], vars{"in": in}), mutation); got == ok {
				t.Errorf("a company administrator did %s to a user of a group alone", mutation)
			}
		}
		if got := outcome(boss.Ask(updateUser, to(hub, far, vars{"note": "Tea."})), "updateUser"); got == ok {
			t.Error("a company administrator wrote a note about a user of a group alone")
		}
		equal(t, "the user's status", hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{status}}}`, vars{"id": userID(far)}).Text("node.status"), "ACTIVE")
	})
}

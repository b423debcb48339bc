package graph_test

import (
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// Users are put into a group and taken out of it; whoever is in no other is in the Default group. Whoever has one's form open
// is told, and all of it can be taken back.
func TestMembers(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff := hub.Admin(), newGroup(hub, "Staff")
		one, two := hub.User("one@example.org", nil), hub.User("two@example.org", inGroups(staff))
		was := versionOf(hub, one)
		a := admin.Must(withUndo(addMembers), members(staff, one, two, one))
		equal(t, "the number of members", a.Int("addMembers.group.memberCount"), 2)
		equal(t, "the groups of the new member", groupsOf(hub, one), "Staff")
		admin.Ask(updateUser, vars{"in": vars{"userId": userID(one), "version": was, "groupIds": []string{}}}).Said("updateUser", "CONFLICT")
		admin.Must(undo, vars{"t": a.Text("addMembers.undo.token")})
		equal(t, "the groups once it was taken back", groupsOf(hub, one), "Default")
		equal(t, "the groups of who was there", groupsOf(hub, two), "Staff")

		b := admin.Must(withUndo(setManager), vars{"in": vars{"groupId": groupID(staff), "userId": userID(two), "manager": true}})
		equal(t, "the manager", b.Text("setManager.group.managers.0.email"), two.Email)
		c := admin.Must(withUndo(removeMembers), members(staff, one, two))
		equal(t, "the number of members then", c.Int("removeMembers.group.memberCount"), 0)
		equal(t, "the groups of who was taken out", groupsOf(hub, two), "Default")
		admin.Must(undo, vars{"t": c.Text("removeMembers.undo.token")})
		equal(t, "the manager again", admin.Must(`query($id:ID!){node(id:$id){... on Group{managers{email}}}}`, vars{"id": groupID(staff)}).Text("node.managers.0.email"), two.Email)
		admin.Must(setManager, vars{"in": vars{"groupId": groupID(staff), "userId": userID(two), "manager": false}})

		rows := hub.Rows()
		for _, unknown := range []string{"rubbish", gid.Encode(ent.TypeUser, 999_999), groupID(staff)} {
			in := vars{"in": vars{"groupId": groupID(staff), "userIds": []string{userID(one), unknown}}}
			admin.Ask(addMembers, in).Said("addMembers", "UNKNOWN")
			admin.Ask(removeMembers, in).Said("removeMembers", "UNKNOWN")
		}
		admin.Ask(addMembers, vars{"in": vars{"groupId": groupID(staff), "userIds": make([]string, 501)}}).Said("addMembers", "INVALID")
		admin.Ask(setManager, vars{"in": vars{"groupId": groupID(staff), "userId": userID(one), "manager": true}}).Said("setManager", "GROUP_MANAGER_NEEDS_CUSTOM_GROUP")
		mona := admin.Must(`{viewer{user{id}}}`, nil).Text("viewer.user.id")
		refused := admin.Ask(addMembers, vars{"in": vars{"groupId": groupID(staff), "userIds": []string{mona}}})
		refused.Said("addMembers", "GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP")
		equal(t, "the field", field(refused, "addMembers"), "userIds")
		admin.Ask(addMembers, vars{"in": vars{"groupId": gid.Encode(ent.TypeGroup, 999_999), "userIds": []string{}}}).Refused("NOT_FOUND")
		admin.Must(addMembers, vars{"in": vars{"groupId": groupID(staff), "userIds": []string{}}})
		same(hub, rows)
	})
}

// Decision 7: whoever manages a group adds users whom they can see and takes members out, with no permission but that. They
// make no managers, touch no other group, and change nothing of the group itself.
func TestManagersMembers(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff, board, other := newGroup(hub, "Staff"), newGroup(hub, "Board"), newGroup(hub, "Other")
		managing := func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf = []int64{staff.ID, board.ID}, []int64{staff.ID, board.ID}
		}
		self, boss := hub.Person("member", "boss@example.org", managing)
		peer := hub.User("peer@example.org", managing)
		near, far := hub.User("near@example.org", inGroups(board)), hub.User("far@example.org", inGroups(other))
		boss.Must(addMembers, members(staff, near))
		equal(t, "the groups of who was added", groupsOf(hub, near), "Board Staff")
		a := boss.Must(withUndo(removeMembers), members(board, near))
		equal(t, "the groups of who was taken out", groupsOf(hub, near), "Staff")
		boss.Must(undo, vars{"t": a.Text("removeMembers.undo.token")})
		equal(t, "the groups once it was taken back", groupsOf(hub, near), "Staff Board")
		left := hub.User("left@example.org", inGroups(staff))
		b := boss.Must(withUndo(removeMembers), members(staff, left))
		equal(t, "the groups of who is in no other", groupsOf(hub, left), "Default")
		equal(t, "the way back to whom they see no longer", b.At("removeMembers.undo"), nil)

		rows := hub.Rows()
		boss.Ask(addMembers, members(staff, far)).Said("addMembers", "UNKNOWN")
		boss.Ask(removeMembers, members(staff, far)).Said("removeMembers", "UNKNOWN")
		boss.Ask(addMembers, members(other, near)).Refused("FORBIDDEN")
		boss.Ask(removeMembers, members(staff, peer)).Refused("FORBIDDEN")
		boss.Ask(removeMembers, members(staff, self)).Refused("FORBIDDEN")
		for _, manager := range []bool{true, false} {
			boss.Ask(setManager, vars{"in": vars{"groupId": groupID(staff), "userId": userID(near), "manager": manager}}).Refused("FORBIDDEN")
		}
		boss.Ask(updateGroup, of(groupID(staff), vars{"version": 1, "name": "Ours"})).Refused("FORBIDDEN")
		boss.Ask(deleteGroup, of(groupID(staff), nil)).Refused("FORBIDDEN")
		same(hub, rows)
	})
}

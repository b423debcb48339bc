package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// groupsOf are the groups of a user, as the first administrator sees them.
func groupsOf(hub *hubtest.Hub, u *ent.User) string {
	hub.T.Helper()
	a := hub.Admin().Must(userPlace, vars{"id": userID(u)})
	equal(hub.T, "the number of hidden groups", a.Int("node.hiddenGroupCount"), 0)
	all, _ := a.At("node.groups.edges").([]any)
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = one.(map[string]any)["node"].(map[string]any)["name"].(string)
	}
	equal(hub.T, "the number of groups", a.Int("node.groups.totalCount"), len(names))
	return strings.Join(names, " ")
}

func inGroups(groups ...*ent.Group) func(*account.CreateInput) {
	return func(in *account.CreateInput) {
		for _, g := range groups {
			in.GroupIDs = append(in.GroupIDs, g.ID)
		}
	}
}

// members is the input of addMembers and removeMembers.
func members(g *ent.Group, users ...*ent.User) vars {
	ids := make([]string, len(users))
	for i, u := range users {
		ids[i] = userID(u)
	}
	return vars{"in": vars{"groupId": groupID(g), "userIds": ids}}
}

func defaultGroup(hub *hubtest.Hub) *ent.Group {
	hub.T.Helper()
	d, err := hub.Store.Ent(hubtest.System()).Group.Query().Order(ent.Asc("id")).First(hubtest.System())
	if err != nil {
		hub.T.Fatal(err)
	}
	return d
}

func TestGroup(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		a := admin.Must(createGroup, vars{"in": vars{"name": " Board \n members ", "description": "Those\nwho decide. "}})
		id := a.Text("createGroup.group.id")
		equal(t, "the name", a.Text("createGroup.group.name"), "Board members")
		equal(t, "the description", a.Text("createGroup.group.description"), "Those\nwho decide.")
		equal(t, "the number of members", a.Int("createGroup.group.memberCount"), 0)
		b := admin.Must(updateGroup, of(id, vars{"version": 1, "description": nil}))
		equal(t, "the description once cleared", b.At("updateGroup.group.description"), nil)
		equal(t, "the name then", b.Text("updateGroup.group.name"), "Board members")
		stale := admin.Ask(updateGroup, of(id, vars{"version": 1, "name": "Council"}))
		stale.Said("updateGroup", "CONFLICT")
		equal(t, "yours", stale.Int("updateGroup.userErrors.0.params.yours"), 1)
		equal(t, "theirs", stale.Int("updateGroup.userErrors.0.params.theirs"), 2)
		taken := admin.Ask(createGroup, vars{"in": vars{"name": "ＢＯＡＲＤ Members"}})
		taken.Said("createGroup", "TAKEN")
		equal(t, "whose it is", taken.Text("createGroup.userErrors.0.relatedId"), id)
		rows := hub.Rows()
		admin.Ask(createGroup, vars{"in": vars{"name": " "}}).Said("createGroup", "REQUIRED")
		admin.Ask(createGroup, vars{"in": vars{"name": "\u200b"}}).Said("createGroup", "INVALID")
		admin.Ask(createGroup, vars{"in": vars{"name": strings.Repeat("x", 101), "description": strings.Repeat("x", 1001)}}).Said("createGroup", "INVALID", "INVALID")
		admin.Ask(createGroup, vars{"in": vars{"name": strings.Repeat("x", 900_000)}}).Said("createGroup", "INVALID")
		for _, unknown := range []string{"rubbish", "", gid.Encode(ent.TypeGroup, 999_999), gid.Encode(ent.TypeCompany, 1)} {
			admin.Ask(updateGroup, of(unknown, vars{"version": 1})).Refused("NOT_FOUND")
			admin.Ask(deleteGroup, of(unknown, nil)).Refused("NOT_FOUND")
		}
		same(hub, rows)
	})
}

// The Default group is that of everybody who is in no other: it stays, and keeps its name.
func TestDefaultGroupStays(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, d, u := hub.Admin(), defaultGroup(hub), hub.User("ana@example.org", nil)
		rows := hub.Rows()
		for _, name := range []string{"Everybody", "default"} {
			admin.Ask(updateGroup, of(groupID(d), vars{"version": d.Version, "name": name})).Said("updateGroup", "FORBIDDEN")
		}
		admin.Ask(deleteGroup, of(groupID(d), nil)).Said("deleteGroup", "FORBIDDEN")
		admin.Ask(addMembers, members(d, u)).Said("addMembers", "INVALID")
		admin.Ask(removeMembers, members(d, u)).Said("removeMembers", "INVALID")
		same(hub, rows)
		admin.Must(updateGroup, of(groupID(d), vars{"version": d.Version, "name": "Default", "description": "All others."}))
	})
}

// A deleted group is nowhere, and not hidden either. Those who are in no other are in the Default group. Taken back, within
// the toast or from history, its members and managers are as they were.
func TestDeleteGroup(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, board := hub.Admin(), newGroup(hub, "Staff"), newGroup(hub, "Board")
		chief, manager := hub.Person("member", "chief@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf = []int64{staff.ID}, []int64{staff.ID}
		})
		only, both := hub.User("only@example.org", inGroups(staff)), hub.User("both@example.org", inGroups(staff, board))
		view := vars{"groupIds": []string{groupID(staff)}}
		check := func(deleted bool) {
			t.Helper()
			want := map[bool][]string{false: {"Staff", "Staff Board", "both chief only", "both chief only"}, true: {"Default", "Board", "", "chief"}}[deleted]
			equal(t, "the groups of one who was only there", groupsOf(hub, only), want[0])
			equal(t, "the groups of one who is in another too", groupsOf(hub, both), want[1])
			equal(t, "who is found by the group", found(admin, view), want[2])
			equal(t, "whom its manager sees", found(manager, vars{}), want[3])
			first := admin.Must(`{users(first:9,orderBy:[{field:GROUP}]){edges{node{email}}}}`, nil).Text("users.edges.0.node.email")
			equal(t, "who is first by group", first == "both@example.org", deleted)
		}
		check(false)
		token := admin.Must(withUndo(deleteGroup), of(groupID(staff), nil)).Text("deleteGroup.undo.token")
		check(true)
		equal(t, "the node", admin.Must(nodes, vars{"ids": []string{groupID(staff)}}).At("nodes.0"), nil)
		equal(t, "the number of groups", admin.Must(`{groups(first:9){totalCount}}`, nil).Int("groups.totalCount"), 2)
		admin.Ask(deleteGroup, of(groupID(staff), nil)).Refused("NOT_FOUND")
		admin.Ask(addMembers, members(staff, only)).Refused("NOT_FOUND")
		admin.Ask(updateUser, to(hub, only, vars{"groupIds": []string{groupID(staff)}})).Said("updateUser", "UNKNOWN")
		admin.Must(undo, vars{"t": token})
		check(false)
		equal(t, "the manager", admin.Must(`query($id:ID!){node(id:$id){... on Group{memberCount managers{email}}}}`, vars{"id": groupID(staff)}).Text("node.managers.0.email"), chief.Email)

		t.Run("from history, after somebody was changed meanwhile", func(t *testing.T) {
			admin.Must(deleteGroup, of(groupID(staff), nil))
			admin.Must(updateUser, to(hub, only, vars{"groupIds": []string{groupID(board)}}))
			admin.Must(updateUser, to(hub, both, vars{"groupIds": []string{}, "isGlobalAdmin": true}))
			fresh := admin.Must(createGroup, vars{"in": vars{"name": "Staff"}}).Text("createGroup.group.id")
			last := admin.Must(`query($id:ID!){changes(first:1,filter:{entityId:$id}){edges{node{id operation}}}}`, vars{"id": groupID(staff)})
			equal(t, "what history says", last.Text("changes.edges.0.node.operation"), "DELETE")
			back := vars{"in": vars{"changeId": last.Text("changes.edges.0.node.id")}}
			admin.Ask(undoChange, back).Said("undoChange", "TAKEN")
			admin.Must(deleteGroup, of(fresh, nil))
			admin.Must(undoChange, back)
			equal(t, "the groups of one who joined another meanwhile", groupsOf(hub, only), "Staff Board")
			equal(t, "the groups of one who became a Global Admin", groupsOf(hub, both), "Default")
			equal(t, "the groups of the manager", groupsOf(hub, chief), "Staff")
		})
	})
}

// Members move to the group that was chosen, as members; a Global Admin never does. Taken back, they are where they were.
func TestMoveMembers(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, board, choir := hub.Admin(), newGroup(hub, "Staff"), newGroup(hub, "Board"), newGroup(hub, "Choir")
		only, both, third := hub.User("only@example.org", inGroups(staff)), hub.User("both@example.org", inGroups(staff, board)), hub.User("third@example.org", inGroups(staff, choir))
		chief := hub.User("chief@example.org", func(in *account.CreateInput) { in.GroupIDs, in.ManagerOf = []int64{staff.ID}, []int64{staff.ID} })
		rows := hub.Rows()
		for _, unknown := range []string{"rubbish", gid.Encode(ent.TypeGroup, 999_999), gid.Encode(ent.TypeUser, 1)} {
			admin.Ask(deleteGroup, of(groupID(staff), vars{"moveMembersToId": unknown})).Said("deleteGroup", "UNKNOWN")
		}
		admin.Ask(deleteGroup, of(groupID(staff), vars{"moveMembersToId": groupID(staff)})).Said("deleteGroup", "INVALID")
		same(hub, rows)
		all := func() string {
			return fmt.Sprintf("%s; %s; %s; %s", groupsOf(hub, only), groupsOf(hub, both), groupsOf(hub, third), groupsOf(hub, chief))
		}
		before := all()
		token := admin.Must(withUndo(deleteGroup), of(groupID(staff), vars{"moveMembersToId": groupID(board)})).Text("deleteGroup.undo.token")
		equal(t, "where they are", all(), "Board; Board; Choir Board; Board")
		equal(t, "who manages", fmt.Sprint(admin.Must(`query($id:ID!){node(id:$id){... on Group{managers{email}}}}`, vars{"id": groupID(board)}).At("node.managers")), "[]")
		told := admin.Must(`query($id:ID!){node(id:$id){... on User{changes(first:1){edges{node{actor entity fields{name new}}}}}}}`, vars{"id": userID(only)})
		equal(t, "who did it", told.Text("node.changes.edges.0.node.actor"), "Mona Kvam")
		equal(t, "from where", told.Text("node.changes.edges.0.node.fields.0.name")+" "+told.Text("node.changes.edges.0.node.fields.0.new"), "from_group_id Staff")
		admin.Must(undo, vars{"t": token})
		equal(t, "where they are once it was taken back", all(), before)
		admin.Must(deleteGroup, of(groupID(staff), vars{"moveMembersToId": groupID(defaultGroup(hub))}))
		equal(t, "where they are by Default", all(), "Default; Board; Choir; Default")
	})
}

// A group's new name is its members' at once.
func TestRenameGroup(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, mid := hub.Admin(), newGroup(hub, "Zebra"), newGroup(hub, "Daisy")
		hub.User("one@example.org", inGroups(staff))
		hub.User("two@example.org", inGroups(mid))
		order := func() string {
			return admin.Must(`{users(first:9,orderBy:[{field:GROUP}]){edges{node{email}}}}`, nil).Text("users.edges.0.node.email")
		}
		equal(t, "who is first", order(), "two@example.org")
		token := admin.Must(withUndo(updateGroup), of(groupID(staff), vars{"version": 1, "name": "Aardvark"})).Text("updateGroup.undo.token")
		equal(t, "who is first then", order(), "one@example.org")
		admin.Must(undo, vars{"t": token})
		equal(t, "who is first once it was taken back", order(), "two@example.org")
	})
}

// More members than one transaction takes are moved by a job; the same is true whenever it is taken back.
func TestManyMembers(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff := hub.Admin(), newGroup(hub, "Staff")
		const many = copies.AtOnce + 30
		for made := 0; made < many; made += 90 {
			write(hub, func(ctx context.Context, tx *ent.Client) error {
				for i := made; i < min(made+90, many); i++ {
					if _, err := hub.Accounts.Create(ctx, account.CreateInput{Email: fmt.Sprintf("u%d@example.org", i),
						Details: account.Details{FirstName: "Ana", LastName: "Adams"}, Belonging: account.Belonging{GroupIDs: []int64{staff.ID}}}); err != nil {
						return err
					}
				}
				return nil
			})
		}
		count := func(name string) int {
			a := admin.Must(`query($s:String){groups(first:9,search:$s){edges{node{name memberCount}}}}`, vars{"s": name})
			return a.Int("groups.edges.0.node.memberCount")
		}
		token := admin.Must(withUndo(deleteGroup), of(groupID(staff), nil)).Text("deleteGroup.undo.token")
		admin.Must(undo, vars{"t": token}) // while the job runs, perhaps
		hub.Settle()
		equal(t, "the members once it was taken back", count("staff"), many)
		equal(t, "those in the Default group then", count("default"), 1)
		token = admin.Must(withUndo(deleteGroup), of(groupID(staff), nil)).Text("deleteGroup.undo.token")
		hub.Settle()
		equal(t, "those in the Default group", count("default"), many+1)
		admin.Must(undo, vars{"t": token})
		hub.Settle()
		equal(t, "the members at the end", count("staff"), many)
		equal(t, "those in the Default group at the end", count("default"), 1)
		admin.Must(updateGroup, of(groupID(staff), vars{"version": 5, "name": "Crew"}))
	})
}

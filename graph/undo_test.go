package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	undo = `mutation($t:ID!){undo(token:$t){undone report{reversed kept{entityId name reason} failed{name}}
		userErrors{code field message relatedId}}}`
	undoChange = `mutation($in:UndoChangeInput!){undoChange(input:$in){undone report{reversed kept{entityId name reason} failed{name}}
		userErrors{code field message relatedId}}}`
	whole = `query($id:ID!){node(id:$id){... on User{status email firstName lastName title cellPhone officePhone extension address note
		isGlobalAdmin company{name} role{name} groups(first:9){totalCount edges{node{name managers{email}}}} assignments{company{name} contract{number}}
		account{email loginName state} emailSubscribed}}}`
)

// withUndo is a mutation that also asks for the way back.
func withUndo(mutation string) string {
	return strings.Replace(mutation, "userErrors{", "undo{token expiresAt} userErrors{", 1)
}

// all is everything that is edited of a user, whatever the order of the groups.
func all(hub *hubtest.Hub, u *ent.User) string {
	hub.T.Helper()
	a := hub.Admin().Must(whole, vars{"id": userID(u)})
	groups, _ := a.At("node.groups.edges").([]any)
	slices.SortFunc(groups, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return fmt.Sprint(a.Data)
}

// same fails unless a refused call left everything as it was.
func same(hub *hubtest.Hub, before map[string]int) {
	hub.T.Helper()
	for table, n := range hub.Rows() {
		equal(hub.T, "the number of "+table, n, before[table])
	}
}

// The toast offers ten seconds. Afterwards, for somebody else, and for whatever is not a token of ours, the answer says in
// words that it is over, and nothing changes.
func TestUndoToken(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, other := hub.Person("global_administrator", "other@example.org", nil)
		u := hub.User("ana@example.org", nil)
		hub.Admin()
		begun := hub.Clock.Now()
		a := hub.Admin().Must(deactivateUser, about(userID(u)))
		token := a.Text("deactivateUser.undo.token")
		expires, err := time.Parse(time.RFC3339Nano, a.Text("deactivateUser.undo.expiresAt"))
		if err != nil || expires.Before(begun.Add(10*time.Second)) || expires.After(hub.Clock.Now().Add(10*time.Second)) {
			t.Errorf("the token ends at %s, made between %s and %s: %v", expires, begun, hub.Clock.Now(), err)
		}
		rows := hub.Rows()
		over := func(c *hubtest.Client, token string) {
			t.Helper()
			said := c.Ask(undo, vars{"t": token})
			said.Said("undo", "INVALID")
			equal(t, "the field", field(said, "undo"), "token")
			equal(t, "the sentence", said.Text("undo.userErrors.0.message"), "The time for this undo is over. Look under History.")
			equal(t, "undone", said.At("undo.undone"), any(false))
		}
		over(other, token)
		turned := []byte(token)
		turned[len(turned)/2] ^= 1
		for _, forged := range []string{"", "rubbish", "ä", string(turned), token + "A", token[:len(token)-2], strings.Repeat("A", len(token))} {
			over(hub.Admin(), forged)
		}
		hub.Clock.Set(expires)
		over(hub.Admin(), token)
		same(hub, rows)
		hub.Stranger().Ask(undo, vars{"t": token}).Refused("UNAUTHENTICATED")

		b := hub.Admin().Must(reactivateUser, about(userID(u)))
		expires, _ = time.Parse(time.RFC3339Nano, b.Text("reactivateUser.undo.expiresAt"))
		hub.Clock.Set(expires.Add(-5 * time.Second))
		done := hub.Admin().Must(undo, vars{"t": b.Text("reactivateUser.undo.token")})
		equal(t, "undone", done.At("undo.undone"), any(true))
		equal(t, "the number taken back", done.At("undo.report.reversed"), any(1.0))
		equal(t, "who is inactive", found(hub.Admin(), vars{"status": []string{"INACTIVE"}}), "ana")
		hub.Admin().Ask(undo, vars{"t": b.Text("reactivateUser.undo.token")}).Said("undo", "CONFLICT")
		equal(t, "who is inactive after a second click", found(hub.Admin(), vars{"status": []string{"INACTIVE"}}), "ana")
	})
}

// Whatever was edited of a user comes back: details, company, role, groups and who manages them, assignments, note, status.
func TestUndoRestores(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, one, two := hub.Admin(), newCompany(hub, "One"), newCompany(hub, "Two")
		staff, board := newGroup(hub, "Staff"), newGroup(hub, "Board")
		to1 := vars{"companyId": gid.Encode(ent.TypeCompany, one.ID), "contractId": gid.Encode(ent.TypeContract, newContract(hub, one, "C-1").ID)}
		key := hub.Role("super_user")
		u := hub.User("ana@example.org", func(in *account.CreateInput) {
			in.Title, in.CellPhone, in.OfficePhone, in.Address, in.Note = "Head", "+47 1", "22", "Road 4", "Likes tea."
			in.CompanyID, in.RoleID, in.GroupIDs, in.ManagerOf = &one.ID, &key, []int64{staff.ID, board.ID}, []int64{board.ID}
		})
		admin.Must(updateUser, to(hub, u, vars{"assignments": []vars{to1}}))
		before := all(hub, u)
		for name, in := range map[string]vars{
			"details":     {"firstName": "Anna", "lastName": "Berg", "title": nil, "cellPhone": "2", "officePhone": nil, "extension": "9", "address": nil},
			"the company": {"companyId": gid.Encode(ent.TypeCompany, two.ID)}, "no company": {"companyId": nil}, "a new company": {"companyName": "Three"},
			"the role": {"roleId": roleID(hub, "member")}, "no groups": {"groupIds": []string{}}, "one group less": {"groupIds": []string{groupID(staff)}},
			"a new group": {"groupIds": []string{groupID(staff)}, "newGroupNames": []string{"Choir"}}, "another manager": {"managerOfGroupIds": []string{groupID(staff)}},
			"no assignments": {"assignments": []vars{}}, "other assignments": {"assignments": []vars{{"companyId": gid.Encode(ent.TypeCompany, two.ID)}}},
			"the contract": {"assignments": []vars{{"companyId": gid.Encode(ent.TypeCompany, one.ID)}}}, "the note": {"note": "Coffee."}, "no note": {"note": nil},
			"a Global Admin": {"isGlobalAdmin": true, "groupIds": []string{}, "title": "Chief", "note": "Both.", "companyName": "Four"},
		} {
			t.Run(name, func(t *testing.T) {
				a := admin.Must(withUndo(updateUser), to(hub, u, in))
				if all(hub, u) == before {
					t.Fatal("nothing changed")
				}
				done := admin.Must(undo, vars{"t": a.Text("updateUser.undo.token")})
				equal(t, "what was kept", done.At("undo.report.kept.0"), nil)
				equal(t, "the user", all(hub, u), before)
			})
		}
		for name, mutation := range map[string]string{"deactivateUser": deactivateUser, "deleteUser": deleteUser} {
			a := admin.Must(mutation, about(userID(u)))
			admin.Must(undo, vars{"t": a.Text(name + ".undo.token")})
			equal(t, "the user after "+name+" was taken back", all(hub, u), before)
		}
		created := admin.Must(`{companies(first:9){edges{node{name}}} groups(first:9){edges{node{name}}}}`, nil)
		for _, name := range []string{"Three", "Four", "Choir"} {
			equal(t, name+" is left over", strings.Contains(string(created.Body), name), false)
		}
		again := admin.Must(updateUser, to(hub, u, vars{"companyName": "Three", "newGroupNames": []string{"Choir"}}))
		equal(t, "the company made anew", again.Text("updateUser.user.company.name"), "Three")
	})
}

// Taking back a new user leaves nothing: not the user, not the company and group made for them, no address in use, and no
// link that works. It is offered to whoever may delete.
func TestUndoCreate(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, guard := hub.Person("security_administrator", "guard@example.org", nil)
		admin := hub.Admin()
		in := ana("ana@example.org", vars{"companyName": "Guild", "newGroupNames": []string{"Staff"}, "note": "Tea.", "account": vars{"loginName": "ana.adams"}})
		a := admin.Must(withUndo(createUser), in)
		token := tokenTo(hub, "ana@example.org")
		admin.Must(undo, vars{"t": a.Text("createUser.undo.token")})
		equal(t, "who is listed", found(admin, vars{}), "guard mona")
		equal(t, "the node", admin.Must(accountOf, vars{"id": a.Text("createUser.user.id")}).At("node"), nil)
		linkIs(t, hub, token, "REPLACED")
		hub.Stranger().Ask(setPassword, vars{"t": token, "p": hubtest.Password}).Said("setPassword", "LINK_REPLACED")
		left := admin.Must(`{companies(first:9){totalCount} groups(first:9){totalCount}}`, nil)
		equal(t, "the number of companies", left.At("companies.totalCount"), any(0.0))
		equal(t, "the number of groups", left.At("groups.totalCount"), any(1.0))
		again := admin.Must(createUser, in)
		equal(t, "the company of the next one", again.Text("createUser.user.company.name"), "Guild")
		equal(t, "the group of the next one", again.Text("createUser.user.groups.edges.0.node.name"), "Staff")

		b := guard.Must(withUndo(createUser), ana("bo@example.org", vars{"roleId": roleID(hub, "super_user")}))
		equal(t, "the way back for one who may not delete", b.At("createUser.undo"), nil)
	})
}

// Whoever may not make a change any more may not take it back either.
func TestUndoNeedsTheRight(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		actor, c := hub.Person("portal_administrator", "boss@example.org", nil)
		u := hub.User("ana@example.org", nil)
		promoted := hub.User("bo@example.org", nil)
		tokens := []string{
			c.Must(withUndo(updateUser), to(hub, u, vars{"title": "Head", "note": "Tea.", "newGroupNames": []string{"Staff"}})).Text("updateUser.undo.token"),
			c.Must(deactivateUser, about(userID(u))).Text("deactivateUser.undo.token"),
			c.Must(deleteUser, about(userID(promoted))).Text("deleteUser.undo.token"),
		}
		turnRole(hub, actor, "super_user")
		rows, version := hub.Rows(), versionOf(hub, u)
		for _, token := range tokens {
			c.Ask(undo, vars{"t": token}).Refused("FORBIDDEN")
		}
		c.Ask(undoChange, vars{"in": vars{"changeId": newest(hub, u)}}).Refused("FORBIDDEN")
		equal(t, "the version", versionOf(hub, u), version)
		same(hub, rows)

		t.Run("of somebody who got a higher role meanwhile", func(t *testing.T) {
			turnRole(hub, actor, "portal_administrator")
			cy := hub.User("cy@example.org", nil)
			a := c.Must(deactivateUser, about(userID(cy)))
			turnRole(hub, cy, "global_administrator")
			c.Ask(undo, vars{"t": a.Text("deactivateUser.undo.token")}).Refused("FORBIDDEN")
		})
	})
}

// What somebody changed again since stays as they left it, and everything else of that change with it; other fields are
// nobody's hindrance.
func TestUndoConflict(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		a := admin.Must(withUndo(updateUser), to(hub, u, vars{"title": "Head", "extension": "7"}))
		admin.Must(updateUser, to(hub, u, vars{"title": "Chair", "cellPhone": "+47 1"}))
		now, rows := all(hub, u), hub.Rows()
		said := admin.Ask(undo, vars{"t": a.Text("updateUser.undo.token")})
		said.Said("undo", "CONFLICT")
		equal(t, "undone", said.At("undo.undone"), any(false))
		equal(t, "the user", all(hub, u), now)
		same(hub, rows)

		staff := newGroup(hub, "Staff")
		both := admin.Must(withUndo(updateUser), to(hub, u, vars{"title": "Clerk", "note": "Tea.", "groupIds": []string{groupID(staff)}}))
		admin.Must(updateUser, to(hub, u, vars{"title": "Chair"}))
		now = all(hub, u)
		admin.Ask(undo, vars{"t": both.Text("updateUser.undo.token")}).Said("undo", "CONFLICT")
		equal(t, "the user, their groups and note", all(hub, u), now)

		made := admin.Must(withUndo(createUser), ana("bo@example.org", vars{"newGroupNames": []string{"Choir"}, "companyName": "Guild"}))
		joined := admin.Must(updateUser, to(hub, u, vars{"newGroupNames": []string{"Choir"}, "companyName": "Guild", "note": nil}))
		equal(t, "the company", joined.Text("updateUser.user.company.name"), "Guild")
		now = all(hub, u)
		left := admin.Must(undo, vars{"t": made.Text("createUser.undo.token")})
		equal(t, "the number left alone, a group and a company with somebody else in them", len(left.At("undo.report.kept").([]any)), 2)
		equal(t, "the user who joined them", all(hub, u), now)
		admin.Must(updateUser, to(hub, u, vars{"note": "Coffee."}))
		gone := admin.Must(changesOf, vars{"id": userID(u), "n": 100})
		for i, edge := range gone.At("node.changes.edges").([]any) {
			if at := edge.(map[string]any)["node"].(map[string]any); at["operation"] == "DELETE" && at["entity"] == "Note" {
				admin.Ask(undoChange, vars{"in": vars{"changeId": gone.Text(fmt.Sprint("node.changes.edges.", i, ".node.id"))}}).Said("undoChange", "CONFLICT")
			}
		}

		b := admin.Must(withUndo(updateUser), to(hub, u, vars{"extension": "8"}))
		admin.Must(updateUser, to(hub, u, vars{"officePhone": "22"}))
		admin.Must(undo, vars{"t": b.Text("updateUser.undo.token")})
		c := admin.Must(whole, vars{"id": userID(u)})
		equal(t, "the field taken back", c.Text("node.extension"), "7")
		equal(t, "the field changed since", c.Text("node.officePhone"), "22")
	})
}

// "Restore this value": one field of an old change comes back and nothing else does. What the change does not have is not
// restored, and asking for it takes nothing else back either.
func TestUndoChangeOfFields(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", func(in *account.CreateInput) { in.Title, in.Extension = "Head", "7" })
		made := newest(hub, u)
		admin.Must(updateUser, to(hub, u, vars{"title": "Chair", "extension": "8", "firstName": "Anna"}))
		change := newest(hub, u)
		hub.Clock.Advance(time.Hour)
		rows, version := hub.Rows(), versionOf(hub, u)
		for id, fields := range map[string][]string{made: {"title"}, change: {"officePhone"}} {
			admin.Ask(undoChange, vars{"in": vars{"changeId": id, "fields": fields}}).Said("undoChange", "INVALID")
		}
		equal(t, "the version", versionOf(hub, u), version)
		same(hub, rows)
		done := admin.Must(undoChange, vars{"in": vars{"changeId": change, "fields": []string{"title"}}})
		equal(t, "undone", done.At("undoChange.undone"), any(true))
		a := admin.Must(whole, vars{"id": userID(u)})
		for path, want := range map[string]string{"title": "Head", "extension": "8", "firstName": "Anna"} {
			equal(t, path, a.Text("node."+path), want)
		}
		rest := admin.Must(undoChange, vars{"in": vars{"changeId": change, "fields": []string{"extension", "first_name"}}})
		equal(t, "undone", rest.At("undoChange.undone"), any(true))
		equal(t, "the first name", admin.Must(whole, vars{"id": userID(u)}).Text("node.firstName"), "Ana")
	})
}

// Taking back obeys the rules between role and groups: a Global Admin stays in the Default group, and everybody is in a
// group.
func TestUndoKeepsTheRules(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, staff := hub.Admin(), hub.User("ana@example.org", nil), newGroup(hub, "Staff")
		turnRole(hub, u, "global_administrator")
		admin.Must(updateUser, to(hub, u, vars{"isGlobalAdmin": false}))
		demoted := newest(hub, u)
		admin.Must(updateUser, to(hub, u, vars{"groupIds": []string{groupID(staff)}}))
		admin.Ask(undoChange, vars{"in": vars{"changeId": demoted}}).Said("undoChange", "GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP")
		equal(t, "the role", admin.Must(whole, vars{"id": userID(u)}).Text("node.role.name"), "Member")

		in := vars{"id": userID(u), "n": 2}
		for i := range 2 { // into Staff, and out of the Default group
			id := admin.Must(changesOf, in).Text("node.changes.edges." + string(rune('0'+i)) + ".node.id")
			a := admin.Ask(undoChange, vars{"in": vars{"changeId": id}})
			equal(t, "an error of ours", a.Code(), "")
			groups := admin.Must(whole, vars{"id": userID(u)})
			equal(t, "the number of groups", groups.At("node.groups.totalCount"), any(1.0))
		}

		admin.Must(updateUser, to(hub, u, vars{"isGlobalAdmin": true, "groupIds": []string{}}))
		before := all(hub, u)
		a := admin.Must(withUndo(updateUser), to(hub, u, vars{"isGlobalAdmin": false, "groupIds": []string{groupID(staff)}}))
		admin.Must(undo, vars{"t": a.Text("updateUser.undo.token")})
		equal(t, "the user", all(hub, u), before)
	})
}

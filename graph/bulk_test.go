package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const runFields = `{id kind state total handled failed log startedAt finishedAt failuresUrl undo{token expiresAt}
	undoReport{reversed kept{entityId name reason} failed{name reason}}}`

const (
	bulkUpdate = `mutation($in:BulkUpdateUsersInput!){bulkUpdateUsers(input:$in){jobRun` + runFields + ` undo{token expiresAt} userErrors{code field message} warnings{code}}}`
	stopRun    = `mutation($in:IDInput!){stopRun(input:$in){jobRun` + runFields + ` userErrors{code}}}`
	undoRun    = `mutation($t:ID!){undo(token:$t){undone report{reversed kept{entityId name reason} failed{name reason}} jobRun` + runFields + ` userErrors{code message}}}`
	runByID    = `query($id:ID!){node(id:$id){...on JobRun` + runFields + `}}`
)

// users makes so many, called u00@example.org and on.
func users(hub *hubtest.Hub, n int, change func(i int, in *account.CreateInput)) (all []*ent.User, ids []string) {
	for i := range n {
		u := hub.User(fmt.Sprintf("u%02d@example.org", i), func(in *account.CreateInput) {
			if in.FirstName = fmt.Sprintf("U%02d", i); change != nil {
				change(i, in)
			}
		})
		all, ids = append(all, u), append(ids, userID(u))
	}
	return all, ids
}

// ran starts a run and waits until it is over.
func ran(c *hubtest.Client, hub *hubtest.Hub, in vars) *hubtest.Answer {
	hub.T.Helper()
	return after(c, hub, c.Must(bulkUpdate, vars{"in": in}).Text("bulkUpdateUsers.jobRun.id"))
}

// after is a run once it is over.
func after(c *hubtest.Client, hub *hubtest.Hub, id string) (a *hubtest.Answer) {
	hub.T.Helper()
	hubtest.Eventually(hub.T, "the run to be over", func() bool {
		a = c.Must(runByID, vars{"id": id})
		return a.At("node.finishedAt") != nil
	})
	return a
}

// ends fails the test unless a run ended so.
func ends(t *testing.T, a *hubtest.Answer, state string, handled, failed int) {
	t.Helper()
	if a.Text("node.state") != state || a.Int("node.handled") != handled || a.Int("node.failed") != failed {
		t.Errorf("wanted %s with %d handled, %d failed: %s", state, handled, failed, a.Body)
	}
}

// Each change is done to all who were named, by the code of the single mutations, and taken back in one go.
func TestBulkUpdateUsers(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, board := hub.Admin(), newGroup(hub, "Staff"), newGroup(hub, "Board")
		all, ids := users(hub, 45, func(_ int, in *account.CreateInput) { in.GroupIDs, in.ManagerOf = []int64{staff.ID}, []int64{staff.ID} })
		before := everybody(hub, all)
		for name, in := range map[string]vars{
			"adding to a group":          {"addGroupIds": []string{groupID(board)}},
			"removing from a group":      {"removeGroupIds": []string{groupID(staff)}},
			"moving between groups":      {"addGroupIds": []string{groupID(board)}, "removeGroupIds": []string{groupID(staff)}},
			"changing the role":          {"roleId": roleID(hub, "super_user")},
			"deactivating":               {"status": "INACTIVE"},
			"deleting":                   {"delete": true},
			"role, group and status too": {"roleId": roleID(hub, "super_user"), "addGroupIds": []string{groupID(board)}, "status": "INACTIVE"},
		} {
			t.Run(name, func(t *testing.T) {
				in["userIds"] = ids
				a := ran(admin, hub, in)
				ends(t, a, "SUCCEEDED", 45, 0)
				equal(t, "the total", a.Int("node.total"), 45)
				equal(t, "the failures", a.At("node.failuresUrl"), nil)
				if now := everybody(hub, all); now == before || strings.Contains(now, "ACTIVE member Staff,") && in["delete"] == nil && in["roleId"] == nil && in["status"] == nil && in["addGroupIds"] == nil {
					t.Errorf("not all of them were changed: %s", now)
				}
				undone := admin.Must(undoRun, vars{"t": a.Text("node.undo.token")})
				equal(t, "undone", undone.At("undo.undone"), any(true))
				equal(t, "reversed", undone.Int("undo.report.reversed"), 45)
				equal(t, "everybody", everybody(hub, all), before)
				again := after(admin, hub, a.Text("node.id"))
				equal(t, "a second way back", again.At("node.undo"), nil)
				equal(t, "the report of the run", again.Int("node.undoReport.reversed"), 45)
				admin.Ask(undoRun, vars{"t": a.Text("node.undo.token")}).Said("undo", "INVALID")
			})
		}
		t.Run("leaves alone who is that way already", func(t *testing.T) {
			rows := hub.Rows()
			ends(t, ran(admin, hub, vars{"userIds": ids, "status": "ACTIVE", "addGroupIds": []string{groupID(staff)}}), "SUCCEEDED", 45, 0)
			equal(t, "the journal", hub.Rows()["changes"], rows["changes"])
		})
	})
}

// everybody is how users stand, as one text.
func everybody(hub *hubtest.Hub, all []*ent.User) string {
	hub.T.Helper()
	var b strings.Builder
	for _, one := range all {
		u, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.ID(one.ID)).WithRole().WithMemberships(func(q *ent.MembershipQuery) { q.WithGroup() }).Only(hubtest.System())
		if ent.IsNotFound(err) {
			fmt.Fprintf(&b, "%s gone\n", one.FirstName)
			continue
		}
		if err != nil {
			hub.T.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s %s ", u.FirstName, u.Status, *u.Edges.Role.BuiltIn)
		slices.SortFunc(u.Edges.Memberships, func(a, b *ent.Membership) int { return int(a.GroupID - b.GroupID) })
		for _, m := range u.Edges.Memberships {
			fmt.Fprintf(&b, "%s as %s,", m.Edges.Group.Name, m.Role)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A filter finds whom it found at the start: whoever falls out of it by the change is not skipped, and whoever comes
// later is left alone.
func TestBulkByFilter(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		users(hub, 90, func(i int, in *account.CreateInput) {
			if i%3 == 0 {
				in.LastName = "Berg"
			}
		})
		a := admin.Must(bulkUpdate, vars{"in": vars{"filter": vars{"search": "adams", "status": []string{"ACTIVE"}}, "status": "INACTIVE"}})
		hub.User("late@example.org", nil)
		begin(hub)
		run := after(admin, hub, a.Text("bulkUpdateUsers.jobRun.id"))
		ends(t, run, "SUCCEEDED", 60, 0)
		equal(t, "the total", run.Int("node.total"), 60)
		if who := found(admin, vars{"search": "adams", "status": []string{"ACTIVE"}}); who != "late" {
			t.Errorf("still active: %s", who)
		}
		equal(t, "who was not meant", len(strings.Fields(found(admin, vars{"search": "berg", "status": []string{"ACTIVE"}}))), 30)
		kept, err := hub.Store.Ent(hubtest.System()).Run.Query().Only(hubtest.System())
		if err != nil || strings.Contains(string(kept.Input), "adams") {
			t.Errorf("what was searched for is kept: %s %v", kept.Input, err)
		}
	})
}

// begin starts the background work of a quiet hub.
func begin(hub *hubtest.Hub) {
	hub.T.Helper()
	if err := hub.Start(context.Background()); err != nil {
		hub.T.Fatal(err)
	}
}

// One user's refusal is a failure of the run, with its code, and stops nobody else.
func TestBulkFailures(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, board := hub.Admin(), newGroup(hub, "Staff"), newGroup(hub, "Board")
		_, ids := users(hub, 5, func(i int, in *account.CreateInput) {
			if i == 2 {
				in.FirstName, in.GroupIDs = "=1+1", []int64{staff.ID}
			}
		})
		gone := hub.User("gone@example.org", nil)
		admin.Must(texts["deleteUser"], vars{"in": vars{"userId": userID(gone)}})

		t.Run("Global Admin needs the Default group", func(t *testing.T) {
			in := vars{"userIds": append(ids, userID(gone)), "roleId": roleID(hub, "global_administrator")}
			rows := hub.Rows()
			warned := admin.Ask(bulkUpdate, vars{"in": in})
			warned.Said("bulkUpdateUsers", "WARNINGS")
			equal(t, "the warning", warned.Text("bulkUpdateUsers.warnings.0.code"), "PRIVILEGED_WITHOUT_FACTOR")
			same(hub, rows)
			in["overrideWarnings"] = insisting
			a := ran(admin, hub, in)
			ends(t, a, "SUCCEEDED", 6, 2)
			lines := failures(t, admin, hub, a)
			equal(t, "the headings", strings.Join(lines[0], "|"), "ID|Email|Name|Code|Problem")
			equal(t, "the first", strings.Join(lines[1][:4], "|"), ids[2]+"|u02@example.org|=1+1 Adams|GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP")
			equal(t, "the second", lines[2][0]+lines[2][3], userID(gone)+"UNKNOWN")
			equal(t, "the number of lines", len(lines), 3)
			undone := admin.Must(undoRun, vars{"t": a.Text("node.undo.token")})
			equal(t, "reversed", undone.Int("undo.report.reversed"), 4)
		})
		t.Run("what was changed since is kept, and named", func(t *testing.T) {
			a := ran(admin, hub, vars{"userIds": ids, "addGroupIds": []string{groupID(board)}})
			ends(t, a, "SUCCEEDED", 5, 0)
			u, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.Email("u01@example.org")).Only(hubtest.System())
			if err != nil {
				t.Fatal(err)
			}
			admin.Must(updateUser, to(hub, u, vars{"managerOfGroupIds": []string{groupID(board)}}))
			undone := admin.Must(undoRun, vars{"t": a.Text("node.undo.token")})
			equal(t, "reversed", undone.Int("undo.report.reversed"), 4)
			equal(t, "who is kept", undone.Text("undo.report.kept.0.entityId")+undone.Text("undo.report.kept.0.name"), ids[1]+"U01 Adams")
			equal(t, "how many are kept", undone.At("undo.report.kept.1"), nil)
			equal(t, "the members of the board", found(admin, vars{"groupIds": []string{groupID(board)}}), "u01")
		})
		t.Run("deleting everybody leaves one Global Admin, who is named", func(t *testing.T) {
			a := ran(admin, hub, vars{"filter": vars{}, "delete": true})
			ends(t, a, "SUCCEEDED", 6, 1)
			lines := failures(t, admin, hub, a)
			equal(t, "who is left", strings.Join(lines[1][1:4], "|"), "mona@example.org|Mona Kvam|LAST_GLOBAL_ADMIN")
			equal(t, "everybody who is left", found(admin, vars{}), "mona")
			equal(t, "reversed", admin.Must(undoRun, vars{"t": a.Text("node.undo.token")}).Int("undo.report.reversed"), 5)
		})
	})
}

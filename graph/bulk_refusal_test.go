package graph_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// download asks for the failures of a run.
func download(t *testing.T, c *hubtest.Client, hub *hubtest.Hub, run *hubtest.Answer) *http.Response {
	t.Helper()
	response, err := c.HTTP().Get(hub.URL + run.Text("node.failuresUrl"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

// failures are the lines of a run's file.
func failures(t *testing.T, c *hubtest.Client, hub *hubtest.Hub, run *hubtest.Answer) [][]string {
	t.Helper()
	file, err := excelize.OpenReader(download(t, c, hub, run).Body)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := file.GetRows("Sheet1")
	if err != nil || len(lines) < 2 {
		t.Fatalf("%v %v", lines, err)
	}
	if formula, err := file.GetCellFormula("Sheet1", "C2"); err != nil || formula != "" {
		t.Errorf("a name is a formula: %q %v", formula, err)
	}
	return lines
}

// The rights are those of whoever started it, at that moment: a run of somebody who loses them ends with a sentence.
func TestBulkActsAsItsActor(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{}, func(t *testing.T, hub *hubtest.Hub) {
		home, away := newCompany(hub, "Home"), newCompany(hub, "Away")
		hidden := newGroup(hub, "Hidden")
		boss, company := hub.Person("company_administrator", "boss@example.org", within(home))
		here, there := hub.User("here@example.org", within(home)), hub.User("there@example.org", within(away))

		t.Run("whom they may not see fails like whom there is not", func(t *testing.T) {
			never := userID(&ent.User{ID: 1 << 40})
			a := ran(company, hub, vars{"userIds": []string{userID(here), userID(there), never}, "status": "INACTIVE"})
			ends(t, a, "SUCCEEDED", 3, 2)
			lines := failures(t, company, hub, a)
			equal(t, "the two", strings.Join(lines[1][1:], "|"), strings.Join(lines[2][1:], "|"))
			equal(t, "the name", lines[1][1]+lines[1][2], "")
			equal(t, "who is inactive", found(hub.Admin(), vars{"status": []string{"INACTIVE"}}), "here")
		})
		t.Run("a filter only finds their own", func(t *testing.T) {
			ends(t, ran(company, hub, vars{"filter": vars{"search": "adams"}, "status": "ACTIVE"}), "SUCCEEDED", 2, 0)
			equal(t, "who is inactive", found(hub.Admin(), vars{"status": []string{"INACTIVE"}}), "")
		})
		t.Run("a group or a role that is not theirs to give is refused at once", func(t *testing.T) {
			rows := hub.Rows()
			company.Ask(bulkUpdate, vars{"in": vars{"userIds": []string{userID(here)}, "addGroupIds": []string{groupID(hidden)}}}).Said("bulkUpdateUsers", "UNKNOWN")
			company.Ask(bulkUpdate, vars{"in": vars{"userIds": []string{userID(here)}, "roleId": roleID(hub, "global_administrator")}}).Said("bulkUpdateUsers", "ROLE_NOT_GRANTABLE")
			company.Ask(bulkUpdate, vars{"in": vars{"filter": vars{"groupIds": []string{groupID(hidden)}}, "status": "INACTIVE", "delete": true}}).Said("bulkUpdateUsers", "INVALID")
			same(hub, rows)
		})
		t.Run("their run is nobody else's", func(t *testing.T) {
			a := ran(company, hub, vars{"userIds": []string{userID(there)}, "status": "INACTIVE"})
			id := a.Text("node.id")
			equal(t, "what another sees", hub.Admin().Must(runByID, vars{"id": id}).At("node"), nil)
			hub.Admin().Ask(stopRun, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			for c, status := range map[*hubtest.Client]int{hub.Admin(): 404, hub.Stranger(): 401, company: 200} {
				equal(t, "the status of the file", download(t, c, hub, a).StatusCode, status)
			}
		})
		t.Run("and ends when they may not go on", func(t *testing.T) {
			many, ids := users(hub, 60, func(_ int, in *account.CreateInput) { in.CompanyID = &home.ID })
			a := company.Must(bulkUpdate, vars{"in": vars{"userIds": ids, "delete": true}})
			write(hub, func(ctx context.Context, tx *ent.Client) error {
				return tx.User.UpdateOneID(boss.ID).SetStatus(user.StatusINACTIVE).Exec(ctx)
			})
			hub.Settle()
			r, err := hub.Store.Ent(hubtest.System()).Run.Query().All(hubtest.System())
			if err != nil {
				t.Fatal(err)
			}
			one := r[slices.IndexFunc(r, func(r *ent.Run) bool { return r.GlobalID() == a.Text("bulkUpdateUsers.jobRun.id") })]
			if said := strings.Join(one.Log, " "); one.State == "CANCELLED" && !strings.Contains(said, "may not sign in any more") || one.State != "CANCELLED" && one.Handled < 60 {
				t.Errorf("%s, %d of %d: %s", one.State, one.Handled, len(many), said)
			}
		})
	})
}

// What makes no sense is refused as a whole, and nothing is started.
func TestBulkRefusesRubbish(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff := hub.Admin(), newGroup(hub, "Staff")
		one, g := []string{userID(hub.User("ana@example.org", nil))}, []string{groupID(staff)}
		many := make([]string, 1001)
		for i := range many {
			many[i] = userID(&ent.User{ID: int64(i + 1)})
		}
		rows := hub.Rows()
		for what, c := range map[string]struct {
			in   vars
			code string
		}{
			"nobody":                          {vars{"status": "INACTIVE"}, "REQUIRED"},
			"no users":                        {vars{"userIds": []string{}, "status": "INACTIVE"}, "REQUIRED"},
			"users and a filter":              {vars{"userIds": one, "filter": vars{}, "status": "INACTIVE"}, "INVALID"},
			"no change":                       {vars{"userIds": one}, "REQUIRED"},
			"no change, said":                 {vars{"userIds": one, "delete": false, "resendInvitation": false, "addGroupIds": []string{}}, "REQUIRED"},
			"deleting and more":               {vars{"userIds": one, "delete": true, "status": "INACTIVE"}, "INVALID"},
			"a group both ways":               {vars{"userIds": one, "addGroupIds": g, "removeGroupIds": g}, "INVALID"},
			"a user that is a group":          {vars{"userIds": g, "status": "INACTIVE"}, "UNKNOWN"},
			"rubbish":                         {vars{"userIds": []string{"ä"}, "status": "INACTIVE"}, "UNKNOWN"},
			"a role that does not exist":      {vars{"userIds": one, "roleId": gid.Encode(ent.TypeRole, 1<<40)}, "UNKNOWN"},
			"a group that does not exist":     {vars{"userIds": one, "addGroupIds": []string{gid.Encode(ent.TypeGroup, 1<<40)}}, "UNKNOWN"},
			"more than a thousand":            {vars{"userIds": many, "status": "INACTIVE"}, "INVALID"},
			"a role that nobody ever has had": {vars{"userIds": one, "roleId": "x"}, "UNKNOWN"},
		} {
			t.Run(what, func(t *testing.T) { admin.Ask(bulkUpdate, vars{"in": c.in}).Said("bulkUpdateUsers", c.code) })
		}
		same(hub, rows)
		admin.Ask(stopRun, vars{"in": vars{"id": "rubbish"}}).Refused("NOT_FOUND")
		admin.Must(bulkUpdate, vars{"in": vars{"userIds": many[:1000], "status": "ACTIVE"}})
	})
}

// Under one key there is one run; two at once do everything once; mail goes out once, and stays sent.
func TestBulkOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff := hub.Admin(), newGroup(hub, "Staff")
		all, ids := users(hub, 50, func(_ int, in *account.CreateInput) {
			in.Account = &account.NewAccount{Notify: entaccount.NotifyNEVER}
		})
		t.Run("a double click", func(t *testing.T) {
			in := vars{"in": vars{"userIds": ids, "resendInvitation": true}}
			twice := keyed(admin, "bulk")
			first := twice.Must(bulkUpdate, in)
			equal(t, "the answer", string(twice.Must(bulkUpdate, in).Body), string(first.Body))
			equal(t, "a way back", first.At("bulkUpdateUsers.undo"), nil)
			ends(t, after(admin, hub, first.Text("bulkUpdateUsers.jobRun.id")), "SUCCEEDED", 50, 0)
			for _, u := range all {
				equal(t, "the mails to "+u.Email, len(mailsTo(hub, u.Email)), 1)
			}
		})
		t.Run("two at once", func(t *testing.T) {
			var both sync.WaitGroup
			for _, in := range []vars{{"status": "INACTIVE"}, {"addGroupIds": []string{groupID(staff)}}} {
				both.Go(func() {
					in["userIds"] = ids
					ends(t, ran(admin, hub, in), "SUCCEEDED", 50, 0)
				})
			}
			both.Wait()
			equal(t, "who is inactive in the group", len(strings.Fields(found(admin, vars{"groupIds": []string{groupID(staff)}, "status": []string{"INACTIVE"}}))), 50)
		})
		t.Run("an undo while it runs stops it first", func(t *testing.T) {
			before := everybody(hub, all)
			a := admin.Must(bulkUpdate, vars{"in": vars{"userIds": ids, "delete": true}})
			undone := admin.Must(undoRun, vars{"t": a.Text("bulkUpdateUsers.undo.token")})
			equal(t, "undone", undone.At("undo.undone"), any(true))
			run := after(admin, hub, a.Text("bulkUpdateUsers.jobRun.id"))
			equal(t, "reversed", undone.Int("undo.report.reversed"), run.Int("node.handled"))
			hub.Settle()
			equal(t, "everybody", everybody(hub, all), before)
		})
		t.Run("stopped, what was done stays", func(t *testing.T) {
			a := admin.Must(bulkUpdate, vars{"in": vars{"userIds": ids, "status": "ACTIVE"}})
			stopped := admin.Must(stopRun, vars{"in": vars{"id": a.Text("bulkUpdateUsers.jobRun.id")}})
			hub.Settle()
			done := stopped.Int("stopRun.jobRun.handled")
			equal(t, "who is active in the group", len(strings.Fields(found(admin, vars{"groupIds": []string{groupID(staff)}, "status": []string{"ACTIVE"}}))), done)
		})
	})
}

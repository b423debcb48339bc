package graph_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/transfer"
)

// fetch downloads a path of the hub.
func fetch(t *testing.T, c *hubtest.Client, hub *hubtest.Hub, path string) *http.Response {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, hub.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = c.Header.Clone()
	response, err := c.HTTP().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

// many are rows of new users.
func many(n int) []string {
	rows := []string{"Email,First Name,Last Name,Title"}
	for i := range n {
		rows = append(rows, fmt.Sprintf("p%d@example.org,P,Person %d,Boss", i, i))
	}
	return rows
}

// The rows with problems come back as a file, with the problem and the fix; mended, it is imported as it is.
func TestImportProblemFile(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		_, done := bringIn(admin, hub, nil, nil, "Email,First Name,Last Name,Address,Status", "a@example.org,Ana,Adams,,", "b@example.org,,Berg,\"1, Road\",Asleep",
			"c@example.org,Cai,Cole,,", "d@example.org,=1+1,,,")
		equal(t, "the run", came(done), "DONE 4 4 2 0 0 2 0")
		response := fetch(t, admin, hub, done.Text("node.problemFileUrl"))
		file, err := excelize.OpenReader(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		rows, err := file.GetRows("Sheet1")
		if err != nil || len(rows) != 3 {
			t.Fatalf("%v %v", rows, err)
		}
		equal(t, "the headings", strings.Join(rows[0], "|"), "Problem|Fix|Email|First Name|Last Name|Address|Status")
		equal(t, "a row", strings.Join(rows[1], "|"), "Status: This is neither Active nor Inactive.|Active or Inactive.|b@example.org||Berg|1, Road|Asleep")
		equal(t, "a formula", strings.Join(rows[2][2:], "|"), "d@example.org|=1+1")
		for cell, value := range map[string]string{"D2": "Bo", "G2": "Active", "E3": "Dahl"} {
			if err := file.SetCellStr("Sheet1", cell, value); err != nil {
				t.Fatal(err)
			}
		}
		mended, err := file.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		a := admin.Send(checkImport, nil, "problems.xlsx", bytes.NewReader(mended.Bytes()))
		again := imported(admin, hub, settledImport(admin, hub, a.Text("checkImport.import.id")), nil)
		equal(t, "what was mended", came(again), "DONE 2 2 2 0 0 0 0")
		equal(t, "who it was", userOf(hub, "d@example.org").FirstName, "=1+1")
		equal(t, "no file where nothing is wrong", again.At("node.problemFileUrl"), nil)
	})
}

// Taking back removes whom the import made, gives back what others had, and leaves alone whoever was changed again since.
func TestImportUndo(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		ana, bo := hub.User("ana@example.org", nil), hub.User("bo@example.org", nil)
		before := everybody(hub, []*ent.User{ana})
		_, done := bringIn(admin, hub, nil, nil, "Email,First Name,Last Name,Title,Groups,Company,Status", "ana@example.org,,,Boss,Board,Acme,Inactive", "bo@example.org,,,Boss,,,",
			"cai@example.org,Cai,Cole,,Board,,", "dag@example.org,Dag,Dahl,,,Harbour,", "eve@example.org,Eve,Eng,,,,")
		id := done.Text("node.id")
		equal(t, "until when", done.Text("node.undoableUntil"), hub.Clock.Now().Add(30*24*time.Hour).UTC().Format("2006-01-02T15:04")+done.Text("node.undoableUntil")[16:])
		admin.Must(updateUser, to(hub, userOf(hub, "bo@example.org"), vars{"title": "Chief"}))
		admin.Must(updateUser, to(hub, userOf(hub, "dag@example.org"), vars{"title": "Chief"}))
		admin.Must(`mutation($in:UserIDInput!){deleteUser(input:$in){userErrors{code}}}`, vars{"in": vars{"userId": userID(userOf(hub, "eve@example.org"))}})
		undone := admin.Must(undoImport, vars{"in": vars{"id": id}})
		at := "undoImport.import."
		equal(t, "the state", undone.Text(at+"state"), "UNDONE")
		equal(t, "reversed", undone.Int(at+"undoReport.reversed"), 2)
		var kept []string
		for i := range undone.At(at + "undoReport.kept").([]any) {
			one := fmt.Sprintf("%sundoReport.kept.%d.", at, i)
			kept = append(kept, undone.Text(one+"name")+": "+undone.Text(one+"reason"))
		}
		equal(t, "kept", strings.Join(kept, "\n"), "Ana Adams: This user was changed again since.\nDag Dahl: This user was changed again since.\nEve Eng: This user was changed again since.")
		equal(t, "Ana", everybody(hub, []*ent.User{ana}), before)
		equal(t, "Bo", userOf(hub, "bo@example.org").Version, bo.Version+2)
		admin.Ask(undoImport, vars{"in": vars{"id": id}}).Said("undoImport", "INVALID")
		system := hubtest.System()
		for _, company := range hub.Store.Ent(system).Company.Query().AllX(system) {
			equal(t, "the company that is left", company.Name, "Harbour")
		}
		equal(t, "the groups that are left", hub.Store.Ent(system).Group.Query().CountX(system), 1)
	})
}

// A large one is taken back in the background; while it runs, taking back stops it first; after 30 days it is too late, and the
// file and what was copied from it are gone.
func TestImportUndoLater(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		check := checked(admin, hub, "people.csv", lines(many(300)...), nil)
		id := check.Text("node.id")
		admin.Must(runImport, vars{"in": vars{"id": id}})
		again := admin.Ask(runImport, vars{"in": vars{"id": id}})
		if state := again.Text("runImport.import.state"); state != "RUNNING" && admin.Must(importByID, vars{"id": id}).Text("node.state") != "DONE" {
			t.Errorf("a second click: %s", again.Body)
		}
		hubtest.Eventually(t, "some are there", func() bool { return admin.Must(importByID, vars{"id": id}).Int("node.added") > 0 })
		admin.Must(undoImport, vars{"in": vars{"id": id}})
		undone := settledImport(admin, hub, id)
		equal(t, "the state", undone.Text("node.state"), "UNDONE")
		equal(t, "reversed", undone.Int("node.undoReport.reversed"), undone.Int("node.added"))
		system := hubtest.System()
		equal(t, "who is left", hub.Store.Ent(system).User.Query().Where(user.FirstName("P")).CountX(system), 0)

		late := imported(admin, hub, checked(admin, hub, "people.csv", lines(append(many(2), "bad@example.org,,,")...), nil), nil)
		hub.Clock.Advance(transfer.Kept + time.Minute)
		admin.SignIn("mona@example.org", hubtest.Password)
		hub.Settle()
		hubtest.Eventually(t, "the file is erased", func() bool {
			hub.Clock.Advance(time.Hour)
			return admin.Must(importByID, vars{"id": late.Text("node.id")}).At("node.fileErasedAt") != nil
		})
		gone := admin.Must(importByID, vars{"id": late.Text("node.id")})
		equal(t, "what stays", came(gone), "DONE 3 3 2 0 0 1 0")
		equal(t, "issues, samples, file, undo", fmt.Sprint(gone.Int("node.issues.totalCount"), len(gone.At("node.columns.0.samples").([]any)), gone.At("node.problemFileUrl"), gone.At("node.undoableUntil")), "0 0 <nil> <nil>")
		admin.Ask(undoImport, vars{"in": vars{"id": late.Text("node.id")}}).Said("undoImport", "INVALID")
		equal(t, "pieces of files", hub.Store.Ent(system).ImportPart.Query().CountX(system), 0)
	})
}

// Stopped, what was done stays; progress is told while it goes on.
func TestImportStop(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		check := checked(admin, hub, "people.csv", lines(many(3000)...), nil)
		id := check.Text("node.id")
		admin.Must(runImport, vars{"in": vars{"id": id}})
		events := listenTo(t, admin, `subscription($id:ID!){importProgress(id:$id){state processed rows}}`, id)
		hubtest.Eventually(t, "some are there", func() bool { return admin.Must(importByID, vars{"id": id}).Int("node.processed") > 0 })
		stopped := admin.Must(stopImport, vars{"in": vars{"id": id}})
		hub.Settle()
		after := admin.Must(importByID, vars{"id": id})
		equal(t, "the state", after.Text("node.state"), "STOPPED")
		equal(t, "how far", after.Int("node.processed"), stopped.Int("stopImport.import.processed"))
		system := hubtest.System()
		equal(t, "who is there", hub.Store.Ent(system).User.Query().Where(user.FirstName("P")).CountX(system), after.Int("node.added"))
		admin.Ask(runImport, vars{"in": vars{"id": id}}).Said("runImport", "INVALID")
		told := ""
		for line := events.next(); line != ""; line = events.next() {
			told += line + "\n"
		}
		if !strings.Contains(told, `"importProgress"`) || !strings.Contains(told, `"STOPPED"`) || !strings.Contains(told, "event: complete") {
			t.Errorf("the stream told %s", told)
		}
	})
}

// A check that is stopped made nobody, and nothing of it can be taken back.
func TestImportStopCheck(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		rows := hub.Rows()
		id := admin.Send(checkImport, nil, "people.csv", lines(append([]string{"Email,First Name,Last Name,Title", "x@example.org,X,,"}, many(4000)[1:]...)...)).Text("checkImport.import.id")
		hubtest.Eventually(t, "some are looked at", func() bool { return admin.Must(importByID, vars{"id": id}).Int("node.added") > 0 })
		admin.Ask(undoImport, vars{"in": vars{"id": id}}).Said("undoImport", "INVALID")
		admin.Must(stopImport, vars{"in": vars{"id": id}})
		hub.Settle()
		stopped := admin.Must(importByID, vars{"id": id})
		equal(t, "what it came to", fmt.Sprint(stopped.Text("node.state"), stopped.Int("node.added"), stopped.Int("node.updated"), stopped.Int("node.unchanged"), stopped.At("node.undoableUntil")), "STOPPED0 0 0 <nil>")
		equal(t, "its problems", fmt.Sprint(stopped.Int("node.failed"), problems(stopped)), "12 Last Name C2 REQUIRED ERROR")
		refused := admin.Ask(undoImport, vars{"in": vars{"id": id}})
		refused.Said("undoImport", "INVALID")
		equal(t, "the sentence", refused.Text("undoImport.userErrors.0.message"), "This import changed nobody, so there is nothing to take back.")
		equal(t, "the users", hub.Rows()["users"], rows["users"])
	})
}

// Whoever has set a password since is not taken away, whether the import gave them their account or somebody did later.
func TestImportUndoInUse(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		_, done := bringIn(admin, hub, vars{"notify": "IMMEDIATELY"}, nil, "Email,First Name,Last Name,Send Invitation",
			"ann@example.org,Ann,Adams,yes", "ben@example.org,Ben,Berg,", "cai@example.org,Cai,Cole,yes")
		admin.Must(createAccount, vars{"in": vars{"userId": userID(userOf(hub, "ben@example.org")), "account": vars{}}})
		hub.Settle()
		for _, address := range []string{"ann@example.org", "ben@example.org"} {
			hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, address), "p": hubtest.Password})
		}
		undone := admin.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		at := "undoImport.import.undoReport."
		equal(t, "removed", undone.Int(at+"reversed"), 1)
		why := "This user was changed again since: they have set a password."
		equal(t, "kept", fmt.Sprint(undone.Text(at+"kept.0.name"), undone.Text(at+"kept.0.reason"), undone.Text(at+"kept.1.name"), undone.Text(at+"kept.1.reason")),
			"Ann Adams"+why+"Ben Berg"+why)
		userOf(hub, "ben@example.org")
	})
}

package graph_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	importFields = `id state fileName rows processed added updated unchanged failed warned reason undoableUntil problemFileUrl fileErasedAt isOwn
		columns{heading samples field} issues(first:50){totalCount edges{node{row column cell code message severity}}}
		undoReport{reversed kept{entityId name reason} failed{name reason}}`
	importPayload = `{import{` + importFields + `} userErrors{code field message params} warnings{code}}}`
	checkImport   = `mutation($file:Upload!,$o:ImportOptions){checkImport(file:$file,options:$o)` + importPayload
	mapImport     = `mutation($in:MapImportInput!){mapImport(input:$in)` + importPayload
	runImport     = `mutation($in:RunImportInput!){runImport(input:$in)` + importPayload
	stopImport    = `mutation($in:IDInput!){stopImport(input:$in)` + importPayload
	undoImport    = `mutation($in:IDInput!){undoImport(input:$in)` + importPayload
	importByID    = `query($id:ID!){node(id:$id){... on Import{` + importFields + `}}}`
)

// lines is a file of separated values, row by row.
func lines(rows ...string) *strings.Reader {
	return strings.NewReader(strings.Join(rows, "\r\n") + "\r\n")
}

// xlsx is a workbook made by a library, row by row.
func xlsx(t testing.TB, rows ...[]string) *bytes.Buffer {
	t.Helper()
	f := excelize.NewFile()
	for i, cells := range rows {
		for j, cell := range cells {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err == nil {
				err = f.SetCellStr("Sheet1", at, cell)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	buffer, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buffer
}

// settledImport is an import once nothing goes on in it.
func settledImport(c *hubtest.Client, hub *hubtest.Hub, id string) *hubtest.Answer {
	hub.T.Helper()
	var a *hubtest.Answer
	hubtest.Eventually(hub.T, "the import ended", func() bool {
		a = c.Must(importByID, vars{"id": id})
		return !slices.Contains([]string{"CHECKING", "RUNNING", "UNDOING"}, a.Text("node.state"))
	})
	return a
}

// checked uploads a file and waits for its check.
func checked(c *hubtest.Client, hub *hubtest.Hub, name string, file *strings.Reader, options vars) *hubtest.Answer {
	hub.T.Helper()
	a := c.Send(checkImport, vars{"o": options}, name, file)
	if len(a.Errors) > 0 || len(a.Codes("checkImport")) > 0 {
		hub.T.Fatalf("the file was refused: %s", a.Body)
	}
	return settledImport(c, hub, a.Text("checkImport.import.id"))
}

// imported runs what was checked and waits for it.
func imported(c *hubtest.Client, hub *hubtest.Hub, check *hubtest.Answer, in vars) *hubtest.Answer {
	hub.T.Helper()
	if in == nil {
		in = vars{}
	}
	in["id"] = check.Text("node.id")
	c.Must(runImport, vars{"in": in})
	return settledImport(c, hub, check.Text("node.id"))
}

// came is what an import came to: state, rows, processed, added, updated, unchanged, failed, warned.
func came(a *hubtest.Answer) string {
	line := a.Text("node.state")
	for _, field := range []string{"rows", "processed", "added", "updated", "unchanged", "failed", "warned"} {
		line += fmt.Sprint(" ", a.Int("node."+field))
	}
	return line
}

// problems are the issues of an import, in a line each.
func problems(a *hubtest.Answer) string {
	var all []string
	edges, _ := a.At("node.issues.edges").([]any)
	for i := range edges {
		at := fmt.Sprintf("node.issues.edges.%d.node.", i)
		all = append(all, fmt.Sprintf("%d %s %s %s %s", a.Int(at+"row"), a.Text(at+"column"), a.Text(at+"cell"), a.Text(at+"code"), a.Text(at+"severity")))
	}
	return strings.Join(all, "\n")
}

// A file is checked by what the run will do, run, and taken back; the check writes nobody.
func TestImport(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		ana := hub.User("ana@example.org", nil)
		file := []string{
			"Email,First Name,Last Name,Title,Company,Groups,Role,Status,Send Invitation,Note",
			"bo@example.org,Bo,Berg,Chair,Harbour Trust,Board; Staff,Member,Active,,Likes tea",
			"ANA@example.org,Ana,Adams,,,,,,,",
			"cai@example.org,Cai,,,,,,,,",
			"dag@example.org,Dag,Dahl,,,Board,,Inactive,,",
			"ana@example.org,Anna,Adams,Boss,,,,,,",
			"eve@example.org,Eve,Eriksen,,,,Wizard,,,",
		}
		rows := hub.Rows()
		check := checked(admin, hub, "people.csv", lines(file...), nil)
		equal(t, "the check", came(check), "CHECKED 6 6 2 0 1 3 0")
		equal(t, "its problems", problems(check), "4 Last Name C4 REQUIRED ERROR\n6 Email A6 TAKEN ERROR\n7 Role G7 UNKNOWN ERROR")
		kinds := `query($id:ID!){node(id:$id){... on Import{isOwn errors:issues(first:9,severity:ERROR){totalCount edges{node{row}}} warnings:issues(first:9,severity:WARNING){totalCount}}}}`
		counted := admin.Must(kinds, vars{"id": check.Text("node.id")})
		equal(t, "of each kind", fmt.Sprint(counted.At("node.isOwn"), counted.Int("node.errors.totalCount"), counted.Int("node.warnings.totalCount"), counted.Int("node.errors.edges.2.node.row")), "true 3 0 7")
		for _, table := range []string{"users", "groups", "companies", "changes", "messages"} {
			equal(t, "rows of "+table, hub.Rows()[table], rows[table])
		}
		done := imported(admin, hub, check, nil)
		equal(t, "the run", came(done), "DONE 6 6 2 0 1 3 0")
		bo := userOf(hub, "bo@example.org")
		read := admin.Must(`query($id:ID!){node(id:$id){... on User{title note company{name} memberships{group{name}} role{name} account{state}}}}`, vars{"id": userID(bo)})
		equal(t, "Bo", fmt.Sprint(read.Text("node.title"), read.Text("node.note"), read.Text("node.company.name"), read.Text("node.role.name"), read.At("node.account"),
			len(read.At("node.memberships").([]any))), "ChairLikes teaHarbour TrustMember<nil> 2")
		equal(t, "Dag", userOf(hub, "dag@example.org").Status, user.StatusINACTIVE)
		equal(t, "Ana", userOf(hub, "ana@example.org").Version, ana.Version)

		undone := admin.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		equal(t, "the state", undone.Text("undoImport.import.state"), "UNDONE")
		equal(t, "reversed", undone.Int("undoImport.import.undoReport.reversed"), 2)
		equal(t, "its problems, still", problems(admin.Must(importByID, vars{"id": done.Text("node.id")})), problems(done))
		mistakes, err := excelize.OpenReader(fetch(t, admin, hub, undone.Text("undoImport.import.problemFileUrl")).Body)
		if err != nil {
			t.Fatal(err)
		}
		defer mistakes.Close()
		if rows, err := mistakes.GetRows("Sheet1"); err != nil || len(rows) != 4 {
			t.Errorf("the file of them has %v: %v", rows, err)
		}
		system := hubtest.System()
		left, err := hub.Store.Ent(system).User.Query().Where(user.EmailIn("bo@example.org", "dag@example.org")).All(system)
		if err != nil || len(left) != 0 {
			t.Errorf("%d are still there: %v", len(left), err)
		}
		for table, n := range map[string]func() (int, error){
			"companies": func() (int, error) { return hub.Store.Ent(system).Company.Query().Count(system) },
			"groups":    func() (int, error) { return hub.Store.Ent(system).Group.Query().Count(system) },
		} {
			if count, err := n(); err != nil || count != map[string]int{"companies": 0, "groups": 1}[table] {
				t.Errorf("%d %s are left: %v", count, table, err)
			}
		}
	})
}

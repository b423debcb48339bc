package graph_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/transfer"
)

// sentBack uploads a file and waits for its check.
func sentBack(c *hubtest.Client, hub *hubtest.Hub, name string, file []byte) *hubtest.Answer {
	hub.T.Helper()
	a := c.Send(checkImport, vars{}, name, bytes.NewReader(file))
	if len(a.Errors) > 0 || len(a.Codes("checkImport")) > 0 {
		hub.T.Fatalf("the file was refused: %s", a.Body)
	}
	return settledImport(c, hub, a.Text("checkImport.import.id"))
}

// counts fails the test unless an import came to this.
func counts(t *testing.T, what string, a *hubtest.Answer, added, updated, unchanged, failed int) {
	t.Helper()
	if a.Int("node.added") != added || a.Int("node.updated") != updated || a.Int("node.unchanged") != unchanged || a.Int("node.failed") != failed {
		t.Errorf("%s: wanted %d, %d, %d, %d: %s", what, added, updated, unchanged, failed, a.Body)
	}
}

// An export that comes back untouched changes nothing; with one cell edited, one field of one user (seed 004).
func TestExportComesBack(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		u, _ := ada(hub)
		for i, text := range []string{"-", `\-`, "=1+1", "a; b", "'t Hart", "_x000D_", "漢字", "@x", "x\ty", "'=1+1", "+49 30 901820"} {
			hub.User(fmt.Sprintf("odd%d@example.org", i), func(in *account.CreateInput) {
				in.Title, in.Note, in.Address, in.NewGroups = text, text, text+"\n"+text, []string{text + " " + fmt.Sprint(i), "Everybody / all"}
				in.CompanyName, in.Subscribed = text+" Ltd", i%2 == 0
			})
		}
		for _, format := range []string{"XLSX", "CSV"} {
			one := wroteOut(admin, hub, vars{"format": format})
			_, file := fetched(admin, one.Text("node.url"))
			users := one.Int("node.rows")
			rows := hub.Rows()
			check := sentBack(admin, hub, "users."+strings.ToLower(format), file)
			counts(t, "an untouched "+format, check, 0, 0, users, 0)
			done := imported(admin, hub, check, nil)
			counts(t, "an untouched "+format+" that ran", done, 0, 0, users, 0)
			equal(t, "the journal after it", hub.Rows()["changes"], rows["changes"])
		}
		t.Run("as CSV, saved as a workbook, it changes nothing", func(t *testing.T) {
			one := wroteOut(admin, hub, vars{"format": "CSV"})
			_, file := fetched(admin, one.Text("node.url"))
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff")))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for i := range row { // as spreadsheets write it, and the library does not
					row[i] = strings.ReplaceAll(row[i], "_x000D_", "_x005F_x000D_")
				}
			}
			counts(t, "the workbook", sentBack(admin, hub, "users.xlsx", xlsx(t, rows...).Bytes()), 0, 0, one.Int("node.rows"), 0)
		})
		one := wroteOut(admin, hub, vars{})
		_, file := fetched(admin, one.Text("node.url"))
		check := sentBack(admin, hub, "users.xlsx", edited(t, file, "ada@example.org", "Title", "Countess"))
		counts(t, "one edited cell", check, 0, 1, one.Int("node.rows")-1, 0)
		rows := hub.Rows()
		imported(admin, hub, check, nil)
		equal(t, "the journal after it", hub.Rows()["changes"], rows["changes"]+1)
		told := admin.Must(`query($id:ID!){node(id:$id){...on User{title version changes(first:1){edges{node{fields{name old new}}}}}}}`, vars{"id": userID(u)})
		equal(t, "the title", told.Text("node.title"), "Countess")
		equal(t, "the fields that changed", fmt.Sprint(told.At("node.changes.edges.0.node.fields")), "[map[name:title new:Countess old:-]]")
		t.Run("and is stale afterwards", func(t *testing.T) {
			again := sentBack(admin, hub, "users.xlsx", edited(t, file, "ada@example.org", "Title", "Queen"))
			counts(t, "a stale row", again, 0, 0, one.Int("node.rows")-1, 1)
			equal(t, "the code", again.Text("node.issues.edges.0.node.code"), "CONFLICT")
		})
		t.Run("a consent is not given by a source that stood there", func(t *testing.T) {
			_, file := fetched(admin, wroteOut(admin, hub, vars{}).Text("node.url"))
			a := sentBack(admin, hub, "users.xlsx", edited(t, file, "odd1@example.org", "Email Communication", "Yes"))
			equal(t, "the rows with errors", a.Int("node.failed"), 1)
		})
	})
}

// edited is a file with one cell changed.
func edited(t *testing.T, file []byte, email, heading, text string) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	cells, err := book.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range cells {
		for j, name := range cells[0] {
			if name == heading && len(row) > 2 && row[2] == email {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if err := book.SetCellStr("Sheet1", at, text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The example imports as it is, without a mapping: its sample row is left out, and what is filled in below it is added.
func TestExample(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		board := newGroup(hub, "Board")
		admin, local := hub.Admin(), c.clients["company_administrator"]
		_, file := fetched(admin, "/imports/example.xlsx")
		book, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		cells, _ := book.GetRows("Users")
		notes, _ := book.GetComments("Users")
		lists, _ := book.GetDataValidations("Users")
		var wanted int
		for _, column := range transfer.Columns {
			if !column.ReadOnly {
				wanted++
			}
		}
		equal(t, "the headings", len(cells[0]), wanted)
		equal(t, "the notes", len(notes), wanted)
		equal(t, "the sample's mark", cells[1][0], transfer.SampleMark)
		equal(t, "the rows", len(cells), 2)
		if len(lists) < 8 {
			t.Errorf("there are %d lists to choose from", len(lists))
		}
		offered := func(c *hubtest.Client) string {
			_, file := fetched(c, "/imports/example.xlsx")
			book, err := excelize.OpenReader(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			defer book.Close()
			rows, _ := book.GetRows("Lists")
			return fmt.Sprint(rows)
		}
		for name, seen := range map[string][2]bool{"Global Administrator": {true, false}, "Member": {true, true}, "Home": {true, true}, "Away": {true, false}, "Secret": {true, false}} {
			equal(t, name+" is offered to an administrator", strings.Contains(offered(admin), name), seen[0])
			equal(t, name+" is offered to a company's", strings.Contains(offered(local), name), seen[1])
		}
		admin.Send(checkImport, vars{}, "example.xlsx", bytes.NewReader(file)).Said("checkImport", "BAD_FILE") // nobody is in it yet
		for i, cell := range map[string]string{"C3": "new@example.org", "D3": "Ana", "E3": "Adams", "O3": "Board", "M3": "Super User"} {
			if err := book.SetCellStr("Users", i, cell); err != nil {
				t.Fatal(err)
			}
		}
		filled, err := book.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		check := sentBack(admin, hub, "filled.xlsx", filled.Bytes())
		counts(t, "the example, filled in", check, 1, 0, 0, 0)
		imported(admin, hub, check, nil)
		told := admin.Must(`{userByEmail(email:"new@example.org"){role{name} groups(first:5){edges{node{id}}}}}`, nil)
		equal(t, "the role", told.Text("userByEmail.role.name"), "Super User")
		equal(t, "the group", told.Text("userByEmail.groups.edges.0.node.id"), groupID(board))
	})
}

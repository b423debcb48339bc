package graph_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/sheet"
)

const exportFields = `{id state format rows total headings isFiltered startedBy url expiresAt problem createdAt finishedAt}`

const (
	startExport = `mutation($in:StartExportInput!){startExport(input:$in){export` + exportFields + ` userErrors{code field message}}}`
	exportByID  = `query($id:ID!){node(id:$id){...on Export` + exportFields + `}}`
	allExports  = `{exports(first:50){totalCount edges{node` + exportFields + `}}}`
)

// wroteOut starts an export and waits until it is over.
func wroteOut(c *hubtest.Client, hub *hubtest.Hub, in vars) (a *hubtest.Answer) {
	hub.T.Helper()
	id := c.Must(startExport, vars{"in": in}).Text("startExport.export.id")
	hubtest.Eventually(hub.T, "the export to be over", func() bool {
		a = c.Must(exportByID, vars{"id": id})
		return a.At("node.finishedAt") != nil
	})
	return a
}

// fetched is what a client downloads: the status, and the body of what there is.
func fetched(c *hubtest.Client, path string) (status int, body []byte) {
	response := c.Get(path)
	defer response.Body.Close()
	body, _ = io.ReadAll(response.Body)
	return response.StatusCode, body
}

// table is a file of ours, by row and heading.
func table(t *testing.T, file []byte) (rows []map[string]string) {
	t.Helper()
	var cells [][]string
	if text, isText := bytes.CutPrefix(file, []byte("\ufeff")); isText {
		read, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range read {
			for i := range row {
				row[i] = sheet.Unguard(row[i])
			}
		}
		cells = read
	} else {
		book, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%v: %.200s", err, file)
		}
		defer book.Close()
		if cells, err = book.GetRows("Sheet1"); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range cells[1:] {
		one := map[string]string{}
		for i, cell := range row {
			one[cells[0][i]] = cell
		}
		rows = append(rows, one)
	}
	return rows
}

// rowOf is the row of an email.
func rowOf(t *testing.T, rows []map[string]string, email string) map[string]string {
	t.Helper()
	i := slices.IndexFunc(rows, func(r map[string]string) bool { return r["Email"] == email })
	if i < 0 {
		t.Fatalf("%s is not in %v", email, rows)
	}
	return rows[i]
}

// ada is somebody with something in every column.
func ada(hub *hubtest.Hub) (*ent.User, map[string]string) {
	acme, board, staff := newCompany(hub, "Acme / North"), newGroup(hub, "Board; 2027"), newGroup(hub, "Staff")
	contract, super, login := newContract(hub, acme, "C-1"), hub.Role(account.SuperUser), "ada"
	u := hub.User("ada@example.org", func(in *account.CreateInput) {
		in.Details = account.Details{FirstName: "Ada", LastName: "=1+1", Title: "-", CellPhone: "+49 30 901820", OfficePhone: "030", Extension: "7", Address: "1 Street\nTown"}
		in.CompanyID, in.RoleID, in.Note, in.Subscribed = &acme.ID, &super, "Likes tea.", false
		in.GroupIDs, in.ManagerOf = []int64{board.ID, staff.ID}, []int64{staff.ID}
		in.Assignments = []account.Assigned{{CompanyID: acme.ID, ContractID: &contract.ID}}
		in.Account = &account.NewAccount{LoginName: &login, Notify: entaccount.NotifyNEVER}
	})
	return u, map[string]string{
		"ID": userID(u), "Version": "1", "Email": "ada@example.org", "First Name": "Ada", "Last Name": "=1+1", "Title": `\-`, "Cell Phone": "+49 30 901820",
		"Office Phone": "030", "Extension": "7", "Address": "1 Street\nTown", "Company": "Acme / North", "Status": "Active", "Role": "Super User", "Global Admin": "No",
		"Groups": `Board\; 2027; Staff`, "Manager Of": "Staff", "Customers": `Acme \/ North / C-1`, "Account Email": "ada@example.org", "Login Name": "ada",
		"Email Communication": "No", "Note": "Likes tea.", "Account State": "Invited", "Created": hubtest.Start.Format("2006-01-02 15:04") + " UTC", "Updated": hubtest.Start.Format("2006-01-02 15:04") + " UTC",
	}
}

// An export has all that is known of everybody, as texts, in the table's words.
func TestStartExport(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		_, want := ada(hub)
		hub.User("bo@example.org", nil)
		for _, format := range []string{"XLSX", "CSV"} {
			t.Run(format, func(t *testing.T) {
				a := wroteOut(admin, hub, vars{"format": format})
				if a.Text("node.state") != "SUCCEEDED" || a.Int("node.rows") != 3 || a.Int("node.total") != 3 || a.At("node.isFiltered") != any(false) || a.Text("node.startedBy") != "Mona Kvam" {
					t.Fatalf("the export is %s", a.Body)
				}
				equal(t, "the headings", len(a.At("node.headings").([]any)), 28)
				status, file := fetched(admin, a.Text("node.url"))
				equal(t, "the status", status, http.StatusOK)
				got := rowOf(t, table(t, file), "ada@example.org")
				for heading, cell := range got {
					if want[heading] != cell {
						t.Errorf("%s is %q, not %q", heading, cell, want[heading])
					}
				}
				for heading, cell := range want {
					if got[heading] != cell {
						t.Errorf("%s is %q, not %q", heading, got[heading], cell)
					}
				}
				equal(t, "the end of the address", strings.HasSuffix(a.Text("node.url"), "."+strings.ToLower(format)), true)
				other := map[string]string{"XLSX": ".csv", "CSV": ".xlsx"}[format]
				status, _ = fetched(admin, "/exports/"+a.Text("node.id")+other)
				equal(t, "the status of the other format", status, http.StatusNotFound)
			})
		}
		t.Run("of a filter, with some columns in an order", func(t *testing.T) {
			a := wroteOut(admin, hub, vars{"filter": vars{"search": "ada@"}, "columns": []string{"Last Name", "email", "email"}, "format": "CSV"})
			_, file := fetched(admin, a.Text("node.url"))
			equal(t, "the file", string(file), "\ufeffLast Name,Email\r\n'=1+1,ada@example.org\r\n")
			equal(t, "whether it is filtered", a.At("node.isFiltered"), any(true))
		})
		t.Run("of nobody", func(t *testing.T) {
			a := wroteOut(admin, hub, vars{"filter": vars{"search": "nobody at all"}})
			_, file := fetched(admin, a.Text("node.url"))
			equal(t, "the rows", len(table(t, file)), 0)
		})
		t.Run("leaves out who is deleted", func(t *testing.T) {
			gone := hub.User("gone@example.org", nil)
			admin.Must(texts["deleteUser"], vars{"in": vars{"userId": userID(gone)}})
			a := wroteOut(admin, hub, vars{"columns": []string{"email"}, "format": "CSV"})
			_, file := fetched(admin, a.Text("node.url"))
			equal(t, "whether the deleted are there", strings.Contains(string(file), "gone@"), false)
		})
		t.Run("refuses what makes no sense", func(t *testing.T) {
			for _, columns := range [][]string{{"password"}, {"email", ""}, {"search"}} {
				answer := admin.Ask(startExport, vars{"in": vars{"columns": columns}})
				answer.Said("startExport", "UNKNOWN")
				equal(t, "the field", field(answer, "startExport"), "columns")
			}
			admin.Ask(startExport, vars{"in": vars{"columns": slices.Repeat([]string{"email"}, 200)}}).Said("startExport", "INVALID")
			admin.Ask(startExport, vars{"in": vars{"filter": vars{"roleIds": []string{"rubbish"}}}}).Said("startExport", "UNKNOWN")
			admin.Ask(startExport, vars{"in": vars{"format": "PDF"}}).Refused("BAD_USER_INPUT")
		})
		t.Run("is made once by two who send the same key", func(t *testing.T) {
			before := admin.Must(allExports, nil).Int("exports.totalCount")
			admin.Header.Set("Idempotency-Key", "once")
			defer admin.Header.Del("Idempotency-Key")
			for range 2 {
				admin.Must(startExport, vars{"in": vars{}})
			}
			admin.Header.Del("Idempotency-Key")
			equal(t, "the exports", admin.Must(allExports, nil).Int("exports.totalCount"), before+1)
		})
		t.Run("the columns on offer are those of the file", func(t *testing.T) {
			offered := admin.Must(`{sheetColumns{key heading required readOnly hint}}`, nil)
			equal(t, "how many", len(offered.At("sheetColumns").([]any)), 28)
			equal(t, "the first", offered.Text("sheetColumns.0.heading"), "ID")
		})
	})
}

// The file can be fetched for a day, by whoever asked for it and those who export everybody, as long as they see all of it.
func TestExportFile(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		admin := hub.Admin()
		hub.User("near@example.org", within(c.home))
		hub.User("far@example.org", within(c.away))
		local := c.clients["company_administrator"]
		mine := wroteOut(local, hub, vars{"format": "CSV"})
		_, file := fetched(local, mine.Text("node.url"))
		if !bytes.Contains(file, []byte("near@example.org")) || bytes.Contains(file, []byte("far@example.org")) {
			t.Errorf("a company's administrator exports %s", file)
		}
		plain := wroteOut(local, hub, vars{"format": "CSV", "columns": []string{"email"}})
		all := wroteOut(admin, hub, vars{})
		t.Run("is for nobody else", func(t *testing.T) {
			wanted := map[string][3]int{ // the company's with notes, without; everybody's with notes
				"stranger": {401, 401, 401}, "company_administrator": {200, 200, 404}, "away": {404, 404, 404},
				"portal_administrator": {404, 200, 404}, "global_administrator": {404, 200, 404}, "partner": {404, 200, 404},
			}
			for _, actor := range allActors {
				want, said := wanted[actor]
				if !said {
					want = [3]int{403, 403, 403}
				}
				for i, one := range []*hubtest.Answer{mine, plain, all} {
					status, _ := fetched(c.clients[actor], one.Text("node.url"))
					equal(t, fmt.Sprintf("the status of file %d for %s", i, actor), status, want[i])
				}
			}
			seen := c.clients["portal_administrator"].Must(exportByID, vars{"id": mine.Text("node.id")})
			if seen.Text("node.startedBy") == "" || seen.At("node.url") != nil {
				t.Errorf("who exports everybody sees who exported what, and no file with notes: %s", seen.Body)
			}
			equal(t, "what another company's administrator sees", c.clients["away"].Must(allExports, nil).Int("exports.totalCount"), 0)
			equal(t, "what the company's does", local.Must(allExports, nil).Int("exports.totalCount"), 2)
			for _, path := range []string{"/exports/rubbish.xlsx", "/exports/" + gid.Encode(ent.TypeExport, 1<<40) + ".csv", "/exports/" + userID(&ent.User{ID: 1}) + ".csv"} {
				status, _ := fetched(admin, path)
				equal(t, "the status of "+path, status, http.StatusNotFound)
			}
		})
		t.Run("is no more for whoever sees less now", func(t *testing.T) {
			boss, client := hub.Person("portal_administrator", "boss@example.org", within(c.home))
			a := wroteOut(client, hub, vars{"columns": []string{"email"}})
			admin.Must(updateUser, to(hub, boss, vars{"roleId": roleID(hub, "company_administrator")}))
			equal(t, "the address", client.Must(exportByID, vars{"id": a.Text("node.id")}).At("node.url"), nil)
			status, _ := fetched(client, a.Text("node.url"))
			equal(t, "the status", status, http.StatusNotFound)
			admin.Must(updateUser, to(hub, boss, vars{"roleId": roleID(hub, "member")}))
			status, _ = fetched(client, a.Text("node.url"))
			equal(t, "the status without the right", status, http.StatusForbidden)
		})
		t.Run("is erased after a day, and the export stays", func(t *testing.T) {
			hub.Clock.Advance(24*time.Hour - time.Minute)
			admin.SignIn("mona@example.org", hubtest.Password)
			status, _ := fetched(admin, all.Text("node.url"))
			equal(t, "the status before", status, http.StatusOK)
			hub.Clock.Advance(time.Minute)
			status, _ = fetched(admin, all.Text("node.url"))
			equal(t, "the status after", status, http.StatusNotFound)
			hubtest.Eventually(t, "the pieces to be erased", func() bool {
				return hub.Rows()["export_pieces"] == 0
			})
			equal(t, "the exports that are known", admin.Must(allExports, nil).Int("exports.totalCount"), 4)
		})
	})
}

// An export stops when whoever asked for it may not see all of it any more, and says so.
func TestExportStops(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		boss, err := hub.Accounts.CreateAdministrator(context.Background(), account.Administrator{Email: "boss@example.org", FirstName: "Bo", LastName: "Boss", Password: hubtest.Password})
		if err != nil {
			t.Fatal(err)
		}
		client := hub.Stranger()
		client.SignIn("boss@example.org", hubtest.Password)
		var ids []string
		for range 3 {
			ids = append(ids, client.Must(startExport, vars{"in": vars{}}).Text("startExport.export.id"))
		}
		t.Run("and waits for others", func(t *testing.T) {
			for range 2 {
				client.Must(startExport, vars{"in": vars{"columns": []string{"email"}}})
			}
			client.Ask(startExport, vars{"in": vars{}}).Refused("RATE_LIMITED")
		})
		admin.Must(updateUser, to(hub, boss, vars{"roleId": roleID(hub, "super_user")}))
		client.Ask(allExports, nil).Refused("FORBIDDEN")
		begin(hub)
		hub.Settle()
		for _, id := range ids {
			a := admin.Must(exportByID, vars{"id": id})
			if a.Text("node.state") != "CANCELLED" || a.Text("node.problem") == "" || a.At("node.url") != nil {
				t.Errorf("the export is %s", a.Body)
			}
		}
	})
}

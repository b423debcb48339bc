package transfer_test

import (
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/transfer"
)

// odd are texts that a careless table would read as something else.
var odd = []string{"", "-", `\-`, `\\-`, "a; b", `a\; b`, `a\`, "/", "//", "/a/", "Acme / North", "A/S Norsk", `C:\-`, "=1+1", "#N/A", `\#N/A`, "; ;", "Yes", "_x000D_"}

// TestColumns holds the table of the spreadsheet.
func TestColumns(t *testing.T) {
	t.Run("has the headings of the contract, in its order", func(t *testing.T) {
		want := "ID, Version, Email, First Name, Last Name, Title, Cell Phone, Office Phone, Extension, Address, Company, Status, Role, Global Admin, " +
			"Groups, Manager Of, Customers, Account Email, Login Name, Send Invitation, Email Communication, Consent Source, Note"
		var have []string
		for _, c := range transfer.Columns {
			if !c.ReadOnly {
				have = append(have, c.Heading)
			}
			if c.Hint == "" || transfer.ColumnNamed(c.Key) != c || transfer.ColumnNamed(strings.ToUpper(c.Heading)+" ") != c || transfer.ColumnOf([]string{c.Key}) != c {
				t.Errorf("%s is not found by its heading and its key, or has no hint", c.Heading)
			}
		}
		if got := strings.Join(have, ", "); got != want {
			t.Errorf("have %s", got)
		}
	})
	t.Run("is read by Portico itself and not by strangers", func(t *testing.T) {
		all := transfer.ReadableColumns(&viewer.Viewer{Kind: viewer.System, Reach: viewer.Everything})
		if len(all) != len(transfer.Columns) {
			t.Errorf("%d of %d columns are in the table of fields", len(all), len(transfer.Columns))
		}
		if some := transfer.ReadableColumns(nil); len(some) != 0 {
			t.Errorf("a stranger reads %s", some[0].Heading)
		}
		super := &viewer.Viewer{Kind: viewer.User, Reach: viewer.Everything, Permissions: []viewer.Permission{viewer.UsersRead}}
		if transfer.ColumnNamed("note").Readable(super) {
			t.Error("notes take a right of their own")
		}
	})
	t.Run("reads what it wrote", func(t *testing.T) {
		now := time.Date(2026, 11, 22, 14, 5, 0, 0, time.UTC)
		for i, a := range odd {
			b := odd[(i+1)%len(odd)]
			was := &transfer.Record{
				ID: 7, Version: 3, Email: "ana@example.org", FirstName: "x" + a, LastName: "x" + b, Title: a, CellPhone: b, Address: a + "\n" + b + "x",
				Company: a, Status: user.StatusINACTIVE, Role: "r" + b, GlobalAdmin: i%2 == 0, Groups: filled(a, b, "Staff"), ManagerOf: filled(b),
				AccountEmail: "ana@example.org", LoginName: "x" + a, Subscribed: i%2 == 1, ConsentSource: "x" + b, Note: b,
				AccountState: account.Active, LastSignIn: &now, Created: now,
			}
			for _, name := range filled(a, b, "Acme") {
				was.Customers = append(was.Customers, transfer.Customer{Company: name, Contract: b})
			}
			was.Address = strings.TrimSpace(was.Address)
			is := &transfer.Record{}
			for _, c := range transfer.Columns {
				cell := c.Text(was)
				if err := c.Read(is, cell); err != nil {
					t.Errorf("%s: %q: %v", c.Heading, cell, err)
				}
				if !c.ReadOnly && !c.Same(was, is) {
					t.Errorf("%s: %q was read as %q", c.Heading, cell, c.Text(is))
				}
				if is.Says(c.Key) != (cell != "" && !c.ReadOnly) {
					t.Errorf("%s: %q says something: %t", c.Heading, cell, is.Says(c.Key))
				}
			}
		}
	})
	t.Run("takes away what a dash stands for, where there may be nothing", func(t *testing.T) {
		for _, c := range transfer.Columns {
			r := &transfer.Record{Title: "x", Note: "x", Groups: []string{"x"}, Customers: []transfer.Customer{{Company: "x"}}, Company: "x"}
			switch err := c.Read(r, " - "); {
			case c.ReadOnly:
			case err == nil && (c.Text(r) != "" || !r.Says(c.Key)):
				t.Errorf("%s still has %q", c.Heading, c.Text(r))
			case err != nil && !fault.Is(err, fault.Invalid):
				t.Errorf("%s: %v", c.Heading, err)
			case c.Required && err == nil:
				t.Errorf("%s was taken away", c.Heading)
			}
		}
	})
	t.Run("reads what people type", func(t *testing.T) {
		r := &transfer.Record{}
		for key, cell := range map[string]string{"status": "inactive", "isGlobalAdmin": "TRUE", "emailSubscribed": "0", "groups": " Board ;; Staff;", "customers": "Acme  /  C-1; Harbour"} {
			if err := transfer.ColumnNamed(key).Read(r, cell); err != nil {
				t.Errorf("%s: %v", key, err)
			}
		}
		if r.Status != user.StatusINACTIVE || !r.GlobalAdmin || r.Subscribed || len(r.Groups) != 2 || r.Customers[0] != (transfer.Customer{Company: "Acme", Contract: "C-1"}) {
			t.Errorf("read %+v", r)
		}
		for key, cell := range map[string]string{"status": "Maybe", "isGlobalAdmin": "perhaps", "id": "7", "version": "1.5", "customers": "A / B / C"} {
			if err := transfer.ColumnNamed(key).Read(r, cell); err == nil {
				t.Errorf("%s: %q was read", key, cell)
			}
		}
	})
	t.Run("refuses what a formula came to in error", func(t *testing.T) {
		for _, c := range transfer.Columns {
			for _, cell := range []string{"#N/A", " #DIV/0! ", "#¡REF!", sheet.Uncalculated} {
				if err := c.Read(&transfer.Record{}, cell); !c.ReadOnly && !fault.Is(err, fault.Invalid) {
					t.Errorf("%s: %q: %v", c.Heading, cell, err)
				}
			}
		}
		if err := transfer.ColumnNamed("title").Read(&transfer.Record{}, "#1"); err != nil {
			t.Error(err)
		}
	})
	t.Run("knows the sample row until somebody writes over it", func(t *testing.T) {
		if !transfer.IsSample(" sample, not imported", "Ana.Sample@example.org") || transfer.IsSample(transfer.SampleMark, "bo@example.org") || transfer.IsSample("", "ana.sample@example.org") {
			t.Error("the sample row is the one with the mark and the sample's email")
		}
		r := &transfer.Record{}
		if err := transfer.ColumnNamed("id").Read(r, transfer.SampleMark); err != nil || r.Says("id") {
			t.Errorf("the mark beside another email says nothing: %v", err)
		}
	})
}

// filled are the names that are not empty, each once.
func filled(all ...string) (some []string) {
	for _, name := range all {
		if name != "" {
			some = append(some, name)
		}
	}
	return some
}

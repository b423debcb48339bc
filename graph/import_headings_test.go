package graph_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/transfer"
)

// ourHeadings are those of a file of ours, without the ones for information.
func ourHeadings() (all []string) {
	for _, c := range transfer.Columns {
		if !c.ReadOnly {
			all = append(all, c.Heading)
		}
	}
	return all
}

// fields are what the columns of an import are, in their order.
func fields(a *hubtest.Answer, at string) string {
	var all []string
	columns, _ := a.At(at + ".columns").([]any)
	for i := range columns {
		one := fmt.Sprintf("%s.columns.%d.", at, i)
		field := a.Text(one + "field")
		if field == "" {
			field = "?"
		}
		all = append(all, a.Text(one+"heading")+"="+field)
	}
	return strings.Join(all, ", ")
}

// Headings of ours need no question; changed ones are refused with their cell, foreign ones are matched or asked about.
func TestImportHeadings(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		row := func(cells []string) string { return strings.Join(cells, ",") }
		send := func(rows ...string) *hubtest.Answer {
			return admin.Send(checkImport, nil, "people.csv", lines(rows...))
		}
		person := strings.Repeat(",", 2) + "ana@example.org,Ana,Adams" + strings.Repeat(",", 18)
		rows := hub.Rows()
		t.Run("a heading of ours that was changed: nothing saved, the cell named", func(t *testing.T) {
			changed := ourHeadings()
			changed[2] = "E-mail"
			a := send(row(changed), person)
			a.Said("checkImport", "HEADINGS_CHANGED")
			equal(t, "the cell", a.Text("checkImport.userErrors.0.params.cell"), "C1")
			equal(t, "the sentence", a.Text("checkImport.userErrors.0.message"), "The heading in C1 was changed: it was “Email”. Put it back, and upload the file again. Nothing was saved.")
			empty, twice := ourHeadings(), ourHeadings()
			empty[3], twice[4] = "", "First Name"
			a = send(row(empty), person)
			a.Said("checkImport", "HEADINGS_CHANGED")
			equal(t, "the emptied cell", a.Text("checkImport.userErrors.0.params.cell"), "D1")
			a = send(row(twice), person)
			a.Said("checkImport", "HEADINGS_CHANGED")
			equal(t, "the doubled cell", a.Text("checkImport.userErrors.0.params.cell"), "E1")
			send("ID,Version,Vorname", ",,Ana").Said("checkImport", "HEADINGS_CHANGED")
		})
		t.Run("a first row that is data", func(t *testing.T) {
			a := send("Ana,Adams,ana@example.org", "Bo,Berg,bo@example.org")
			a.Said("checkImport", "HEADINGS_CHANGED")
			equal(t, "the sentence", a.Text("checkImport.userErrors.0.message"), "Row 1 must hold the headings. We found 'Ana' in A1.")
		})
		t.Run("no rows, no headings, no file", func(t *testing.T) {
			for _, text := range []string{"", "Email,First Name\n", "\nEmail\n", "\x00"} {
				admin.Send(checkImport, nil, "people.csv", strings.NewReader(text)).Said("checkImport", "BAD_FILE")
			}
			admin.Ask(checkImport, vars{"file": nil}).Refused("BAD_USER_INPUT")
			admin.Ask(checkImport, vars{"file": "text"}).Refused("BAD_USER_INPUT")
		})
		same(hub, rows)
		t.Run("ours in any order and spelling, some of them, with those for information and those of problems", func(t *testing.T) {
			a := send("Problem,Fix,last name,EMAIL,First Name,Created", ",,Adams,ana@example.org,Ana,2026-11-22")
			equal(t, "the state", a.Text("checkImport.import.state"), "CHECKING")
			equal(t, "the fields", fields(a, "checkImport.import"), "Problem=?, Fix=?, last name=lastName, EMAIL=email, First Name=firstName, Created=?")
			equal(t, "the rows", a.Int("checkImport.import.rows"), 1)
		})
		t.Run("what it answers of the columns can be sent back as it is", func(t *testing.T) {
			a := send(row(append(ourHeadings(), "Account State", "Created")), person+",Active,2026-11-22")
			equal(t, "the state", a.Text("checkImport.import.state"), "CHECKING")
			columns := []vars{}
			for i := range a.At("checkImport.import.columns").([]any) {
				one := fmt.Sprintf("checkImport.import.columns.%d.", i)
				columns = append(columns, vars{"heading": a.At(one + "heading"), "field": a.At(one + "field")})
			}
			b := admin.Ask(mapImport, vars{"in": vars{"id": a.Text("checkImport.import.id"), "columns": columns}})
			b.Said("mapImport")
			equal(t, "the fields", fields(b, "mapImport.import"), fields(a, "checkImport.import"))
		})
		t.Run("somebody else's ID and Version are asked about", func(t *testing.T) {
			a := send("ID,Email,First Name,Last Name", "4711,ana@example.org,Ana,Adams", "4712,bo@example.org,Bo,Berg")
			equal(t, "the state", a.Text("checkImport.import.state"), "NEEDS_MAPPING")
			equal(t, "the fields", fields(a, "checkImport.import"), "ID=?, Email=email, First Name=firstName, Last Name=lastName")
			a = send("ID,Version,Mail,Vorname,Nachname", "4711,3,ana@example.org,Ana,Adams")
			equal(t, "the state", a.Text("checkImport.import.state"), "NEEDS_MAPPING")
			equal(t, "the fields", fields(a, "checkImport.import"), "ID=?, Version=?, Mail=email, Vorname=firstName, Nachname=lastName")
			a = send("ID,Version,Email,First Name,Last Name", userID(hub.User("own@example.org", nil))+",1,own@example.org,Own,User")
			equal(t, "the state of ours", a.Text("checkImport.import.state"), "CHECKING")
		})
		t.Run("the sample row is not imported", func(t *testing.T) {
			a := send("ID,Version,Email,First Name,Last Name", "\"Sample, not imported\",,ana.sample@example.org,Ana,Sample", ",,bo@example.org,Bo,Berg")
			equal(t, "the rows", a.Int("checkImport.import.rows"), 1)
		})
		t.Run("foreign ones that are all clear", func(t *testing.T) {
			a := send("Nachname;Vorname;E-Mail-Adresse;Handy;Firma", "Adams;Ana;ana@example.org;;Acme")
			equal(t, "the state", a.Text("checkImport.import.state"), "CHECKING")
			equal(t, "the fields", fields(a, "checkImport.import"), "Nachname=lastName, Vorname=firstName, E-Mail-Adresse=email, Handy=cellPhone, Firma=company")
		})
		t.Run("foreign ones that are not wait to be told", func(t *testing.T) {
			a := send("Name,Surname,Mail,Shoe size,Mail,", "Ana,Adams,ana@example.org,38,x@example.org,z")
			equal(t, "the state", a.Text("checkImport.import.state"), "NEEDS_MAPPING")
			equal(t, "the fields", fields(a, "checkImport.import"), "Name=?, Surname=lastName, Mail=email, Shoe size=?, Mail (E)=?, (F)=?")
			equal(t, "a sample", a.Text("checkImport.import.columns.0.samples.0"), "Ana")
			id := a.Text("checkImport.import.id")
			mapped := func(columns ...vars) *hubtest.Answer {
				return admin.Ask(mapImport, vars{"in": vars{"id": id, "columns": columns}})
			}
			mapped(vars{"heading": "Nobody", "field": "email"}).Said("mapImport", "UNKNOWN")
			mapped(vars{"heading": "Name", "field": "shoeSize"}).Said("mapImport", "UNKNOWN")
			mapped(vars{"heading": "Name", "field": "lastName"}).Said("mapImport", "INVALID")
			mapped(vars{"heading": "Name", "field": "createdAt"}).Said("mapImport", "INVALID")
			mapped(vars{"heading": "Mail"}).Said("mapImport", "REQUIRED")
			admin.Ask(runImport, vars{"in": vars{"id": id}}).Said("runImport", "INVALID")
			b := mapped(vars{"heading": "Name", "field": "First Name"}, vars{"heading": "Shoe size", "field": nil})
			equal(t, "the state", b.Text("mapImport.import.state"), "CHECKING")
			equal(t, "the fields", fields(b, "mapImport.import"), "Name=firstName, Surname=lastName, Mail=email, Shoe size=?, Mail (E)=?, (F)=?")
		})
		t.Run("a refusal names the sheet where another may have been meant", func(t *testing.T) {
			book := excelize.NewFile()
			for _, name := range []string{"Board", "Staff"} {
				if _, err := book.NewSheet(name); err != nil {
					t.Fatal(err)
				}
				if err := book.SetCellStr(name, "A1", "Email"); err != nil {
					t.Fatal(err)
				}
			}
			file, err := book.WriteToBuffer()
			if err != nil {
				t.Fatal(err)
			}
			a := admin.Send(checkImport, nil, "people.xlsx", file)
			a.Said("checkImport", "BAD_FILE")
			if said := a.Text("checkImport.userErrors.0.message"); !strings.Contains(said, "“Board”") {
				t.Errorf("said %s", said)
			}
		})
		t.Run("a file from Excel in another place of the disk keeps its name only", func(t *testing.T) {
			a := admin.Send(checkImport, nil, `C:\Users\mona\Leute.xlsx`, xlsx(t, []string{"Email"}, []string{"ana@example.org"}))
			equal(t, "the name", a.Text("checkImport.import.fileName"), "Leute.xlsx")
		})
		t.Run("more than 50 MB", func(t *testing.T) {
			large := io.MultiReader(strings.NewReader("Email\n"), io.LimitReader(endless{}, 51<<20))
			a := admin.Send(checkImport, nil, "people.csv", large)
			equal(t, "the status", a.Status, 413)
			a.Refused("BAD_USER_INPUT")
		})
	})
}

// endless is text without an end.
type endless struct{}

// Read is more of it.
func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
		if i%64 == 0 {
			p[i] = '\n'
		}
	}
	return len(p), nil
}

// Two copies of one file in one request would be kept twice.
func TestImportOneFileARequest(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		rows := hub.Rows()
		admin.Send(`mutation($file:Upload!){a:checkImport(file:$file){import{id}} b:checkImport(file:$file){import{id}}}`, nil, "a.csv", lines("Email", "a@example.org")).
			Refused("BAD_USER_INPUT")
		same(hub, rows)
		t.Run("an upload that comes twice is kept once", func(t *testing.T) {
			twice := keyed(admin, "upload")
			first := twice.Send(checkImport, nil, "a.csv", lines("Email", "a@example.org"))
			equal(t, "the answer", string(twice.Send(checkImport, nil, "a.csv", lines("Email", "a@example.org")).Body), string(first.Body))
			twice.Send(checkImport, nil, "a.csv", lines("Email", "b@example.org")).Refused("BAD_USER_INPUT")
			equal(t, "the imports", admin.Must(`{imports(first:9){totalCount}}`, nil).Int("imports.totalCount"), 1)
		})
	})
}

// Rows with problems that come back mended are not asked about again: what their columns are was said of the file that they were in.
func TestImportMended(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		brings := func(actor string, rows ...string) *hubtest.Answer {
			return c.clients[actor].Send(checkImport, nil, "people.csv", lines(rows...))
		}
		const admin = "global_administrator"
		id := brings(admin, "Given,Surname,Mail,Shoe size", "Ana,,ana1@example.org,38").Text("checkImport.import.id")
		c.clients[admin].Must(mapImport, vars{"in": vars{"id": id, "columns": []vars{{"heading": "Given", "field": "firstName"}}}})
		equal(t, "the problem", problems(settledImport(c.clients[admin], hub, id)), "2 Surname B2 REQUIRED ERROR")
		mended := []string{"Problem,Fix,Given,Surname,Mail,Shoe size", "x,y,Ana,Adams,ana1@example.org,38"}
		equal(t, "another person", brings("portal_administrator", mended...).Text("checkImport.import.state"), "NEEDS_MAPPING")
		equal(t, "another file", brings(admin, "Problem,Fix,Given,Surname,Mail,Hat size", mended[1]).Text("checkImport.import.state"), "NEEDS_MAPPING")
		again := brings(admin, mended...)
		equal(t, "the fields", fields(again, "checkImport.import"), "Problem=?, Fix=?, Given=firstName, Surname=lastName, Mail=email, Shoe size=?")
		equal(t, "what it would do", came(settledImport(c.clients[admin], hub, again.Text("checkImport.import.id"))), "CHECKED 1 1 1 0 0 0 0")
	})
}

// Whoever brought a workbook is told which sheet is read, and that others are not.
func TestImportSheet(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		const asked = `query($id:ID!){node(id:$id){... on Import{sheet{name others}}}}`
		own, book := c.clients["company_administrator"], excelize.NewFile()
		_, err := book.NewSheet("Staff")
		for cell, text := range map[string]string{"A1": "Email", "A2": "ana@example.org"} {
			err = errors.Join(err, book.SetCellStr("Sheet1", cell, text), book.SetCellStr("Staff", cell, text))
		}
		file, failed := book.WriteToBuffer()
		if err = errors.Join(err, failed); err != nil {
			t.Fatal(err)
		}
		id := sentBack(own, hub, "people.xlsx", file.Bytes()).Text("node.id")
		equal(t, "the sheet", fmt.Sprint(own.Must(asked, vars{"id": id}).At("node.sheet")), "map[name:Sheet1 others:1]")
		equal(t, "the sheet, for somebody else", c.clients["global_administrator"].Must(asked, vars{"id": id}).At("node.sheet"), nil)
		id = sentBack(own, hub, "people.csv", []byte("Email\r\nana@example.org\r\n")).Text("node.id")
		equal(t, "the sheet of text", own.Must(asked, vars{"id": id}).At("node.sheet"), nil)
	})
}

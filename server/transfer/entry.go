package transfer

import (
	"hash/maphash"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/sheet"
)

// entry is one row of a file: what it says, or why it cannot be read.
type entry struct {
	row    int
	record *Record
	faults fault.List
	// twin is the row above of the same name in the same company, or 0.
	twin int
}

// reader makes entries of rows. It remembers who stood in the file before, so that nobody stands in it twice.
type reader struct {
	columns []*Match
	// placed are the columns of ours that the file has; telling are those of them that say who stands in a row, and where.
	placed, telling []placed
	// home is the name of the company to which new users belong whose rows name none, or "".
	home string
	seed maphash.Seed
	// people are the rows by what belongs to one user alone: ID, email, account email and login name; namesakes by name
	// and company; companies by name. The keys are hashes: there may be a million.
	people, namesakes, companies map[uint64]int32
}

// placed is a column of ours at its place in a file.
type placed struct {
	*Column
	place int
}

// tells are the keys of the columns that compare looks at.
var tells = []string{"id", "email", "accountEmail", "loginName", "firstName", "lastName", "company"}

func newReader(columns []*Match, home string) *reader {
	r := &reader{columns: columns, home: home, seed: maphash.MakeSeed(), people: map[uint64]int32{}, namesakes: map[uint64]int32{},
		companies: map[uint64]int32{}}
	for _, m := range columns {
		if m.Key == "" {
			continue
		}
		p := placed{ColumnNamed(m.Key), m.Place}
		if r.placed = append(r.placed, p); slices.Contains(tells, m.Key) {
			r.telling = append(r.telling, p)
		}
	}
	return r
}

// pass remembers who stands in a row that was done before. Nothing else of it is read: a turn far down a file passes many.
func (r *reader) pass(row sheet.Row) {
	if !isSample(r.columns, row.Cells) {
		r.entry(row, r.telling)
	}
}

// read makes an entry of a row; nil of the sample of our example.
func (r *reader) read(row sheet.Row) *entry {
	if isSample(r.columns, row.Cells) {
		return nil
	}
	e := r.entry(row, r.placed)
	if len(e.faults) == 0 && !e.record.Says("id") && !e.record.Says("email") {
		e.faults.Add(fault.Refuse(fault.Required, fault.At("email"), "Enter an email address."))
	}
	return e
}

// entry reads some columns of a row.
func (r *reader) entry(row sheet.Row, columns []placed) *entry {
	e := &entry{row: row.Number, record: &Record{}}
	for _, c := range columns {
		if c.place < len(row.Cells) {
			e.faults.Add(c.Read(e.record, row.Cells[c.place]))
		}
	}
	r.compare(e)
	return e
}

// compare looks whether somebody of this row stood in the file before.
func (r *reader) compare(e *entry) {
	is := e.record
	if is.ID != 0 {
		if first := r.first(r.people, e.row, "id", writeID(is)); first != 0 {
			e.faults.Add(twice("id", "The same ID", first))
		}
	}
	for _, name := range []struct{ key, text, what string }{
		{"email", is.Email, "The same address"}, {"accountEmail", is.AccountEmail, "The same address"}, {"loginName", is.LoginName, "The same login name"},
	} {
		if name.text == "" {
			continue
		}
		if first := r.first(r.people, e.row, "name", fold.Key(name.text)); first != 0 {
			e.faults.Add(twice(name.key, name.what, first))
		}
	}
	company := is.Company
	if !is.Says("company") {
		company = r.home
	}
	if company != "" && is.LastName != "" {
		e.twin = r.first(r.namesakes, e.row, fold.Key(company), string(fold.Sort(is.LastName, is.FirstName)))
	}
	if is.Company != "" {
		r.first(r.companies, e.row, fold.Key(is.Company))
	}
	for i, c := range is.Customers {
		_, is.Customers[i].made = r.companies[r.hash(fold.Key(c.Company))]
	}
}

// again refuses a row about a user who stood in the file before, the one time by their ID, the other by their email: which it is of
// whom is known only here.
func (r *reader) again(e *entry, u *gen.User) error {
	key := "email"
	if e.record.Says("id") {
		key = "id"
	}
	for _, named := range []uint64{r.hash("id", writeID(&Record{ID: u.ID})), r.hash("name", fold.Key(u.Email))} {
		if first := int(r.people[named]); first != 0 && first < e.row {
			return twice(key, "The same user", first)
		}
	}
	return nil
}

func twice(key, what string, first int) error {
	return fault.Refusef(fault.CodeTaken, fault.At(key), "%s stands in row %d of this file.", what, first).With("row", first)
}

// first is the row that had the same before, or 0: then this one has it.
func (r *reader) first(among map[uint64]int32, row int, parts ...string) int {
	key := r.hash(parts...)
	if had := among[key]; had != 0 && int(had) != row {
		return int(had)
	}
	among[key] = int32(row)
	return 0
}

func (r *reader) hash(parts ...string) uint64 {
	var h maphash.Hash
	h.SetSeed(r.seed)
	for _, part := range parts {
		_, _ = h.WriteString(part)
		_ = h.WriteByte(0)
	}
	return h.Sum64()
}

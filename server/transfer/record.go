package transfer

import (
	"strconv"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/gid"
)

// Record is a user as a row of a spreadsheet has them, with names where the database has keys: as somebody who asks sees
// them, or as a row says that they should be.
type Record struct {
	ID      int64
	Version int

	Email, FirstName, LastName                        string
	Title, CellPhone, OfficePhone, Extension, Address string

	Company           string
	Status            user.Status
	Role              string
	GlobalAdmin       bool
	Groups, ManagerOf []string
	Customers         []Customer

	AccountEmail, LoginName string
	SendInvitation          bool
	Subscribed              bool
	ConsentSource, Note     string

	AccountState               account.State
	LastSignIn, ConsentChanged *time.Time
	Created, Updated           time.Time

	// said are the keys of the columns whose cells say something.
	said map[string]bool
}

// Customer is a company that a user looks after, with the number of the contract or "".
type Customer struct {
	Company, Contract string
	// made says that this row of the file, or one above it, has it under Company, and so makes it.
	made bool
}

// Says reports that the row says something in a column, by its key: a value, or a dash that takes it away and leaves it
// empty here. What it says nothing of stays as it is.
func (r *Record) Says(key string) bool { return r.said[key] }

// SampleMark stands in the ID of the example's sample row.
const SampleMark = "Sample, not imported"

// sampleEmail is the email of the sample row.
const sampleEmail = "ana.sample@example.org"

// IsSample reports the sample row of the example, as it was: its ID says so, and nobody wrote another email over it. The
// cells are those of the columns ID and Email.
func IsSample(id, email string) bool { return isMark(id) && fold.Key(email) == fold.Key(sampleEmail) }

func isMark(id string) bool { return id != "" && fold.Key(id) == fold.Key(SampleMark) }

func writeID(r *Record) string {
	if r.ID == 0 {
		return ""
	}
	return gid.Encode(gen.TypeUser, r.ID)
}

func readID(r *Record, cell string) error {
	if isMark(cell) { // somebody wrote a new user over the sample row
		delete(r.said, "id")
		return nil
	}
	id, err := gid.Key(gen.TypeUser, cell)
	if err != nil {
		return fault.Refuse(fault.Unknown, fault.At("id"), "This is not the ID of a user.")
	}
	r.ID = id
	return nil
}

func writeVersion(r *Record) string {
	if r.Version == 0 {
		return ""
	}
	return strconv.Itoa(r.Version)
}

func readVersion(r *Record, cell string) error {
	version, err := strconv.Atoi(cell)
	if err != nil || version < 1 {
		return fault.Refuse(fault.Invalid, fault.At("version"), "This is not a version: it is a whole number, as an export wrote it.")
	}
	r.Version = version
	return nil
}

var statusWords = map[user.Status]string{user.StatusACTIVE: "Active", user.StatusINACTIVE: "Inactive"}

func readStatus(r *Record, cell string) error {
	for status, word := range statusWords {
		if fold.Key(word) == fold.Key(cell) {
			r.Status = status
			return nil
		}
	}
	return fault.Refuse(fault.Invalid, fault.At("status"), "This is neither Active nor Inactive.")
}

func writeCustomers(r *Record) string {
	parts := make([]string, len(r.Customers))
	for i, c := range r.Customers {
		if parts[i] = escape(c.Company); c.Contract != "" {
			parts[i] += slash + escape(c.Contract)
		}
	}
	return strings.Join(parts, separator+" ")
}

func readCustomers(r *Record, cell string) error {
	r.Customers = nil
	for _, part := range split(cell, separator) {
		names := split(fold.Line(part), slash)
		if len(names) > 2 {
			return fault.Refuse(fault.Invalid, fault.At("customers"), "This is not a company with one contract.")
		}
		c := Customer{Company: unescape(names[0])}
		if len(names) == 2 {
			c.Contract = unescape(names[1])
		}
		r.Customers = append(r.Customers, c)
	}
	return nil
}

var accountWords = map[account.State]string{
	account.None: "None", account.Invited: "Invited", account.InvitationExpired: "Invitation expired", account.Active: "Active",
	account.TemporaryPassword: "Temporary password", account.Locked: "Locked", account.Closed: "Closed",
}

// moment is a time as people read it, in UTC, to the minute.
func moment(at *time.Time) string {
	if at == nil || at.IsZero() {
		return ""
	}
	return at.UTC().Format("2006-01-02 15:04") + " UTC"
}

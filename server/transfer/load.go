package transfer

import (
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
)

// load makes a query read what these columns need, and no more.
func load(q *gen.UserQuery, columns []*Column) {
	var fields []string
	for _, c := range columns {
		if c.entity == gen.TypeUser {
			fields = append(append(fields, c.field), c.beside...)
		}
	}
	slices.Sort(fields)
	q.Select(slices.Compact(append(fields, user.FieldID))...)
	loadBeside(q, columns)
}

// loadBeside makes a query read what these columns have from other tables: a statement for each, whatever the number of users.
// The rules of each table leave out what the viewer may not see; the columns must be such that the viewer may read.
func loadBeside(q *gen.UserQuery, columns []*Column) {
	needs := func(keys ...string) bool {
		return slices.ContainsFunc(columns, func(c *Column) bool { return slices.Contains(keys, c.Key) })
	}
	if needs("company") {
		q.WithCompany(func(q *gen.CompanyQuery) { q.Select(company.FieldName) })
	}
	if needs("role", "isGlobalAdmin") {
		q.WithRole(func(q *gen.RoleQuery) { q.Select(role.FieldName, role.FieldBuiltIn) })
	}
	if needs("groups", "managerOf") {
		q.WithMemberships(func(q *gen.MembershipQuery) {
			q.Select(membership.FieldUserID, membership.FieldGroupID, membership.FieldRole).Order(membership.ByID()).
				WithGroup(func(q *gen.GroupQuery) { q.Select(group.FieldName, group.FieldIsDefault) })
		})
	}
	if needs("customers") {
		q.WithAssignments(func(q *gen.AssignmentQuery) {
			q.Select(assignment.FieldUserID, assignment.FieldCompanyID, assignment.FieldContractID).Order(assignment.ByID()).
				WithCompany(func(q *gen.CompanyQuery) { q.Select(company.FieldName) }).
				WithContract(func(q *gen.ContractQuery) { q.Select(contract.FieldNumber) })
		})
	}
	if needs("note") {
		q.WithNote(func(q *gen.NoteQuery) { q.Select(note.FieldUserID, note.FieldBody) })
	}
}

// record is a user, as far as load or loadBeside read them, as a row says it.
func record(u *gen.User, notes map[int64]bool, now time.Time) *Record {
	r := &Record{
		ID: u.ID, Version: account.Version(u, notes), Email: u.Email, FirstName: u.FirstName, LastName: u.LastName, Title: value(u.Title),
		CellPhone: value(u.CellPhone), OfficePhone: value(u.OfficePhone), Extension: value(u.Extension), Address: value(u.Address),
		Status: u.Status, GlobalAdmin: account.IsGlobalAdmin(u.Edges.Role), AccountEmail: u.AccountEmail, LoginName: u.LoginName,
		Subscribed: u.EmailSubscribed, AccountState: account.State(u.AccountState),
		LastSignIn: u.LastSignInAt, ConsentChanged: u.EmailSubscriptionChangedAt, Created: u.CreatedAt, Updated: u.UpdatedAt,
	}
	if u.Edges.Company != nil {
		r.Company = u.Edges.Company.Name
	}
	if u.Edges.Role != nil {
		r.Role = u.Edges.Role.Name
	}
	if u.Edges.Note != nil {
		r.Note = u.Edges.Note.Body
	}
	if u.LinkExpiresAt != nil && r.AccountState == account.Invited && !now.Before(*u.LinkExpiresAt) {
		r.AccountState = account.InvitationExpired
	}
	if u.EmailSubscribed && u.EmailSubscriptionSource != nil {
		// Only beside a Yes: a source that stood beside a No would account for a Yes that somebody writes over it.
		r.ConsentSource = sourceWords[*u.EmailSubscriptionSource]
	}
	for _, m := range u.Edges.Memberships {
		if m.Edges.Group == nil || m.Edges.Group.IsDefault {
			continue
		}
		if r.Groups = append(r.Groups, m.Edges.Group.Name); m.Role == membership.RoleMANAGER {
			r.ManagerOf = append(r.ManagerOf, m.Edges.Group.Name)
		}
	}
	for _, a := range u.Edges.Assignments {
		if a.Edges.Company == nil {
			continue
		}
		c := Customer{Company: a.Edges.Company.Name}
		if a.Edges.Contract != nil {
			c.Contract = a.Edges.Contract.Number
		}
		r.Customers = append(r.Customers, c)
	}
	return r
}

var sourceWords = map[user.EmailSubscriptionSource]string{
	user.EmailSubscriptionSourceADMIN: "An administrator", user.EmailSubscriptionSourceSIGNUP_FORM: "Sign-up form",
	user.EmailSubscriptionSourceIMPORT: "An import", user.EmailSubscriptionSourceUNSUBSCRIBE_LINK: "Unsubscribe link",
	user.EmailSubscriptionSourceAPI: "API", user.EmailSubscriptionSourceSELF: "The user themselves",
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

package transfer

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
)

// withAll loads with users what their rows say of them, as far as the viewer sees it.
func withAll(ctx context.Context, q *gen.UserQuery) *gen.UserQuery {
	q.WithRole().WithCompany().WithMemberships(func(m *gen.MembershipQuery) { m.WithGroup() }).
		WithAssignments(func(a *gen.AssignmentQuery) { a.WithCompany().WithContract() })
	if rule.ReadsNotes(viewer.From(ctx)) {
		q.WithNote()
	}
	return q
}

// current is a user of withAll as a row would say that they are now.
func current(u *gen.User) *Record {
	r := &Record{ID: u.ID, Version: u.Version, Email: u.Email, FirstName: u.FirstName, LastName: u.LastName, Title: orEmpty(u.Title),
		CellPhone: orEmpty(u.CellPhone), OfficePhone: orEmpty(u.OfficePhone), Extension: orEmpty(u.Extension), Address: orEmpty(u.Address),
		Status: u.Status, AccountEmail: u.AccountEmail, LoginName: u.LoginName, Subscribed: u.EmailSubscribed}
	if u.Edges.Company != nil {
		r.Company = u.Edges.Company.Name
	}
	if u.Edges.Role != nil {
		r.Role, r.GlobalAdmin = u.Edges.Role.Name, account.IsGlobalAdmin(u.Edges.Role)
	}
	for _, m := range u.Edges.Memberships {
		if g := m.Edges.Group; g != nil && !g.IsDefault {
			r.Groups = append(r.Groups, g.Name)
			if m.Role == membership.RoleMANAGER {
				r.ManagerOf = append(r.ManagerOf, g.Name)
			}
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
	if u.Edges.Note != nil {
		r.Note = u.Edges.Note.Body
	}
	return r
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

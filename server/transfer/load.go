package transfer

import (
	"cmp"
	"context"
	"slices"
	"strconv"
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
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/list"
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

// needs reports that one of these columns, by their keys, is among some.
func needs(columns []*Column, keys ...string) bool {
	return slices.ContainsFunc(columns, func(c *Column) bool { return slices.Contains(keys, c.Key) })
}

// loadBeside makes a query read what these columns have from other tables, but for what besideOf reads: a statement for
// each, whatever the number of users. The rules of each table leave out what the viewer may not see; the
// columns must be such that the viewer may read.
func loadBeside(q *gen.UserQuery, columns []*Column) {
	if needs(columns, "company") {
		q.WithCompany(func(q *gen.CompanyQuery) { q.Select(company.FieldName) })
	}
	if needs(columns, "role", "isGlobalAdmin") {
		q.WithRole(func(q *gen.RoleQuery) { q.Select(role.FieldName, role.FieldBuiltIn) })
	}
	if needs(columns, "customers") {
		q.WithAssignments(func(q *gen.AssignmentQuery) {
			q.Select(assignment.FieldUserID, assignment.FieldCompanyID, assignment.FieldContractID).Order(assignment.ByID()).
				WithCompany(func(q *gen.CompanyQuery) { q.Select(company.FieldName) }).
				WithContract(func(q *gen.ContractQuery) { q.Select(contract.FieldNumber) })
		})
	}
	if needs(columns, "note") {
		q.WithNote(func(q *gen.NoteQuery) { q.Select(note.FieldUserID, note.FieldBody) })
	}
}

// beside is what records have that no user was loaded with.
type beside struct {
	// notes tells about whom the viewer may read notes: versions count those.
	notes map[int64]bool
	// groups are those of each user, the one that they joined first in front.
	groups map[int64][]joined
}

// joined is a group that a user is in.
type joined struct {
	// key is that of the membership: whoever joined later has a higher one.
	key     int64
	group   string
	manages bool
}

// besideOf reads what columns have of some users that load does not read, as the viewer sees it.
func besideOf(ctx context.Context, client *gen.Client, columns []*Column, users []int64) (b beside, err error) {
	b.notes, err = rule.NotesOf(ctx, client, users...)
	if err == nil && needs(columns, "groups", "managerOf") {
		b.groups, err = groupsOf(ctx, client, users)
	}
	return b, err
}

// groupsOf are the groups of some users, but for the Default group, by two narrow statements: one has a row for each user, with
// the keys of all their groups, the other a row for each group, with its name. The rules of both tables leave out what the
// viewer may not see.
func groupsOf(ctx context.Context, client *gen.Client, users []int64) (map[int64][]joined, error) {
	var all []struct {
		UserID int64  `json:"user_id"`
		In     string `json:"joined"`
	}
	in := gen.As(list.Gather(membership.FieldID, membership.FieldGroupID, membership.FieldRole), "joined")
	err := client.Membership.Query().Where(membership.UserIDIn(users...)).GroupBy(membership.FieldUserID).Aggregate(in).Scan(ctx, &all)
	if err != nil {
		return nil, err
	}
	names, ids := map[string]string{}, []int64{}
	for _, one := range all {
		for m := range list.Gathered(one.In, 3) {
			if _, known := names[m[1]]; !known {
				id, err := strconv.ParseInt(m[1], 10, 64)
				if err != nil {
					return nil, err
				}
				names[m[1]], ids = "", append(ids, id)
			}
		}
	}
	for some := range slices.Chunk(ids, perPiece) {
		groups, err := client.Group.Query().Where(group.IDIn(some...), group.IsDefault(false)).Select(group.FieldName).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			names[strconv.FormatInt(g.ID, 10)] = g.Name
		}
	}
	groups := make(map[int64][]joined, len(all))
	for _, one := range all {
		var some []joined
		for m := range list.Gathered(one.In, 3) {
			key, err := strconv.ParseInt(m[0], 10, 64)
			if err != nil {
				return nil, err
			}
			if name := names[m[1]]; name != "" {
				some = append(some, joined{key, name, m[2] == string(membership.RoleMANAGER)})
			}
		}
		slices.SortFunc(some, func(a, b joined) int { return cmp.Compare(a.key, b.key) })
		groups[one.UserID] = some
	}
	return groups, nil
}

// record is a user, as far as load or loadBeside read them, as a row says it.
func record(u *gen.User, b beside, now time.Time) *Record {
	r := &Record{
		ID: u.ID, Version: account.Version(u, b.notes), Email: u.Email, FirstName: u.FirstName, LastName: u.LastName, Title: value(u.Title),
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
	for _, in := range b.groups[u.ID] {
		if r.Groups = append(r.Groups, in.group); in.manages {
			r.ManagerOf = append(r.ManagerOf, in.group)
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

// isSourceWord reports a source of consent that is our own word for one. It accounts for a Yes that was there when an export wrote it.
func isSourceWord(source string) bool {
	for _, word := range sourceWords {
		if fold.Key(word) == fold.Key(source) {
			return true
		}
	}
	return false
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// Package transfer brings users in from spreadsheets and out to them, as jobs. Everything that a spreadsheet says of a user
// stands in one table, Columns, which example, export, check and run share: so what an export wrote, an import reads.
package transfer

import (
	"context"
	"slices"
	"strings"
	"unicode/utf16"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/sheet"
)

// Column is one column of our spreadsheets.
type Column struct {
	// Heading stands in row 1; Key is the name that the API has for it.
	Heading, Key string
	// Required says that a new user needs it.
	Required bool
	// ReadOnly columns are for people to look at: exports have them, imports ignore them.
	ReadOnly bool
	// Hint says what may stand in a cell. It is the note of the heading in the example, and the fix beside a problem.
	Hint string

	// entity and field are its place in the table of fields, which says who may read it.
	entity, field string
	// beside are further fields that its value follows from.
	beside []string
	// inputs are the input fields, joined by dots, whose refusals belong to this column.
	inputs []string
	// sample is what the example's sample row has.
	sample string
	// text writes the value of a user; "" is none.
	text func(*Record) string
	// read takes what a cell says, which is not empty; clear takes the value away, and is nil where there must be one.
	read  func(*Record, string) error
	clear func(*Record)
	// choices are the only values there are.
	choices []string
	// folded values are alike whatever their spelling; several are alike in any order, too.
	folded, several bool
}

// maxCell is what one cell of a spreadsheet holds, in UTF-16 units.
const maxCell = 32_767

// Text is the cell of a user. It is empty where there is no value, or more than a cell holds: an empty cell changes nothing.
func (c *Column) Text(r *Record) string {
	text := c.text(r)
	if len(text) > maxCell && len(utf16.Encode([]rune(text))) >= maxCell {
		return ""
	}
	return shield(text)
}

// Read takes what a cell says of a user: an empty cell says nothing, a dash takes the value away. A refusal is at the column's key.
func (c *Column) Read(r *Record, cell string) error {
	cell = strings.TrimSpace(cell)
	if cell == "" || c.ReadOnly {
		return nil
	}
	if r.said == nil {
		r.said = map[string]bool{}
	}
	r.said[c.Key] = true
	switch {
	case cell == sheet.Uncalculated:
		return fault.Refuse(fault.Invalid, fault.At(c.Key), "This formula was never calculated. Open the file in a spreadsheet program, save it, and upload it again.")
	case sheet.IsError(cell):
		return fault.Refusef(fault.Invalid, fault.At(c.Key), "%s is the error of a formula and no value.", cell)
	case cell != dash:
		return c.read(r, unshield(cell))
	case c.clear == nil:
		return fault.Refusef(fault.Invalid, fault.At(c.Key), "%s can't be taken away.", c.Heading)
	default:
		c.clear(r)
		return nil
	}
}

// Same reports that two records have the same value: writing the one where the other stands would change nothing.
func (c *Column) Same(a, b *Record) bool { return c.form(a) == c.form(b) }

func (c *Column) form(r *Record) string {
	text := c.text(r)
	if c.several {
		parts := split(text, separator)
		for i, part := range parts {
			parts[i] = fold.Key(part)
		}
		slices.Sort(parts)
		return strings.Join(parts, separator)
	}
	if c.folded {
		return fold.Key(text)
	}
	return text
}

// Readable reports that v may read the column of the users whom they see.
func (c *Column) Readable(v *viewer.Viewer) bool {
	if c.entity == gen.TypeNote {
		return rule.ReadsNotes(v)
	}
	return rule.Readable(v, c.entity, c.field)
}

// ReadableColumns are those that v may read, in the order of the table.
func ReadableColumns(v *viewer.Viewer) []*Column {
	return slices.DeleteFunc(slices.Clone(Columns), func(c *Column) bool { return !c.Readable(v) })
}

// OfferedColumns are those that the viewer may read, for whoever exports or imports.
func OfferedColumns(ctx context.Context) ([]*Column, error) {
	if rule.Require(ctx, viewer.Import) != nil {
		if err := rule.Require(ctx, viewer.Export); err != nil {
			return nil, err
		}
	}
	return ReadableColumns(viewer.From(ctx)), nil
}

// ColumnNamed is the column with this heading, in any spelling, or with this key; nil if there is none.
func ColumnNamed(name string) *Column {
	i := slices.IndexFunc(Columns, func(c *Column) bool { return c.Key == name })
	if i < 0 {
		key := fold.Key(fold.Line(name))
		i = slices.IndexFunc(Columns, func(c *Column) bool { return fold.Key(c.Heading) == key })
	}
	if i < 0 {
		return nil
	}
	return Columns[i]
}

// ColumnOf is the column that a fault's field belongs to; nil for one that concerns the whole row.
func ColumnOf(path []string) *Column {
	name := strings.Join(path, ".")
	i := slices.IndexFunc(Columns, func(c *Column) bool { return c.Key == name || slices.Contains(c.inputs, name) })
	if i < 0 {
		return nil
	}
	return Columns[i]
}

// Columns are all of them, in the order in which a file of ours has them.
var Columns = []*Column{
	{Heading: "ID", Key: "id", Hint: "Leave it empty for a new user. An export fills it in, and a row finds its user by it.",
		entity: gen.TypeUser, field: user.FieldID, sample: SampleMark, text: writeID, read: readID},
	{Heading: "Version", Key: "version", Hint: "Leave it as an export wrote it, so that nobody's change is overwritten. Empty, nothing is compared.",
		entity: gen.TypeUser, field: user.FieldVersion, beside: []string{user.FieldNoteVersion}, text: writeVersion, read: readVersion},
	line("Email", "email", user.FieldEmail, "Needed for a new user, and static: a new address is a new user.",
		func(r *Record) *string { return &r.Email }).needed().alike().like(sampleEmail),
	line("First Name", "firstName", user.FieldFirstName, "Needed for a new user.",
		func(r *Record) *string { return &r.FirstName }).needed().like("Ana"),
	line("Last Name", "lastName", user.FieldLastName, "Needed for a new user.",
		func(r *Record) *string { return &r.LastName }).needed().like("Sample"),
	line("Title", "title", user.FieldTitle, "A job title.",
		func(r *Record) *string { return &r.Title }).like("Head of Sales"),
	line("Cell Phone", "cellPhone", user.FieldCellPhone, "With the country, such as +49 30 901820.",
		func(r *Record) *string { return &r.CellPhone }).like("+49 30 901820"),
	line("Office Phone", "officePhone", user.FieldOfficePhone, "With the country, such as +49 30 901821.",
		func(r *Record) *string { return &r.OfficePhone }).like("+49 30 901821"),
	line("Extension", "extension", user.FieldExtension, "Of the office phone.",
		func(r *Record) *string { return &r.Extension }).like("14"),
	prose("Address", "address", gen.TypeUser, user.FieldAddress, "It may have several lines.",
		func(r *Record) *string { return &r.Address }).like("Sample Street 1, 10115 Berlin"),
	line("Company", "company", user.FieldCompanyID, "The name of the company that the user belongs to.",
		func(r *Record) *string { return &r.Company }).alike().takes("companyId", "companyName"),
	{Heading: "Status", Key: "status", Hint: "Active or Inactive.", entity: gen.TypeUser, field: user.FieldStatus, sample: "Active", choices: []string{"Active", "Inactive"},
		text: func(r *Record) string { return statusWords[r.Status] }, read: readStatus},
	line("Role", "role", user.FieldRoleID, "The name of a role that you may give. A new user without one is a Member.",
		func(r *Record) *string { return &r.Role }).alike().kept().takes("roleId").like("Member"),
	yes("Global Admin", "isGlobalAdmin", user.FieldRoleID, "Yes or No. Yes is the same as the role Global Administrator.",
		func(r *Record) *bool { return &r.GlobalAdmin }).like("No"),
	names("Groups", "groups", membership.FieldGroupID, "Names of groups, separated by semicolons: Board; Staff.",
		func(r *Record) *[]string { return &r.Groups }).takes("groupIds", "newGroupNames"),
	names("Manager Of", "managerOf", membership.FieldRole, "Those of the user's groups that they manage, separated by semicolons.",
		func(r *Record) *[]string { return &r.ManagerOf }).takes("managerOfGroupIds"),
	{Heading: "Customers", Key: "customers", Hint: "The companies that the user looks after, each with its contract if there is one: Acme / C-1; Harbour Trust.",
		entity: gen.TypeAssignment, field: assignment.FieldCompanyID, inputs: []string{"assignments"}, several: true,
		text: writeCustomers, read: readCustomers, clear: func(r *Record) { r.Customers = nil }},
	line("Account Email", "accountEmail", user.FieldAccountEmail, "Where links are sent: the email, if this is empty. Static once there is an account.",
		func(r *Record) *string { return &r.AccountEmail }).alike().kept().takes("account", "account.email"),
	line("Login Name", "loginName", user.FieldLoginName, "What the user signs in with: the account email, if this is empty.",
		func(r *Record) *string { return &r.LoginName }).alike().kept().takes("account.loginName"),
	yes("Send Invitation", "sendInvitation", user.FieldAccountState, "Yes opens an account for a user who has none. Its owner is told as you choose when you import.",
		func(r *Record) *bool { return &r.SendInvitation }).order().takes("account.notify").like("No"),
	yes("Email Communication", "emailSubscribed", user.FieldEmailSubscribed, "Yes or No. Changing it to Yes takes a Consent Source.",
		func(r *Record) *bool { return &r.Subscribed }).like("No"),
	line("Consent Source", "consentSource", user.FieldEmailSubscriptionSource, "Where somebody said Yes to email communication, such as Trade fair 2026.",
		func(r *Record) *string { return &r.ConsentSource }).kept().with(user.FieldEmailSubscribed),
	prose("Note", "note", gen.TypeNote, note.FieldBody, "For administrators. The user never sees it.",
		func(r *Record) *string { return &r.Note }),
	shown("Account State", "accountState", user.FieldAccountState, func(r *Record) string { return accountWords[r.AccountState] }).with(user.FieldLinkExpiresAt),
	shown("Last Sign-In", "lastSignInAt", user.FieldLastSignInAt, func(r *Record) string { return moment(r.LastSignIn) }),
	shown("Consent Changed", "consentChangedAt", user.FieldEmailSubscriptionChangedAt, func(r *Record) string { return moment(r.ConsentChanged) }),
	shown("Created", "createdAt", user.FieldCreatedAt, func(r *Record) string { return moment(&r.Created) }),
	shown("Updated", "updatedAt", user.FieldUpdatedAt, func(r *Record) string { return moment(&r.Updated) }),
}

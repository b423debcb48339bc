package account

import (
	"bytes"
	"cmp"
	"context"
	"reflect"
	"slices"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/store"
)

// ordering is one ordering of users: the field that it shows and the indexed column that it uses.
type ordering struct {
	field string
	list.Order
	place func(*gen.User) any
}

// byName is the ordering that the memberships of a group keep, too.
const byName = "LAST_NAME"

var orderings = map[string]ordering{
	byName:             {user.FieldLastName, by(user.FieldSortLastName, list.Filled), func(u *gen.User) any { return u.SortLastName }},
	"FIRST_NAME":       {user.FieldFirstName, by(user.FieldSortFirstName, list.Filled), func(u *gen.User) any { return u.SortFirstName }},
	"EMAIL":            {user.FieldEmail, by(user.FieldSortEmail, list.Filled), func(u *gen.User) any { return u.SortEmail }},
	"TITLE":            {user.FieldTitle, by(user.FieldSortTitle, list.Key), func(u *gen.User) any { return u.SortTitle }},
	"COMPANY":          {user.FieldCompanyName, by(user.FieldSortCompany, list.Key), func(u *gen.User) any { return u.SortCompany }},
	"LOGIN_NAME":       {user.FieldLoginName, by(user.FieldSortLoginName, list.Key), func(u *gen.User) any { return u.SortLoginName }},
	"CELL_PHONE":       {user.FieldCellPhone, by(user.FieldSortCellPhone, list.Key), func(u *gen.User) any { return u.SortCellPhone }},
	"OFFICE_PHONE":     {user.FieldOfficePhone, by(user.FieldSortOfficePhone, list.Key), func(u *gen.User) any { return u.SortOfficePhone }},
	"EXTENSION":        {user.FieldExtension, by(user.FieldSortExtension, list.Key), func(u *gen.User) any { return u.SortExtension }},
	"ROLE":             {user.FieldRoleName, by(user.FieldSortRole, list.Key), func(u *gen.User) any { return u.SortRole }},
	"GROUP":            {user.FieldGroupName, by(user.FieldSortGroup, list.Key), func(u *gen.User) any { return u.SortGroup }},
	"LAST_SIGN_IN_AT":  {user.FieldLastSignInAt, by(user.FieldSortLastSignInAt, list.Key), func(u *gen.User) any { return u.SortLastSignInAt }},
	"EMAIL_SUBSCRIBED": {user.FieldEmailSubscribed, by(user.FieldEmailSubscribed, list.Flag), func(u *gen.User) any { return u.EmailSubscribed }},
	"STATUS":           {user.FieldStatus, by(user.FieldStatus, list.Text), func(u *gen.User) any { return string(u.Status) }},
	"CREATED_AT":       {user.FieldCreatedAt, by(user.FieldCreatedAt, list.Time), func(u *gen.User) any { return u.CreatedAt }},
	"UPDATED_AT":       {user.FieldUpdatedAt, by(user.FieldUpdatedAt, list.Time), func(u *gen.User) any { return u.UpdatedAt }},
}

func by(column string, kind list.Kind) list.Order { return list.Order{Column: column, Kind: kind} }

// search finds users by name, email, login name, company and phone.
var search = list.Search{
	Text:   user.FieldSearch,
	Index:  "user_search",
	Table:  user.Table,
	Starts: []string{user.FieldSortLastName, user.FieldSortFirstName, user.FieldSortEmail, user.FieldSortLoginName, user.FieldSortCompany},
}

// searched are the fields that the search column is made of (see hook.Directory.Search): whoever may not read one of
// them would guess it by searching. The company stands behind a veil.
var searched = []string{user.FieldFirstName, user.FieldLastName, user.FieldEmail, user.FieldAccountEmail, user.FieldLoginName,
	user.FieldCellPhone, user.FieldOfficePhone, user.FieldExtension}

// Loader may ask for edges, and for fewer columns as long as the one that is ordered by and the id are among them.
type Loader func(q *gen.UserQuery, orderedBy string)

// List is one page of the users that the viewer may see, and how many there are, to be counted when asked. order is a
// name of UserOrderField.
func (s *Service) List(ctx context.Context, f Filter, order string, desc bool, args list.Args, load Loader) (*list.Page[*gen.User], *list.Total, error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, nil, fault.SignInFirst()
	}
	o, ok := orderings[order]
	if !ok || !rule.Orderable(v, gen.TypeUser, o.field) {
		return nil, nil, notOffered("ordering")
	}
	found, err := s.filtered(ctx, f, order)
	if err != nil {
		return nil, nil, err
	}
	byValue := !v.ReachesAll() || !found.onePlan && !reflect.ValueOf(f).IsZero()
	o.Name, o.Desc = order, desc
	src := list.Source[*gen.User]{
		Order: o.Order, Signer: s.Signer,
		Place: func(u *gen.User) (any, int64) { return o.place(u), u.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*gen.User, error) {
			if byValue {
				ctx = store.PlanByValue(ctx)
			}
			page := found.users.Clone().Where(where)
			load(page, o.Column)
			return page.Limit(limit).All(ctx)
		},
	}
	if found.members != nil && order == byName {
		down := desc != (args.Last != nil)
		src.Order.Tie = membership.FieldUserID
		src.Fetch = func(ctx context.Context, where func(*sql.Selector), limit int) ([]*gen.User, error) {
			return members(viewer.OneByOne(store.PlanByValue(ctx)), found.members().Where(where).Limit(limit), down, load)
		}
	}
	page, err := list.Read(ctx, src, args)
	return page, s.total(found), err
}

// members are the users of a page of memberships by name, in its order, by one statement.
func members(ctx context.Context, page *gen.MembershipQuery, down bool, load Loader) ([]*gen.User, error) {
	query := page.QueryUser().Unique(false)
	load(query, user.FieldSortLastName)
	users, err := query.All(ctx)
	slices.SortFunc(users, func(a, b *gen.User) int {
		if down {
			a, b = b, a
		}
		return cmp.Or(bytes.Compare(a.SortLastName, b.SortLastName), cmp.Compare(a.ID, b.ID))
	})
	return users, err
}

// Total counts the users whom a filter finds; nil where it is not offered to the viewer.
func (s *Service) Total(ctx context.Context, f Filter) (*list.Total, error) {
	found, err := s.filtered(ctx, f, "LAST_NAME")
	if refused, ok := fault.All(err); err != nil && ok && refused[0].Kind == fault.Denied {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return s.total(found), nil
}

// total counts what was found.
func (s *Service) total(found *filtered) *list.Total {
	total := &list.Total{
		Key: user.FieldID,
		Count: func(ctx context.Context, where func(*sql.Selector), limit int) (int, error) {
			return countUsers(store.PlanByValue(ctx), found.counted.Clone(), where, limit)
		},
		Span: s.LastID,
	}
	if found.members != nil {
		total.Key = membership.FieldUserID
		total.Count = func(ctx context.Context, where func(*sql.Selector), limit int) (int, error) {
			return countMembers(ctx, found.members(), where, limit) // an index of the group's answers, whatever the values
		}
	}
	return total
}

func countUsers(ctx context.Context, query *gen.UserQuery, where func(*sql.Selector), limit int) (int, error) {
	if where != nil {
		query.Where(where)
	}
	if limit == 0 {
		return query.Count(ctx)
	}
	return query.Limit(limit).Aggregate(list.Rows(user.FieldID)).Int(ctx)
}

func countMembers(ctx context.Context, query *gen.MembershipQuery, where func(*sql.Selector), limit int) (int, error) {
	ctx = viewer.OfParents(ctx) // they are a group's
	if where != nil {
		query.Where(where)
	}
	if limit == 0 {
		// Counting the key would read every row: it is not in the index.
		return query.Aggregate(func(*sql.Selector) string { return sql.Count("*") }).Int(ctx)
	}
	return query.Limit(limit).Aggregate(list.Rows(membership.FieldUserID)).Int(ctx)
}

func notOffered(what string) error {
	return &fault.Fault{Kind: fault.Denied, Code: fault.CodeForbidden, Message: "This " + what + " is not offered to you."}
}

// ByEmail is the user with this contact email, if the viewer may see them.
func (s *Service) ByEmail(ctx context.Context, email string) (*gen.User, error) {
	if err := rule.Require(ctx, viewer.UsersRead); err != nil {
		return nil, err
	}
	owner, err := s.Store.Ent(ctx).Identity.Query().Where(identity.Key(fold.Key(email))).Only(viewer.AsSystem(ctx, "looking for an email"))
	if err != nil {
		return nil, err
	}
	u, err := s.Store.Ent(ctx).User.Get(ctx, owner.UserID)
	if err == nil && fold.Key(u.Email) != owner.Key {
		return nil, &gen.NotFoundError{}
	}
	return u, err
}

package account

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/list"
)

// Range of time: From is inclusive, To exclusive; nil is open.
type Range struct{ From, To *time.Time }

// Filter narrows the list of users. What is empty does not count.
type Filter struct {
	Search                         string
	Status                         []user.Status
	RoleIDs, GroupIDs, CompanyIDs  []int64
	EmailSubscribed, NeverSignedIn *bool
	CreatedAt, UpdatedAt           *Range
	LastSignInAt                   *Range
}

// ordering is one ordering of users: the field that it shows and the indexed column that it uses.
type ordering struct {
	field string
	list.Order
	place func(*gen.User) any
}

var orderings = map[string]ordering{
	"LAST_NAME":       {user.FieldLastName, by(user.FieldSortLastName, list.Key), func(u *gen.User) any { return u.SortLastName }},
	"FIRST_NAME":      {user.FieldFirstName, by(user.FieldSortFirstName, list.Key), func(u *gen.User) any { return u.SortFirstName }},
	"EMAIL":           {user.FieldEmail, by(user.FieldSortEmail, list.Key), func(u *gen.User) any { return u.SortEmail }},
	"TITLE":           {user.FieldTitle, by(user.FieldSortTitle, list.Key), func(u *gen.User) any { return u.SortTitle }},
	"COMPANY":         {user.FieldCompanyName, by(user.FieldSortCompany, list.Key), func(u *gen.User) any { return u.SortCompany }},
	"LOGIN_NAME":      {user.FieldLoginName, by(user.FieldSortLoginName, list.Key), func(u *gen.User) any { return u.SortLoginName }},
	"LAST_SIGN_IN_AT": {user.FieldLastSignInAt, by(user.FieldSortLastSignInAt, list.Key), func(u *gen.User) any { return u.SortLastSignInAt }},
	"STATUS":          {user.FieldStatus, by(user.FieldStatus, list.Text), func(u *gen.User) any { return string(u.Status) }},
	"CREATED_AT":      {user.FieldCreatedAt, by(user.FieldCreatedAt, list.Time), func(u *gen.User) any { return u.CreatedAt }},
	"UPDATED_AT":      {user.FieldUpdatedAt, by(user.FieldUpdatedAt, list.Time), func(u *gen.User) any { return u.UpdatedAt }},
}

func by(column string, kind list.Kind) list.Order { return list.Order{Column: column, Kind: kind} }

// search finds users by name, email, login name, company and phone.
var search = list.Search{
	Text:   user.FieldSearch,
	Index:  "user_search",
	Starts: []string{user.FieldSortLastName, user.FieldSortFirstName, user.FieldSortEmail, user.FieldSortLoginName, user.FieldSortCompany},
}

// searched are the fields that the search column is made of (see hook.Directory.Search): whoever may not read one of
// them would guess it by searching.
var searched = []string{user.FieldFirstName, user.FieldLastName, user.FieldEmail, user.FieldAccountEmail, user.FieldLoginName,
	user.FieldCompanyName, user.FieldCellPhone, user.FieldOfficePhone, user.FieldExtension}

// List is one page of the users that the viewer may see. order is a name of UserOrderField. load may ask for edges.
func (s *Service) List(ctx context.Context, f Filter, order string, desc bool, args list.Args, load func(*gen.UserQuery)) (*list.Page[*gen.User], error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	o, ok := orderings[order]
	if !ok || !rule.Orderable(v, gen.TypeUser, o.field) {
		return nil, notOffered("ordering")
	}
	query, err := s.Filtered(ctx, f)
	if err != nil {
		return nil, err
	}
	o.Name, o.Desc = order, desc
	return list.Read(ctx, list.Source[*gen.User]{
		Order: o.Order, Signer: s.Signer,
		Place: func(u *gen.User) (any, int64) { return o.place(u), u.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*gen.User, error) {
			page := query.Clone().Where(where)
			load(page)
			return page.Limit(limit).All(ctx)
		},
	}, args)
}

// Filtered is the query behind a list and its count.
func (s *Service) Filtered(ctx context.Context, f Filter) (*gen.UserQuery, error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	query := s.Store.Ent(ctx).User.Query()
	found, err := search.Where(f.Search)
	if err != nil {
		return nil, err
	}
	if found != nil {
		for _, field := range searched {
			if !rule.Searchable(v, gen.TypeUser, field) {
				return nil, notOffered("search")
			}
		}
		query.Where(found)
	}
	// A group out of sight is one without members: whoever may not see it must not learn who is in it.
	if len(f.GroupIDs) > 0 {
		if !rule.Filterable(v, gen.TypeMembership, membership.FieldGroupID) {
			return nil, notOffered("filter")
		}
		seen, err := s.Store.Ent(ctx).Group.Query().Where(group.IDIn(f.GroupIDs...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		query.Where(inGroups(seen))
	}
	for _, one := range f.predicates() {
		if !rule.Filterable(v, gen.TypeUser, one.field) {
			return nil, notOffered("filter")
		}
		query.Where(one.where)
	}
	return query, nil
}

// filtering is one condition and the field that it tells about.
type filtering struct {
	field string
	where predicate.User
}

func (f Filter) predicates() (all []filtering) {
	add := func(on bool, field string, where predicate.User) {
		if on {
			all = append(all, filtering{field, where})
		}
	}
	add(len(f.Status) > 0, user.FieldStatus, user.StatusIn(f.Status...))
	add(len(f.RoleIDs) > 0, user.FieldRoleID, user.RoleIDIn(f.RoleIDs...))
	add(len(f.CompanyIDs) > 0, user.FieldCompanyID, user.CompanyIDIn(f.CompanyIDs...))
	if f.EmailSubscribed != nil {
		add(true, user.FieldEmailSubscribed, user.EmailSubscribed(*f.EmailSubscribed))
	}
	if f.NeverSignedIn != nil {
		never := user.LastSignInAtIsNil()
		if !*f.NeverSignedIn {
			never = user.LastSignInAtNotNil()
		}
		add(true, user.FieldLastSignInAt, never)
	}
	for column, r := range map[string]*Range{
		user.FieldCreatedAt: f.CreatedAt, user.FieldUpdatedAt: f.UpdatedAt, user.FieldLastSignInAt: f.LastSignInAt,
	} {
		if r != nil && r.From != nil {
			add(true, column, sql.FieldGTE(column, r.From.UTC()))
		}
		if r != nil && r.To != nil {
			add(true, column, sql.FieldLT(column, r.To.UTC()))
		}
	}
	return all
}

// inGroups finds the members of groups that the viewer can see.
func inGroups(ids []int64) predicate.User {
	return user.HasMembershipsWith(membership.GroupIDIn(ids...))
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

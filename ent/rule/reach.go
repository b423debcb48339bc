package rule

import (
	"context"
	"reflect"
	"slices"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// within is the one rule of reach: which users are in reach of a viewer with the permission p. It applies to a
// selector over users. It is nil where nobody is out of reach.
func within(v *viewer.Viewer, p viewer.Permission) func(*sql.Selector) { return along(v, ways(v, p)) }

// along finds the users on any of these ways.
func along(v *viewer.Viewer, ways []Way) func(*sql.Selector) {
	var companies, groups, managed []any
	oneself := false
	for _, way := range ways {
		switch {
		case way.Everybody:
			return nil
		case way.CompanyID != 0:
			companies = append(companies, way.CompanyID)
		case way.GroupID != 0 && way.ByRole:
			groups = append(groups, way.GroupID)
		case way.GroupID != 0:
			managed = append(managed, way.GroupID)
		default:
			oneself = true
		}
	}
	// Whoever looks after their own company is among its users. Saying so twice would keep a planner from its index.
	oneself = oneself && !slices.Contains(companies, any(v.HomeID))
	// So is whoever manages a group.
	asManager := oneself && len(companies) == 0 && len(groups)+len(managed) > 0
	return func(s *sql.Selector) {
		var any []*sql.Predicate
		self := sql.EQ(s.C(user.FieldID), v.ID)
		if len(companies) > 0 {
			any = append(any, sql.In(s.C(user.FieldCompanyID), companies...))
		}
		if oneself && !asManager {
			any = append(any, self)
		}
		if len(groups) > 0 {
			any = append(any, members(v, s, groups))
		}
		if len(managed) > 0 {
			t := sql.Dialect(s.Dialect()).Table(role.Table)
			admins := sql.Dialect(s.Dialect()).Select(t.C(role.FieldID)).From(t)
			administrative(admins)
			plain := sql.Or(sql.IsNull(s.C(user.FieldRoleID)), sql.NotIn(s.C(user.FieldRoleID), admins))
			if asManager {
				plain = sql.Or(plain, self)
			}
			any = append(any, sql.And(members(v, s, managed), plain))
		}
		if len(any) == 0 {
			any = append(any, sql.False())
		}
		s.Where(sql.Or(any...))
	}
}

// members finds the users of these groups.
func members(v *viewer.Viewer, s *sql.Selector, groups []any) *sql.Predicate {
	t := sql.Dialect(s.Dialect()).Table(membership.Table).As("reached")
	in := sql.Dialect(s.Dialect()).Select(t.C(membership.FieldUserID)).From(t).Where(sql.In(t.C(membership.FieldGroupID), groups...))
	return among(v, s, s.C(user.FieldID), t.C(membership.FieldUserID), in)
}

// among finds the rows whose column is among the keys of another query. Asked whether there is one, PostgreSQL weighs by
// itself whether to list those keys or to look each up; given a list beside other ways, it always makes all of it.
// SQLite does what it is told.
func among(v *viewer.Viewer, s *sql.Selector, column, key string, in *sql.Selector) *sql.Predicate {
	there := func() *sql.Predicate { return sql.Exists(in.Where(sql.ColumnsEQ(key, column))) }
	switch {
	case v.AsksOneByOne():
		return perRow(there())
	case s.Dialect() == dialect.Postgres:
		return there()
	default:
		return sql.In(column, in)
	}
}

// ownersWithin is within for a row that belongs to a user.
func ownersWithin(v *viewer.Viewer, p viewer.Permission) func(*sql.Selector) {
	return usersWithin(v, p, "user_id")
}

// usersWithin is within for a row with the key of a user in a column.
func usersWithin(v *viewer.Viewer, p viewer.Permission, column string) func(*sql.Selector) {
	return owners(v, within(v, p), column)
}

// owners finds rows by the user whose key is in a column; nil finds all.
func owners(v *viewer.Viewer, reached func(*sql.Selector), column string) func(*sql.Selector) {
	if reached == nil {
		return nil
	}
	return func(s *sql.Selector) {
		t := sql.Dialect(s.Dialect()).Table(user.Table).As("owner")
		owners := sql.Dialect(s.Dialect()).Select(t.C(user.FieldID)).From(t)
		reached(owners)
		s.Where(among(v, s, s.C(column), t.C(user.FieldID), owners))
	}
}

// TellsUnknownApart reports that v may tell an email that nobody has from one out of their reach. Nobody else keeps anything
// for an email that they do not see.
func TellsUnknownApart(v *viewer.Viewer) bool { return v.ReachesAll() }

// AllowUsersWithinReach lets a viewer with the permission at exactly the users in reach. Managing a group opens the
// details of its users, and nothing else.
func AllowUsersWithinReach(read, write viewer.Permission) Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			return allowed(only(q, within(viewer.From(ctx), read)))
		},
		mutation: func(ctx context.Context, m gen.Mutation) error {
			v := viewer.From(ctx)
			if m.Op().Is(ent.OpCreate) {
				if !v.Can(write) {
					return fault.NotAllowed()
				}
				return privacy.Allow
			}
			open, err := waysOf(ctx, v, write, m)
			if err != nil {
				return err
			}
			if len(open) == 0 {
				return fault.NotAllowed()
			}
			return allowed(narrow(m, along(v, open)))
		},
	}
}

// waysOf are the ways on which this change of a user may come.
func waysOf(ctx context.Context, v *viewer.Viewer, write viewer.Permission, m gen.Mutation) ([]Way, error) {
	if len(v.Manages()) == 0 {
		return waysByRole(v, write), nil
	}
	beyond, err := beyondDetails(ctx, m)
	if err != nil || !beyond {
		return ways(v, write), err
	}
	byRole := waysByRole(v, write)
	only, err := onlyManaged(ctx, v, write, m, byRole)
	if err == nil && only {
		err = fault.NotAllowed()
	}
	return byRole, err
}

// onlyManaged reports that nothing but managing a group leads to the user who changes.
func onlyManaged(ctx context.Context, v *viewer.Viewer, write viewer.Permission, m gen.Mutation, byRole []Way) (bool, error) {
	u, ok := m.(*gen.UserMutation)
	if !ok {
		return false, nil
	}
	id, _ := u.ID()
	system := viewer.AsSystem(ctx, "comparing reach")
	for _, way := range []struct {
		ways []Way
		in   bool
	}{{byRole, false}, {ways(v, write), true}} {
		query := u.Client().User.Query().Where(user.ID(id))
		if reached := along(v, way.ways); reached != nil {
			query.Where(reached)
		}
		if found, err := query.Exist(system); err != nil || found != way.in {
			return false, err
		}
	}
	return true, nil
}

// details are the fields of a user that managing a group opens.
var details = []string{user.FieldFirstName, user.FieldLastName, user.FieldTitle, user.FieldCellPhone, user.FieldOfficePhone, user.FieldExtension, user.FieldAddress}

// beyondDetails reports a change of a user that changes more than their details.
func beyondDetails(ctx context.Context, m gen.Mutation) (bool, error) {
	for _, name := range m.Fields() {
		if slices.Contains(details, name) {
			continue
		}
		was, err := m.OldField(viewer.AsSystem(ctx, "comparing details"), name)
		if err != nil {
			return false, err
		}
		is, _ := m.Field(name)
		// What was nothing before is a nil pointer, and has no value.
		if had := reflect.Indirect(reflect.ValueOf(was)); !had.IsValid() || !reflect.DeepEqual(had.Interface(), is) {
			return true, nil
		}
	}
	return slices.ContainsFunc(m.ClearedFields(), func(name string) bool { return !slices.Contains(details, name) }), nil
}

// AllowOfUsersWithinReach is the same for rows that belong to a user.
func AllowOfUsersWithinReach(read, write viewer.Permission) Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			return allowed(only(q, ownersWithin(viewer.From(ctx), read)))
		},
		mutation: func(ctx context.Context, m gen.Mutation) error {
			v := viewer.From(ctx)
			if !v.Can(write) {
				return fault.NotAllowed()
			}
			if !m.Op().Is(ent.OpCreate) {
				return allowed(narrow(m, owners(v, along(v, waysByRole(v, write)), "user_id")))
			}
			return ownerWithin(ctx, v, write, m)
		},
	}
}

// ownerWithin allows a new row for a user whom the viewer reaches with the permission to write.
func ownerWithin(ctx context.Context, v *viewer.Viewer, write viewer.Permission, m gen.Mutation) error {
	open := waysByRole(v, write)
	reached := along(v, open)
	if reached == nil {
		return privacy.Allow
	}
	owner, _ := m.Field("user_id")
	id, ok := owner.(int64)
	if leadsToNew(ctx, open, id) {
		return privacy.Allow
	}
	inside, hasClient := m.(interface{ Client() *gen.Client })
	if !ok || !hasClient {
		return fault.NotAllowed()
	}
	found, err := inside.Client().User.Query().Where(user.ID(id), reached).Exist(viewer.AsSystem(ctx, "comparing reach"))
	if err != nil {
		return err
	}
	if !found {
		return fault.NotFound("user")
	}
	return privacy.Allow
}

// OfUsers finds the users about whom the viewer may write with the permission, as AllowOfUsersWithinReach lets them: for
// many rows at once, for each of which that would ask by itself.
func OfUsers(v *viewer.Viewer, write viewer.Permission) predicate.User {
	return func(s *sql.Selector) {
		if reached := along(v, waysByRole(v, write)); reached != nil {
			reached(s)
		}
	}
}

// DenyCompanyOutOfReach refuses to put a row into a company that the viewer does not look after, or into none.
func DenyCompanyOutOfReach() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			v := viewer.From(ctx)
			if v.ReachesAll() {
				return privacy.Skip
			}
			value, set := m.Field("company_id")
			if !set && !m.Op().Is(ent.OpCreate) && !m.FieldCleared("company_id") {
				if m.Type() == gen.TypeAssignment { // to a company out of sight it stays as it is
					return narrow(m, sql.FieldIn("company_id", keys(v.CompanyIDs)...))
				}
				return privacy.Skip
			}
			if id, ok := value.(int64); ok && v.Reach == viewer.AssignedCompanies && slices.Contains(v.CompanyIDs, id) {
				return privacy.Skip
			}
			return fault.Refuse(fault.CodeForbidden, fault.At("companyId"), "You look after other companies only. Choose one of yours.")
		},
	}
}

func keys(ids []int64) []any {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	return args
}

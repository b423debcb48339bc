package rule

import (
	"context"
	"slices"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// within is the one rule of reach: which users are in reach of a viewer with the permission p. It applies to a
// selector over users. It is nil where nobody is out of reach.
func within(v *viewer.Viewer, p viewer.Permission) func(*sql.Selector) {
	var companies, groups []any
	oneself := false
	for _, way := range ways(v, p) {
		switch {
		case way.Everybody:
			return nil
		case way.CompanyID != 0:
			companies = append(companies, way.CompanyID)
		case way.GroupID != 0:
			groups = append(groups, way.GroupID)
		default:
			oneself = true
		}
	}
	return func(s *sql.Selector) {
		var any []*sql.Predicate
		if len(companies) > 0 {
			any = append(any, sql.In(s.C(user.FieldCompanyID), companies...))
		}
		if oneself {
			any = append(any, sql.EQ(s.C(user.FieldID), v.ID))
		}
		if len(groups) > 0 {
			t := sql.Table(membership.Table)
			any = append(any, sql.In(s.C(user.FieldID),
				sql.Select(t.C(membership.FieldUserID)).From(t).Where(sql.In(t.C(membership.FieldGroupID), groups...))))
		}
		if len(any) == 0 {
			any = append(any, sql.False())
		}
		s.Where(sql.Or(any...))
	}
}

// ownersWithin is within for a row that belongs to a user.
func ownersWithin(v *viewer.Viewer, p viewer.Permission) func(*sql.Selector) {
	return usersWithin(v, p, "user_id")
}

// usersWithin is within for a row with the key of a user in a column.
func usersWithin(v *viewer.Viewer, p viewer.Permission, column string) func(*sql.Selector) {
	reached := within(v, p)
	if reached == nil {
		return nil
	}
	return func(s *sql.Selector) {
		t := sql.Table(user.Table)
		owners := sql.Dialect(s.Dialect()).Select(t.C(user.FieldID)).From(t)
		reached(owners)
		s.Where(sql.In(s.C(column), owners))
	}
}

// AllowUsersWithinReach lets a viewer with the permission at exactly the users in reach.
func AllowUsersWithinReach(read, write viewer.Permission) Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			return allowed(only(q, within(viewer.From(ctx), read)))
		},
		mutation: func(ctx context.Context, m gen.Mutation) error {
			v := viewer.From(ctx)
			if !v.Can(write) {
				return fault.NotAllowed()
			}
			if m.Op().Is(ent.OpCreate) {
				return privacy.Allow
			}
			return allowed(narrow(m, within(v, write)))
		},
	}
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
				return allowed(narrow(m, ownersWithin(v, write)))
			}
			return ownerWithin(ctx, v, write, m)
		},
	}
}

// ownerWithin allows a new row for a user whom the viewer reaches with the permission to write.
func ownerWithin(ctx context.Context, v *viewer.Viewer, write viewer.Permission, m gen.Mutation) error {
	reached := within(v, write)
	if reached == nil {
		return privacy.Allow
	}
	owner, _ := m.Field("user_id")
	id, ok := owner.(int64)
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

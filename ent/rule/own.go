package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/gen/ent/savedview"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// reading makes a sentence that allows reading what narrows leaves, and says nothing of changing.
func reading(narrows func(*viewer.Viewer) func(*sql.Selector)) Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			return allowed(only(q, narrows(viewer.From(ctx))))
		},
		mutation: func(context.Context, gen.Mutation) error { return privacy.Skip },
	}
}

// AllowReadingRoles lets those who read users, or look after roles, see every role, and everybody their own.
func AllowReadingRoles() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		if v.Can(viewer.UsersRead) || v.Can(viewer.RolesWrite) && v.ReachesAll() {
			return nil
		}
		return sql.FieldEQ(role.FieldID, v.RoleID)
	})
}

// ListsRoles reports a viewer to whom all roles are listed: who reads who has which, or looks after roles.
func ListsRoles(v *viewer.Viewer) bool {
	return Readable(v, gen.TypeUser, user.FieldRoleID) || v.Can(viewer.RolesWrite)
}

// AllowReadingGroups lets those who reach everybody see every group. Others see the Default group, the groups that
// they manage and those that they belong to.
func AllowReadingGroups() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		if v.Can(viewer.UsersRead) && v.ReachesAll() {
			return nil
		}
		return func(s *sql.Selector) {
			t := sql.Table(membership.Table)
			own := sql.Select(t.C(membership.FieldGroupID)).From(t).Where(sql.EQ(t.C(membership.FieldUserID), v.ID))
			seen := []*sql.Predicate{sql.EQ(s.C(group.FieldIsDefault), true)}
			if v.Kind == viewer.User {
				seen = append(seen, sql.In(s.C(group.FieldID), own))
			}
			if len(v.GroupIDs) > 0 {
				seen = append(seen, sql.In(s.C(group.FieldID), keys(v.GroupIDs)...))
			}
			s.Where(sql.Or(seen...))
		}
	})
}

// AllowReadingCompanies lets a viewer see the companies in reach, and everybody their own.
func AllowReadingCompanies() Sentence { return readingCompanies(company.FieldID) }

// AllowReadingContracts lets a viewer see the contracts of the companies in reach.
func AllowReadingContracts() Sentence { return readingCompanies(contract.FieldCompanyID) }

// CompanyOutOfSight finds the rows whose company, by a column with its key, the viewer does not see; nil where none is.
func CompanyOutOfSight(v *viewer.Viewer, column string) func(*sql.Selector) *sql.Predicate {
	if v.IsSystem() || seesAllCompanies(v) {
		return nil
	}
	return func(s *sql.Selector) *sql.Predicate {
		if len(v.CompanyIDs) == 0 {
			return sql.NotNull(s.C(column))
		}
		return sql.And(sql.NotNull(s.C(column)), sql.NotIn(s.C(column), keys(v.CompanyIDs)...))
	}
}

// seesCompanies reports a viewer who sees the company of every user in reach.
func seesCompanies(v *viewer.Viewer) bool {
	return seesAllCompanies(v) || v.Can(viewer.CompaniesRead) && v.Reach == viewer.AssignedCompanies && len(v.GroupIDs) == 0
}

func seesAllCompanies(v *viewer.Viewer) bool { return v.Can(viewer.CompaniesRead) && v.ReachesAll() }

func readingCompanies(column string) Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		if seesAllCompanies(v) {
			return nil
		}
		return func(s *sql.Selector) {
			s.Where(sql.In(s.C(column), keys(v.CompanyIDs)...))
		}
	})
}

// AllowSessions lets everybody see where they are signed in themselves, and those who manage accounts where the users
// within their reach are.
func AllowSessions() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		reached := func(s *sql.Selector) { s.Where(sql.False()) }
		if ManagesAccounts(v) {
			reached = usersWithin(v, viewer.AccountsManage, "user_id")
		}
		if reached == nil || v.Kind != viewer.User {
			return reached
		}
		return func(s *sql.Selector) {
			others := sql.Dialect(s.Dialect()).Select("id").From(sql.Dialect(s.Dialect()).Table(session.Table))
			reached(others)
			s.Where(sql.Or(sql.EQ(s.C("user_id"), v.ID), sql.In(s.C("id"), others)))
		}
	})
}

// AllowOwn lets people see what is their own, by user_id.
func AllowOwn() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		if v.Kind != viewer.User {
			return func(s *sql.Selector) { s.Where(sql.False()) }
		}
		return sql.FieldEQ("user_id", v.ID)
	})
}

// ManagesAccounts reports a viewer who looks after the accounts of those within their reach.
func ManagesAccounts(v *viewer.Viewer) bool { return v.Can(viewer.AccountsManage) }

// AllowOwnAndJobRuns lets everybody see what they started themselves, and whoever keeps the jobs what those do.
func AllowOwnAndJobRuns() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		return func(s *sql.Selector) {
			seen := sql.And(sql.EQ(s.C(run.FieldActorKind), string(v.Kind)), sql.EQ(s.C(run.FieldActorID), v.ID))
			if KeepsJobs(v) {
				seen = sql.Or(seen, sql.NotNull(s.C(run.FieldJobID)))
			}
			s.Where(seen)
		}
	})
}

// KeepsJobs reports a viewer who makes and runs the jobs of the whole, while they are switched on.
func KeepsJobs(v *viewer.Viewer) bool {
	_, off := v.Lacks(viewer.FeatureJobs)
	return !off && v.Can(viewer.JobsWrite) && v.ReachesAll()
}

// AllowOwnAndSharedViews lets people keep views of their own, and read those that others share.
func AllowOwnAndSharedViews() Sentence {
	own := func(v *viewer.Viewer) *sql.Predicate {
		if v.Kind != viewer.User {
			return sql.False()
		}
		return sql.EQ(savedview.FieldUserID, v.ID)
	}
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			return allowed(only(q, func(s *sql.Selector) {
				v := viewer.From(ctx)
				s.Where(sql.Or(own(v), sql.And(sql.EQ(s.C(savedview.FieldShared), true), sql.In(s.C(savedview.FieldUserID), sharers(s.Dialect(), v)))))
			}))
		},
		mutation: func(ctx context.Context, m gen.Mutation) error {
			v := viewer.From(ctx)
			if m.Op().Is(ent.OpCreate) {
				if owner, _ := m.Field(savedview.FieldUserID); v.Kind != viewer.User || owner != v.ID {
					return fault.NotAllowed()
				}
				return privacy.Allow
			}
			if ClearsViews(v) && m.Op().Is(ent.OpDeleteOne) {
				return privacy.Allow
			}
			return allowed(narrow(m, func(s *sql.Selector) { s.Where(own(v)) }))
		},
	}
}

// OwnsView reports that a view of this user is the viewer's own.
func OwnsView(v *viewer.Viewer, userID int64) bool { return v.Kind == viewer.User && v.ID == userID }

// ClearsViews reports a viewer who may delete what others share: it stands in everybody's way.
func ClearsViews(v *viewer.Viewer) bool { return v.Can(viewer.SettingsWrite) && v.ReachesAll() }

// sharers are the active users whose shared views the viewer is shown: those who reach everybody, and those whom the
// viewer reaches. What is searched for is about people, so it goes no further than they do.
func sharers(dialect string, v *viewer.Viewer) *sql.Selector {
	u, r := sql.Dialect(dialect).Table(user.Table), sql.Dialect(dialect).Table(role.Table)
	all := sql.Dialect(dialect).Select(u.C(user.FieldID)).From(u).Join(r).On(u.C(user.FieldRoleID), r.C(role.FieldID)).
		Where(sql.And(sql.IsNull(u.C(user.FieldDeletedAt)), sql.EQ(u.C(user.FieldStatus), user.StatusACTIVE)))
	if reached := within(v, viewer.UsersRead); reached != nil {
		inReach := sql.Dialect(dialect).Select(user.FieldID).From(sql.Dialect(dialect).Table(user.Table))
		reached(inReach)
		all.Where(sql.Or(sql.EQ(r.C(role.FieldReach), role.ReachEVERYTHING), sql.In(u.C(user.FieldID), inReach)))
	}
	return all
}

// DenyOwnNote hides a note from its subject, who may not write one either.
func DenyOwnNote() Sentence {
	notOwn := func(v *viewer.Viewer) func(*sql.Selector) {
		if v.Kind != viewer.User {
			return nil
		}
		return sql.FieldNEQ(note.FieldUserID, v.ID)
	}
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error { return only(q, notOwn(viewer.From(ctx))) },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			v := viewer.From(ctx)
			if owner, set := m.Field(note.FieldUserID); set && v.Kind == viewer.User && owner == v.ID {
				return fault.NotAllowed()
			}
			if m.Op().Is(ent.OpCreate) {
				return privacy.Skip
			}
			return narrow(m, notOwn(v))
		},
	}
}

// DenyLimitedReach refuses those who reach only a part: what this is about concerns everybody.
func DenyLimitedReach() Sentence {
	return asked(func(v *viewer.Viewer) error {
		if !v.ReachesAll() {
			return fault.NotAllowed()
		}
		return privacy.Skip
	})
}

// AllowRest ends a policy whose sentences before it refused all that must be refused.
func AllowRest() Sentence {
	return asked(func(*viewer.Viewer) error { return privacy.Allow })
}

// DenyChanging lets a row be made and never changed, except by the system.
func DenyChanging() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(_ context.Context, m gen.Mutation) error {
			if m.Op().Is(ent.OpCreate) {
				return privacy.Skip
			}
			return fault.NotAllowed()
		},
	}
}

// AllowOwnOrWithFullReach lets everybody see what they began themselves, by the columns that say who, and those who reach
// everybody all of it.
func AllowOwnOrWithFullReach(kind, id string) Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		if v.ReachesAll() {
			return nil
		}
		return func(s *sql.Selector) { s.Where(sql.And(sql.EQ(s.C(kind), string(v.Kind)), sql.EQ(s.C(id), v.ID))) }
	})
}

// Package rule holds the row locks, as sentences. Every road to a row meets them: resolver, import, export, job,
// node(id), filter, order and search. The default is to refuse.
package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/intercept"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Sentence is a rule for reading and for changing alike.
type Sentence struct {
	query    func(context.Context, gen.Query) error
	mutation func(context.Context, gen.Mutation) error
}

// EvalQuery evaluates the sentence for reading.
func (s Sentence) EvalQuery(ctx context.Context, q gen.Query) error { return s.query(ctx, q) }

// EvalMutation evaluates the sentence for changing.
func (s Sentence) EvalMutation(ctx context.Context, m gen.Mutation) error { return s.mutation(ctx, m) }

// asked makes a sentence of what is decided by who is asking alone.
func asked(decide func(*viewer.Viewer) error) Sentence {
	return Sentence{
		query:    func(ctx context.Context, _ gen.Query) error { return decide(viewer.From(ctx)) },
		mutation: func(ctx context.Context, _ gen.Mutation) error { return decide(viewer.From(ctx)) },
	}
}

// AllowSystem lets Portico itself do what nobody signed in can do.
func AllowSystem() Sentence {
	return asked(func(v *viewer.Viewer) error {
		if v.IsSystem() {
			return privacy.Allow
		}
		return privacy.Skip
	})
}

// DenyStrangers refuses whoever has not signed in.
func DenyStrangers() Sentence {
	return asked(func(v *viewer.Viewer) error {
		if v == nil {
			return fault.SignInFirst()
		}
		return privacy.Skip
	})
}

// DenyWithout refuses a viewer who lacks the permission.
func DenyWithout(p viewer.Permission) Sentence {
	return asked(func(v *viewer.Viewer) error {
		if !v.Can(p) {
			return fault.NotAllowed()
		}
		return privacy.Skip
	})
}

// DenyEditingWithout refuses to make or change a user to a viewer without the permission; whoever manages a group may
// change some users.
func DenyEditingWithout(p viewer.Permission) Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			if v := viewer.From(ctx); !v.Can(p) && (len(v.Manages()) == 0 || m.Op().Is(ent.OpCreate)) {
				return fault.NotAllowed()
			}
			return privacy.Skip
		},
	}
}

// DenyAll ends every policy: what no sentence before it allowed is refused.
func DenyAll() Sentence {
	return asked(func(v *viewer.Viewer) error {
		if v == nil {
			return fault.SignInFirst()
		}
		return fault.NotAllowed()
	})
}

// HideDeleted makes what is marked as deleted not exist, for everybody.
func HideDeleted() Sentence {
	alive := sql.FieldIsNull("deleted_at")
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			if viewer.DeletedShown(ctx) {
				return privacy.Skip
			}
			return only(q, alive)
		},
		mutation: func(context.Context, gen.Mutation) error { return privacy.Skip },
	}
}

// HideWithDeleted makes what belongs to a row of another table, by a column with its key, not exist while that is deleted.
func HideWithDeleted(column, table string) Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			if viewer.DeletedShown(ctx) || viewer.StartsFromParents(ctx) {
				return privacy.Skip
			}
			return only(q, func(s *sql.Selector) {
				t := sql.Dialect(s.Dialect()).Table(table)
				s.Where(sql.NotIn(s.C(column), sql.Dialect(s.Dialect()).Select(t.C("id")).From(t).Where(sql.NotNull(t.C("deleted_at")))))
			})
		},
		mutation: func(context.Context, gen.Mutation) error { return privacy.Skip },
	}
}

// perRow asks a predicate of each row that is read. Of a plain EXISTS, PostgreSQL makes a join of which it may believe that
// hardly anything is left, and then sorts all of a stream rather than walk its index.
func perRow(p *sql.Predicate) *sql.Predicate {
	return sql.P(func(b *sql.Builder) { b.WriteString("CASE WHEN ").Join(p).WriteString(" THEN TRUE ELSE FALSE END") })
}

// HideOfDeletedUsers is HideWithDeleted for what may belong to a user, and to nobody.
func HideOfDeletedUsers() Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			if viewer.DeletedShown(ctx) {
				return privacy.Skip
			}
			return only(q, func(s *sql.Selector) {
				t := sql.Dialect(s.Dialect()).Table(user.Table).As("gone")
				gone := sql.Dialect(s.Dialect()).Select(t.C(user.FieldID)).From(t).
					Where(sql.And(sql.ColumnsEQ(t.C(user.FieldID), s.C("user_id")), sql.NotNull(t.C(user.FieldDeletedAt))))
				s.Where(perRow(sql.NotExists(gone)))
			})
		},
		mutation: func(context.Context, gen.Mutation) error { return privacy.Skip },
	}
}

// only narrows a query and lets the next sentence decide. nil narrows nothing.
func only(q gen.Query, where func(*sql.Selector)) error {
	if where == nil {
		return privacy.Skip
	}
	narrowed, err := intercept.NewQuery(q)
	if err != nil {
		return privacy.Denyf("rule: %v", err)
	}
	narrowed.WhereP(where)
	return privacy.Skip
}

// narrow is only for a mutation of existing rows: what it does not match does not exist. A predicate that says
// nothing must be nil here, since Ent's update cannot do with an empty one.
func narrow(m gen.Mutation, where func(*sql.Selector)) error {
	if where == nil {
		return privacy.Skip
	}
	narrowed, ok := m.(interface{ WhereP(...func(*sql.Selector)) })
	if !ok {
		return privacy.Denyf("rule: %s cannot be narrowed", m.Type())
	}
	narrowed.WhereP(where)
	return privacy.Skip
}

// allowed turns a sentence that narrows into the last word: what it left is allowed.
func allowed(err error) error {
	if err == privacy.Skip {
		return privacy.Allow
	}
	return err
}

// Require refuses a viewer without the permission before anything else is looked at: an answer about the input would
// tell them what they may not know.
func Require(ctx context.Context, p viewer.Permission) error {
	switch v := viewer.From(ctx); {
	case v == nil:
		return fault.SignInFirst()
	case !v.Can(p):
		return fault.NotAllowed()
	default:
		return nil
	}
}

// RequireOrManaging is Require for what managing a group opens for some users, too.
func RequireOrManaging(ctx context.Context, p viewer.Permission) error {
	if v := viewer.From(ctx); len(v.Manages()) > 0 {
		return nil
	}
	return Require(ctx, p)
}

// RequireEverywhere is Require for what concerns everybody.
func RequireEverywhere(ctx context.Context, p viewer.Permission) error {
	if err := Require(ctx, p); err != nil {
		return err
	}
	if !viewer.From(ctx).ReachesAll() {
		return fault.NotAllowed()
	}
	return nil
}

// DenyDeletingWithout refuses to mark a row as deleted, or to take the mark away, to a viewer without the permission.
func DenyDeletingWithout(p viewer.Permission) Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			if _, marked := m.Field("deleted_at"); (marked || m.FieldCleared("deleted_at")) && !viewer.From(ctx).Can(p) {
				return fault.NotAllowed()
			}
			return privacy.Skip
		},
	}
}

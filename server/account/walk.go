package account

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/store"
)

// Span is a range of users by key: behind After, up to Upto. Except, if not 0, is left out.
type Span struct{ After, Upto, Except int64 }

// IDs are the first users of a span, by key, whom a filter finds and the viewer may see.
func (s *Service) IDs(ctx context.Context, f Filter, in Span, limit int) ([]int64, error) {
	found, err := s.filtered(ctx, f, "")
	if err != nil {
		return nil, err
	}
	return found.counted.Where(in.holds).Order(user.ByID()).Limit(limit).IDs(store.PlanByValue(ctx))
}

// Users are the users themselves, as load asks for them; it may leave some out.
func (s *Service) Users(ctx context.Context, f Filter, in Span, limit int, load func(*gen.UserQuery)) ([]*gen.User, error) {
	found, err := s.filtered(ctx, f, "")
	if err != nil {
		return nil, err
	}
	query := found.counted.Where(in.holds)
	load(query)
	return query.Order(user.ByID()).Limit(limit).All(store.PlanByValue(ctx))
}

// CountIn counts the users of a span whom a filter finds, who are among some and whom the viewer may see. It takes as long as
// there are many.
func (s *Service) CountIn(ctx context.Context, f Filter, in Span, among ...predicate.User) (int, error) {
	found, err := s.filtered(ctx, f, "")
	if err != nil {
		return 0, err
	}
	return found.counted.Where(in.holds).Where(among...).Count(store.PlanByValue(ctx))
}

func (r Span) holds(s *sql.Selector) {
	id := s.C(user.FieldID)
	s.Where(sql.And(sql.GT(id, r.After), sql.LTE(id, r.Upto), sql.NEQ(id, r.Except)))
}

// LastID is the key of the newest user there is, whoever may see them; 0 where there is none.
func (s *Service) LastID(ctx context.Context) (int64, error) {
	ids, err := s.Store.Ent(ctx).User.Query().Order(user.ByID(sql.OrderDesc())).Limit(1).IDs(viewer.ShowDeleted(viewer.AsSystem(ctx, "counting")))
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return ids[0], nil
}

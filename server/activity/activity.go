// Package activity keeps the streams of what users did: what is recorded by hand and by API clients. What happens in
// Portico itself is noted where it happens, by ent/hook.
package activity

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/store"
)

// Options of a Service.
type Options struct {
	Store    *store.Store
	Queue    *job.Queue
	Settings *settings.Service
	Signer   list.Signer
}

// Service keeps the streams.
type Service struct{ Options }

// New returns the service and registers its housekeeping.
func New(o Options) *Service {
	s := &Service{o}
	job.Register(o.Queue, s.sweep)
	o.Queue.Every(sweepEvery, sweepStreams{})
	return s
}

// Filter says which activities are listed. Nothing said is all that the viewer may see.
type Filter struct {
	UserID *int64
	// Kinds are any of these; empty for all.
	Kinds []string
	// From is inclusive, To exclusive.
	From, To *time.Time
}

// maxKinds bounds the kinds of one filter.
const maxKinds = 20

// newest is the order of a stream.
var newest = list.Order{Name: "OCCURRED", Column: activity.FieldOccurredAt, Kind: list.Time, Desc: true}

// List is one page of the activities that the viewer may see, newest first, and how many there are, to be counted when
// asked. load may ask for edges.
func (s *Service) List(ctx context.Context, f Filter, args list.Args, load func(*gen.ActivityQuery)) (*list.Page[*gen.Activity], *list.Total, error) {
	if err := rule.RequireFeature(ctx, viewer.FeatureActivities); err != nil {
		return nil, nil, err
	}
	where, err := f.where()
	if err != nil {
		return nil, nil, err
	}
	query := s.Store.Ent(ctx).Activity.Query().Where(where...)
	page, err := list.Read(ctx, s.source(func(ctx context.Context, after func(*sql.Selector), limit int) ([]*gen.Activity, error) {
		page := query.Clone().Where(after)
		load(page)
		return page.Limit(limit).All(viewer.OneByOne(store.PlanByValue(ctx)))
	}), args)
	return page, s.total(query), err
}

// source is the stream as list reads it.
func (s *Service) source(fetch func(context.Context, func(*sql.Selector), int) ([]*gen.Activity, error)) list.Source[*gen.Activity] {
	return list.Source[*gen.Activity]{
		Order: newest, Signer: s.Signer, Fetch: fetch,
		Place: func(a *gen.Activity) (any, int64) { return a.OccurredAt, a.ID },
	}
}

// sampled is how many of a user's newest activities Kinds looks at.
const sampled = 1000

// Kinds are those of a user's newest activities, the most common first.
func (s *Service) Kinds(ctx context.Context, userID int64) ([]string, error) {
	if err := rule.Require(ctx, viewer.ActivitiesRead); err != nil {
		return nil, err
	}
	kinds, err := s.Store.Ent(ctx).Activity.Query().Where(activity.UserID(userID)).
		Order(activity.ByOccurredAt(sql.OrderDesc()), activity.ByID(sql.OrderDesc())).Limit(sampled).Select(activity.FieldKind).Strings(viewer.OneByOne(ctx))
	times := map[string]int{}
	for _, kind := range kinds {
		times[kind]++
	}
	return slices.SortedFunc(maps.Keys(times), func(a, b string) int { return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b)) }), err
}

// Newest are the newest activities of some users, at most limit of each, by one statement. Whoever may not read any gets the
// refusal that a list gives.
func (s *Service) Newest(ctx context.Context, users []int64, limit int) (map[int64][]*gen.Activity, error) {
	if err := rule.RequireFeature(ctx, viewer.FeatureActivities); err != nil {
		return nil, err
	}
	rows, err := s.Store.Ent(ctx).Activity.Query().Where(list.Foremost(activity.Table, activity.FieldUserID, users, newest, limit)).
		Order(activity.ByOccurredAt(sql.OrderDesc()), activity.ByID(sql.OrderDesc())).All(ctx)
	byUser := make(map[int64][]*gen.Activity, len(users))
	for _, a := range rows {
		byUser[a.UserID] = append(byUser[a.UserID], a)
	}
	return byUser, err
}

// Cut makes a page of a user's newest activities that were read before, one more than asked for if there are.
func (s *Service) Cut(ctx context.Context, of *gen.User, newest []*gen.Activity, size int) (*list.Page[*gen.Activity], *list.Total) {
	return list.Cut(s.source(nil), newest, size), s.total(s.Store.Ent(ctx).Activity.Query().Where(activity.UserID(of.ID)))
}

func (f Filter) where() (where []predicate.Activity, err error) {
	if f.UserID != nil {
		where = append(where, activity.UserID(*f.UserID))
	}
	switch n := len(f.Kinds); {
	case n > maxKinds:
		return nil, fault.Refusef(fault.Invalid, fault.At("kinds"), "At most %d kinds at once.", maxKinds)
	case n == 1:
		where = append(where, activity.Kind(f.Kinds[0]))
	case n > 1:
		where = append(where, activity.KindIn(f.Kinds...))
	}
	if f.From != nil {
		where = append(where, activity.OccurredAtGTE(f.From.UTC()))
	}
	if f.To != nil {
		where = append(where, activity.OccurredAtLT(f.To.UTC()))
	}
	return where, nil
}

// total counts what a query finds.
func (s *Service) total(query *gen.ActivityQuery) *list.Total {
	return &list.Total{
		Key: activity.FieldID,
		Count: func(ctx context.Context, where func(*sql.Selector), limit int) (int, error) {
			counted := query.Clone()
			if where != nil {
				counted.Where(where)
			}
			if limit == 0 {
				return counted.Count(store.PlanByValue(ctx))
			}
			return counted.Limit(limit).Aggregate(list.Rows(activity.FieldID)).Int(store.PlanByValue(ctx))
		},
		Span: func(ctx context.Context) (int64, error) {
			last, err := s.Store.Ent(ctx).Activity.Query().Order(activity.ByID(sql.OrderDesc())).FirstID(viewer.AsSystem(ctx, "counting"))
			if gen.IsNotFound(err) {
				return 0, nil
			}
			return last, err
		},
	}
}

// Delete takes one activity away: it is marked, hidden everywhere at once, and comes back by undo until it is erased.
func (s *Service) Delete(ctx context.Context, id int64) error {
	if err := rule.Require(ctx, viewer.ActivitiesWrite); err != nil {
		return err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureActivities); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		found, err := tx.Activity.Get(ctx, id) // nobody takes away what they do not see
		if gen.IsNotFound(err) {
			return fault.NotFound("activity")
		}
		if err != nil {
			return err
		}
		return tx.Activity.UpdateOne(found).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx)
	})
}

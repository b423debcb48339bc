package reminder

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/store"
)

// Filter says which reminders are listed. What is nil narrows nothing.
type Filter struct {
	UserID, AssigneeID *int64
	Done               *bool
	// Due is what is due by now and not done, or all else.
	Due *bool
	// DueFrom is inclusive, DueTo exclusive.
	DueFrom, DueTo *time.Time
}

// byDate is the one order of reminders: by when they are due.
var byDate = list.Order{Name: "DUE_AT", Column: reminder.FieldDueAt, Kind: list.Time}

// List is one page of the reminders that the viewer may see, by date, and how many there are, to be counted when asked.
func (s *Service) List(ctx context.Context, f Filter, args list.Args, load func(*gen.ReminderQuery)) (*list.Page[*gen.Reminder], list.Counter, error) {
	if viewer.From(ctx) == nil {
		return nil, nil, fault.SignInFirst()
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureReminders); err != nil {
		return nil, nil, err
	}
	query := s.Store.Ent(ctx).Reminder.Query()
	f.narrow(query, s.Store.Now(ctx))
	page, err := list.Read(ctx, list.Source[*gen.Reminder]{
		Order: byDate, Signer: s.Signer,
		Place: func(r *gen.Reminder) (any, int64) { return r.DueAt, r.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*gen.Reminder, error) {
			one := query.Clone().Where(where)
			load(one)
			return one.Limit(limit).All(viewer.OneByOne(store.PlanByValue(ctx)))
		},
	}, args)
	return page, func(ctx context.Context) (int, error) { return query.Clone().Count(store.PlanByValue(ctx)) }, err
}

// IsDue reports a reminder that is due by now and not done.
func (s *Service) IsDue(ctx context.Context, r *gen.Reminder) bool {
	return r.DoneAt == nil && !r.DueAt.After(s.Store.Now(ctx))
}

func (f Filter) narrow(q *gen.ReminderQuery, now time.Time) {
	if f.UserID != nil {
		q.Where(reminder.UserID(*f.UserID))
	}
	if f.AssigneeID != nil {
		q.Where(reminder.AssigneeID(*f.AssigneeID))
	}
	switch {
	case f.Done == nil:
	case *f.Done:
		q.Where(reminder.DoneAtNotNil())
	default:
		q.Where(reminder.DoneAtIsNil())
	}
	switch {
	case f.Due == nil:
	case *f.Due:
		q.Where(reminder.DoneAtIsNil(), reminder.DueAtLTE(now))
	default:
		q.Where(reminder.Or(reminder.DoneAtNotNil(), reminder.DueAtGT(now)))
	}
	if f.DueFrom != nil {
		q.Where(reminder.DueAtGTE(*f.DueFrom))
	}
	if f.DueTo != nil {
		q.Where(reminder.DueAtLT(*f.DueTo))
	}
}

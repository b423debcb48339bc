package hook

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/recurrence"
)

// Reminder keeps when the clock looks at a reminder next, whatever changes it, taking back included.
func Reminder(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		r, ok := m.(*gen.ReminderMutation)
		if !ok || !m.Op().Is(ent.OpCreate|ent.OpUpdateOne) || !dated(r) {
			return next.Mutate(ctx, m)
		}
		now, err := standing(ctx, r)
		if err != nil {
			return nil, err
		}
		at, err := NextRun(now)
		switch {
		case err != nil:
			return nil, err
		case at != nil:
			r.SetNextRunAt(*at)
		case m.Op().Is(ent.OpUpdateOne):
			r.ClearNextRunAt()
		}
		return next.Mutate(ctx, m)
	})
}

// dates are the fields that NextRun looks at.
var dates = []string{reminder.FieldDueAt, reminder.FieldOccursAt, reminder.FieldStartsAt, reminder.FieldTimeZone, reminder.FieldRecurrence,
	reminder.FieldDoneAt, reminder.FieldToldAt, reminder.FieldDeletedAt}

// dated reports a mutation that says anything about dates.
func dated(m *gen.ReminderMutation) bool {
	return slices.ContainsFunc(append(m.Fields(), m.ClearedFields()...), func(name string) bool { return slices.Contains(dates, name) })
}

// standing is what a reminder will look like.
func standing(ctx context.Context, m *gen.ReminderMutation) (*gen.Reminder, error) {
	r := &gen.Reminder{}
	if id, ok := m.ID(); ok && m.Op().Is(ent.OpUpdateOne) {
		var err error
		if r, err = m.Client().Reminder.Get(viewer.ShowDeleted(viewer.AsSystem(ctx, "timers")), id); err != nil {
			return nil, err
		}
	}
	put(m.DueAt, &r.DueAt)
	put(m.OccursAt, &r.OccursAt)
	put(m.StartsAt, &r.StartsAt)
	put(m.TimeZone, &r.TimeZone)
	putOptional(m.Recurrence, m.RecurrenceCleared, &r.Recurrence)
	putOptional(m.DoneAt, m.DoneAtCleared, &r.DoneAt)
	putOptional(m.ToldAt, m.ToldAtCleared, &r.ToldAt)
	putOptional(m.DeletedAt, m.DeletedAtCleared, &r.DeletedAt)
	return r, nil
}

func put[T any](set func() (T, bool), into *T) {
	if v, ok := set(); ok {
		*into = v
	}
}

func putOptional[T any](set func() (T, bool), cleared func() bool, into **T) {
	if v, ok := set(); ok {
		*into = &v
	} else if cleared() {
		*into = nil
	}
}

// NextRun is when somebody is told of a reminder next, nil for never: when it is due, unless they were told of that or
// something later; then, if it is still not done, on each next date of its series.
func NextRun(r *gen.Reminder) (*time.Time, error) {
	switch {
	case r.DoneAt != nil || r.DeletedAt != nil:
		return nil, nil
	case r.ToldAt == nil || r.DueAt.After(*r.ToldAt):
		return &r.DueAt, nil
	case r.Recurrence == nil:
		return nil, nil
	}
	zone, err := recurrence.Zone(r.TimeZone)
	if err != nil {
		return nil, err
	}
	series, err := recurrence.New(*r.Recurrence, zone, r.StartsAt)
	if err != nil {
		return nil, err
	}
	after := *r.ToldAt
	if r.OccursAt.After(after) { // it was moved to an earlier time, and told then
		after = r.OccursAt
	}
	if next, more := series.After(after); more {
		return &next, nil
	}
	return nil, nil
}

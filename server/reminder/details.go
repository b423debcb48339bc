package reminder

import (
	"context"
	"errors"
	"time"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/recurrence"
)

// Limits in characters.
const (
	maxTitle = 200
	maxNote  = 2000
)

// Details are what is said of a reminder. What is nil stays; an empty text is cleared.
type Details struct {
	Title, Note *string
	// DueAt counts in whole seconds.
	DueAt *time.Time
	// TimeZone is a name in the IANA's database.
	TimeZone *string
	// Recurrence is an RRULE of RFC 5545; "" is once.
	Recurrence *string
	// AssigneeID is whom it is for, if Assign is set; nil is whoever set it.
	Assign     bool
	AssigneeID *int64
}

// apply puts what is said into a reminder, or refuses what is wrong, all of it at once. It reports whether its dates moved.
func (s *Service) apply(ctx context.Context, tx *gen.Client, r *gen.Reminder, d Details) (moved bool, err error) {
	var faults fault.List
	if d.Title != nil {
		r.Title = fold.Line(*d.Title)
	}
	switch {
	case r.Title == "":
		faults = append(faults, fault.Refuse(fault.Required, fault.At("title"), "Say what to remember."))
	case utf8.RuneCountInString(r.Title) > maxTitle:
		faults = append(faults, fault.TooLong("title", maxTitle))
	}
	if d.Note != nil {
		r.Note = nil
		if note := fold.Clean(*d.Note); note != "" {
			r.Note = &note
		}
		if utf8.RuneCountInString(*d.Note) > maxNote {
			faults = append(faults, fault.TooLong("note", maxNote))
		}
	}
	was := *r
	if err := d.date(r); !faults.Add(err) {
		return false, err
	}
	if err := s.assign(ctx, tx, r, d); !faults.Add(err) {
		return false, err
	}
	return !same(&was, r), faults.Err()
}

// same reports that two reminders have the same dates.
func same(a, b *gen.Reminder) bool {
	return a.DueAt.Equal(b.DueAt) && a.OccursAt.Equal(b.OccursAt) && a.StartsAt.Equal(b.StartsAt) && a.TimeZone == b.TimeZone &&
		text(a.Recurrence) == text(b.Recurrence)
}

// date moves the dates of a reminder as is said.
func (d Details) date(r *gen.Reminder) error {
	begin, snoozes := r.OccursAt, r.Recurrence != nil && d.Recurrence == nil && d.TimeZone == nil
	if d.DueAt != nil {
		begin = d.DueAt.UTC().Truncate(time.Second)
		if begin.Before(recurrence.Earliest) || !begin.Before(recurrence.Latest) {
			return fault.Refuse(fault.Invalid, fault.At("dueAt"), "Choose a date between 1900 and 2199.")
		}
		if snoozes {
			r.DueAt = begin
			return nil
		}
		if r.DueAt.Equal(begin) { // a form says everything anew: what was snoozed stays snoozed
			begin = r.OccursAt
		}
	}
	zone, rule := r.TimeZone, text(r.Recurrence)
	if d.TimeZone != nil {
		zone = *d.TimeZone
	}
	location, err := recurrence.Zone(zone)
	if err != nil {
		return problem(err, "timeZone")
	}
	if d.Recurrence != nil {
		rule = *d.Recurrence
	}
	next := &gen.Reminder{TimeZone: zone, DueAt: begin, OccursAt: begin, StartsAt: begin}
	if rule != "" {
		series, err := recurrence.New(rule, location, begin)
		if err != nil {
			return problem(err, "recurrence")
		}
		first, rule := series.First(), series.Text()
		next.DueAt, next.OccursAt, next.StartsAt, next.Recurrence = first, first, first, &rule
	}
	if next.TimeZone == r.TimeZone && text(next.Recurrence) == text(r.Recurrence) && next.OccursAt.Equal(r.OccursAt) {
		return nil
	}
	r.TimeZone, r.DueAt, r.OccursAt, r.StartsAt, r.Recurrence = next.TimeZone, next.DueAt, next.OccursAt, next.StartsAt, next.Recurrence
	return nil
}

// problem says at a field what is wrong with a rule or a zone.
func problem(err error, field string) error {
	if said, ok := errors.AsType[recurrence.Problem](err); ok {
		return fault.Refuse(fault.Invalid, fault.At(field), string(said))
	}
	return err
}

// assign says whom a reminder is for: somebody whom the viewer sees, and who sees the user whom it is about.
func (s *Service) assign(ctx context.Context, tx *gen.Client, r *gen.Reminder, d Details) error {
	switch {
	case r.ID != 0 && !d.Assign:
		return nil
	case d.AssigneeID == nil:
		r.AssigneeID = r.SetByID
		return nil
	case r.AssigneeID != nil && *r.AssigneeID == *d.AssigneeID: // it was for them before, whatever became of them
		return nil
	}
	there, err := tx.User.Query().Where(user.ID(*d.AssigneeID)).Exist(ctx)
	if err != nil {
		return err
	}
	if !there {
		return fault.Refuse(fault.Unknown, fault.At("assigneeId"), "This user does not exist, or you may not see them.")
	}
	v, err := s.Authn.Acting(ctx, *d.AssigneeID)
	if err != nil {
		return err
	}
	sees := false
	if v != nil {
		if sees, err = tx.User.Query().Where(user.ID(r.UserID)).Exist(viewer.NewContext(ctx, v)); err != nil {
			return err
		}
	}
	if !sees {
		return fault.Refuse(fault.Invalid, fault.At("assigneeId"), "They cannot see the user whom this is about. Choose somebody who can.")
	}
	r.AssigneeID = d.AssigneeID
	return nil
}

// seriesOf is the series of a recurring reminder; nil for one that comes once.
func seriesOf(r *gen.Reminder) (*recurrence.Series, error) {
	if r.Recurrence == nil {
		return nil, nil
	}
	zone, err := recurrence.Zone(r.TimeZone)
	if err != nil {
		return nil, err
	}
	return recurrence.New(*r.Recurrence, zone, r.StartsAt)
}

func text(t *string) string {
	if t == nil {
		return ""
	}
	return *t
}

// Package reminder is what falls due, and for whom: setting reminders, snoozing, completing, telling whoever they are for
// on their date, and the calendars that show them.
package reminder

import (
	"context"
	"net/url"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
)

// Options of the Service.
type Options struct {
	Store  *store.Store
	Queue  *job.Queue
	Notify *notify.Notifier
	Authn  *authn.Authenticator
	Signer list.Signer
	// Key makes the tokens of feeds.
	Key secret.Key
	// PublicURL is what links and the names of calendars' entries are made of.
	PublicURL *url.URL
}

// Service keeps reminders.
type Service struct{ Options }

// New returns the service and registers its timer.
func New(o Options) *Service {
	s := &Service{o}
	o.Queue.Watch(job.Timer{Name: "reminder.fall_due", Table: reminder.Table, Fire: s.fire})
	return s
}

// Create sets a reminder about a user whom the viewer sees and keeps reminders about.
func (s *Service) Create(ctx context.Context, userID int64, d Details) (made *gen.Reminder, err error) {
	if err := keeping(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		seen, err := tx.User.Query().Where(user.ID(userID)).Exist(ctx)
		if err != nil {
			return err
		}
		if !seen {
			return fault.Refuse(fault.Unknown, fault.At("userId"), "This user does not exist, or you may not see them.")
		}
		if err := rule.RequireKeepingReminders(ctx, tx, userID); err != nil {
			return err
		}
		r := &gen.Reminder{UserID: userID, TimeZone: "UTC"}
		if v := viewer.From(ctx); v.Kind == viewer.User {
			r.SetByID = &v.ID
		}
		if _, err := s.apply(ctx, tx, r, d); err != nil {
			return err
		}
		made, err = tx.Reminder.Create().SetUserID(userID).SetNillableSetByID(r.SetByID).SetNillableAssigneeID(r.AssigneeID).SetTitle(r.Title).
			SetNillableNote(r.Note).SetDueAt(r.DueAt).SetOccursAt(r.OccursAt).SetStartsAt(r.StartsAt).SetTimeZone(r.TimeZone).
			SetNillableRecurrence(r.Recurrence).Save(ctx)
		return err
	})
	return made, err
}

// Update changes a reminder, if nobody else did since the version was read. A new date alone snoozes: of a recurring one it
// moves the date at which it stands and leaves the series as it is. With a recurrence or a time zone beside it, the series
// begins anew there. One that is done and gets a new date is to be done again.
func (s *Service) Update(ctx context.Context, id int64, version int, d Details) (saved *gen.Reminder, err error) {
	if err := keeping(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		r, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if r.Version != version {
			return fault.Conflict("reminder", version, r.Version)
		}
		was := *r
		moved, err := s.apply(ctx, tx, r, d)
		if err != nil {
			return err
		}
		update := tx.Reminder.UpdateOne(&was).SetTitle(r.Title)
		optional(r.Note, update.SetNote, update.ClearNote)
		optional(r.AssigneeID, update.SetAssigneeID, update.ClearAssignee)
		if moved {
			update.SetDueAt(r.DueAt).SetOccursAt(r.OccursAt).SetStartsAt(r.StartsAt).SetTimeZone(r.TimeZone).ClearDoneAt()
			optional(r.Recurrence, update.SetRecurrence, update.ClearRecurrence)
		}
		saved, err = update.Save(ctx)
		return err
	})
	return saved, err
}

// optional sets or clears a field.
func optional[T, U any](value *T, set func(T) U, clear func() U) {
	if value != nil {
		set(*value)
	} else {
		clear()
	}
}

// Complete marks a reminder as done. A recurring one moves to the first of its dates that is still to come; after the last
// it is done for good. version is the one that was read; nil completes whatever stands there.
func (s *Service) Complete(ctx context.Context, id int64, version *int) (saved *gen.Reminder, err error) {
	if err := keeping(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		r, err := find(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case version != nil && r.Version != *version:
			return fault.Conflict("reminder", *version, r.Version)
		case r.DoneAt != nil:
			return fault.Refuse(fault.Invalid, nil, "This reminder is done already.")
		}
		now := s.Store.Now(ctx)
		update := tx.Reminder.UpdateOne(r)
		if next, more, err := following(r, now); err != nil {
			return err
		} else if more {
			update.SetDueAt(next).SetOccursAt(next)
		} else {
			update.SetDoneAt(now)
		}
		saved, err = update.Save(ctx)
		return err
	})
	return saved, err
}

// following is the date after the one at which a reminder stands, and after now.
func following(r *gen.Reminder, now time.Time) (next time.Time, more bool, err error) {
	series, err := seriesOf(r)
	if series == nil || err != nil {
		return next, false, err
	}
	if now.Before(r.OccursAt) {
		now = r.OccursAt
	}
	next, more = series.After(now)
	return next, more, nil
}

// Delete hides a reminder; the purge erases it later.
func (s *Service) Delete(ctx context.Context, id int64) error {
	if err := keeping(ctx); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		r, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		return tx.Reminder.UpdateOne(r).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx)
	})
}

// keeping refuses whoever keeps no reminders before anything else is looked at.
func keeping(ctx context.Context) error {
	if err := rule.Require(ctx, viewer.RemindersWrite); err != nil {
		return err
	}
	if err := rule.Require(ctx, viewer.UsersRead); err != nil {
		return err
	}
	return rule.RequireFeature(ctx, viewer.FeatureReminders)
}

// find is a reminder that the viewer sees and may change, held for a change.
func find(ctx context.Context, tx *gen.Client, id int64) (*gen.Reminder, error) {
	r, err := tx.Reminder.Query().Where(reminder.ID(id), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("reminder")
	}
	if err != nil {
		return nil, err
	}
	return r, rule.RequireKeepingReminders(ctx, tx, r.UserID)
}

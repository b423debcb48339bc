package reminder

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/recurrence"
)

// fire tells whoever a reminder is for that it is due. That it was told, the message and its job are one transaction, so
// each date is told once, whoever is killed and however many replicas look. Dates that passed while nobody looked are told
// together, once.
func (s *Service) fire(ctx context.Context, id int64) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := s.Store.Now(ctx)
		r, err := tx.Reminder.Query().Where(reminder.ID(id), reminder.NextRunAtLTE(now), lock.Claim).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		told := r.DueAt
		if series, err := seriesOf(r); err != nil {
			return err
		} else if series != nil {
			if last, ok := series.Last(now); ok && last.After(told) {
				told = last
			}
		}
		// Its hook moves it on to the next date.
		if err := tx.Reminder.UpdateOne(r).SetToldAt(told).Exec(ctx); err != nil {
			return err
		}
		return s.tell(ctx, tx, r, told)
	})
}

// tell queues the email to the assignee, or to whoever set it if the assignee cannot be told. If neither can, it stays to be
// seen as overdue by those who keep reminders.
func (s *Service) tell(ctx context.Context, tx *gen.Client, r *gen.Reminder, date time.Time) error {
	var asked []int64
	for _, one := range []*int64{r.AssigneeID, r.SetByID} {
		if one == nil || len(asked) > 0 && asked[0] == *one {
			continue
		}
		asked = append(asked, *one)
		may, err := s.mayBeTold(ctx, tx, r, *one)
		if err != nil {
			return err
		}
		if !may {
			continue
		}
		to, err := tx.User.Query().Where(user.ID(*one)).WithAccount().Only(ctx)
		if err != nil {
			return err
		}
		about, err := tx.User.Get(ctx, r.UserID)
		if err != nil {
			return err
		}
		return s.Notify.Remind(ctx, notify.Due{Reminder: r, To: to, About: about, At: in(date, r.TimeZone), Link: s.link(r)})
	}
	return nil
}

// mayBeTold reports somebody who signs in and sees the reminder, as they stand now.
func (s *Service) mayBeTold(ctx context.Context, tx *gen.Client, r *gen.Reminder, userID int64) (bool, error) {
	v, err := s.Authn.Acting(ctx, userID)
	if v == nil || err != nil {
		return false, err
	}
	return tx.Reminder.Query().Where(reminder.ID(r.ID)).Exist(viewer.NewContext(ctx, v))
}

// in is a moment on the walls of a zone.
func in(t time.Time, zone string) time.Time {
	if location, err := recurrence.Zone(zone); err == nil {
		return t.In(location)
	}
	return t
}

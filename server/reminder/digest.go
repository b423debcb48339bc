package reminder

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/notify"
)

const (
	// today is how far a digest looks ahead.
	today = 24 * time.Hour
	// mostInDigest is how many reminders one digest lists, the longest overdue first.
	mostInDigest = 100
	// mostLookedAt is how many pages of what somebody set for others are looked at for one digest.
	mostLookedAt = 3
)

// digested are the reminders that a digest is about: not done, and overdue or due within a day.
func (s *Service) digested(ctx context.Context, tx *gen.Client) *gen.ReminderQuery {
	return tx.Reminder.Query().Where(reminder.DoneAtIsNil(), reminder.DeletedAtIsNil(), reminder.DueAtLT(s.Store.Now(ctx).Add(today)))
}

// CountDue is how many users a digest may be for.
func (s *Service) CountDue(ctx context.Context) (int, error) {
	n := 0
	for after := int64(0); ; {
		ids, err := s.Due(ctx, after, mostInDigest)
		if n += len(ids); err != nil || len(ids) == 0 {
			return n, err
		}
		after = ids[len(ids)-1]
	}
}

// Due are users for whom, or by whom, something due was set, by key, after one: at most so many.
func (s *Service) Due(ctx context.Context, after int64, most int) (ids []int64, err error) {
	for _, column := range []string{reminder.FieldAssigneeID, reminder.FieldSetByID} {
		var some []int64
		err := s.digested(ctx, s.Store.Ent(ctx)).Where(predicate.Reminder(sql.FieldGT(column, after))).
			Order(sql.OrderByField(column).ToFunc()).Limit(most).Unique(true).Select(column).Scan(ctx, &some)
		if err != nil {
			return nil, err
		}
		ids = append(ids, some...)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return ids[:min(len(ids), most)], nil
}

// Digest mails somebody what is due and overdue for them, in one email, in a transaction that it joins: what is theirs, and what they set for
// somebody who cannot be told. It reports false where there is nothing, or they may not see it any more.
func (s *Service) Digest(ctx context.Context, userID int64) (told bool, err error) {
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		told = false
		v, err := s.Authn.Acting(ctx, userID)
		if err != nil || v == nil {
			return err
		}
		seen := viewer.NewContext(ctx, v)
		if rule.RequireFeature(seen, viewer.FeatureReminders) != nil {
			return nil
		}
		all, err := s.toTell(seen, tx, userID)
		if err != nil {
			return err
		}
		var items []notify.Item
		for _, r := range all {
			u := r.Edges.User
			items = append(items, notify.Item{Title: r.Title, About: u.FirstName + " " + u.LastName, DueAt: in(r.DueAt, r.TimeZone), IsOverdue: r.DueAt.Before(s.Store.Now(ctx))})
		}
		if len(items) == 0 {
			return nil
		}
		to, err := tx.User.Query().Where(user.ID(userID)).WithAccount().Only(ctx)
		if err != nil {
			return err
		}
		told = true
		return s.Notify.Digest(ctx, notify.Digest{To: to, Items: items, Link: s.PublicURL.JoinPath("reminders").String()})
	})
	return told, err
}

// toTell are the reminders that a digest lists, as its reader sees them: their own first, however much they set for others; where there is
// room, what they set for somebody who cannot be told.
func (s *Service) toTell(seen context.Context, tx *gen.Client, userID int64) ([]*gen.Reminder, error) {
	own := reminder.Or(reminder.AssigneeID(userID), reminder.And(reminder.SetByID(userID), reminder.AssigneeIDIsNil()))
	all, err := s.some(seen, tx, own, nil)
	if err != nil {
		return nil, err
	}
	var last *gen.Reminder
	for range mostLookedAt {
		others, err := s.some(seen, tx, reminder.And(reminder.SetByID(userID), reminder.AssigneeIDNEQ(userID)), last)
		if err != nil {
			return nil, err
		}
		for _, r := range others {
			may, err := s.mayBeTold(seen, tx, r, *r.AssigneeID)
			if err != nil {
				return nil, err
			}
			if !may {
				all = append(all, r)
			}
		}
		if len(others) < mostInDigest || len(all) >= mostInDigest {
			break
		}
		last = others[len(others)-1]
	}
	all = slices.DeleteFunc(all[:min(len(all), mostInDigest)], func(r *gen.Reminder) bool { return r.Edges.User == nil })
	slices.SortStableFunc(all, func(a, b *gen.Reminder) int { return a.DueAt.Compare(b.DueAt) })
	return all, nil
}

// some are the next of what a digest may be about, the longest overdue first, behind one.
func (s *Service) some(seen context.Context, tx *gen.Client, which predicate.Reminder, last *gen.Reminder) ([]*gen.Reminder, error) {
	query := s.digested(seen, tx).Where(which).WithUser().Order(reminder.ByDueAt(), reminder.ByID()).Limit(mostInDigest)
	if last != nil {
		query.Where(reminder.Or(reminder.DueAtGT(last.DueAt), reminder.And(reminder.DueAt(last.DueAt), reminder.IDGT(last.ID))))
	}
	return query.All(seen)
}

package purge

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/consentchange"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/factor"
	"github.com/portico-hub/portico/ent/gen/ent/feed"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/passkey"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/recoverycode"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/savedview"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
)

func (s *Service) users() Kind {
	return Kind{
		What: "users",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).User.Query().Where(user.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).User.Query().Where(user.DeletedAtLT(before), user.IDGT(after)).Order(user.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Clear: func(ctx context.Context, before time.Time, id int64) error {
			if going, err := s.begin(ctx, before, id); err != nil || !going {
				return err
			}
			for _, step := range []func(context.Context, int64) error{s.detach, s.confirmations} {
				if err := step(ctx, id); err != nil {
					return err
				}
			}
			for _, of := range belongings {
				err := s.all(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
					return of.find(ctx, tx, id, most)
				}, of.erase)
				if err != nil {
					return err
				}
			}
			return s.blank(ctx, func(q *gen.ChangeQuery) { q.Where(change.SubjectID(id)) }, &id)
		},
		Erase: s.erase(eraseUser),
	}
}

// eraseUser takes somebody out at last. Who came back before the purge began with them keeps everything.
func eraseUser(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
	if _, err := tx.User.Query().Where(user.ID(id), user.DeletedAtLT(before), user.PurgedAtNotNil(), lock.Update).Only(ctx); err != nil {
		return err
	}
	for _, one := range []func() (int, error){
		func() (int, error) { return tx.Note.Delete().Where(note.UserID(id)).Exec(ctx) },
		func() (int, error) { return tx.Factor.Delete().Where(factor.UserID(id)).Exec(ctx) },
		func() (int, error) { return tx.Feed.Delete().Where(feed.UserID(id)).Exec(ctx) },
		func() (int, error) { return tx.Credential.Delete().Where(credential.UserID(id)).Exec(ctx) },
		func() (int, error) { return tx.Account.Delete().Where(account.UserID(id)).Exec(ctx) },
	} {
		if _, err := one(); err != nil {
			return err
		}
	}
	return tx.User.DeleteOneID(id).Exec(ctx)
}

// begin holds somebody and writes down that they do not come back; going is false if they did.
func (s *Service) begin(ctx context.Context, before time.Time, id int64) (going bool, err error) {
	return s.mark(ctx, func(ctx context.Context, tx *gen.Client, now time.Time) error {
		u, err := tx.User.Query().Where(user.ID(id), user.DeletedAtLT(before), lock.Update).Only(ctx)
		if err != nil || u.PurgedAt != nil {
			return err
		}
		return tx.User.UpdateOne(u).SetPurgedAt(now).Exec(ctx)
	})
}

// detach takes somebody out of what stays: whom they took the place for, and reminders about others that were for them.
func (s *Service) detach(ctx context.Context, id int64) error {
	err := s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.User.Query().Where(user.SupersedesID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, one int64) error {
		return tx.User.UpdateOneID(one).ClearSupersedesID().Exec(ctx)
	})
	if err != nil {
		return err
	}
	return s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Reminder.Query().Where(reminder.AssigneeID(id), reminder.UserIDNEQ(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, one int64) error {
		return tx.Reminder.UpdateOneID(one).ClearAssigneeID().Exec(ctx)
	})
}

// aboutUser is what told others of reminders about somebody: it holds their name.
func aboutUser(id int64) predicate.Message {
	return func(s *sql.Selector) {
		r := sql.Table(reminder.Table)
		s.Where(sql.In(s.C(message.FieldReminderID), sql.Select(r.C(reminder.FieldID)).From(r).Where(sql.EQ(r.C(reminder.FieldUserID), id))))
	}
}

func eraseMessages(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
	return tx.Message.Delete().Where(message.IDIn(ids...)).Exec(ctx)
}

// belonging is a kind of row that goes with its user.
type belonging struct {
	find  func(ctx context.Context, tx *gen.Client, userID int64, most int) ([]int64, error)
	erase func(ctx context.Context, tx *gen.Client, ids []int64) (int, error)
}

// belongings are all of those of which a user may have many. Messages go before the links that they brought.
var belongings = []belonging{
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Message.Query().Where(aboutUser(id)).Limit(most).IDs(ctx)
	}, eraseMessages},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Message.Query().Where(message.UserID(id)).Limit(most).IDs(ctx)
	}, eraseMessages},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Link.Query().Where(link.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Link.Delete().Where(link.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Activity.Query().Where(activity.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Activity.Delete().Where(activity.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Session.Query().Where(session.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Session.Delete().Where(session.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.ConsentChange.Query().Where(consentchange.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.ConsentChange.Delete().Where(consentchange.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Reminder.Query().Where(reminder.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Reminder.Delete().Where(reminder.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Membership.Query().Where(membership.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Membership.Delete().Where(membership.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Assignment.Query().Where(assignment.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Assignment.Delete().Where(assignment.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.SavedView.Query().Where(savedview.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.SavedView.Delete().Where(savedview.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.RecoveryCode.Query().Where(recoverycode.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.RecoveryCode.Delete().Where(recoverycode.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Passkey.Query().Where(passkey.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Passkey.Delete().Where(passkey.IDIn(ids...)).Exec(ctx)
	}},
	{func(ctx context.Context, tx *gen.Client, id int64, most int) ([]int64, error) {
		return tx.Identity.Query().Where(identity.UserID(id)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Identity.Delete().Where(identity.IDIn(ids...)).Exec(ctx)
	}},
}

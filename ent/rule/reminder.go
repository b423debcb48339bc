package rule

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// AllowReadingReminders lets those who keep reminders see the ones about users in reach, and everybody the ones that are
// for them. Either way they must see the user.
func AllowReadingReminders() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		kept := ownersWithin(v, viewer.RemindersWrite)
		if !v.Can(viewer.UsersRead) {
			kept = func(s *sql.Selector) { s.Where(sql.False()) }
		}
		if kept == nil || v.Kind != viewer.User {
			return kept
		}
		own := sql.FieldEQ(reminder.FieldAssigneeID, v.ID)
		if seen := ownersWithin(v, viewer.UsersRead); seen != nil {
			own = sql.AndPredicates(own, seen)
		}
		return sql.OrPredicates(kept, own)
	})
}

// RequireKeepingReminders refuses to set or change a reminder about a user whom the viewer sees on other ways alone, such as
// by managing a group, or since it is for them.
func RequireKeepingReminders(ctx context.Context, client *gen.Client, userID int64) error {
	v := viewer.From(ctx)
	reached := along(v, waysByRole(v, viewer.RemindersWrite))
	if v.IsSystem() || reached == nil {
		return nil
	}
	within, err := client.User.Query().Where(user.ID(userID), reached).Exist(viewer.AsSystem(ctx, "comparing reach"))
	if err == nil && !within {
		err = fault.NotAllowed()
	}
	return err
}

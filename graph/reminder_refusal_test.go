package graph_test

import (
	"context"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
)

const (
	createReminder   = `mutation($in:CreateReminderInput!){createReminder(input:$in){reminder{` + reminderFields + `} undo{token} userErrors{code field message}}}`
	updateReminder   = `mutation($in:UpdateReminderInput!){updateReminder(input:$in){reminder{` + reminderFields + `} undo{token} userErrors{code field message params}}}`
	completeReminder = `mutation($in:IDInput!,$version:Int){completeReminder(input:$in,version:$version){reminder{` + reminderFields + `} undo{token} userErrors{code field message params}}}`
	deleteReminder   = `mutation($in:IDInput!){deleteReminder(input:$in){deletedId undo{token} userErrors{code}}}`
	resetFeed        = `mutation{resetRemindersFeed{viewer{remindersFeedUrl} userErrors{code}}}`
	reminderFields   = `id version title note dueAt isDue timeZone recurrence doneAt user{email} assignee{email}`
)

// newReminder sets one directly, for nobody, ten years from now.
func newReminder(c *cast, u *ent.User, title string, change func(*ent.ReminderCreate)) (made *ent.Reminder) {
	c.hub.T.Helper()
	due := c.hub.Clock.Now().AddDate(10, 0, 0).Truncate(time.Second)
	write(c.hub, func(ctx context.Context, tx *ent.Client) (err error) {
		create := tx.Reminder.Create().SetUserID(u.ID).SetTitle(title).SetDueAt(due).SetOccursAt(due).SetStartsAt(due).SetTimeZone("UTC")
		if change != nil {
			change(create)
		}
		made, err = create.Save(ctx)
		return err
	})
	return made
}

// Who may set reminders, change, complete and delete them.
func init() {
	set := func(s *scene) vars {
		return vars{"in": vars{"userId": userID(s.target), "title": "Call back", "dueAt": "2040-01-01T09:00:00Z"}}
	}
	id := func(s *scene) string { return newReminder(s.cast, s.target, "Call back", nil).GlobalID() }
	change := func(s *scene) vars { return vars{"in": vars{"id": id(s), "version": 1, "title": "Write"}} }
	one := func(s *scene) vars { return vars{"in": vars{"id": id(s)}} }
	keepers := [8]string{anon, deny, deny, gone, ok, deny, ok, ok}
	attempts = append(attempts,
		attempt{"createReminder", "about a Member", [8]string{anon, deny, deny, none, ok, deny, ok, ok}, set},
		attempt{"updateReminder", "its title", keepers, change},
		attempt{"completeReminder", "one", keepers, one},
		attempt{"deleteReminder", "one", keepers, one},
		attempt{"resetRemindersFeed", "one's own", [8]string{anon, ok, ok, ok, ok, ok, ok, ok}, func(*scene) vars { return nil }},
	)
	for name, letters := range map[string]string{"createReminder, about a Member": "DDoDDD", "updateReminder, its title": "DDoDDD",
		"completeReminder, one": "DDoDDD", "deleteReminder, one": "DDoDDD", "resetRemindersFeed, one's own": "ooDDDD"} {
		byOthers[name] = letters
	}
	for mutation, text := range map[string]string{"createReminder": createReminder, "updateReminder": updateReminder, "completeReminder": completeReminder,
		"deleteReminder": deleteReminder, "resetRemindersFeed": resetFeed} {
		texts[mutation] = text
	}
	reached := map[string]string{
		inAway: "ADDoNDooDDoDDD", nowhere: "ADDNNDooDDoDDD", inCircle: "ADDNNDooDDoDDD",
		overThere: "ADDNNDooDDoDDD", inactive: "ADDNoDooDDoDDD", deleted: "ADDNNDNNDDNDDD",
	}
	elsewhere = append(elsewhere, placed{"createReminder", "about somebody", false, map[string]string{
		inAway: "ADDouDooDDoDDD", nowhere: "ADDuuDooDDoDDD", inCircle: "ADDuuDooDDoDDD",
		overThere: "ADDuuDooDDoDDD", inactive: "ADDuoDooDDoDDD", deleted: "ADDuuDuuDDuDDD",
	}, set}, placed{"updateReminder", "about somebody", false, reached, change}, placed{"completeReminder", "about somebody", false, reached, one},
		placed{"deleteReminder", "about somebody", false, reached, one})
}

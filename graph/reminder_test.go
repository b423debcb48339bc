package graph_test

import (
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	reminders = `query($first:Int,$after:Cursor,$f:ReminderFilter){reminders(first:$first,after:$after,filter:$f){totalCount pageInfo{hasNextPage endCursor}
		edges{node{id title dueAt user{email} assignee{email}}}}}`
	readReminder = `query($id:ID!){node(id:$id){... on Reminder{` + reminderFields + `}}}`
)

// remind sets a reminder about a user, and returns its id.
func remind(c *hubtest.Client, u *ent.User, more vars) string {
	return c.Must(createReminder, reminding(u, more)).Text("createReminder.reminder.id")
}

// reminding is the input of createReminder for half past nine on the next day in Oslo.
func reminding(u *ent.User, more vars) vars {
	in := vars{"userId": userID(u), "title": "Call back", "dueAt": "2036-11-21T08:30:00Z", "timeZone": "Europe/Oslo"}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

// titles are those of a page, in its order.
func titles(a *hubtest.Answer, path string) string {
	list, _ := a.At(path + ".edges").([]any)
	all := make([]string, len(list))
	for i := range list {
		all[i], _ = list[i].(map[string]any)["node"].(map[string]any)["title"].(string)
	}
	return strings.Join(all, ", ")
}

func TestReminders(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		ana := hub.User("ana@example.org", nil)
		t.Run("are set, read back and listed", func(t *testing.T) {
			a := admin.Must(createReminder, reminding(ana, vars{"note": "About the\n contract. ", "title": "  Call   back "}))
			for path, want := range map[string]string{"title": "Call back", "note": "About the\n contract.", "dueAt": "2036-11-21T08:30:00Z",
				"timeZone": "Europe/Oslo", "user.email": "ana@example.org", "assignee.email": "mona@example.org"} {
				equal(t, path, a.Text("createReminder.reminder."+path), want)
			}
			equal(t, "the recurrence", a.At("createReminder.reminder.recurrence"), nil)
			remind(admin, ana, vars{"title": "Later", "dueAt": "2036-12-01T08:00:00Z"})
			remind(admin, hub.User("bea@example.org", nil), vars{"title": "Sooner", "dueAt": "2036-11-20T20:00:00Z"})
			equal(t, "all", titles(admin.Must(reminders, vars{"first": 10}), "reminders"), "Sooner, Call back, Later")
			one := admin.Must(reminders, vars{"first": 1})
			two := admin.Must(reminders, vars{"first": 2, "after": one.At("reminders.pageInfo.endCursor")})
			equal(t, "the second page", titles(two, "reminders"), "Call back, Later")
			equal(t, "how many", two.Int("reminders.totalCount"), 3)
			for want, f := range map[string]vars{"Call back, Later": {"userId": userID(ana)}, "Sooner": {"dueAt": vars{"to": "2036-11-21T00:00:00Z"}},
				"Later": {"dueAt": vars{"from": "2036-12-01T08:00:00Z"}}, "": {"done": true, "due": true}, "Sooner, Call back, Later": {"done": false}} {
				equal(t, "filtered", titles(admin.Must(reminders, vars{"first": 10, "f": f}), "reminders"), want)
			}
			card := admin.Must(`query($id:ID!){node(id:$id){... on User{reminders(first:5){totalCount edges{node{title}}}}}}`, vars{"id": userID(ana)})
			equal(t, "on the card", titles(card, "node.reminders"), "Call back, Later")
		})
		t.Run("say what is wrong, all of it at once", func(t *testing.T) {
			a := admin.Ask(createReminder, reminding(ana, vars{"title": " ", "timeZone": "Mars/Base", "note": strings.Repeat("x", 2001)}))
			a.Said("createReminder", "REQUIRED", "INVALID", "INVALID")
			for what, more := range map[string]vars{
				"recurrence": {"recurrence": "FREQ=HOURLY"}, "dueAt": {"dueAt": "2300-01-01T00:00:00Z"}, "title": {"title": strings.Repeat("x", 201)},
			} {
				a := admin.Ask(createReminder, reminding(ana, more))
				a.Said("createReminder", "INVALID")
				equal(t, "the field", field(a, "createReminder"), what)
			}
			admin.Ask(createReminder, reminding(ana, vars{"userId": "rubbish"})).Said("createReminder", "UNKNOWN")
			admin.Ask(createReminder, reminding(ana, vars{"assigneeId": "rubbish"})).Said("createReminder", "UNKNOWN")
			admin.Ask(createReminder, reminding(ana, vars{"recurrence": strings.Repeat("FREQ=DAILY;", 9000)})).Said("createReminder", "INVALID")
			admin.Ask(completeReminder, vars{"in": vars{"id": "rubbish"}}).Refused(gone)
		})
		t.Run("are changed by the version that was read", func(t *testing.T) {
			id := remind(admin, ana, nil)
			a := admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 1, "title": "Write", "note": "By post."}})
			equal(t, "the version", a.Int("updateReminder.reminder.version"), 2)
			stale := admin.Ask(updateReminder, vars{"in": vars{"id": id, "version": 1, "title": "Fax"}})
			stale.Said("updateReminder", "CONFLICT")
			equal(t, "theirs", stale.Int("updateReminder.userErrors.0.params.theirs"), 2)
			equal(t, "yours", stale.Int("updateReminder.userErrors.0.params.yours"), 1)
			admin.Ask(completeReminder, vars{"in": vars{"id": id}, "version": 1}).Said("completeReminder", "CONFLICT")
			cleared := admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 2, "note": nil}})
			equal(t, "the note", cleared.At("updateReminder.reminder.note"), nil)
			equal(t, "the title", cleared.Text("updateReminder.reminder.title"), "Write")
		})
		t.Run("are done, and taken back", func(t *testing.T) {
			id := remind(admin, ana, nil)
			done := admin.Must(completeReminder, vars{"in": vars{"id": id}})
			equal(t, "when", done.Text("completeReminder.reminder.doneAt")[:10], "2036-11-20")
			admin.Ask(completeReminder, vars{"in": vars{"id": id}}).Said("completeReminder", "INVALID")
			admin.Must(takeBack, vars{"token": done.At("completeReminder.undo.token")})
			equal(t, "done", admin.Must(readReminder, vars{"id": id}).At("node.doneAt"), nil)
			snoozed := admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 3, "dueAt": "2036-11-22T08:30:00Z"}})
			admin.Must(takeBack, vars{"token": snoozed.At("updateReminder.undo.token")})
			equal(t, "due", admin.Must(readReminder, vars{"id": id}).Text("node.dueAt"), "2036-11-21T08:30:00Z")
			gone := admin.Must(deleteReminder, vars{"in": vars{"id": id}})
			equal(t, "while deleted", admin.Must(readReminder, vars{"id": id}).At("node"), nil)
			admin.Must(takeBack, vars{"token": gone.At("deleteReminder.undo.token")})
			equal(t, "taken back", admin.Must(readReminder, vars{"id": id}).Text("node.title"), "Call back")
			made := admin.Must(createReminder, reminding(ana, nil))
			admin.Must(takeBack, vars{"token": made.At("createReminder.undo.token")})
			equal(t, "made by mistake", admin.Must(readReminder, vars{"id": made.At("createReminder.reminder.id")}).At("node"), nil)
		})
		t.Run("of a deleted user are hidden with them", func(t *testing.T) {
			gone := hub.User("gone@example.org", nil)
			id := remind(admin, gone, nil)
			admin.Must(`mutation($in:UserIDInput!){deleteUser(input:$in){deletedId userErrors{code}}}`, vars{"in": vars{"userId": userID(gone)}})
			equal(t, "the reminder", admin.Must(readReminder, vars{"id": id}).At("node"), nil)
		})
		t.Run("come along to a successor", func(t *testing.T) {
			old, _ := hub.Person("portal_administrator", "old@example.org", nil)
			remind(admin, old, vars{"title": "Come along"})
			theirs := remind(admin, ana, vars{"title": "For them", "assigneeId": userID(old)})
			assignee := func() string {
				return admin.Must(`query($id:ID!){node(id:$id){... on Reminder{assignee{email}}}}`, vars{"id": theirs}).Text("node.assignee.email")
			}
			made := admin.Must(`mutation($in:SupersedeUserInput!){supersedeUser(input:$in){user{id reminders(first:5){edges{node{title}}}} undo{token} userErrors{code}}}`,
				vars{"in": vars{"userId": userID(old), "email": "new@example.org"}})
			equal(t, "the successor's", titles(made, "supersedeUser.user.reminders"), "Come along")
			of := func() string {
				return titles(admin.Must(reminders, vars{"first": 5, "f": vars{"userId": userID(old)}}), "reminders")
			}
			equal(t, "the old record's", of(), "")
			equal(t, "whom another's is for", assignee(), "new@example.org")
			admin.Must(takeBack, vars{"token": made.At("supersedeUser.undo.token")})
			equal(t, "the old record's, taken back", of(), "Come along")
			equal(t, "whom another's is for, taken back", assignee(), "old@example.org")
		})
	})
}

func TestRecurringReminders(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		ana := hub.User("ana@example.org", nil)
		due := func(a *hubtest.Answer, mutation string) string { return a.Text(mutation + ".reminder.dueAt") }
		complete := func(id string) *hubtest.Answer { return admin.Must(completeReminder, vars{"in": vars{"id": id}}) }
		t.Run("29 February means leap years", func(t *testing.T) {
			id := remind(admin, ana, vars{"dueAt": "2040-02-29T08:00:00Z", "recurrence": "FREQ=YEARLY"})
			equal(t, "the next", due(complete(id), "completeReminder"), "2044-02-29T08:00:00Z")
			equal(t, "the one after", due(complete(id), "completeReminder"), "2048-02-29T08:00:00Z")
		})
		t.Run("keep their time on the wall", func(t *testing.T) {
			id := remind(admin, ana, vars{"dueAt": "2037-03-28T08:00:00Z", "recurrence": "RRULE:FREQ=DAILY"})
			equal(t, "as stored", admin.Must(readReminder, vars{"id": id}).Text("node.recurrence"), "FREQ=DAILY")
			equal(t, "in summer", due(complete(id), "completeReminder"), "2037-03-29T07:00:00Z")
			id = remind(admin, ana, vars{"dueAt": "2037-10-24T07:00:00Z", "recurrence": "FREQ=DAILY"})
			equal(t, "in winter", due(complete(id), "completeReminder"), "2037-10-25T08:00:00Z")
		})
		t.Run("begin with the rule's first date", func(t *testing.T) {
			a := admin.Must(createReminder, reminding(ana, vars{"recurrence": "FREQ=WEEKLY;BYDAY=MO"})) // a Friday
			equal(t, "the first", due(a, "createReminder"), "2036-11-24T08:30:00Z")
		})
		t.Run("are done for good after the last date", func(t *testing.T) {
			id := remind(admin, ana, vars{"recurrence": "FREQ=DAILY;COUNT=2"})
			equal(t, "the last", due(complete(id), "completeReminder"), "2036-11-22T08:30:00Z")
			if done := complete(id); done.At("completeReminder.reminder.doneAt") == nil {
				t.Errorf("it is not done: %s", done.Body)
			}
		})
		t.Run("leave behind what passed while they were not done", func(t *testing.T) {
			id := remind(admin, ana, vars{"dueAt": "2036-11-15T08:30:00Z", "recurrence": "FREQ=DAILY"})
			equal(t, "the next", due(complete(id), "completeReminder"), "2036-11-21T08:30:00Z")
		})
		t.Run("are snoozed one date at a time", func(t *testing.T) {
			id := remind(admin, ana, vars{"recurrence": "FREQ=DAILY"})
			a := admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 1, "dueAt": "2036-11-21T10:00:00Z"}})
			equal(t, "snoozed", due(a, "updateReminder"), "2036-11-21T10:00:00Z")
			a = admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 2, "title": "Ring", "dueAt": "2036-11-21T10:00:00Z", "timeZone": "Europe/Oslo", "recurrence": "FREQ=DAILY"}})
			equal(t, "saved by a form", due(a, "updateReminder"), "2036-11-21T10:00:00Z")
			equal(t, "the series", due(complete(id), "completeReminder"), "2036-11-22T08:30:00Z")
			a = admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 4, "dueAt": "2036-11-25T12:00:00Z", "recurrence": "FREQ=DAILY"}})
			equal(t, "begun anew", due(a, "updateReminder"), "2036-11-25T12:00:00Z")
			equal(t, "the new series", due(complete(id), "completeReminder"), "2036-11-26T12:00:00Z")
			a = admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 6, "recurrence": nil}})
			equal(t, "from now on once", due(a, "updateReminder"), "2036-11-26T12:00:00Z")
			equal(t, "the rule", a.At("updateReminder.reminder.recurrence"), nil)
		})
		t.Run("two who complete the same date at once move it once", func(t *testing.T) {
			id := remind(admin, ana, vars{"recurrence": "FREQ=DAILY"})
			codes := make(chan string, 2)
			for range 2 {
				go func() {
					codes <- outcome(admin.Ask(completeReminder, vars{"in": vars{"id": id}, "version": 1}), "completeReminder")
				}()
			}
			if one, two := <-codes, <-codes; one == two {
				t.Errorf("both were told %s", one)
			}
			equal(t, "where it stands", admin.Must(readReminder, vars{"id": id}).Text("node.dueAt"), "2036-11-22T08:30:00Z")
		})
	})
}

// Whom a reminder may be for, and who sees it then.
func TestReminderAssignees(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home, away := hub.Admin(), newCompany(hub, "Home"), newCompany(hub, "Away")
		ana := hub.User("ana@example.org", within(home))
		boss, ofHome := hub.Person(account.CompanyAdministrator, "boss@example.org", within(home))
		other, ofAway := hub.Person(account.CompanyAdministrator, "other@example.org", within(away))
		super, reader := hub.Person(account.SuperUser, "super@example.org", within(away))
		circle := newGroup(hub, "Circle")
		guide, managing := hub.Person(account.Member, "guide@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &home.ID, []int64{circle.ID}, []int64{circle.ID}
		})
		theirs := hub.User("theirs@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &away.ID, []int64{circle.ID} })
		in := func(who *ent.User) vars { return vars{"assigneeId": userID(who)} }
		t.Run("must see whom it is about", func(t *testing.T) {
			for _, who := range []*ent.User{other, guide, hub.User("nobody@example.org", nil)} {
				a := admin.Ask(createReminder, reminding(ana, in(who)))
				a.Said("createReminder", "INVALID")
				equal(t, "the field", field(a, "createReminder"), "assigneeId")
			}
			ofHome.Ask(createReminder, reminding(ana, in(super))).Said("createReminder", "UNKNOWN")
			ofHome.Must(createReminder, reminding(ana, in(boss)))
		})
		t.Run("see what is for them while they see the user, and nothing else", func(t *testing.T) {
			id := remind(admin, ana, in(super))
			equal(t, "the assignee's", ids(reader.Must(reminders, vars{"first": 5}), "reminders")[0], id)
			equal(t, "how many", reader.Must(reminders, vars{"first": 5}).Int("reminders.totalCount"), 1)
			reader.Ask(completeReminder, vars{"in": vars{"id": id}}).Refused(deny)
			of := remind(admin, theirs, in(guide))
			equal(t, "a manager's", managing.Must(readReminder, vars{"id": of}).Text("node.title"), "Call back")
			admin.Must(`mutation($in:MembersInput!){removeMembers(input:$in){group{id} userErrors{code}}}`,
				vars{"in": vars{"groupId": groupID(circle), "userIds": []string{userID(theirs)}}})
			equal(t, "once the user has left", managing.Must(readReminder, vars{"id": of}).At("node"), nil)
			equal(t, "another company's", ofAway.Must(readReminder, vars{"id": id}).At("node"), nil)
			equal(t, "whoever keeps reminders sees those for others", ofHome.Must(readReminder, vars{"id": id}).Text("node.title"), "Call back")
			equal(t, "and not whom it is for, who is out of sight", ofHome.Must(readReminder, vars{"id": id}).At("node.assignee"), nil)
		})
		t.Run("are changed, and fall back to whoever set it", func(t *testing.T) {
			id := remind(ofHome, ana, nil)
			a := admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 1, "assigneeId": userID(super)}})
			equal(t, "changed", a.Text("updateReminder.reminder.assignee.email"), "super@example.org")
			ofHome.Must(updateReminder, vars{"in": vars{"id": id, "version": 2, "title": "Kept"}})
			equal(t, "kept by whoever does not see them", admin.Must(readReminder, vars{"id": id}).Text("node.assignee.email"), "super@example.org")
			a = admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 3, "assigneeId": nil}})
			equal(t, "cleared", a.Text("updateReminder.reminder.assignee.email"), "boss@example.org")
		})
		t.Run("are nobody where an API client sets it", func(t *testing.T) {
			portal := shop(hub, viewer.UsersRead, viewer.RemindersWrite)
			equal(t, "the assignee", portal.Must(createReminder, reminding(ana, nil)).At("createReminder.reminder.assignee"), nil)
			shop(hub, viewer.RemindersWrite).Ask(createReminder, reminding(ana, nil)).Refused(deny)
		})
		t.Run("read no history of reminders without the right", func(t *testing.T) {
			history := `{changes(first:100){edges{node{entity}}}}`
			if text := string(reader.Must(history, nil).Body); strings.Contains(text, "Reminder") {
				t.Error("the journal tells a Super User of reminders")
			}
			if text := string(admin.Must(history, nil).Body); !strings.Contains(text, "Reminder") {
				t.Error("the journal tells nobody of reminders")
			}
		})
	})
}

// Switched off, reminders read as nothing, and whoever asks for them or sets one is told why.
func TestRemindersFeature(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, ana := hub.Admin(), hub.User("ana@example.org", nil)
		id := remind(admin, ana, vars{"dueAt": "2036-11-20T15:00:00Z"})
		url := admin.Must(resetFeed, nil).Text("resetRemindersFeed.viewer.remindersFeedUrl")
		admin.Must(setFeature, switching("REMINDERS", false, "Not in your plan."))
		admin.Ask(createReminder, reminding(ana, nil)).Said("createReminder", "FEATURE_DISABLED")
		admin.Ask(updateReminder, vars{"in": vars{"id": id, "version": 1, "title": "x"}}).Said("updateReminder", "FEATURE_DISABLED")
		admin.Ask(completeReminder, vars{"in": vars{"id": id}}).Said("completeReminder", "FEATURE_DISABLED")
		admin.Ask(deleteReminder, vars{"in": vars{"id": id}}).Said("deleteReminder", "FEATURE_DISABLED")
		admin.Ask(resetFeed, nil).Said("resetRemindersFeed", "FEATURE_DISABLED")
		a := admin.Ask(reminders, vars{"first": 5})
		a.Refused("FEATURE_DISABLED")
		equal(t, "the reason", a.Errors[0].Message, "Not in your plan.")
		equal(t, "the node", admin.Must(readReminder, vars{"id": id}).At("node"), nil)
		equal(t, "the calendar", get(t, hub.Stranger(), url).StatusCode, 403)
		hub.Clock.Advance(2 * time.Hour)
		equal(t, "mails", len(mailsTo(hub, "mona@example.org")), 0)
		admin.Must(setFeature, switching("REMINDERS", true, ""))
		equal(t, "afterwards", admin.Must(readReminder, vars{"id": id}).Text("node.title"), "Call back")
		equal(t, "the calendar", get(t, hub.Stranger(), url).StatusCode, 200)
	})
}

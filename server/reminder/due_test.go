package reminder_test

import (
	"context"
	"strings"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

type vars = hubtest.Vars

const (
	day = 24 * time.Hour

	create = `mutation($in:CreateReminderInput!){createReminder(input:$in){reminder{id version} undo{token} userErrors{code field message}}}`
	update = `mutation($in:UpdateReminderInput!){updateReminder(input:$in){reminder{id version} undo{token} userErrors{code field message}}}`
	finish = `mutation($in:IDInput!){completeReminder(input:$in){reminder{id dueAt} undo{token} userErrors{code}}}`
	undo   = `mutation($token:ID!){undo(token:$token){undone userErrors{code message}}}`
)

// desk is a hub with Mona, who keeps reminders, and Ana, whom they are about.
type desk struct {
	*hubtest.Hub
	mona *hubtest.Client
	ana  *gen.User
}

func each(t *testing.T, claim func(t *testing.T, d *desk)) {
	t.Helper()
	t.Parallel()
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		claim(t, &desk{hub, hub.Admin(), hub.User("ana@example.org", nil)})
	})
}

func userID(u *gen.User) string { return gid.Encode(gen.TypeUser, u.ID) }

// set sets a reminder about Ana and returns its id.
func (d *desk) set(title string, due time.Time, more vars) string {
	d.T.Helper()
	in := vars{"userId": userID(d.ana), "title": title, "dueAt": due.Format(time.RFC3339)}
	for name, value := range more {
		in[name] = value
	}
	return d.mona.Must(create, vars{"in": in}).Text("createReminder.reminder.id")
}

// at moves the clock to a moment and waits for what follows.
func (d *desk) at(moment time.Time) {
	d.T.Helper()
	d.Clock.Set(moment)
	// A session ends when it is not used: Mona comes back.
	d.mona.SignIn("mona@example.org", hubtest.Password)
	d.Settle()
}

// told are the reminders that were mailed to an address, by their titles.
func (d *desk) told(address string) (all []mail.Email) {
	d.T.Helper()
	d.Settle()
	for _, e := range d.Mail.All() {
		if e.To == address && strings.HasPrefix(e.Subject, "Reminder: ") {
			all = append(all, e)
		}
	}
	return all
}

// count fails unless so many reminders were mailed to an address.
func (d *desk) count(what, address string, want int) {
	d.T.Helper()
	if got := len(d.told(address)); got != want {
		d.T.Errorf("%s: %d mails to %s, not %d", what, got, address, want)
	}
}

func oslo(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// On its date, by itself: in the app and by mail, once.
func TestDue(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		due := hubtest.Start.Add(time.Hour).Truncate(time.Second)
		id := d.set("Call back", due, vars{"timeZone": "Europe/Oslo", "note": "Not for the mail."})
		inTheApp := `{reminders(first:5,filter:{due:true}){totalCount edges{node{id isDue}}}}`
		d.at(due.Add(-time.Minute))
		d.count("a minute before", "mona@example.org", 0)
		if n := d.mona.Must(inTheApp, nil).Int("reminders.totalCount"); n != 0 {
			t.Errorf("%d are due before their time", n)
		}
		d.at(due.Add(time.Second))
		d.count("on its date", "mona@example.org", 1)
		if a := d.mona.Must(inTheApp, nil); a.Text("reminders.edges.0.node.id") != id || a.At("reminders.edges.0.node.isDue") != true {
			t.Errorf("the app shows %s", a.Body)
		}
		e := d.told("mona@example.org")[0]
		for _, want := range []string{"Hello Mona,", "Call back, about Ana Adams: due Thursday, 20 November 2036, 16:05 CET.", d.URL + "/users/" + userID(d.ana) + "/reminders"} {
			if !strings.Contains(e.Text, want) {
				t.Errorf("the mail lacks %q:\n%s", want, e.Text)
			}
		}
		if e.Subject != "Reminder: Call back (Ana Adams)" || strings.Contains(e.Text, "Not for the mail.") || strings.Contains(e.Text, "token") {
			t.Errorf("the mail is %q\n%s", e.Subject, e.Text)
		}
		d.at(due.Add(3 * day))
		d.count("days later", "mona@example.org", 1)
		d.mona.Must(update, vars{"in": vars{"id": id, "version": 1, "title": "Call"}}) // telling is no change of it
		d.mona.Must(update, vars{"in": vars{"id": id, "version": 2, "dueAt": due.Add(4 * day).Format(time.RFC3339)}})
		d.at(due.Add(4 * day).Add(time.Second))
		d.count("snoozed", "mona@example.org", 2)
	})
}

// Fires again on each next date if it was not done, once after an outage, and not on the dates of what was done.
func TestDueAgain(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		due := hubtest.Start.Add(time.Hour).Truncate(time.Second)
		id := d.set("Daily", due, vars{"recurrence": "FREQ=DAILY"})
		d.at(due.Add(time.Second))
		d.count("the first date", "mona@example.org", 1)
		d.at(due.Add(day + time.Second))
		d.count("the next date, since it was not done", "mona@example.org", 2)
		d.at(due.Add(4*day + time.Hour)) // three days without anybody looking
		d.count("three dates that nobody looked at", "mona@example.org", 3)
		d.at(due.Add(5*day + time.Second))
		d.count("the date after the outage", "mona@example.org", 4)
		done := d.mona.Must(finish, vars{"in": vars{"id": id}})
		if got, want := done.Text("completeReminder.reminder.dueAt"), due.Add(6*day).Format(time.RFC3339); got != want {
			t.Errorf("it stands at %s, not %s", got, want)
		}
		d.mona.Must(undo, vars{"token": done.At("completeReminder.undo.token")})
		d.count("taken back", "mona@example.org", 4)
		d.mona.Must(finish, vars{"in": vars{"id": id}})
		d.mona.Must(finish, vars{"in": vars{"id": id}}) // ahead of its time
		d.at(due.Add(6*day + time.Second))
		d.count("on a date that was done ahead", "mona@example.org", 4)
		d.at(due.Add(7*day + time.Second))
		d.count("on the one after", "mona@example.org", 5)
	})
}

// The time on the wall is kept, also where the wall leaves it out or shows it twice.
func TestDueOverChangesOfTheClocks(t *testing.T) {
	for _, c := range []struct {
		claim string
		first time.Time
		dates []string
	}{
		{"into summer", time.Date(2037, 3, 28, 2, 30, 0, 0, oslo(t)), []string{"2037-03-28T01:30:00Z", "2037-03-29T01:30:00Z", "2037-03-30T00:30:00Z"}},
		{"into winter", time.Date(2037, 10, 24, 2, 30, 0, 0, oslo(t)), []string{"2037-10-24T00:30:00Z", "2037-10-25T00:30:00Z", "2037-10-26T01:30:00Z"}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			each(t, func(t *testing.T, d *desk) {
				d.set("Daily", c.first.UTC(), vars{"timeZone": "Europe/Oslo", "recurrence": "FREQ=DAILY"})
				for i, date := range c.dates {
					moment, err := time.Parse(time.RFC3339, date)
					if err != nil {
						t.Fatal(err)
					}
					d.at(moment.Add(-time.Minute))
					d.count("before "+date, "mona@example.org", i)
					d.at(moment.Add(time.Second))
					d.count("on "+date, "mona@example.org", i+1)
				}
			})
		})
	}
}

func TestDueOnLeapDays(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		d.set("Leap", time.Date(2040, 2, 29, 9, 0, 0, 0, time.UTC), vars{"recurrence": "FREQ=YEARLY"})
		for i, moment := range []time.Time{
			time.Date(2040, 2, 29, 9, 0, 1, 0, time.UTC), time.Date(2044, 2, 29, 9, 0, 1, 0, time.UTC), time.Date(2048, 2, 29, 9, 0, 1, 0, time.UTC),
		} {
			d.at(moment)
			d.count(moment.String(), "mona@example.org", i+1)
			for _, other := range []time.Time{moment.AddDate(0, 0, 1), moment.AddDate(1, 0, -1), moment.AddDate(3, 0, 0)} {
				d.at(other)
				d.count(other.String(), "mona@example.org", i+1)
			}
		}
	})
}

// Whoever cannot sign in or see the user any more is not told: whoever set it is, and if they cannot be either, nobody.
func TestWhoIsTold(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		bea, _ := d.Person(account.PortalAdministrator, "bea@example.org", nil)
		second, client := d.Person(account.GlobalAdministrator, "second@example.org", nil)
		due := hubtest.Start.Add(time.Hour).Truncate(time.Second)
		for_ := vars{"assigneeId": userID(bea)}
		d.set("One", due, for_)
		d.at(due.Add(time.Second))
		d.count("the assignee", "bea@example.org", 1)
		d.count("whoever set it", "mona@example.org", 0)
		d.set("Two", due.Add(time.Hour), for_)
		d.set("Three", due.Add(2*time.Hour), for_)
		change := func(u *gen.User, set func(*gen.UserUpdateOne)) {
			err := d.Store.InTx(hubtest.System(), func(ctx context.Context, tx *gen.Client) error {
				one := tx.User.UpdateOneID(u.ID)
				set(one)
				return one.Exec(ctx)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		member := d.Role(account.Member)
		change(bea, func(u *gen.UserUpdateOne) { u.SetRoleID(member) }) // reaches nobody now
		d.at(due.Add(time.Hour + time.Second))
		d.count("an assignee who lost reach", "bea@example.org", 1)
		d.count("whoever set it, in their place", "mona@example.org", 1)
		change(bea, func(u *gen.UserUpdateOne) { u.SetStatus(user.StatusINACTIVE) })
		d.at(due.Add(2*time.Hour + time.Second))
		d.count("an inactive assignee", "bea@example.org", 1)
		d.count("whoever set it, in their place", "mona@example.org", 2)
		left := d.set("Nobody's", due.Add(3*time.Hour), nil)
		mona := d.Store.Ent(hubtest.System()).User.Query().Where(user.Email("mona@example.org")).OnlyX(hubtest.System())
		change(mona, func(u *gen.UserUpdateOne) { u.SetStatus(user.StatusINACTIVE) })
		d.Clock.Set(due.Add(3*time.Hour + time.Second))
		d.Settle()
		d.count("nobody is left", "mona@example.org", 2)
		d.count("others are not told", second.Email, 0)
		client.SignIn("second@example.org", hubtest.Password)
		if got := client.Must(`query($id:ID!){node(id:$id){... on Reminder{title doneAt}}}`, vars{"id": left}).Text("node.title"); got != "Nobody's" {
			t.Errorf("it is not to be seen: %q", got)
		}
	})
}

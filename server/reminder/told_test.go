package reminder_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// What a reminder says is read among the messages by those alone who see the reminder.
func TestMessagesOfReminders(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		due := hubtest.Start.Add(time.Minute).Truncate(time.Second)
		d.set("Secret plan", due, nil)
		_, super := d.Person(account.SuperUser, "super@example.org", nil) // reads messages, keeps no reminders
		d.Clock.Set(due.Add(time.Second))
		d.count("told", "mona@example.org", 1)
		ask := `{messages(first:5,filter:{kind:[REMINDER]}){edges{node{subject text html user{email}}}} found: messages(first:5,filter:{search:"secret"}){edges{node{id}}}}`
		mine, theirs := d.mona.Must(ask, nil), super.Must(ask, nil)
		if text := mine.Text("messages.edges.0.node.text"); !strings.Contains(text, "Secret plan") {
			t.Errorf("Mona reads %q", text)
		}
		if strings.Contains(string(theirs.Body), "Secret") || strings.Contains(string(theirs.Body), "Ana") || theirs.At("found.edges.0") != nil {
			t.Errorf("a Super User reads %s", theirs.Body)
		}
		if theirs.Text("messages.edges.0.node.subject") != "Reminder" {
			t.Errorf("a Super User does not see that there was one: %s", theirs.Body)
		}
	})
}

// However many replicas look, each is told once.
func TestDueWithTwoReplicas(t *testing.T) {
	if os.Getenv("PORTICO_TEST_POSTGRES_URL") == "" {
		t.Skip("two processes share PostgreSQL alone")
	}
	each(t, func(t *testing.T, d *desk) {
		if d.Store.Pool() == nil {
			return // SQLite belongs to one process
		}
		twin := d.Twin()
		if err := twin.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		due := hubtest.Start.Add(time.Hour).Truncate(time.Second)
		const many = 60
		for i := range many {
			d.set(fmt.Sprintf("Number %d", i), due, nil)
		}
		d.Clock.Set(due)
		twin.Clock.Set(due)
		hubtest.Eventually(t, "all told", func() bool {
			return d.Store.Ent(hubtest.System()).Message.Query().Where(message.KindEQ(message.KindREMINDER)).CountX(hubtest.System()) >= many
		})
		d.Settle()
		told := map[string]int{}
		for _, e := range append(d.told("mona@example.org"), twin.Mail.All()...) {
			told[e.Subject]++
		}
		if len(told) != many {
			t.Errorf("%d were told, not %d", len(told), many)
		}
		for subject, n := range told {
			if n != 1 {
				t.Errorf("%q was told %d times", subject, n)
			}
		}
	})
}

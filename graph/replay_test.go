package graph_test

import (
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

// keyed is a client who sends every request under one key.
func keyed(c *hubtest.Client, key string) *hubtest.Client {
	again := *c
	again.Header = c.Header.Clone()
	again.Header.Set("Idempotency-Key", key)
	return &again
}

// A mutation that is sent again under its key is carried out once and answered alike; S1.12, a double click.
func TestReplay(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, other := hub.Person("portal_administrator", "other@example.org", nil)
		admin := keyed(hub.Admin(), "one")
		in := ana("ana@example.org", vars{"account": vars{}})
		first := admin.Must(createUser, in)
		rows := hub.Rows()
		for range 3 {
			equal(t, "the answer", string(admin.Must(createUser, in).Body), string(first.Body))
		}
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), 1)

		t.Run("refuses another request under the same key", func(t *testing.T) {
			admin.Ask(createUser, ana("bo@example.org", nil)).Refused("BAD_USER_INPUT")
			admin.Ask(resendInvitation, vars{"in": vars{"userId": first.Text("createUser.user.id")}}).Refused("BAD_USER_INPUT")
			equal(t, "the number of users", hub.Rows()["users"], rows["users"])
		})
		t.Run("keeps the keys of other people apart", func(t *testing.T) {
			keyed(other, "one").Must(createUser, ana("cy@example.org", nil))
		})
		t.Run("lets a request that was refused be sent again", func(t *testing.T) {
			again := keyed(hub.Admin(), "two")
			again.Ask(createUser, ana("ana@example.org", nil)).Said("createUser", "TAKEN")
			again.Must(createUser, ana("di@example.org", nil))
		})
		t.Run("forgets a key after a day", func(t *testing.T) {
			hub.Clock.Advance(24*time.Hour + time.Second)
			back := hub.Stranger()
			back.SignIn("mona@example.org", hubtest.Password)
			keyed(back, "one").Ask(createUser, in).Said("createUser", "TAKEN")
		})
	})
}

// Of eight that arrive at the same moment one is carried out, and all are answered alike.
func TestReplayRace(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for _, key := range []string{"one", "two", "three"} {
			before := hub.Rows()
			in, answers := ana(key+"@example.org", vars{"account": vars{}}), make(chan string, 8)
			for range cap(answers) {
				go func() { answers <- string(keyed(admin, key).Ask(createUser, in).Body) }()
			}
			first := <-answers
			for range cap(answers) - 1 {
				equal(t, "the answer", <-answers, first)
			}
			after := hub.Rows()
			for _, table := range []string{"users", "accounts", "messages", "links"} {
				equal(t, "how many more "+table, after[table]-before[table], 1)
			}
			equal(t, "the number of mails", len(mailsTo(hub, key+"@example.org")), 1)
		}
	})
}

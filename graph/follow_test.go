package graph_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const live = `subscription($id:ID!){activityRecorded(userId:$id){summary kind source user{email}}}`

// listener reads a stream.
type listener struct {
	t        *testing.T
	response *http.Response
	lines    chan string
}

// listen subscribes to what is recorded of a user.
func listen(t *testing.T, c *hubtest.Client, id string) *listener {
	t.Helper()
	return listenTo(t, c, live, id)
}

// listenTo subscribes to something with an id.
func listenTo(t *testing.T, c *hubtest.Client, subscription, id string) *listener {
	t.Helper()
	in, _ := json.Marshal(vars{"id": id})
	l := &listener{t: t, lines: make(chan string, 100)}
	l.response = c.Get("/graphql?"+url.Values{"query": {subscription}, "variables": {string(in)}}.Encode(), "Accept", "text/event-stream")
	t.Cleanup(func() { _ = l.response.Body.Close() })
	go func() {
		defer close(l.lines)
		for read := bufio.NewScanner(l.response.Body); read.Scan(); {
			if line := read.Text(); line != "" && !strings.HasPrefix(line, ":") {
				l.lines <- line
			}
		}
	}()
	return l
}

// next is the next line of the stream; "" at its end.
func (l *listener) next() string {
	l.t.Helper()
	select {
	case line := <-l.lines:
		return line
	case <-time.After(time.Minute):
		l.t.Fatal("the stream says nothing")
		return ""
	}
}

// event is the next event and what it holds.
func (l *listener) event() string {
	l.t.Helper()
	return strings.TrimPrefix(l.next(), "event: ") + " " + strings.TrimPrefix(strings.TrimPrefix(l.next(), "data:"), " ")
}

// What is recorded of a user is told to those who listen, and to nobody else.
func TestActivityRecorded(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, other := hub.Admin(), hub.User("ana@example.org", nil), hub.User("bo@example.org", nil)
		portal := shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		admin.Must(recordActivity, order(vars{"userId": userID(u)}, "before", nil))
		l, p := listen(t, admin, userID(u)), listen(t, portal, userID(u))
		equal(t, "the kind of answer", l.response.Header.Get("Content-Type"), "text/event-stream")
		admin.Must(recordActivity, order(vars{"userId": userID(other)}, "theirs", nil))
		for i := range 3 {
			admin.Must(recordActivity, order(vars{"userId": userID(u)}, fmt.Sprint(i), vars{"occurredAt": "2001-01-01T00:00:00Z"}))
		}
		for i := range 3 {
			told := fmt.Sprintf(`next {"data":{"activityRecorded":{"summary":"%d","kind":"order","source":"MANUAL","user":{"email":"ana@example.org"}}}}`, i)
			equal(t, "the event", l.event(), told)
			equal(t, "the portal's", p.event(), told)
		}
		t.Run("and a result of several lines is one event", func(t *testing.T) {
			l := listenTo(t, admin, `subscription($id:ID!){activityRecorded(userId:$id){data kind}}`, userID(other))
			admin.Must(recordActivity, order(vars{"userId": userID(other)}, "theirs", vars{"data": vars{"total": 12}}))
			equal(t, "the event", l.event(), `next {"data":{"activityRecorded":{"data":{"total":12}`)
			equal(t, "its second line", l.next(), `data: ,"kind":"order"}}}`)
		})
		t.Run("and ends when the session does", func(t *testing.T) {
			_, other := hub.Person("portal_administrator", "paul@example.org", nil)
			l := listen(t, other, userID(u))
			other.Must(`mutation{signOut{userErrors{code}}}`, nil)
			if told := l.event(); !strings.Contains(told, `"code":"UNAUTHENTICATED"`) {
				t.Errorf("got %s", told)
			}
			equal(t, "the end", l.event(), "complete ")
		})
		t.Run("and ends when the right is taken away", func(t *testing.T) {
			boss, client := hub.Person("portal_administrator", "pia@example.org", nil)
			l := listen(t, client, userID(u))
			admin.Must(updateUser, to(hub, boss, vars{"roleId": roleID(hub, "security_administrator")}))
			if told := l.event(); !strings.Contains(told, `"code":"FORBIDDEN"`) {
				t.Errorf("got %s", told)
			}
		})
		t.Run("and ends when the user is out of sight", func(t *testing.T) {
			gone := hub.User("cai@example.org", nil)
			l := listen(t, portal, userID(gone))
			admin.Must(texts["deleteUser"], vars{"in": vars{"userId": userID(gone)}})
			if told := l.event(); !strings.Contains(told, `"code":"NOT_FOUND"`) {
				t.Errorf("got %s", told)
			}
		})
		t.Run("is kept within bounds", func(t *testing.T) {
			one := shop(hub, viewer.ActivitiesRead)
			for range 10 {
				listen(t, one, userID(u))
			}
			if told := listen(t, one, userID(u)).event(); !strings.Contains(told, `"code":"RATE_LIMITED"`) {
				t.Errorf("got %s", told)
			}
		})
		t.Run("as a stream alone", func(t *testing.T) {
			admin.Ask(live, vars{"id": userID(u)}).Refused("BAD_USER_INPUT")
			response := admin.Get("/graphql?query={viewer{reach}}", "Accept", "text/event-stream")
			equal(t, "the status of a query", response.StatusCode, http.StatusNotAcceptable)
			_ = response.Body.Close()
		})
	})
}

// Who may not read a stream does not hear it.
func TestActivityRecordedRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		ids := map[string]string{"nobody": gid.Encode(ent.TypeUser, 1<<40), "rubbish": "rubbish", inAway: userID(c.newTarget(has{place: inAway}, "away-target@example.org"))}
		wanted := map[string]string{"nobody": "ADNNNDNNDDNDDD", "rubbish": "NNNNNNNNNNNNNN", inAway: "ADooNDooDDoDDD"}
		codes := map[byte]string{'A': anon, 'D': deny, 'N': gone}
		for what, letters := range wanted {
			for i, actor := range allActors {
				l := listen(t, c.clients[actor], ids[what])
				if letters[i] == 'o' {
					newActivity(c, userOf(hub, "away-target@example.org"), "order", "heard by "+actor)
					if told := l.event(); !strings.Contains(told, "heard by "+actor) {
						t.Errorf("%s is told %s", actor, told)
					}
				} else if told := l.event(); !strings.Contains(told, `"code":"`+codes[letters[i]]+`"`) {
					t.Errorf("%s, who listens to %s, is told %s", actor, what, told)
				}
				_ = l.response.Body.Close()
			}
		}
	})
}

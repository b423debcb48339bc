package web_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// reporter sends delivery reports to a hub, as Resend does.
type reporter struct {
	*hubtest.Hub
	t      *testing.T
	secret string
	age    time.Duration
}

// report sends one and returns the status of the answer. spoil may change the body after it was signed.
func (r reporter) report(id, kind, email, more string, spoil func(string) string) int {
	r.t.Helper()
	body := fmt.Sprintf(`{"type":"email.%s","created_at":"2036-11-20T14:05:00.000Z","data":{"email_id":%q,"from":"Portico <portico@localhost>","to":["ana@example.org"],"subject":"x"%s}}`, kind, email, more)
	at := strconv.FormatInt(r.Clock.Now().Add(-r.age).Unix(), 10)
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.secret, "whsec_"))
	if err != nil {
		r.t.Fatal(err)
	}
	signed := hmac.New(sha256.New, key)
	fmt.Fprintf(signed, "%s.%s.%s", id, at, body)
	if spoil != nil {
		body = spoil(body)
	}
	q, err := http.NewRequestWithContext(context.Background(), http.MethodPost, r.URL+"/webhooks/resend", strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	q.Header.Set("Content-Type", "application/json")
	q.Header.Set("svix-id", id)
	q.Header.Set("svix-timestamp", at)
	q.Header.Set("svix-signature", "v1,bm90IHRoaXM= v1,"+base64.StdEncoding.EncodeToString(signed.Sum(nil)))
	resp, err := http.DefaultClient.Do(q)
	if err != nil {
		r.t.Fatal(err)
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

const bouncedNobody = `,"bounce":{"type":"Permanent","subType":"General","message":"rejected","diagnosticCode":["smtp; 550 5.1.1 user unknown"]}`

// Delivery reports are verified over their raw body, count once each, and never take a message back.
func TestDeliveryReports(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{ReportSecret: hubtest.ReportSecret}, func(t *testing.T, hub *hubtest.Hub) {
		r := reporter{hub, t, hubtest.ReportSecret, 0}
		system := hubtest.System()
		var n int
		sent := func() *gen.Message { // a fresh message that went out
			t.Helper()
			n++
			u := hub.User(fmt.Sprintf("ana%d@example.org", n), func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY} })
			hub.Settle()
			m, err := hub.Store.Ent(system).User.QueryMessages(u).Only(system)
			if err != nil || m.ProviderID == nil {
				t.Fatal(m, err)
			}
			return m
		}
		now := func(m *gen.Message) *gen.Message {
			t.Helper()
			m, err := hub.Store.Ent(system).Message.Get(system, m.ID)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
		is := func(m *gen.Message, state, sentence string) {
			t.Helper()
			m, said := now(m), ""
			if m.Error != nil {
				said = *m.Error
			}
			if string(m.State) != state || said != sentence {
				t.Errorf("the message is %s, %q, not %s, %q", m.State, said, state, sentence)
			}
		}
		takes := func(want, got int) {
			t.Helper()
			if got != want {
				t.Errorf("answered %d, not %d", got, want)
			}
		}
		t.Run("drive a message from sent to opened", func(t *testing.T) {
			m := sent()
			takes(204, r.report("a1", "delivered", *m.ProviderID, "", nil))
			is(m, "DELIVERED", "")
			takes(204, r.report("a2", "opened", *m.ProviderID, "", nil))
			is(m, "OPENED", "")
			if m := now(m); m.DeliveredAt == nil || m.OpenedAt == nil {
				t.Errorf("it was delivered %v and opened %v", m.DeliveredAt, m.OpenedAt)
			}
		})
		t.Run("say what came back with the fix in words", func(t *testing.T) {
			m := sent()
			takes(204, r.report("b1", "bounced", *m.ProviderID, bouncedNobody, nil))
			is(m, "BOUNCED", "Bounced: mailbox not found. Check the spelling.")
			takes(204, r.report("b2", "delivered", *m.ProviderID, "", nil))
			takes(204, r.report("b3", "opened", *m.ProviderID, "", nil))
			is(m, "BOUNCED", "Bounced: mailbox not found. Check the spelling.")
			takes(204, r.report("b4", "complained", *m.ProviderID, "", nil))
			is(m, "COMPLAINED", "Marked as spam by whoever got it. Ask them before you write again.")
		})
		t.Run("in any order lead to the same", func(t *testing.T) {
			m := sent()
			for i, kind := range []string{"opened", "delivered", "sent", "delivery_delayed", "clicked"} {
				takes(204, r.report(fmt.Sprint("c", i), kind, *m.ProviderID, "", nil))
				is(m, "OPENED", "")
			}
		})
		t.Run("count once each, also at once", func(t *testing.T) {
			m := sent()
			var wait sync.WaitGroup
			for range 6 {
				wait.Go(func() { takes(204, r.report("d1", "delivered", *m.ProviderID, "", nil)) })
			}
			wait.Wait()
			is(m, "DELIVERED", "")
			if heard, err := hub.Store.Ent(system).Report.Query().Count(system); err != nil || heard != 12 {
				t.Errorf("%d reports were heard, %v", heard, err)
			}
		})
		t.Run("that are forged, changed, old or too early change nothing", func(t *testing.T) {
			m := sent()
			other := r
			other.secret = "whsec_" + base64.StdEncoding.EncodeToString([]byte("a secret of somebody else's"))
			takes(401, other.report("e1", "bounced", *m.ProviderID, bouncedNobody, nil))
			takes(401, r.report("e2", "delivered", *m.ProviderID, "", func(body string) string { return strings.Replace(body, "delivered", "bounced", 1) }))
			takes(401, r.report("e3", "delivered", *m.ProviderID, "", func(body string) string { return body + " " }))
			for _, age := range []time.Duration{5*time.Minute + 30*time.Second, -5*time.Minute - 30*time.Second} {
				old := r
				old.age = age
				takes(401, old.report("e4", "bounced", *m.ProviderID, bouncedNobody, nil))
			}
			edge := r
			edge.age = 4*time.Minute + 30*time.Second
			takes(204, edge.report("e5", "delivered", *m.ProviderID, "", nil))
			is(m, "DELIVERED", "")
		})
		t.Run("about what is not ours, and rubbish, are dropped", func(t *testing.T) {
			takes(204, r.report("f1", "bounced", "somebody-elses", bouncedNobody, nil))
			takes(204, r.report("f2", "received", "", "", nil))
			takes(400, r.report("f3", "sent", "x", `,`, nil))
			takes(413, r.report("f4", "sent", "x", `,"y":"`+strings.Repeat("y", 300<<10)+`"`, nil))
		})
		t.Run("warn whoever writes there again", func(t *testing.T) {
			m := sent()
			takes(204, r.report("g1", "bounced", *m.ProviderID, bouncedNobody, nil))
			a := hub.Admin().Must(`query($e:String!){userWarnings(draft:{email:$e,firstName:"Ana",lastName:"Adams"}){code message}}`, hubtest.Vars{"e": m.To})
			if text := string(a.Body); !strings.Contains(text, "EMAIL_BOUNCED_BEFORE") {
				t.Errorf("it says %s", text)
			}
		})
	})
	t.Run("are not taken where no secret is set", func(t *testing.T) {
		hub := hubtest.New(t, hubtest.Options{Quiet: true})
		if got := (reporter{hub, t, hubtest.ReportSecret, 0}).report("x", "sent", "y", "", nil); got != 404 {
			t.Errorf("answered %d", got)
		}
	})
}

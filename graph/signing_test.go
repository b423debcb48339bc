package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
)

// SECURITY, "reset links built from Host": whatever the request says of where it was sent, links come from the setting alone.
func TestHostHeader(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, token := invited(hub, "ana@example.org")
		hub.Stranger().Must(setPassword, vars{"t": token, "p": hubtest.Password})
		body, err := json.Marshal(map[string]any{"query": requestReset, "variables": vars{"l": "ana@example.org"}})
		if err != nil {
			t.Fatal(err)
		}
		for _, evil := range []map[string]string{
			{"Host": "evil.example"}, {"Host": "evil.example:8080"}, {"Host": strings.TrimPrefix(hub.URL, "http://") + ".evil.example"},
			{"X-Forwarded-Host": "evil.example"}, {"X-Forwarded-Server": "evil.example"}, {"X-Host": "evil.example"}, {"X-Original-Host": "evil.example"},
			{"X-Forwarded-Proto": "https", "X-Forwarded-Port": "4433"}, {"Forwarded": "host=evil.example;proto=https"},
			{"X-Original-URL": "https://evil.example/"}, {"X-Rewrite-URL": "https://evil.example/"}, {"Referer": "https://evil.example/"},
			{"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"},
		} {
			request, err := http.NewRequest(http.MethodPost, hub.URL+"/graphql", bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", "application/json")
			for name, value := range evil {
				if name == "Host" {
					request.Host = value
				} else {
					request.Header.Set(name, value)
				}
			}
			before := len(mailsTo(hub, "ana@example.org"))
			answer, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			_ = answer.Body.Close()
			hub.Clock.Advance(15 * time.Minute) // past what holds a mailbox from being flooded
			for _, mail := range mailsTo(hub, "ana@example.org")[before:] {
				if both := mail.Text + mail.HTML; strings.Contains(both, "evil") || strings.Contains(both, "4433") || !strings.Contains(mail.Text, hub.URL+"/set-password#token=") {
					t.Errorf("with %v the mail says: %s", evil, mail.Text)
				}
			}
			if answer.StatusCode == http.StatusOK && len(mailsTo(hub, "ana@example.org")) == before {
				t.Errorf("with %v no mail came", evil)
			}
		}
	})
}

// SECURITY, "users found by timing", in its coarse form: nobody's failed sign-in takes a multiple of another's. The fine
// form is scripts/timing.mjs, with passwords hashed in earnest.
func TestSignInTakesAsLong(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, _ = hub.Person("member", "known@example.org", nil)
		off, _ := hub.Person("member", "inactive@example.org", nil)
		_, _ = invited(hub, "invited@example.org")
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(off.ID).SetStatus(user.StatusINACTIVE).Exec(ctx)
		})
		hub.Settle()
		took := map[string][]time.Duration{}
		c := hub.Stranger()
		for round := range 27 {
			if round%9 == 0 {
				hub.Clock.Advance(16 * time.Minute)
			}
			for _, who := range []string{"known", "unknown", "inactive", "invited"} {
				begun := time.Now()
				c.Ask(signIn, vars{"l": who + "@example.org", "p": "not the password"}).Said("signIn", "BAD_CREDENTIALS")
				took[who] = append(took[who], time.Since(begun))
			}
		}
		median := func(who string) time.Duration {
			slices.Sort(took[who])
			return took[who][len(took[who])/2]
		}
		for _, who := range []string{"known", "inactive", "invited"} {
			if a, b := median(who), median("unknown"); a > 3*b || b > 3*a {
				t.Errorf("a sign-in of somebody %s takes %s, of nobody %s", who, a, b)
			}
		}
	})
}

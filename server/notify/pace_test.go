package notify_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
	"github.com/portico-hub/portico/server/mail"
)

// alone is Resend without its batches, so that each email is a request.
type alone struct{ resend *mail.Resend }

func (a alone) Send(ctx context.Context, email mail.Email) (mail.Receipt, error) {
	return a.resend.Send(ctx, email)
}

func (a alone) Pace() time.Duration { return a.resend.Pace() }

// door notes when a request came, and by which of the replicas, and hands it to the provider.
type door struct {
	mu  sync.Mutex
	at  []time.Time
	who map[string]int
}

// sender goes through the door under a name.
func (d *door) sender(t *testing.T, name string, provider *resend.Server) mail.Sender {
	t.Helper()
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		d.at, d.who[name] = append(d.at, time.Now()), d.who[name]+1
		d.mu.Unlock()
		provider.ServeHTTP(w, r)
	}))
	t.Cleanup(web.Close)
	base, err := url.Parse(web.URL)
	if err != nil {
		t.Fatal(err)
	}
	return alone{mail.NewResend("re_test", base)}
}

// The provider's limit is kept by all replicas together: however the emails fall to two of them, by no moment were there more requests than one of
// them alone might have made.
func TestPace(t *testing.T) {
	const people, perSecond = 60, 10 // as the stand-in says with its answers; before the first it is two
	waiting(t, 0, nil, func(t *testing.T, p *post, _ *scripted) {
		d, provider, twin := &door{who: map[string]int{}}, resend.New(p.Clock), &post{Hub: p.Twin()}
		p.Accounts.Notify.Sender, twin.Accounts.Notify.Sender = d.sender(t, "one", provider), d.sender(t, "other", provider)
		twin.Clock.Advance(p.Clock.Now().Sub(twin.Clock.Now()))
		begun := time.Now()
		p.start()
		twin.start()
		for i := range people {
			[]*post{p, twin}[i%2].invite(fmt.Sprintf("person%d@example.org", i))
		}
		hubtest.Within(5*time.Minute, func() bool { return p.states()[message.StateSENT] == people }) // seconds where the machine has nothing else to do
		if got := p.states(); got[message.StateSENT] != people || len(d.at) != people || len(provider.Mails()) != people {
			t.Fatalf("they are %v after %d requests", got, len(d.at))
		}
		if d.who["one"] < 3 || d.who["other"] < 3 {
			t.Errorf("the requests were made by %v", d.who)
		}
		for i, at := range d.at { // one came before, and a request is never early
			if may := begun.Add(time.Duration(i-1) * time.Second / perSecond); at.Before(may) {
				t.Errorf("request %d came %s after the beginning, not %s", i+1, at.Sub(begun), may.Sub(begun))
			}
		}
	})
}

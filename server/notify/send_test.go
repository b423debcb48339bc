package notify_test

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
	"github.com/portico-hub/portico/server/mail"
)

var system = hubtest.System()

// post is a hub that sends through a stand-in for Resend, which shares its clock.
type post struct {
	*hubtest.Hub
	provider *resend.Server
}

// each runs a claim on both databases, each with a provider of its own to which faults happen.
func each(t *testing.T, faults []resend.Fault, claim func(t *testing.T, p *post)) {
	t.Helper()
	t.Parallel()
	var providers sync.Map
	sender := func(hub *hubtest.Hub) mail.Sender {
		provider := resend.New(hub.Clock)
		if err := provider.Run(resend.Script{Seed: 7, Faults: faults}); err != nil {
			hub.T.Fatal(err)
		}
		providers.Store(hub, provider)
		web := httptest.NewServer(provider)
		hub.T.Cleanup(web.Close)
		base, err := url.Parse(web.URL)
		if err != nil {
			hub.T.Fatal(err)
		}
		return mail.NewResend("re_test", base)
	}
	hubtest.EachWith(t, hubtest.Options{Sender: sender}, func(t *testing.T, hub *hubtest.Hub) {
		provider, _ := providers.Load(hub)
		claim(t, &post{Hub: hub, provider: provider.(*resend.Server)})
	})
}

// invite makes a user whose invitation goes out at once.
func (p *post) invite(email string) {
	p.T.Helper()
	p.User(email, func(in *account.CreateInput) {
		in.Account = &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
	})
}

// message is the one message there is.
func (p *post) message() *gen.Message {
	p.T.Helper()
	m, err := p.Store.Ent(system).Message.Query().Only(system)
	if err != nil {
		p.T.Fatal(err)
	}
	return m
}

// until lets time go by in steps until the check says yes.
func (p *post) until(what string, step time.Duration, check func() bool) {
	p.T.Helper()
	hubtest.Eventually(p.T, what, func() bool {
		if check() {
			return true
		}
		p.Clock.Advance(step)
		time.Sleep(20 * time.Millisecond)
		return false
	})
}

func (p *post) becomes(state message.State, step time.Duration) *gen.Message {
	p.T.Helper()
	p.until("the message is "+string(state), step, func() bool { return p.message().State == state })
	return p.message()
}

// tried waits until the provider was asked n times, and it stands when it is asked again.
func (p *post) tried(n int) {
	p.T.Helper()
	hubtest.Eventually(p.T, fmt.Sprintf("%d attempts", n), func() bool { return p.provider.Requests() >= n })
	p.AtRest()
}

func TestSend(t *testing.T) {
	t.Parallel()
	t.Run("a provider that is down loses no mail", func(t *testing.T) {
		down := []resend.Fault{{Do: resend.Unavailable}, {Do: resend.BadGateway}, {Do: resend.RequestLost}, {Do: resend.InvalidKey}}
		each(t, down, func(t *testing.T, p *post) {
			p.invite("ana@example.org")
			m := p.becomes(message.StateSENT, 10*time.Second)
			mails := p.provider.Mails()
			if len(mails) != 1 || p.provider.Requests() != 5 || m.Attempts != 5 || m.Error != nil || m.SentAt == nil || *m.ProviderID != mails[0].ID {
				t.Errorf("%d mails after %d requests; the message says %+v", len(mails), p.provider.Requests(), m)
			}
		})
	})
	t.Run("a lost answer is asked for again with the same key and the same body", func(t *testing.T) {
		lost := []resend.Fault{{Do: resend.AnswerLost}, {Do: resend.HalfAnswered}}
		each(t, lost, func(t *testing.T, p *post) {
			p.invite("ana@example.org")
			m := p.becomes(message.StateSENT, time.Second)
			// The provider refuses a key that comes back with another body.
			mails := p.provider.Mails()
			if len(mails) != 1 || p.provider.Requests() != 3 || *m.ProviderID != mails[0].ID || !strings.Contains(mails[0].IdempotencyKey, fmt.Sprint(m.ID)) {
				t.Errorf("%d mails after %d requests; the message says %+v", len(mails), p.provider.Requests(), m)
			}
		})
	})
	t.Run("a provider that asks to wait is waited for", func(t *testing.T) {
		each(t, []resend.Fault{{Do: resend.RateLimited, RetryAfter: 3600}}, func(t *testing.T, p *post) {
			p.invite("ana@example.org")
			p.tried(1)
			p.Clock.Advance(59 * time.Minute)
			time.Sleep(700 * time.Millisecond)
			if n := p.provider.Requests(); n != 1 {
				t.Fatalf("asked %d times before it was time", n)
			}
			p.Clock.Advance(time.Minute)
			p.becomes(message.StateSENT, 0)
		})
	})
	t.Run("a refusal is final and says why", func(t *testing.T) {
		each(t, []resend.Fault{{Do: resend.Invalid}}, func(t *testing.T, p *post) {
			p.invite("ana@example.org")
			m := p.becomes(message.StateFAILED, time.Second)
			p.Clock.Advance(time.Hour)
			time.Sleep(700 * time.Millisecond)
			if m.Error == nil || !strings.Contains(*m.Error, "Invalid `to` field.") || p.provider.Requests() != 1 {
				t.Errorf("%d requests; the message says %+v", p.provider.Requests(), m)
			}
		})
	})
	t.Run("without an answer for a day nobody knows, and it is never sent again", func(t *testing.T) {
		each(t, []resend.Fault{{Do: resend.RequestLost, Probability: 1}}, func(t *testing.T, p *post) {
			p.invite("ana@example.org")
			p.tried(1)
			p.Clock.Advance(23 * time.Hour)
			m := p.becomes(message.StateUNKNOWN, 0)
			if m.Error == nil || !strings.Contains(*m.Error, "within a day") {
				t.Errorf("the message says %+v", m)
			}
			before := p.provider.Requests()
			p.provider.Script()
			p.Clock.Advance(48 * time.Hour)
			p.Settle()
			if p.provider.Requests() != before || len(p.provider.Mails()) != 0 {
				t.Errorf("it was sent all the same")
			}
		})
	})
}

// Two hundred invitations through a provider that loses a third of its answers: everybody gets one.
func TestSendMany(t *testing.T) {
	each(t, []resend.Fault{{Do: resend.AnswerLost, Probability: 0.33}}, func(t *testing.T, p *post) {
		const people = 200
		for i := range people {
			p.invite(fmt.Sprintf("person%d@example.org", i))
		}
		p.until("everything sent", 2*time.Second, func() bool {
			return p.Store.Ent(system).Message.Query().Where(message.StateEQ(message.StateSENT)).CountX(system) == people
		})
		to := map[string]int{}
		for _, m := range p.provider.Mails() {
			to[m.To[0]]++
		}
		if len(to) != people || len(p.provider.Mails()) != people || p.provider.Strayed() != 0 {
			t.Errorf("%d people got %d mails in %d requests, %d of them with another body", len(to), len(p.provider.Mails()), p.provider.Requests(), p.provider.Strayed())
		}
	})
}

package notify_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// states counts the messages by state.
func (p *post) states() map[message.State]int {
	p.T.Helper()
	all := map[message.State]int{}
	for _, m := range p.Store.Ent(system).Message.Query().AllX(system) {
		all[m.State]++
	}
	return all
}

// many invites people while the provider wants to be left alone, so that they wait together; then other faults happen.
func (p *post) many(n int, then ...resend.Fault) {
	p.T.Helper()
	p.provider.Script(append([]resend.Fault{{Do: resend.Unavailable}, {Do: resend.RateLimited, RetryAfter: 600}}, then...)...)
	p.invite("first@example.org")
	p.tried(1)
	p.Clock.Advance(time.Minute)
	p.tried(2) // from now on everybody waits for ten minutes
	for i := range n {
		p.invite(fmt.Sprintf("person%d@example.org", i))
	}
	time.Sleep(700 * time.Millisecond)
	if got := p.provider.Requests(); got != 2 {
		p.T.Errorf("asked %d times although the provider wants to be left alone", got)
	}
}

// Who waits goes out together: few requests, one email each, and an answer that was lost is asked for again with the same key and the same emails.
func TestBatch(t *testing.T) {
	each(t, nil, func(t *testing.T, p *post) {
		p.many(120, resend.Fault{Do: resend.AnswerLost, Count: 2})
		p.until("everything sent", 30*time.Second, func() bool { return p.states()[message.StateSENT] == 121 })
		to := mailed(p)
		if len(to) != 121 || len(p.provider.Mails()) != 121 || p.provider.Strayed() != 0 || p.provider.Requests() > 60 {
			t.Errorf("%d people got %d mails in %d requests, %d with another body", len(to), len(p.provider.Mails()), p.provider.Requests(), p.provider.Strayed())
		}
		ids := map[string]bool{}
		for _, m := range p.Store.Ent(system).Message.Query().AllX(system) {
			ids[*m.ProviderID] = true
		}
		if len(ids) != 121 {
			t.Errorf("%d messages know the provider's id of their own", len(ids))
		}
	})
}

// A batch that is refused goes out one by one: whoever was refused by themselves gets nothing, everybody else one email.
func TestBatchOfWhichOneIsRefused(t *testing.T) {
	each(t, nil, func(t *testing.T, p *post) {
		p.many(9, resend.Fault{Do: resend.Invalid, Count: 2})
		p.until("everything settled", 30*time.Second, func() bool { return p.states()[message.StateQUEUED] == 0 })
		got := p.states()
		if failed := got[message.StateFAILED]; failed > 2 || got[message.StateSENT] != 10-failed || len(mailed(p)) != 10-failed || len(p.provider.Mails()) != 10-failed {
			t.Errorf("they became %v, with %d mails", got, len(p.provider.Mails()))
		}
	})
}

// What was refused for a day, and never left without an answer, did not go out: that is said with the provider's reason.
func TestGivingUp(t *testing.T) {
	each(t, []resend.Fault{{Do: resend.InvalidKey, Probability: 1}}, func(t *testing.T, p *post) {
		p.invite("ana@example.org")
		p.tried(1)
		p.Clock.Advance(23 * time.Hour)
		m := p.becomes(message.StateFAILED, 0)
		if m.Error == nil || *m.Error != "Not sent: given up after a day. The last answer: API key is invalid." {
			t.Errorf("the message says %+v", m)
		}
	})
}

func mailed(p *post) map[string]int {
	to := map[string]int{}
	for _, m := range p.provider.Mails() {
		to[m.To[0]]++
	}
	return to
}

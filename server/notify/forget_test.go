package notify_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

// forgetful is a mail server: it knows no keys, and what it says is what it is told to.
type forgetful struct {
	asked atomic.Int64
	says  func(n int64) error
}

func (f *forgetful) Forgets() {}

func (f *forgetful) Send(context.Context, mail.Email) (mail.Receipt, error) {
	return mail.Receipt{ProviderID: "1"}, f.says(f.asked.Add(1))
}

// What a mail server may have taken is never handed to it again by itself; what it refused is.
func TestSendWithoutKeys(t *testing.T) {
	for name, c := range map[string]struct {
		kind  mail.Kind
		state message.State
		asked int64
	}{"lost": {mail.Ambiguous, message.StateUNKNOWN, 1}, "put off": {mail.Retryable, message.StateSENT, 2}} {
		t.Run(name, func(t *testing.T) {
			sender := func(*hubtest.Hub) mail.Sender {
				return &forgetful{says: func(n int64) error {
					if n == 1 {
						return &mail.Error{Kind: c.kind, Sentence: "Not now."}
					}
					return nil
				}}
			}
			hubtest.EachWith(t, hubtest.Options{Sender: sender}, func(t *testing.T, hub *hubtest.Hub) {
				p := &post{Hub: hub}
				p.invite("ana@example.org")
				p.becomes(c.state, 5*time.Second)
				p.Clock.Advance(25 * time.Hour)
				p.Settle()
				m := p.message()
				if m.State != c.state || int64(m.Attempts) != c.asked {
					t.Errorf("it is %s after %d attempts: %v", m.State, m.Attempts, m.Error)
				}
			})
		})
	}
}

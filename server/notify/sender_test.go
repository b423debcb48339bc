package notify_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/mail"
)

// signed writes down who emails came from, by their ids, and says what it is told to.
type signed struct {
	says func(n int) error

	mu   sync.Mutex
	from map[string][]string
}

func (s *signed) Send(_ context.Context, email mail.Email) (mail.Receipt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.from[email.ID] = append(s.from[email.ID], email.From)
	return mail.Receipt{ProviderID: "one"}, s.says(len(s.from[email.ID]))
}

func (s *signed) Most() int { return 100 }

func (s *signed) SendMany(ctx context.Context, _ string, emails []mail.Email) (receipts []mail.Receipt, err error) {
	for _, email := range emails {
		receipt, failed := s.Send(ctx, email)
		receipts, err = append(receipts, receipt), failed
	}
	return receipts, err
}

// senders are all whom emails came from.
func (s *signed) senders() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(slices.Collect(maps.Values(s.from))...))))
}

// Another replica has another sender in its settings. What may have been taken over is asked for again as it was, to the letter: the
// provider would refuse anything else under that key, and nobody would know. What was refused comes from the new one.
func TestSenderOfAnAttempt(t *testing.T) {
	for name, c := range map[string]struct {
		first mail.Kind
		from  string
	}{"unanswered": {mail.Ambiguous, "Old <old@example.org>"}, "refused": {mail.Retryable, "New <new@example.org>"}} {
		for _, people := range []int{1, 5} {
			t.Run(fmt.Sprint(name, " ", people), func(t *testing.T) {
				waiting(t, people, nil, func(t *testing.T, p *post, _ *scripted) {
					first := &signed{from: map[string][]string{}, says: func(n int) error {
						if n == 1 {
							return &mail.Error{Kind: c.first, Sentence: "First.", RetryAfter: time.Minute}
						}
						return &mail.Error{Kind: mail.Retryable, Sentence: "Not here."}
					}}
					next := &signed{from: map[string][]string{}, says: func(int) error { return nil }}
					twin := p.Twin()
					p.Accounts.Notify.Sender, p.Accounts.Notify.From = first, "Old <old@example.org>"
					twin.Accounts.Notify.Sender, twin.Accounts.Notify.From = next, "New <new@example.org>"
					p.start()
					p.until("all were tried", 0, func() bool {
						return p.Store.Ent(system).Message.Query().Where(message.ErrorNotNil()).CountX(system) == people
					})
					p.AtRest()
					if err := twin.App.Start(context.Background()); err != nil {
						t.Fatal(err)
					}
					p.until("all were sent", time.Second, func() bool {
						twin.Clock.Advance(time.Second)
						return p.states()[message.StateSENT] == people
					})
					if got := next.senders(); !slices.Equal(got, []string{c.from}) {
						t.Errorf("they came from %q, not %q", got, c.from)
					}
				})
			})
		}
	}
}

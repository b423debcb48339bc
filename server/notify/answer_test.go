package notify_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

// scripted is a provider that takes batches, says what it is told to by how often it was asked for the same emails, and writes down under which
// keys each was posted.
type scripted struct {
	says func(n int) error

	mu   sync.Mutex
	keys map[string][]string // by the email's id, one for each request
}

func (s *scripted) Send(_ context.Context, email mail.Email) (mail.Receipt, error) {
	return mail.Receipt{ProviderID: "one"}, s.says(s.asked(email.IdempotencyKey, email))
}

func (s *scripted) Most() int { return 100 }

func (s *scripted) SendMany(_ context.Context, key string, emails []mail.Email) ([]mail.Receipt, error) {
	receipts := make([]mail.Receipt, len(emails))
	for i := range receipts {
		receipts[i].ProviderID = fmt.Sprint("of a batch ", i)
	}
	return receipts, s.says(s.asked(key, emails...))
}

func (s *scripted) asked(key string, emails ...mail.Email) (times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, email := range emails {
		s.keys[email.ID] = append(s.keys[email.ID], key)
		times = max(times, len(s.keys[email.ID]))
	}
	return times
}

// tries counts for each email the requests that held it. An email that went under two keys is an error: the provider would take it twice.
func (s *scripted) tries(t *testing.T) (all []int) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, keys := range s.keys {
		if all = append(all, len(keys)); len(slices.Compact(slices.Clone(keys))) != 1 {
			t.Errorf("%s went under the keys %v", id, keys)
		}
	}
	return all
}

// waiting runs a claim on hubs in which emails wait together, before anything is sent.
func waiting(t *testing.T, people int, says func(n int) error, claim func(t *testing.T, p *post, s *scripted)) {
	t.Helper()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		s, p := &scripted{says: says, keys: map[string][]string{}}, &post{Hub: hub}
		hub.Accounts.Notify.Sender = s
		for i := range people {
			p.invite(fmt.Sprintf("person%d@example.org", i))
		}
		claim(t, p, s)
	})
}

func (p *post) start() {
	p.T.Helper()
	if err := p.App.Start(context.Background()); err != nil {
		p.T.Fatal(err)
	}
}

// What the provider took under the same key before is for a person to decide: it is never sent under another.
func TestTakenEarlier(t *testing.T) {
	for _, people := range []int{1, 5} {
		t.Run(fmt.Sprint(people), func(t *testing.T) {
			waiting(t, people, func(int) error { return &mail.Error{Kind: mail.Earlier, Sentence: "It was taken."} }, func(t *testing.T, p *post, s *scripted) {
				p.start()
				p.until("everything settled", time.Second, func() bool { return p.states()[message.StateQUEUED] == 0 })
				p.Clock.Advance(25 * time.Hour)
				time.Sleep(300 * time.Millisecond)
				n := p.Store.Ent(system).Message.Query().Where(message.StateEQ(message.StateUNKNOWN), message.Error("It was taken.")).CountX(system)
				if tries := s.tries(t); n != people || len(tries) != people || slices.Max(tries) != 1 {
					t.Errorf("they are %v, posted %v times", p.states(), tries)
				}
			})
		})
	}
}

// What was refused for a day did not go out; that of which an answer was lost may have. Most go as a batch; whom another worker holds at that
// moment goes alone.
func TestBatchGivenUp(t *testing.T) {
	for state, first := range map[message.State]mail.Kind{message.StateFAILED: mail.Retryable, message.StateUNKNOWN: mail.Ambiguous} {
		t.Run(string(state), func(t *testing.T) {
			says := func(n int) error {
				if n == 1 {
					return &mail.Error{Kind: first, Sentence: "First.", RetryAfter: time.Minute}
				}
				return &mail.Error{Kind: mail.Retryable, Sentence: "Not now.", RetryAfter: time.Hour}
			}
			waiting(t, 5, says, func(t *testing.T, p *post, s *scripted) {
				p.start()
				p.until("all refused", 10*time.Second, func() bool {
					return p.Store.Ent(system).Message.Query().Where(message.Error("Not now.")).CountX(system) == 5
				})
				p.AtRest()
				p.Clock.Advance(23 * time.Hour)
				p.until("everything settled", time.Second, func() bool { return p.states()[message.StateQUEUED] == 0 })
				if tries := s.tries(t); p.states()[state] != 5 || len(tries) != 5 {
					t.Errorf("they are %v, posted %v times", p.states(), tries)
				}
			})
		})
	}
}

// A batch waits, and the hub starts again with a mail server, or without any: what was never tried goes out by itself, or is kept; of the rest
// nobody knows.
func TestBatchOfAnotherSender(t *testing.T) {
	server := &forgetful{says: func(int64) error { return nil }}
	for state, sender := range map[message.State]mail.Sender{message.StateSENT: server, message.StateKEPT: nil} {
		t.Run(string(state), func(t *testing.T) {
			waiting(t, 5, nil, func(t *testing.T, p *post, _ *scripted) {
				all := p.Store.Ent(system).Message.Query().Order(message.ByID()).AllX(system)
				err := p.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
					for i, m := range all {
						if err := tx.Message.UpdateOne(m).SetBatchID(all[0].ID).AddAttempts(1).SetDoubtful(i < 2).Exec(ctx); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				p.Accounts.Notify.Sender = sender
				p.start()
				p.until("everything settled", time.Second, func() bool { return p.states()[message.StateQUEUED] == 0 })
				if got := p.states(); got[state] != 3 || got[message.StateUNKNOWN] != 2 {
					t.Errorf("they are %v", got)
				}
			})
		})
	}
}

// With an invitation, what waits to bring its link and to remind of it is taken back.
func TestWithdrawn(t *testing.T) {
	waiting(t, 1, nil, func(t *testing.T, p *post, _ *scripted) {
		first := p.message()
		err := p.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
			return tx.Message.Create().SetUserID(*first.UserID).SetKind(message.KindNUDGE).SetTo(first.To).SetSubject("It ends soon").SetBody(first.Body).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Accounts.Revoke(system, *first.UserID, nil); err != nil {
			t.Fatal(err)
		}
		if got := p.states(); got[message.StateFAILED] != 2 || got[message.StateQUEUED] != 0 {
			t.Errorf("they are %v", got)
		}
	})
}

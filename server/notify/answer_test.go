package notify_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

// scripted is a provider that takes batches, and says what it is told to.
type scripted struct {
	singles, batches atomic.Int64
	says             func(n int64) error
}

func (s *scripted) Send(context.Context, mail.Email) (mail.Receipt, error) {
	return mail.Receipt{ProviderID: "one"}, s.says(s.singles.Add(1))
}

func (s *scripted) Most() int { return 100 }

func (s *scripted) SendMany(_ context.Context, _ string, emails []mail.Email) ([]mail.Receipt, error) {
	receipts := make([]mail.Receipt, len(emails))
	for i := range receipts {
		receipts[i].ProviderID = fmt.Sprint("of a batch ", i)
	}
	return receipts, s.says(s.batches.Add(1))
}

// waiting runs a claim on hubs in which emails wait together, before anything is sent.
func waiting(t *testing.T, people int, says func(n int64) error, claim func(t *testing.T, p *post, s *scripted)) {
	t.Helper()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		s, p := &scripted{says: says}, &post{Hub: hub}
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
			waiting(t, people, func(int64) error { return &mail.Error{Kind: mail.Earlier, Sentence: "It was taken."} }, func(t *testing.T, p *post, s *scripted) {
				p.start()
				p.until("everything settled", time.Second, func() bool { return p.states()[message.StateQUEUED] == 0 })
				p.Clock.Advance(25 * time.Hour)
				time.Sleep(300 * time.Millisecond)
				n := p.Store.Ent(system).Message.Query().Where(message.StateEQ(message.StateUNKNOWN), message.Error("It was taken.")).CountX(system)
				if asked := s.singles.Load() + s.batches.Load(); n != people || asked != 1 {
					t.Errorf("they are %v after %d requests", p.states(), asked)
				}
			})
		})
	}
}

// A batch that was refused for a day did not go out; one of which an answer was lost may have.
func TestBatchGivenUp(t *testing.T) {
	for state, first := range map[message.State]mail.Kind{message.StateFAILED: mail.Retryable, message.StateUNKNOWN: mail.Ambiguous} {
		t.Run(string(state), func(t *testing.T) {
			says := func(n int64) error {
				if n == 1 {
					return &mail.Error{Kind: first, Sentence: "First.", RetryAfter: time.Minute}
				}
				return &mail.Error{Kind: mail.Retryable, Sentence: "Not now.", RetryAfter: time.Hour}
			}
			waiting(t, 5, says, func(t *testing.T, p *post, s *scripted) {
				p.start()
				p.until("the batch refused", 10*time.Second, func() bool {
					return s.batches.Load() >= 2 && p.Store.Ent(system).Message.Query().Where(message.Error("Not now.")).CountX(system) == 5
				})
				p.Clock.Advance(23 * time.Hour)
				p.until("everything settled", time.Second, func() bool { return p.states()[message.StateQUEUED] == 0 })
				if got := p.states()[state]; got != 5 || s.singles.Load() != 0 {
					t.Errorf("they are %v, %d sent by themselves", p.states(), s.singles.Load())
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

package notify

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/mail"
)

// providerMemory is how long the provider answers a repeated idempotency key with the first answer. One hour less
// than the 24 it promises: a message is never posted at the edge of being sent twice.
const providerMemory = 23 * time.Hour

type sendMessage struct {
	MessageID int64 `json:"message_id"`
}

// Kind of the job.
func (sendMessage) Kind() string { return "notify.send_message" }

// send posts one message under an idempotency key of its own, as often as it takes. What was accepted is never posted
// as another message: a lost answer is asked for again under the same key.
func (n *Notifier) send(ctx context.Context, args sendMessage) error {
	m, err := n.Store.Ent(ctx).Message.Get(ctx, args.MessageID)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if m.State != message.StateQUEUED {
		return nil
	}
	if n.Store.Clock().Now().Sub(m.CreatedAt) >= providerMemory {
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) {
			u.SetState(message.StateUNKNOWN).SetError("The provider did not answer within a day. Decide whether it is sent again.")
		})
	}
	b, err := n.open(m)
	if err != nil {
		return err
	}
	if begun, err := n.count(ctx, m); err != nil || !begun {
		return err
	}
	receipt, err := n.Sender.Send(ctx, mail.Email{
		ID: key(m), From: n.From, To: m.To, Subject: cmp.Or(b.Subject, m.Subject), Text: b.Text, HTML: b.HTML, IdempotencyKey: key(m),
	})
	if err != nil {
		return n.failed(ctx, m, err)
	}
	return n.settle(ctx, m, func(u *gen.MessageUpdateOne) {
		u.SetState(message.StateSENT).SetSentAt(n.Store.Clock().Now()).SetProviderID(receipt.ProviderID).ClearError()
	})
}

// key is stable for a message and never meets that of another, also after a restore that counts ids anew.
func key(m *gen.Message) string {
	return fmt.Sprintf("portico-message-%d-%d", m.ID, m.CreatedAt.UnixMicro())
}

// count writes down that an attempt begins, before it does. It reports false for a message that was settled or withdrawn meanwhile.
func (n *Notifier) count(ctx context.Context, m *gen.Message) (begun bool, err error) {
	err = n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		err := tx.Message.UpdateOneID(m.ID).Where(message.StateEQ(message.StateQUEUED)).AddAttempts(1).Exec(ctx)
		if begun = err == nil; gen.IsNotFound(err) {
			return nil
		}
		return err
	})
	return begun, err
}

func (n *Notifier) failed(ctx context.Context, m *gen.Message, err error) error {
	said, _ := errors.AsType[*mail.Error](err)
	sentence := "The provider could not be reached."
	if said != nil {
		sentence = said.Sentence
	}
	if mail.KindOf(err) == mail.Permanent {
		n.Log.WarnContext(ctx, "a message was refused", "message", m.ID, "error", err)
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { u.SetState(message.StateFAILED).SetError(sentence) })
	}
	n.Log.InfoContext(ctx, "a message waits to be sent again", "message", m.ID, "error", err)
	if told := n.settle(ctx, m, func(u *gen.MessageUpdateOne) { u.SetError(sentence) }); told != nil {
		return told
	}
	if said != nil && said.RetryAfter > 0 {
		return job.Later(said.RetryAfter)
	}
	return err
}

// noted tells the stream of whoever a message is for that they got it.
func noted(ctx context.Context, tx *gen.Client, m *gen.Message, summary string) error {
	if m.UserID == nil {
		return nil
	}
	return hook.Note(ctx, tx, *m.UserID, activity.SourceEMAIL, hook.NotedEmail, summary)
}

// settle changes a message that is still queued; what was settled meanwhile stays.
func (n *Notifier) settle(ctx context.Context, m *gen.Message, set func(*gen.MessageUpdateOne)) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		update := tx.Message.UpdateOneID(m.ID).Where(message.StateEQ(message.StateQUEUED))
		set(update)
		err := update.Exec(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if state, _ := update.Mutation().State(); err != nil || state != message.StateSENT {
			return err
		}
		return noted(ctx, tx, m, m.Subject)
	})
}

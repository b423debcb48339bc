package notify

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
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

// nobodyKnows is said of what a mail server may have taken over, and would take over once more.
const nobodyKnows = "The mail server did not say whether it took it. Decide whether it is sent again."

type sendMessage struct {
	MessageID int64 `json:"message_id"`
	// Urgent lets it overtake others.
	Urgent bool `json:"urgent,omitempty"`
}

// IsUrgent reports that somebody waits for it.
func (s sendMessage) IsUrgent() bool { return s.Urgent }

// Kind of the job.
func (sendMessage) Kind() string { return "notify.send_message" }

// toSend is the job that sends a message. A code lives for minutes, and somebody sits before the page that asks for it: it overtakes invitations by the
// thousand.
func toSend(m *gen.Message) sendMessage {
	return sendMessage{MessageID: m.ID, Urgent: m.Kind == message.KindEMAIL_CODE}
}

// send posts one message under an idempotency key of its own, or the batch that it leads, as often as it takes. What was accepted is never
// posted as another message: a lost answer is asked for again under the same key.
func (n *Notifier) send(ctx context.Context, args sendMessage) error {
	m, err := n.Store.Ent(ctx).Message.Get(ctx, args.MessageID)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil || m.State != message.StateQUEUED {
		return err
	}
	if withdrawn, err := n.withdraw(ctx, m); err != nil || withdrawn {
		return err
	}
	if m.BatchID != nil {
		if *m.BatchID != m.ID { // the one that leads sends it
			return nil
		}
		return n.sendBatch(ctx, m)
	}
	if n.Store.Clock().Now().Sub(m.CreatedAt) >= providerMemory {
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { giveUp(u, m) })
	}
	if n.Sender == nil { // there was one when it was queued
		return n.keep(ctx, m)
	}
	if _, forgets := n.Sender.(mail.Forgetful); forgets && m.Doubtful {
		// A process ended in the middle of handing it over.
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { unsure(u, nobodyKnows) })
	}
	if leads, err := n.gather(ctx, m); err != nil {
		return err
	} else if leads {
		return n.sendBatch(ctx, m)
	}
	email, err := n.email(m)
	if err != nil {
		return err
	}
	if err := n.await(ctx, m); err != nil {
		return err
	}
	if begun, err := n.count(ctx, m); err != nil || !begun {
		return err
	}
	receipt, err := n.Sender.Send(ctx, email)
	if err != nil {
		return n.failed(ctx, m, err)
	}
	return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { n.sent(u, receipt) })
}

// keep settles what waits where no mail is sent any more: it is kept and shown, unless it may have gone out.
func (n *Notifier) keep(ctx context.Context, m *gen.Message) error {
	if m.Doubtful {
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { unsure(u, nobodyKnows) })
	}
	return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { u.SetState(message.StateKEPT).ClearError() })
}

// from is who a message comes from: as the settings have it, unless an earlier attempt may have been taken over. Under the same key, the provider
// takes nothing else then.
func (n *Notifier) from(m *gen.Message) string {
	if m.Doubtful && m.From != nil {
		return *m.From
	}
	return n.From
}

// email is a message as it goes out: the same bytes at every attempt since one that may have been taken over.
func (n *Notifier) email(m *gen.Message) (mail.Email, error) {
	b, err := n.open(m)
	return mail.Email{
		ID: key(m), From: n.from(m), To: m.To, Subject: cmp.Or(b.Subject, m.Subject), Text: b.Text, HTML: b.HTML, IdempotencyKey: key(m),
	}, err
}

// sent settles what was taken over.
func (n *Notifier) sent(u *gen.MessageUpdateOne, receipt mail.Receipt) {
	u.SetState(message.StateSENT).SetSentAt(n.Store.Clock().Now()).SetProviderID(receipt.ProviderID).SetDoubtful(false).ClearError()
}

// unsure settles what may have gone out, for a person to decide.
func unsure(u *gen.MessageUpdateOne, sentence string) {
	u.SetState(message.StateUNKNOWN).SetError(sentence)
}

// giveUp settles what was tried for a day: where every attempt was refused, it did not go out; where one was not answered, nobody knows.
func giveUp(u *gen.MessageUpdateOne, m *gen.Message) {
	switch {
	case m.Doubtful:
		u.SetState(message.StateUNKNOWN).SetError("The provider did not answer within a day. Decide whether it is sent again.")
	case m.Error != nil:
		u.SetState(message.StateFAILED).SetError("Not sent: given up after a day. The last answer: " + *m.Error)
	default:
		u.SetState(message.StateFAILED).SetError("Not sent: its turn did not come within a day. Send it again.")
	}
}

// key is stable for a message and never meets that of another, also after a restore that counts ids anew.
func key(m *gen.Message) string {
	return fmt.Sprintf("portico-message-%d-%d", m.ID, m.CreatedAt.UnixMicro())
}

// count writes down that an attempt begins, before it does: until it is refused, it may have been taken over. It reports false for a message
// that was settled, withdrawn or taken into a batch meanwhile.
func (n *Notifier) count(ctx context.Context, m *gen.Message) (begun bool, err error) {
	err = n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		err := tx.Message.UpdateOneID(m.ID).Where(message.StateEQ(message.StateQUEUED), message.BatchIDIsNil()).
			AddAttempts(1).SetDoubtful(true).SetFrom(n.from(m)).Exec(ctx)
		if begun = err == nil; gen.IsNotFound(err) {
			return nil
		}
		return err
	})
	return begun, err
}

func (n *Notifier) failed(ctx context.Context, m *gen.Message, err error) error {
	sentence, wait := n.excuse(ctx, err)
	kind := mail.KindOf(err)
	if kind == mail.Permanent {
		n.Log.WarnContext(ctx, "a message was refused", "message", m.ID, "error", err)
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { u.SetState(message.StateFAILED).SetError(sentence) })
	}
	if kind == mail.Earlier {
		n.Log.WarnContext(ctx, "a message was taken over earlier", "message", m.ID, "error", err)
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { unsure(u, sentence) })
	}
	if _, forgets := n.Sender.(mail.Forgetful); forgets && kind == mail.Ambiguous {
		return n.settle(ctx, m, func(u *gen.MessageUpdateOne) { unsure(u, nobodyKnows) })
	}
	n.Log.InfoContext(ctx, "a message waits to be sent again", "message", m.ID, "error", err)
	told := n.settle(ctx, m, func(u *gen.MessageUpdateOne) { u.SetError(sentence).SetDoubtful(m.Doubtful || kind == mail.Ambiguous) })
	if told != nil {
		return told
	}
	if wait > 0 {
		return job.Later(wait)
	}
	return err
}

// excuse is why an attempt failed, in words, and how long to wait at least. Where the provider was asked too often, all replicas wait.
func (n *Notifier) excuse(ctx context.Context, err error) (sentence string, wait time.Duration) {
	said, is := errors.AsType[*mail.Error](err)
	if !is {
		return "The provider could not be reached.", 0
	}
	if said.Status == http.StatusTooManyRequests && said.RetryAfter > 0 {
		if err := n.hold(ctx, said.RetryAfter); err != nil {
			n.Log.WarnContext(ctx, "the others do not know that the provider wants to be left alone", "error", err)
		}
	}
	return said.Sentence, said.RetryAfter
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

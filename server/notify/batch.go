package notify

import (
	"context"
	"errors"
	"fmt"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/mail"
)

// fewest is how many messages are worth a request together; fewer go one by one.
const fewest = 4

// errAnswer is an answer that does not say what became of each email of a batch.
var errAnswer = errors.New("the provider answered for another number of emails")

// gather takes messages that wait, and were not tried yet, into one batch with m, which leads it: its key and its composition are those
// of every attempt. It reports false where too few wait, and where m is another's already.
func (n *Notifier) gather(ctx context.Context, m *gen.Message) (leads bool, err error) {
	sender, many := n.Sender.(mail.Batcher)
	if !many || m.Attempts > 0 {
		return false, nil
	}
	fresh := func(tx *gen.Client) *gen.MessageQuery {
		return tx.Message.Query().Where(message.StateEQ(message.StateQUEUED), message.Attempts(0), message.BatchIDIsNil())
	}
	err = n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		leads = false
		own, err := fresh(tx).Where(message.ID(m.ID), lock.Claim).Exist(ctx)
		if err != nil || !own {
			return err
		}
		rest, err := fresh(tx).Where(message.IDNEQ(m.ID), message.Or(message.UserIDIsNil(), message.Not(ofDeleted)), lock.Claim).Order(message.ByCreatedAt(), message.ByID()).Limit(sender.Most() - 1).All(ctx)
		if err != nil || len(rest)+1 < fewest {
			return err
		}
		for _, one := range append(rest, m) {
			if err := tx.Message.UpdateOneID(one.ID).SetBatchID(m.ID).AddAttempts(1).Exec(ctx); err != nil {
				return err
			}
		}
		leads = true
		return nil
	})
	return leads, err
}

// sendBatch posts the messages that m leads, all of them in the same order each time, under one idempotency key.
func (n *Notifier) sendBatch(ctx context.Context, m *gen.Message) error {
	all, err := n.Store.Ent(ctx).Message.Query().Where(message.BatchID(m.ID)).Order(message.ByID()).All(ctx)
	if err != nil {
		return err
	}
	sender, many := n.Sender.(mail.Batcher)
	if !many { // there was one when they were gathered
		return n.dissolve(ctx, all)
	}
	oldest := slices.MinFunc(all, func(a, b *gen.Message) int { return a.CreatedAt.Compare(b.CreatedAt) })
	if n.Store.Clock().Now().Sub(oldest.CreatedAt) >= providerMemory {
		return n.settleAll(ctx, all, func(i int, u *gen.MessageUpdateOne) { giveUp(u, all[i]) })
	}
	emails := make([]mail.Email, len(all))
	for i, one := range all {
		if emails[i], err = n.email(one); err != nil {
			return err
		}
	}
	if err := n.await(ctx, m); err != nil {
		return err
	}
	// Until they are refused, they may have been taken over.
	if err := n.settleAll(ctx, all, func(i int, u *gen.MessageUpdateOne) { u.SetDoubtful(true).SetFrom(n.from(all[i])) }); err != nil {
		return err
	}
	receipts, err := sender.SendMany(ctx, batchKey(m), emails)
	if err == nil && len(receipts) != len(all) {
		err = &mail.Error{Kind: mail.Ambiguous, Sentence: "The provider's answer could not be read.", Err: errAnswer}
	}
	if err != nil {
		return n.batchFailed(ctx, all, err)
	}
	return n.settleAll(ctx, all, func(i int, u *gen.MessageUpdateOne) { n.sent(u, receipts[i]) })
}

// batchFailed is failed for a batch; all are its messages as they were before the attempt.
func (n *Notifier) batchFailed(ctx context.Context, all []*gen.Message, err error) error {
	sentence, wait := n.excuse(ctx, err)
	kind := mail.KindOf(err)
	switch kind {
	case mail.Permanent:
		// None of them was taken, and which is to blame is not said: each goes by itself.
		n.Log.InfoContext(ctx, "a batch was refused, and is sent one by one", "messages", len(all), "error", err)
		for _, m := range all {
			m.Doubtful = false
		}
		return n.dissolve(ctx, all)
	case mail.Earlier:
		n.Log.WarnContext(ctx, "a batch was taken over earlier", "messages", len(all), "error", err)
		return n.settleAll(ctx, all, func(_ int, u *gen.MessageUpdateOne) { unsure(u, sentence) })
	}
	told := n.settleAll(ctx, all, func(i int, u *gen.MessageUpdateOne) {
		u.SetError(sentence).SetDoubtful(all[i].Doubtful || kind == mail.Ambiguous)
	})
	if told != nil {
		return told
	}
	n.Log.InfoContext(ctx, "a batch waits to be sent again", "messages", len(all), "error", err)
	if wait > 0 {
		return job.Later(wait)
	}
	return err
}

// dissolve sends the messages of a batch one by one. Of what may have been taken over with it nobody knows: by itself it has another key.
func (n *Notifier) dissolve(ctx context.Context, all []*gen.Message) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		for _, m := range all {
			if m.Doubtful {
				if err := n.settle(ctx, m, func(u *gen.MessageUpdateOne) { unsure(u, nobodyKnows) }); err != nil {
					return err
				}
				continue
			}
			err := tx.Message.UpdateOneID(m.ID).Where(message.StateEQ(message.StateQUEUED), message.BatchIDNotNil()).ClearBatchID().SetDoubtful(false).Exec(ctx)
			if gen.IsNotFound(err) {
				continue
			}
			if err == nil {
				err = n.Queue.Enqueue(ctx, toSend(m))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// settleAll is settle for the messages of a batch, in one transaction.
func (n *Notifier) settleAll(ctx context.Context, all []*gen.Message, set func(int, *gen.MessageUpdateOne)) error {
	return n.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error {
		for i, m := range all {
			if err := n.settle(ctx, m, func(u *gen.MessageUpdateOne) { set(i, u) }); err != nil {
				return err
			}
		}
		return nil
	})
}

// batchKey is the key of the batch that a message leads.
func batchKey(m *gen.Message) string {
	return fmt.Sprintf("portico-batch-%d-%d", m.ID, m.CreatedAt.UnixMicro())
}

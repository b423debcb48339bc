package notify

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/fault"
)

// BringsLink reports a kind of message whose link opens an account: sent again, it brings a fresh one.
func BringsLink(kind message.Kind) bool {
	return kind == message.KindINVITATION || kind == message.KindPASSWORD_RESET || kind == message.KindNOTICE || kind == message.KindNUDGE
}

// Repeat queues what a message says once more, as another message, in the caller's transaction. What holds a link or a code of its
// own is not repeated, nor what still waits to be sent. A test opens nothing, so that of every kind is: by whoever may send tests.
func (n *Notifier) Repeat(ctx context.Context, m *gen.Message) (*gen.Message, error) {
	switch {
	case m.State == message.StateQUEUED:
		return nil, fault.Refuse(fault.Invalid, nil, "It still waits to be sent, and is tried again by itself.")
	case m.IsTest:
	case BringsLink(m.Kind), m.Kind == message.KindEMAIL_CODE:
		return nil, fault.Refuse(fault.Invalid, nil, "What it brought works once. They get another when they ask for one.")
	case m.Kind == message.KindSIGNUP_CONFIRMATION:
		return nil, fault.Refuse(fault.Invalid, nil, "Who signed up is asked once. They may fill in the form again.")
	}
	says, err := n.open(m)
	if err != nil {
		return nil, err
	}
	var made *gen.Message
	err = n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if m.IsTest {
			if err := takeTest(ctx, tx); err != nil {
				return err
			}
		}
		u := &gen.User{}
		if m.UserID != nil {
			if u, err = tx.User.Get(ctx, *m.UserID); err != nil {
				return err
			}
		}
		create := tx.Message.Create().SetNillableReminderID(m.ReminderID).SetKind(m.Kind).SetIsTest(m.IsTest).SetSubject(m.Subject)
		made, err = n.post(ctx, tx, create, u, m.To, says)
		return err
	})
	return made, err
}

// Withdraw takes back what waits to bring a link to a user and was not tried yet, in the caller's transaction, and says why it is not sent.
// Whatever was tried may have arrived, and its link is dead.
func (n *Notifier) Withdraw(ctx context.Context, userID int64, why string) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		waiting, err := tx.Message.Query().
			Where(message.UserID(userID), message.Or(message.LinkIDNotNil(), message.KindEQ(message.KindNUDGE)),
				message.StateEQ(message.StateQUEUED), message.Attempts(0), lock.Update).All(ctx)
		if err != nil {
			return err
		}
		for _, m := range waiting {
			if err := tx.Message.UpdateOne(m).SetState(message.StateFAILED).SetError(why).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

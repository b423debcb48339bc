package notify

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/user"
)

// ofDeleted finds messages to somebody who was deleted.
var ofDeleted = message.HasUserWith(user.DeletedAtNotNil())

// withdraw settles a message that was not tried yet and whose user was deleted since: nothing is sent to somebody who is gone.
func (n *Notifier) withdraw(ctx context.Context, m *gen.Message) (withdrawn bool, err error) {
	if m.UserID == nil || m.Attempts > 0 {
		return false, nil
	}
	withdrawn, err = n.Store.Ent(ctx).Message.Query().Where(message.ID(m.ID), ofDeleted).Exist(ctx)
	if err != nil || !withdrawn {
		return false, err
	}
	return true, n.settle(ctx, m, func(u *gen.MessageUpdateOne) {
		u.SetState(message.StateFAILED).SetError("Not sent: this user was deleted meanwhile.")
	})
}

package notify

import (
	"context"
	"slices"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/mail"
)

// nudgeAhead is how long before the link of an invitation ends its owner is reminded of it, if the settings say so.
const nudgeAhead = 4 * time.Hour

// unheard are the states of a message that nobody is reminded of: it did not arrive, or is not known to have gone out.
var unheard = []message.State{message.StateQUEUED, message.StateKEPT, message.StateBOUNCED, message.StateCOMPLAINED, message.StateFAILED, message.StateUNKNOWN}

// nudge reminds the owner of a link that ends soon, once. Having done so, or having had no reason to, is one transaction with
// the message: nobody is reminded twice.
func (n *Notifier) nudge(ctx context.Context, id int64) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := n.Store.Now(ctx)
		// Held before the link, as by whoever uses it or takes it back.
		if _, err := tx.User.Query().Where(user.HasLinksWith(link.ID(id)), lock.Update).Exist(ctx); err != nil {
			return err
		}
		l, err := tx.Link.Query().Where(link.ID(id), link.NextRunAtLTE(now), lock.Claim).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := tx.Link.UpdateOne(l).ClearNextRunAt().Exec(ctx); err != nil {
			return err
		}
		wanted, err := n.Settings.Now(ctx)
		if err != nil || !wanted.NudgeBeforeExpiry || l.UsedAt != nil || l.ReplacedAt != nil || !now.Before(l.ExpiresAt) {
			return err
		}
		return n.remindOf(ctx, tx, l)
	})
}

// remindOf queues the email that brings the same link once more, to whoever could still use it.
func (n *Notifier) remindOf(ctx context.Context, tx *gen.Client, l *gen.Link) error {
	first, err := tx.Message.Query().Where(message.LinkID(l.ID)).Only(ctx)
	if err != nil || slices.Contains(unheard, first.State) {
		return err
	}
	u, err := tx.User.Query().Where(user.ID(*l.UserID), user.StatusEQ(user.StatusACTIVE), user.HasAccountWith(account.ActivatedAtIsNil(), account.ClosedAtIsNil())).Only(ctx)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	says, err := n.open(first)
	if err != nil {
		return err
	}
	_, rest, _ := strings.Cut(says.Text, n.PublicURL+"/set-password")
	_, err = n.queue(ctx, tx, letter{u: u, kind: message.KindNUDGE, to: first.To, data: mail.Data{
		Link: n.PublicURL + "/set-password" + token.FindString(rest), ExpiresAt: l.ExpiresAt,
	}})
	return err
}

package notify

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/mail"
)

// ExportReady queues the email that says where the file of an export is, to whoever asked for it, with their account, in the caller's
// transaction. The link opens nothing by itself: the file is for whoever signs in.
func (n *Notifier) ExportReady(ctx context.Context, to *gen.User, e *gen.Export) error {
	address := to.Email
	if to.Edges.Account != nil {
		address = to.Edges.Account.Email
	}
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		_, err := n.queue(ctx, tx, letter{u: to, kind: message.KindEXPORT_READY, to: address, data: mail.Data{
			Link: n.PublicURL + "/exports", ExpiresAt: *e.ExpiresAt, Users: e.Rows,
		}})
		return err
	})
}

package notify

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/mail"
)

// Code mails the code that a sign-in waits for, in the caller's transaction. u has their account. The code stands in the
// sealed body alone.
func (n *Notifier) Code(ctx context.Context, u *gen.User, code string, until time.Time) error {
	return n.tell(ctx, u, message.KindEMAIL_CODE, mail.Data{Link: n.PublicURL + "/login/factor", Code: code, ExpiresAt: until})
}

// Event is something that happened to an account.
type Event = mail.Event

// The kinds of events that owners of accounts are told of.
const (
	PasskeyAdded          = mail.PasskeyAdded
	PasskeyRemoved        = mail.PasskeyRemoved
	WrongCodes            = mail.WrongCodes
	NewBrowser            = mail.NewBrowser
	AuthenticatorAdded    = mail.AuthenticatorAdded
	RecoveryCodesReplaced = mail.RecoveryCodesReplaced
	PasswordChanged       = mail.PasswordChanged
	PasskeysTaken         = mail.PasskeysTaken
	FactorChanged         = mail.FactorChanged
	FactorReset           = mail.FactorReset
)

// Alert tells the owner of an account, in the caller's transaction, what happened to it, in their language. u has their account; who
// has none is not told. It is sent whether or not they receive email communication.
func (n *Notifier) Alert(ctx context.Context, u *gen.User, e Event) error {
	return n.tell(ctx, u, message.KindSECURITY_ALERT, mail.Data{Link: n.PublicURL + "/me", Event: e})
}

func (n *Notifier) tell(ctx context.Context, u *gen.User, kind message.Kind, data mail.Data) error {
	if u.Edges.Account == nil {
		return nil
	}
	return n.Store.InTx(viewer.AsSystem(ctx, "security"), func(ctx context.Context, tx *gen.Client) error {
		_, err := n.queue(ctx, tx, letter{u: u, kind: kind, to: u.Edges.Account.Email, data: data})
		return err
	})
}

package notify

import (
	"context"
	"fmt"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/secret"
)

// Owner is a user with their account.
type Owner struct {
	*gen.User
	Account *gen.Account
}

// Invite makes the first link of each of some accounts, and queues the emails that bring them: one statement for each kind of
// row. It joins the transaction that made the accounts; they say already that their owners are told now, and that the links
// work for LinkLife.
func (n *Notifier) Invite(ctx context.Context, owners []Owner) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		for some := range slices.Chunk(owners, hook.Together) {
			if err := n.invite(ctx, tx, some); err != nil {
				return err
			}
		}
		return nil
	})
}

func (n *Notifier) invite(ctx context.Context, tx *gen.Client, owners []Owner) error {
	now, tokens, rows := n.Store.Now(ctx), make([]string, len(owners)), make([]*gen.LinkCreate, len(owners))
	for i, o := range owners {
		token, hash := secret.NewToken()
		tokens[i], rows[i] = token, newLink(tx, o.ID, link.KindINVITATION, hash, now)
	}
	links, err := tx.Link.CreateBulk(rows...).Save(ctx)
	if err != nil {
		return fmt.Errorf("link: %w", err)
	}
	by := map[string]Words{}
	messages := make([]*gen.MessageCreate, len(owners))
	for i, o := range owners {
		one := ofLink(o.User, links[i], o.Account.Email, n.passwordURL(tokens[i]))
		locale := ""
		if o.Locale != nil {
			locale = *o.Locale
		}
		if _, known := by[locale]; !known {
			if by[locale], err = n.wordsFor(ctx, tx, one.kind, o.Locale); err != nil {
				return err
			}
		}
		subject, text, html, err := n.renderBy(ctx, by[locale], one)
		if err != nil {
			return err
		}
		create := tx.Message.Create().SetKind(one.kind).SetSubject(subject).SetLinkID(links[i].ID)
		messages[i] = n.sealed(create, o.User, one.to, body{Text: text, HTML: html})
	}
	saved, err := tx.Message.CreateBulk(messages...).Save(ctx)
	if err != nil {
		return fmt.Errorf("message: %w", err)
	}
	return n.toPost(ctx, tx, saved...)
}

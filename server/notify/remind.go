package notify

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/mail"
)

// reminderSubject is what whoever reads messages sees of a reminder: its title may be about somebody whom they do not.
const reminderSubject = "Reminder"

// digestSubject is the same for a digest.
const digestSubject = "Reminders"

// Due is a reminder that somebody is told of.
type Due struct {
	Reminder *gen.Reminder
	// To is who is told, with their account; About is whom it is about.
	To, About *gen.User
	// At is the date, on the walls of the reminder's zone.
	At time.Time
	// Link leads to where it is kept.
	Link string
}

// Remind queues the email that tells somebody of a reminder, in the caller's transaction. It goes to the account's address,
// and holds nothing that opens anything.
func (n *Notifier) Remind(ctx context.Context, d Due) error {
	to := d.To.Email
	if d.To.Edges.Account != nil {
		to = d.To.Edges.Account.Email
	}
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		subject, text, html, err := n.render(ctx, tx, letter{u: d.To, kind: message.KindREMINDER, data: mail.Data{
			Link: d.Link, Title: d.Reminder.Title, About: d.About.FirstName + " " + d.About.LastName, DueAt: d.At, Repeats: d.Reminder.Recurrence != nil,
		}})
		if err != nil {
			return err
		}
		create := tx.Message.Create().SetReminderID(d.Reminder.ID).SetKind(message.KindREMINDER).SetSubject(reminderSubject)
		_, err = n.post(ctx, tx, create, d.To, to, body{Subject: subject, Text: text, HTML: html})
		return err
	})
}

// Item is one line of a digest.
type Item = mail.Item

// Digest is all that is due for somebody.
type Digest struct {
	// To is who is told, with their account.
	To    *gen.User
	Items []Item
	// Link leads to where they are kept.
	Link string
}

// Digest queues the email that lists what is due for somebody, in the caller's transaction. What it says is read by them alone.
func (n *Notifier) Digest(ctx context.Context, d Digest) error {
	to := d.To.Email
	if d.To.Edges.Account != nil {
		to = d.To.Edges.Account.Email
	}
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		subject, text, html, err := n.render(ctx, tx, letter{u: d.To, kind: message.KindDIGEST, data: mail.Data{Link: d.Link, Items: d.Items}})
		if err != nil {
			return err
		}
		_, err = n.post(ctx, tx, tx.Message.Create().SetKind(message.KindREMINDER).SetSubject(digestSubject), d.To, to, body{Subject: subject, Text: text, HTML: html})
		return err
	})
}

// ownAlone stands in the place of a digest that went to somebody else.
const ownAlone = "What this message says is about reminders, and read by whoever got it alone."

// readDigest is what a digest says, for whoever got it.
func readDigest(ctx context.Context, m *gen.Message, b body) (text, html string) {
	if v := viewer.From(ctx); v == nil || v.Kind != viewer.User || m.UserID == nil || v.ID != *m.UserID {
		return ownAlone, "<p>" + ownAlone + "</p>"
	}
	return b.Text, b.HTML
}

// unseen stands in the place of a message about a reminder that the viewer does not see.
const unseen = "What this message says is about a reminder that you do not see."

// readReminder is what a message about a reminder says, for those who see that.
func (n *Notifier) readReminder(ctx context.Context, m *gen.Message, b body) (text, html string, err error) {
	seen, err := n.Store.Ent(ctx).Reminder.Query().Where(reminder.ID(*m.ReminderID)).Exist(ctx)
	if err != nil || !seen {
		return unseen, "<p>" + unseen + "</p>", err
	}
	return b.Text, b.HTML, nil
}

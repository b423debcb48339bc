// Package notify decides who is told what: it renders a message, stores it with its job in the causing transaction,
// and sends it later, once.
package notify

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"regexp"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/store"
)

// LinkLife is how long every invitation, reset and notice link works (seed 000).
const LinkLife = 24 * time.Hour

// Options of a Notifier.
type Options struct {
	Store *store.Store
	Queue *job.Queue
	// Sender is nil where no provider is set: mail is then kept and shown instead of sent.
	Sender mail.Sender
	// ReportSecret verifies delivery reports; empty where none are taken.
	ReportSecret string
	// Settings say whether people are reminded of a link before it ends.
	Settings  *settings.Service
	Key       secret.Key
	From      string
	PublicURL string
	Log       *slog.Logger
}

// Notifier makes and sends messages.
type Notifier struct {
	Options
	key secret.Key
}

// New returns a notifier and registers its job.
func New(o Options) *Notifier {
	n := &Notifier{Options: o, key: o.Key.For("message")}
	job.Register(o.Queue, n.send)
	o.Queue.Watch(job.Timer{Name: "notify.nudge", Table: link.Table, Fire: n.nudge})
	return n
}

// body is what a message says, sealed while it is stored: it holds a link that works.
type body struct {
	// Subject, if any, is what the recipient reads: more than whoever reads messages may know.
	Subject string `json:"subject,omitempty"`
	Text    string `json:"text"`
	HTML    string `json:"html"`
}

// templates name the email of each kind.
var templates = map[message.Kind]string{
	message.KindINVITATION: mail.Invitation, message.KindPASSWORD_RESET: mail.PasswordReset, message.KindNOTICE: mail.Notice,
	message.KindSIGNUP_CONFIRMATION: mail.SignupConfirmation, message.KindEMAIL_CODE: mail.EmailCode, message.KindSECURITY_ALERT: mail.SecurityAlert,
	message.KindREMINDER: mail.Reminder, message.KindNUDGE: mail.Nudge, message.KindDIGEST: mail.Digest, message.KindEXPORT_READY: mail.ExportReady,
}

// Link makes a fresh link for the owner of an account and queues the email that brings it. Every older link of the
// user stops working. It runs in the caller's transaction, which made the account or holds it.
func (n *Notifier) Link(ctx context.Context, u *gen.User, a *gen.Account, kind link.Kind) (*gen.Message, error) {
	var made *gen.Message
	err := n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := n.Store.Now(ctx)
		token, hash := secret.NewToken()
		if err := n.ReplaceLinks(ctx, u.ID); err != nil {
			return err
		}
		l, err := newLink(tx, u.ID, kind, hash, now).Save(ctx)
		if err != nil {
			return fmt.Errorf("link: %w", err)
		}
		if err := tx.Account.UpdateOne(a).SetLinkExpiresAt(l.ExpiresAt).SetNotifiedAt(now).ClearRevokedAt().Exec(ctx); err != nil {
			return fmt.Errorf("link: %w", err)
		}
		made, err = n.queue(ctx, tx, ofLink(u, l, a.Email, n.passwordURL(token)))
		return err
	})
	return made, err
}

// newLink is the row of a link that its owner sets a password by.
func newLink(tx *gen.Client, userID int64, kind link.Kind, hash []byte, now time.Time) *gen.LinkCreate {
	create := tx.Link.Create().SetUserID(userID).SetKind(kind).SetTokenHash(hash).SetCreatedAt(now).SetExpiresAt(now.Add(LinkLife))
	if kind != link.KindPASSWORD_RESET {
		create.SetNextRunAt(now.Add(LinkLife - nudgeAhead))
	}
	return create
}

func (n *Notifier) passwordURL(token string) string {
	return n.PublicURL + "/set-password#token=" + token
}

// ReplaceLinks kills every link of the user that still works.
func (n *Notifier) ReplaceLinks(ctx context.Context, userID int64) error {
	return n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Link.Update().
			Where(link.UserID(userID), link.UsedAtIsNil(), link.ReplacedAtIsNil()).
			SetReplacedAt(n.Store.Now(ctx)).Exec(ctx)
	})
}

// ConfirmSignup makes a link for whoever signed up, and queues the email that brings it. It belongs to no user: whether
// there is one is not looked for. Other links of theirs go on working.
func (n *Notifier) ConfirmSignup(ctx context.Context, to, firstName string) (*gen.Link, error) {
	var made *gen.Link
	err := n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		now := n.Store.Now(ctx)
		token, hash := secret.NewToken()
		made, err = tx.Link.Create().SetKind(link.KindSIGNUP_CONFIRMATION).SetTokenHash(hash).SetCreatedAt(now).SetExpiresAt(now.Add(LinkLife)).Save(ctx)
		if err != nil {
			return fmt.Errorf("link: %w", err)
		}
		_, err = n.queue(ctx, tx, ofLink(&gen.User{FirstName: firstName}, made, to, n.PublicURL+"/confirm#token="+token))
		return err
	})
	return made, err
}

// letter is an email to be.
type letter struct {
	// u is whom it is for: a user, or, without a key, somebody who is none.
	u    *gen.User
	kind message.Kind
	// link is what it brings, if it brings one that is stored.
	link *gen.Link
	to   string
	data mail.Data
}

// ofLink is the letter that brings a link.
func ofLink(u *gen.User, l *gen.Link, to, url string) letter {
	return letter{u: u, kind: message.Kind(l.Kind), link: l, to: to, data: mail.Data{Link: url, ExpiresAt: l.ExpiresAt}}
}

// queue renders a letter and stores it with its job, in the caller's transaction.
func (n *Notifier) queue(ctx context.Context, tx *gen.Client, one letter) (*gen.Message, error) {
	subject, text, html, err := n.render(ctx, tx, one)
	if err != nil {
		return nil, err
	}
	create := tx.Message.Create().SetKind(one.kind).SetSubject(subject)
	if one.link != nil {
		create.SetLinkID(one.link.ID)
	}
	return n.post(ctx, tx, create, one.u, one.to, body{Text: text, HTML: html})
}

// post seals what a message says, saves it and enqueues its job, in the caller's transaction.
func (n *Notifier) post(ctx context.Context, tx *gen.Client, create *gen.MessageCreate, u *gen.User, to string, says body) (*gen.Message, error) {
	m, err := n.sealed(create, u, to, says).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("message: %w", err)
	}
	return m, n.toPost(ctx, tx, m)
}

// sealed is the row of a message, with what it says.
func (n *Notifier) sealed(create *gen.MessageCreate, u *gen.User, to string, says body) *gen.MessageCreate {
	// Marshalling strings cannot fail.
	content, _ := json.Marshal(says)
	state := message.StateQUEUED
	if n.Sender == nil {
		state = message.StateKEPT
	}
	subject, _ := create.Mutation().Subject()
	create.SetTo(to).SetToKey(fold.Key(to)).SetBody(n.key.Seal(content)).SetState(state).SetSearch(searchText(u, to, subject))
	if u.ID != 0 {
		create.SetUserID(u.ID)
	}
	return create
}

// toPost enqueues the jobs of messages that were saved, or notes that they are kept.
func (n *Notifier) toPost(ctx context.Context, tx *gen.Client, all ...*gen.Message) error {
	var jobs []job.Args
	for _, m := range all {
		if m.State != message.StateKEPT {
			jobs = append(jobs, toSend(m))
		} else if err := noted(ctx, tx, m, m.Subject+" (kept, not sent)"); err != nil {
			return err
		}
	}
	return n.Queue.Enqueue(ctx, jobs...)
}

// What opens something: the token of a link, and a code.
var (
	token = regexp.MustCompile(`#token(?:=|&#61;|&#x3[dD];|&equals;|%3[dD])[A-Za-z0-9_-]+`) // in whatever way a template made HTML write it
	code  = regexp.MustCompile(`\d{6,}`)                                                    // a template may put digits in front of it
)

// masked is a part of a message without what would open something.
func masked(m *gen.Message, part string) string {
	if m.Kind == message.KindEMAIL_CODE {
		return code.ReplaceAllString(part, "••••••")
	}
	return token.ReplaceAllString(part, "#token=…")
}

// Read is what a message says, for administrators. Links are masked, except in kept mail for a viewer who may manage
// the account that it is about: otherwise one administrator could take over the account of another.
func (n *Notifier) Read(ctx context.Context, m *gen.Message) (text, html string, err error) {
	b, err := n.open(m)
	if err != nil {
		return "", "", err
	}
	if m.IsTest { // what it holds is made up
		return b.Text, b.HTML, nil
	}
	if m.ReminderID != nil {
		return n.readReminder(ctx, m, b)
	}
	if m.Kind == message.KindREMINDER {
		text, html := readDigest(ctx, m, b)
		return text, html, nil
	}
	if m.State == message.StateKEPT && n.Sender == nil {
		open, err := n.mayManage(ctx, m)
		if err != nil || open {
			return b.Text, b.HTML, err
		}
	}
	return masked(m, b.Text), masked(m, b.HTML), nil
}

// mayManage reports that the viewer could give the user of this message their role, and so gains nothing by their link; or,
// where it is for nobody who is recorded, that they could record anybody.
func (n *Notifier) mayManage(ctx context.Context, m *gen.Message) (bool, error) {
	if m.UserID == nil {
		return rule.SubscribesAnybody(viewer.From(ctx)), nil
	}
	u, err := m.Edges.UserOrErr()
	if gen.IsNotLoaded(err) {
		u, err = n.Store.Ent(ctx).User.Get(ctx, *m.UserID)
	}
	if gen.IsNotFound(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return rule.ManagesAccountOf(ctx, n.Store.Ent(ctx), u)
}

func (n *Notifier) open(m *gen.Message) (b body, err error) {
	plain, err := n.key.Open(m.Body)
	if err != nil {
		return b, fmt.Errorf("message %d was sealed with another secret key: %w", m.ID, err)
	}
	return b, json.Unmarshal(plain, &b)
}

// Links are the links that messages brought, by the messages' ids. Whoever reads a message may know what became of its
// link; the token itself is known to nobody.
func (n *Notifier) Links(ctx context.Context, messages []*gen.Message) (map[int64]*gen.Link, error) {
	ids := make([]int64, 0, len(messages))
	for _, m := range messages {
		if m.LinkID != nil {
			ids = append(ids, *m.LinkID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := n.Store.Ent(ctx).Link.Query().Where(link.IDIn(ids...)).All(viewer.AsSystem(ctx, "link trail"))
	if err != nil {
		return nil, err
	}
	byID := make(map[int64]*gen.Link, len(found))
	for _, l := range found {
		byID[l.ID] = l
	}
	links := make(map[int64]*gen.Link, len(messages))
	for _, m := range messages {
		if m.LinkID != nil {
			links[m.ID] = byID[*m.LinkID]
		}
	}
	return links, nil
}

package notify

import (
	"context"
	"fmt"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/throttle"
)

// Preview is what a template would send with words that are not saved yet, to somebody made up.
type Preview struct {
	Subject, Text, HTML string
	Wrong, Doubtful     fault.List
}

// Preview shows what words look like. It saves nothing; where they could not be sent, it says why.
func (n *Notifier) Preview(ctx context.Context, id int64, words Words) (*Preview, error) {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	t, err := n.Store.Ent(ctx).Template.Get(ctx, id)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("template")
	}
	if err != nil {
		return nil, err
	}
	words = Words{Subject: tidy(words.Subject), Text: tidy(words.Text), HTML: tidy(words.HTML), Locale: t.Locale}
	p := &Preview{}
	if p.Wrong, p.Doubtful = n.faults(t.Kind, words); len(p.Wrong) > 0 {
		return p, nil
	}
	name := templates[message.Kind(t.Kind)]
	p.Subject, p.Text, p.HTML, err = mail.Render(name, words, mail.Sample(name, t.Locale, n.PublicURL, n.Store.Clock().Now().UTC()))
	return p, err
}

// tests is how many messages somebody may send to try templates.
var tests = throttle.Limit{Purpose: "template test", Most: 20, Within: time.Hour}

// TestTemplate sends what a template says, with made-up values, to an address. It goes the way of every message and is marked as a
// test; its link opens nothing.
func (n *Notifier) TestTemplate(ctx context.Context, id int64, to string) (made *gen.Message, err error) {
	err = n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := takeTest(ctx, tx); err != nil {
			return err
		}
		t, err := tx.Template.Get(ctx, id)
		if gen.IsNotFound(err) {
			return fault.NotFound("template")
		}
		if err != nil {
			return err
		}
		kind := message.Kind(t.Kind)
		data := mail.Sample(templates[kind], t.Locale, n.PublicURL, n.Store.Now(ctx))
		subject, text, html, err := n.renderBy(ctx, WordsOf(t), letter{u: &gen.User{FirstName: data.Name}, kind: kind, data: data})
		if err != nil {
			return err
		}
		create := tx.Message.Create().SetKind(kind).SetIsTest(true).SetSubject(mail.Line("Test: " + subject))
		made, err = n.post(viewer.Elevated(ctx, *viewer.From(ctx)), tx, create, &gen.User{}, to, body{Text: text, HTML: html})
		return err
	})
	return made, err
}

// takeTest counts one more test that is sent by whoever asks, if they may send another.
func takeTest(ctx context.Context, tx *gen.Client) error {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return err
	}
	v := viewer.From(ctx)
	return tests.Take(ctx, tx, fmt.Sprint(v.Kind, v.ID))
}

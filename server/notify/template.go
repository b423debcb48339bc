package notify

import (
	"context"
	"slices"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/template"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/mail"
)

// Words are what a template says.
type Words = mail.Words

// Templates are all of them: for each kind of message in each language one.
func (n *Notifier) Templates(ctx context.Context) ([]*gen.Template, error) {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	return n.Store.Ent(ctx).Template.Query().Order(template.ByID()).All(ctx)
}

// WordsOf are what a template says: what was edited, part by part, over what is built in in its language.
func WordsOf(t *gen.Template) Words {
	words := builtIn(t)
	for _, part := range []struct{ from, to *string }{{t.Subject, &words.Subject}, {t.Text, &words.Text}, {t.HTML, &words.HTML}} {
		if part.from != nil {
			*part.to = *part.from
		}
	}
	return words
}

// builtIn are the words that a template has where nobody edited it.
func builtIn(t *gen.Template) Words { return mail.Default(templates[message.Kind(t.Kind)], t.Locale) }

// Variables are what the words of a template may name.
func Variables(t *gen.Template) []mail.Variable {
	return mail.Variables(templates[message.Kind(t.Kind)])
}

// IsEdited reports that a template has words of its own.
func IsEdited(t *gen.Template) bool { return t.Subject != nil || t.Text != nil || t.HTML != nil }

// Edit is what becomes of one part of a template.
type Edit struct {
	// IsSaid is false for a part that stays as it is.
	IsSaid bool
	// Words are nil where what is built in is to count again.
	Words *string
}

// Edits are what becomes of a template.
type Edits struct {
	Subject, Text, HTML Edit
	// Override are the codes of the warnings that the actor was shown.
	Override []fault.Code
}

// UpdateTemplate changes the words of the version that was read, for messages from now on. Words that could not be sent are refused, and
// nothing is saved. A part that says what is built in is not kept: it goes on following that.
func (n *Notifier) UpdateTemplate(ctx context.Context, id int64, version int, in Edits) (saved *gen.Template, err error) {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	err = n.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		had, err := tx.Template.Query().Where(template.ID(id), lock.Update).Only(ctx)
		if gen.IsNotFound(err) {
			return fault.NotFound("template")
		}
		if err != nil {
			return err
		}
		if had.Version != version {
			return fault.Conflict("template", version, had.Version)
		}
		words := WordsOf(had)
		change := in.apply(tx.Template.UpdateOne(had), &words, builtIn(had))
		if err := n.wrong(ctx, had.Kind, words, in.Override); err != nil {
			return err
		}
		saved, err = change.Save(ctx)
		return err
	})
	return saved, err
}

// apply puts the edits into an update, and into the words that it leads to.
func (in Edits) apply(change *gen.TemplateUpdateOne, words *Words, builtIn Words) *gen.TemplateUpdateOne {
	for _, part := range []struct {
		edit   Edit
		is     *string
		anyway string
		set    func(string) *gen.TemplateUpdateOne
		clear  func() *gen.TemplateUpdateOne
	}{
		{in.Subject, &words.Subject, builtIn.Subject, change.SetSubject, change.ClearSubject},
		{in.Text, &words.Text, builtIn.Text, change.SetText, change.ClearText},
		{in.HTML, &words.HTML, builtIn.HTML, change.SetHTML, change.ClearHTML},
	} {
		if !part.edit.IsSaid {
			continue
		}
		anyway := tidy(part.anyway)
		*part.is = anyway
		if part.edit.Words != nil {
			*part.is = tidy(*part.edit.Words)
		}
		if *part.is == anyway {
			part.clear()
		} else {
			part.set(*part.is)
		}
	}
	return change
}

// tidy ends lines in one way, and words with what is seen of them.
func tidy(words string) string {
	return strings.TrimRight(strings.ReplaceAll(words, "\r\n", "\n"), " \t\n")
}

// wrong refuses words that could not be sent, and those that look wrong unless that was shown before.
func (n *Notifier) wrong(ctx context.Context, kind template.Kind, words Words, override []fault.Code) error {
	faults, doubts := n.faults(kind, words)
	if len(faults) > 0 {
		return faults
	}
	var codes []string
	for _, d := range doubts {
		if !slices.Contains(override, d.Code) {
			return doubts
		}
		codes = append(codes, string(d.Code))
	}
	if len(codes) > 0 {
		hook.From(ctx).Override(0, slices.Compact(codes))
	}
	return nil
}

// TakenBack refuses an older version of a template that could not be sent today: it was let pass by an older version of Portico. What
// only looks wrong was shown when it was saved.
func (n *Notifier) TakenBack(ctx context.Context, tx *gen.Client, id int64) error {
	t, err := tx.Template.Get(ctx, id)
	if err != nil {
		return err
	}
	wrong, _ := n.faults(t.Kind, WordsOf(t))
	if len(wrong) == 0 {
		return nil
	}
	called := map[string]string{mail.Subject: "subject", mail.Text: "plain text", mail.HTML: "HTML"}[wrong[0].Field[0]]
	return fault.Refusef(fault.Invalid, nil, "What it said before could not be sent any more. Its %s: %s", called, wrong[0].Message)
}

// faults are what is wrong with words, and what only looks wrong, each with its line.
func (n *Notifier) faults(kind template.Kind, words Words) (wrong, doubtful fault.List) {
	for _, p := range mail.Check(templates[message.Kind(kind)], words, n.PublicURL) {
		if p.Doubt != "" {
			doubtful = append(doubtful, fault.Warnf(fault.Code(p.Doubt), fault.At(p.Part), "%s", p.Sentence))
			continue
		}
		f := fault.Refuse(fault.Invalid, fault.At(p.Part), p.Sentence)
		if p.Line > 0 {
			f.With("line", p.Line)
		}
		wrong = append(wrong, f)
	}
	return wrong, doubtful
}

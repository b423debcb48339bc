package notify

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/template"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/settings"
)

// Languages are those that somebody may choose: what is built in is in all of them. A stranger is told of none.
func Languages(ctx context.Context) []string {
	if viewer.From(ctx) == nil {
		return []string{}
	}
	return settings.Locales
}

// language is the one that somebody is written to in: their own (de-AT is de; Norwegian has two written forms and is one here), or
// that of the hub where theirs is none of settings.Locales, or not known.
func language(own *string, hub string) string {
	if own == nil {
		return hub
	}
	base, _, _ := strings.Cut(strings.ToLower(*own), "-")
	switch base {
	case "no", "nn":
		base = "nb"
	}
	if !slices.Contains(settings.Locales, base) {
		return hub
	}
	return base
}

// wordsFor are the words of a kind for whoever has this language on their profile, or none.
func (n *Notifier) wordsFor(ctx context.Context, tx *gen.Client, kind message.Kind, own *string) (Words, error) {
	now, err := n.Settings.Now(ctx)
	if err != nil {
		return Words{}, err
	}
	locale := language(own, now.DefaultLocale)
	t, err := tx.Template.Query().Where(template.KindEQ(template.Kind(kind)), template.Locale(locale)).Only(viewer.AsSystem(ctx, "templates"))
	if err != nil {
		return Words{}, fmt.Errorf("template %s in %s: %w", kind, locale, err)
	}
	return WordsOf(t), nil
}

// render makes what a letter says, by the template of its kind in the language and the zone of whom it is for, as it is now.
func (n *Notifier) render(ctx context.Context, tx *gen.Client, one letter) (subject, text, html string, err error) {
	words, err := n.wordsFor(ctx, tx, one.kind, one.u.Locale)
	if err != nil {
		return "", "", "", err
	}
	return n.renderBy(ctx, words, one)
}

// renderBy is render by words of the kind. Those that an older version let pass and this one refuses do not stand in the way of mail: the
// built-in ones take their place.
func (n *Notifier) renderBy(ctx context.Context, words Words, one letter) (subject, text, html string, err error) {
	name := templates[one.kind]
	one.data.Name, one.data.PublicURL = one.u.FirstName, n.PublicURL
	if one.u.TimeZone != nil {
		if zone, err := time.LoadLocation(*one.u.TimeZone); err == nil {
			one.data.ExpiresAt, one.data.Event.At = one.data.ExpiresAt.In(zone), one.data.Event.At.In(zone)
		}
	}
	subject, text, html, err = mail.Render(name, words, one.data)
	if builtIn := mail.Default(name, words.Locale); err != nil && words != builtIn {
		n.Log.ErrorContext(ctx, "a template is of no use any more: the built-in words are sent", "kind", one.kind, "locale", words.Locale, "error", err)
		return mail.Render(name, builtIn, one.data)
	}
	return subject, text, html, err
}

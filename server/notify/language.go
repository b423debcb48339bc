package notify

import (
	"context"
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

// written finds the templates that have words of their own.
var written = template.Or(template.SubjectNotNil(), template.TextNotNil(), template.HTMLNotNil())

// Languages are those that somebody may choose: English, and those that somebody wrote a template in. A stranger is told of none.
func (n *Notifier) Languages(ctx context.Context) ([]string, error) {
	if viewer.From(ctx) == nil {
		return []string{}, nil
	}
	var also []string
	err := n.Store.Ent(ctx).Template.Query().Where(written).Unique(true).Select(template.FieldLocale).Scan(viewer.AsSystem(ctx, "languages"), &also)
	return slices.DeleteFunc(slices.Clone(settings.Locales), func(l string) bool { return l != mail.English && !slices.Contains(also, l) }), err
}

// languages are those whose words somebody gets, where there are some, rather than those of the next: their own with its region (de-AT),
// without it (de), the hub's, English. Norwegian has two written forms and is one here. Behind all of them are the built-in words,
// which are English: so whoever reads that gets no other.
func languages(own, hub string) (chain []string) {
	for rest := own; rest != ""; {
		chain = append(chain, rest)
		rest = rest[:max(strings.LastIndexByte(rest, '-'), 0)]
	}
	if n := len(chain); n > 0 {
		switch base := strings.ToLower(chain[n-1]); base {
		case "no", "nn":
			chain[n-1] = "nb"
		default:
			chain[n-1] = base
		}
	}
	if !slices.Contains(chain, mail.English) {
		chain = append(chain, hub, mail.English)
	}
	return chain
}

// edition are the languages whose words of a kind somebody gets, and the templates among theirs that have words.
type edition struct {
	chain []string
	among []*gen.Template
}

// edited is the edition of a kind for whoever has this language on their profile, or none.
func (n *Notifier) edited(ctx context.Context, tx *gen.Client, kind template.Kind, own *string) (e edition, err error) {
	now, err := n.Settings.Now(ctx)
	if err != nil {
		return e, err
	}
	e.chain = languages(tag(own), now.DefaultLocale)
	e.among, err = tx.Template.Query().Where(template.KindEQ(kind), template.LocaleIn(e.chain...), written).All(viewer.AsSystem(ctx, "templates"))
	return e, err
}

// tag is a language, or nothing.
func tag(of *string) string {
	if of == nil {
		return ""
	}
	return *of
}

// inForce are the words of a kind for a chain of languages, as far as they were edited among some templates.
func inForce(kind template.Kind, chain []string, among []*gen.Template) Words {
	words := mail.Default(templates[message.Kind(kind)])
	for _, language := range slices.Backward(chain) {
		for _, t := range among {
			if t.Kind != kind || t.Locale != language {
				continue
			}
			for _, part := range []struct {
				from *string
				to   *string
			}{{t.Subject, &words.Subject}, {t.Text, &words.Text}, {t.HTML, &words.HTML}} {
				if part.from != nil {
					*part.to, words.Locale = *part.from, language
				}
			}
		}
	}
	return words
}

// render makes what a letter says, by the template of its kind in the language and the zone of whom it is for, as it is now. Words that an
// older version let pass and this one refuses do not stand in the way of mail: the built-in ones take their place.
func (n *Notifier) render(ctx context.Context, tx *gen.Client, one letter) (subject, text, html string, err error) {
	e, err := n.edited(ctx, tx, template.Kind(one.kind), one.u.Locale)
	if err != nil {
		return "", "", "", err
	}
	return n.renderBy(ctx, e, one)
}

// renderBy is render by an edition of the kind.
func (n *Notifier) renderBy(ctx context.Context, e edition, one letter) (subject, text, html string, err error) {
	one.data.Name, one.data.PublicURL = one.u.FirstName, n.PublicURL
	if one.u.TimeZone != nil {
		if zone, err := time.LoadLocation(*one.u.TimeZone); err == nil {
			one.data.ExpiresAt = one.data.ExpiresAt.In(zone)
		}
	}
	if len(e.among) > 0 {
		kind := template.Kind(one.kind)
		words := inForce(kind, e.chain, e.among)
		if subject, text, html, err = mail.Render(templates[one.kind], &words, one.data); err == nil {
			return subject, text, html, nil
		}
		n.Log.ErrorContext(ctx, "a template is of no use any more: the built-in words are sent", "kind", kind, "locale", words.Locale, "error", err)
	}
	return mail.Render(templates[one.kind], nil, one.data)
}

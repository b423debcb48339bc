package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Template is what a kind of message says in a language, as far as it was edited. A row for each kind and language comes with the
// migrations; what is NULL in it are the built-in words of its language.
type Template struct{ ent.Schema }

// Mixin of Template.
func (Template) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Template.
func (Template) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").Immutable().
			Values("INVITATION", "PASSWORD_RESET", "NOTICE", "EMAIL_CODE", "REMINDER", "SECURITY_ALERT", "SIGNUP_CONFIRMATION", "NUDGE", "DIGEST", "EXPORT_READY"),
		field.String("locale").Immutable().Comment("A language of BCP 47 without a region."),
		field.Text("subject").Optional().Nillable(),
		field.Text("text").Optional().Nillable(),
		field.Text("html").Optional().Nillable(),
	}
}

// Indexes of Template.
func (Template) Indexes() []ent.Index { return []ent.Index{index.Fields("kind", "locale").Unique()} }

// Hooks of Template.
func (Template) Hooks() []ent.Hook { return hook.Journalled(nil) }

// Policy of Template: read and changed by those who keep the settings of the whole.
func (Template) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.SettingsWrite), rule.DenyLimitedReach(), rule.AllowRest()),
		say(rule.DenyWithout(viewer.SettingsWrite), rule.DenyLimitedReach(), rule.AllowRest()),
	)
}

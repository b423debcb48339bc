package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Settings are what administrators decide for the whole hub while it runs: one row, made when the database is migrated.
// What the operator decides at the start is server/config.
type Settings struct{ ent.Schema }

// Mixin of Settings.
func (Settings) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Settings.
func (Settings) Fields() []ent.Field {
	return []ent.Field{
		field.Int("activity_retention_days").Optional().Nillable().Range(1, 36500).Comment("How long activities are kept, in days; NULL for ever."),
		field.Bool("keep_unknown_activities").Default(false).Comment("Keeps what is told of an email that nobody has, for when somebody does."),
		field.Strings("redirect_origins").Default([]string{}).Comment("Sites that the sign-up form may lead back to, as a browser names them."),
		field.Bool("nudge_before_expiry").Default(false).Comment("Reminds of an invitation before its link expires."),
		field.String("default_locale").Default("en").MaxLen(35).Comment("The language of emails to people whose profile names none that they are written in."),
	}
}

// Hooks of Settings.
func (Settings) Hooks() []ent.Hook { return hook.Journalled(nil) }

// Policy of Settings: read and changed by those who keep the settings of the whole.
func (Settings) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.SettingsWrite), rule.DenyLimitedReach(), rule.AllowRest()),
		say(rule.DenyWithout(viewer.SettingsWrite), rule.DenyLimitedReach(), rule.AllowRest()),
	)
}

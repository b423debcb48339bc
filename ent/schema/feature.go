package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Feature is a part of Portico that was switched off, or was once. What has no row is on.
type Feature struct{ ent.Schema }

// Mixin of Feature.
func (Feature) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Feature.
func (Feature) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Unique().Immutable().MaxLen(40),
		field.Bool("enabled").Default(true),
		field.String("reason").Optional().Nillable().MaxRuneLen(200).Comment("Why it is off, in words that everybody reads."),
	}
}

// Hooks of Feature.
func (Feature) Hooks() []ent.Hook { return hook.Journalled(nil) }

// Policy of Feature: seen by everybody who signed in, switched by those who keep the settings of the whole.
func (Feature) Policy() ent.Policy {
	return policy(
		say(rule.AllowRest()),
		say(rule.DenyWithout(viewer.SettingsWrite), rule.DenyLimitedReach(), rule.AllowRest()),
	)
}

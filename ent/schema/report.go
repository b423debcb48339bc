package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Report is that a delivery report was heard: each counts once, however often it is sent.
type Report struct{ ent.Schema }

// Mixin of Report.
func (Report) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Report.
func (Report) Fields() []ent.Field {
	return []ent.Field{
		field.String("event_id").Unique().Immutable().MaxLen(200).Comment("The provider's id of the report."),
		field.Time("at").Immutable(),
	}
}

// Indexes of Report: old ones are taken out.
func (Report) Indexes() []ent.Index { return []ent.Index{index.Fields("at")} }

// Hooks of Report.
func (Report) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Report: the system alone.
func (Report) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

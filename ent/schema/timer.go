package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Timer is when housekeeping of the product's own falls due next: a row for each kind of job that comes again and again.
type Timer struct{ ent.Schema }

// Mixin of Timer.
func (Timer) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Timer.
func (Timer) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Unique().Immutable().MaxLen(100).Comment("The kind of the job."),
		field.Time("next_run_at"),
	}
}

// Indexes of Timer.
func (Timer) Indexes() []ent.Index { return []ent.Index{index.Fields("next_run_at")} }

// Hooks of Timer.
func (Timer) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Timer: the system alone.
func (Timer) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
)

// Pace is when something that others limit may be done next, such as asking a mail provider: a row for each, kept for all replicas together.
type Pace struct{ ent.Schema }

// Mixin of Pace.
func (Pace) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Pace.
func (Pace) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").Unique().Immutable().MaxLen(100),
		field.Time("next_at"),
	}
}

// Hooks of Pace.
func (Pace) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Pace: the system alone.
func (Pace) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// UnclaimedActivity is what was recorded under an email that nobody has, while the settings keep such: it becomes an
// activity of the user who appears with that email. A table of its own, so that every activity belongs to somebody.
type UnclaimedActivity struct{ ent.Schema }

// Mixin of UnclaimedActivity.
func (UnclaimedActivity) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of UnclaimedActivity.
func (UnclaimedActivity) Fields() []ent.Field {
	return append([]ent.Field{field.String("email_key").Immutable().Comment("The folded address.")}, told()...)
}

// Indexes of UnclaimedActivity: what waits for an address; what has waited longest.
func (UnclaimedActivity) Indexes() []ent.Index {
	return []ent.Index{index.Fields("email_key", "id"), index.Fields("occurred_at", "id")}
}

// Hooks of UnclaimedActivity.
func (UnclaimedActivity) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of UnclaimedActivity: the system alone.
func (UnclaimedActivity) Policy() ent.Policy { return policy(nil, nil) }

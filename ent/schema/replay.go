package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Replay remembers for 24 hours what a request with an Idempotency-Key was answered, so that the same request sent
// again does nothing twice. The row is written in the transaction of the effect itself.
type Replay struct{ ent.Schema }

// Mixin of Replay.
func (Replay) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Replay.
func (Replay) Fields() []ent.Field {
	return []ent.Field{
		field.String("actor").Immutable().Comment("Keys of different actors never meet."),
		field.String("key").Immutable(),
		field.Bytes("fingerprint").Immutable().Comment("SHA-256 of the request: a key goes with one request."),
		field.Bytes("answer").Optional().Nillable().Sensitive().Comment("The sealed answer; NULL until it was given."),
		field.Time("created_at").Immutable(),
	}
}

// Indexes of Replay.
func (Replay) Indexes() []ent.Index {
	return []ent.Index{index.Fields("actor", "key").Unique(), index.Fields("created_at")}
}

// Hooks of Replay.
func (Replay) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Replay: the system alone.
func (Replay) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

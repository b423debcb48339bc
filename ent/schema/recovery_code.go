package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// RecoveryCode lets somebody in once who has lost their authenticator app. Only its keyed hash is stored.
type RecoveryCode struct{ ent.Schema }

// Mixin of RecoveryCode.
func (RecoveryCode) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of RecoveryCode.
func (RecoveryCode) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Bytes("code_hash").Immutable().Sensitive(),
		field.Time("used_at").Optional().Nillable(),
	}
}

// Edges of RecoveryCode.
func (RecoveryCode) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("recovery_codes").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of RecoveryCode.
func (RecoveryCode) Indexes() []ent.Index { return []ent.Index{index.Fields("user_id", "code_hash")} }

// Hooks of RecoveryCode.
func (RecoveryCode) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of RecoveryCode: the system alone.
func (RecoveryCode) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

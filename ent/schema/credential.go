package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
)

// Credential is the password of a user's account, hashed with argon2id. Only the system reads it.
type Credential struct{ ent.Schema }

// Mixin of Credential.
func (Credential) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Credential.
func (Credential) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.String("password_hash").Sensitive(),
		field.Time("expires_at").Optional().Nillable().Comment("When a temporary password dies; NULL for one's own."),
	}
}

// Edges of Credential.
func (Credential) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("credential").Field("user_id").Unique().Required().Immutable()}
}

// Hooks of Credential.
func (Credential) Hooks() []ent.Hook { return hook.Journalled(nil) }

// Policy of Credential: the system alone.
func (Credential) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
)

// Credential is an account's password, hashed with argon2id. Only the system reads it.
type Credential struct{ ent.Schema }

// Mixin of Credential.
func (Credential) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Credential.
func (Credential) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Immutable(),
		field.String("password_hash").Sensitive(),
	}
}

// Edges of Credential.
func (Credential) Edges() []ent.Edge {
	return []ent.Edge{edge.From("account", Account.Type).Ref("credential").Field("account_id").Unique().Required().Immutable()}
}

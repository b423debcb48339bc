package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
)

// Factor is the authenticator app that a user enrolled. Its secret is sealed with the secret key; only the system reads it.
type Factor struct{ ent.Schema }

// Mixin of Factor.
func (Factor) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Factor.
func (Factor) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Bytes("secret").Optional().Nillable().Sensitive().Comment("Of the app that counts, sealed; NULL until one is enrolled."),
		field.Bytes("pending").Optional().Nillable().Sensitive().Comment("Of an app that is being enrolled, sealed."),
		field.Int64("last_step").Default(0).Comment("The newest time step whose code was used: none is used twice, and none before it."),
		field.Time("codes_renewed_at").Optional().Nillable().Comment("When the recovery codes were last replaced by themselves; it stands in the journal."),
		field.Time("enrolled_at").Optional().Nillable().Comment("When the app that counts was enrolled."),
	}
}

// Edges of Factor.
func (Factor) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("factor").Field("user_id").Unique().Required().Immutable()}
}

// Hooks of Factor.
func (Factor) Hooks() []ent.Hook { return hook.Journalled(nil, "secret", "pending", "last_step") }

// Policy of Factor: the system alone.
func (Factor) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

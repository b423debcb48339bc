package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Signup is what somebody typed into the sign-up form and has not confirmed yet. Nothing else knows of them. It goes when
// it is confirmed, and soon after its link has expired.
type Signup struct{ ent.Schema }

// Mixin of Signup.
func (Signup) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Signup.
func (Signup) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("link_id").Immutable(),
		field.String("email").Immutable().MaxLen(254).Sensitive(),
		field.String("email_key").Immutable().Sensitive().Comment("The folded address."),
		field.String("first_name").Immutable().MaxRuneLen(200).Sensitive(),
		field.String("last_name").Immutable().MaxRuneLen(200).Sensitive(),
		field.JSON("proof", map[string]any{}).Immutable().Sensitive().Comment("What the confirmation will be proved by: form, time, address of the request, wording."),
		field.Time("created_at").Immutable().Comment("When the form was sent."),
		field.Time("expires_at").Immutable().Comment("When its link does."),
	}
}

// Edges of Signup.
func (Signup) Edges() []ent.Edge {
	return []ent.Edge{edge.From("link", Link.Type).Ref("signup").Field("link_id").Unique().Required().Immutable()}
}

// Indexes of Signup.
func (Signup) Indexes() []ent.Index {
	return []ent.Index{index.Fields("email_key"), index.Fields("expires_at")}
}

// Hooks of Signup.
func (Signup) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Signup: the system alone.
func (Signup) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

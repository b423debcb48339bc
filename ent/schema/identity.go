package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Identity is one address or login name in its canonical form. It belongs to one user; contact emails, account
// emails and login names share the one namespace. Deleting a user frees theirs.
type Identity struct{ ent.Schema }

// Mixin of Identity.
func (Identity) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Identity.
func (Identity) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").Unique().Immutable().NotEmpty().Comment("NFKC, case-folded, trimmed."),
		field.Int64("user_id").Immutable(),
		field.Bool("signs_in").Default(false).Comment("An account email or a login name, not just a contact email."),
	}
}

// Edges of Identity.
func (Identity) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("identities").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of Identity.
func (Identity) Indexes() []ent.Index { return []ent.Index{index.Fields("user_id")} }

// Hooks of Identity.
func (Identity) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Identity: the system alone, since it tells who exists.
func (Identity) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

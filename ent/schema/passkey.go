package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
)

// Passkey is a key pair on a device of a user, of which we know the public half (WebAuthn). It is a second factor, or all
// that is needed to sign in, since the device has seen to it that it is them.
type Passkey struct{ ent.Schema }

// Mixin of Passkey.
func (Passkey) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Passkey.
func (Passkey) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.String("name").NotEmpty().MaxRuneLen(60).Comment("What its owner calls it."),
		field.Bytes("credential_id").Unique().Immutable().Sensitive().Comment("As the device names it."),
		field.Bytes("credential").Sensitive().Comment("Public key, counter and flags, as the library keeps them."),
		field.Time("last_used_at").Optional().Nillable(),
	}
}

// Edges of Passkey.
func (Passkey) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("passkeys").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of Passkey.
func (Passkey) Indexes() []ent.Index { return []ent.Index{index.Fields("user_id", "id")} }

// Hooks of Passkey.
func (Passkey) Hooks() []ent.Hook {
	return hook.Journalled(nil, "credential_id", "credential", "last_used_at")
}

// Policy of Passkey: everybody sees their own; the system keeps them.
func (Passkey) Policy() ent.Policy {
	return policy(
		say(rule.AllowOwn()),
		nil,
	)
}

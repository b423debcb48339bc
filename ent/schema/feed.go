package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
)

// Feed is the private address under which calendars read somebody's reminders. Of its token only the hash is stored; the
// token itself is made anew of the secret key and the salt, so that its owner can be shown the address again.
type Feed struct{ ent.Schema }

// Mixin of Feed.
func (Feed) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Feed.
func (Feed) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Unique().Immutable(),
		field.Bytes("salt").Sensitive(),
		field.Bytes("token_hash").Unique().Sensitive(),
		field.Time("created_at"),
	}
}

// Edges of Feed.
func (Feed) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("feed").Field("user_id").Unique().Required().Immutable()}
}

// Hooks of Feed.
func (Feed) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Feed: the system alone, for its owner.
func (Feed) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

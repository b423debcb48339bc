package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
)

// Session is one signed-in browser. Only the hash of its token is stored.
type Session struct{ ent.Schema }

// Mixin of Session.
func (Session) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Bytes("token_hash").Unique().Immutable().Sensitive(),
		field.Time("created_at").Immutable(),
		field.Time("last_seen_at"),
		field.Time("ended_at").Optional().Nillable(),
		field.Enum("stage").Values("DONE", "CHANGE_PASSWORD", "VERIFY_FACTOR", "ENROL_FACTOR").Default("DONE").Comment("What is left to do before it counts as signed in."),
		field.Time("verified_at").Optional().Nillable().Comment("When the second factor was proved in this sign-in; NULL where none was asked for."),
		field.Time("proved_at").Optional().Nillable().Comment("When its user last proved who they are, by signing in or again since."),
		field.Bytes("code_hash").Optional().Nillable().Sensitive().Comment("Of the code that was mailed for this session, until it is used."),
		field.Time("code_expires_at").Optional().Nillable().Comment("The first moment at which that code no longer works."),
		field.String("ip").Optional().Nillable().MaxLen(64),
		field.String("user_agent").Optional().Nillable().MaxLen(400),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("sessions").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of Session: those of a user, and the oldest, which are erased.
func (Session) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id", "id"), index.Fields("created_at")}
}

// Hooks of Session.
func (Session) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Session: everybody sees their own, and whoever manages accounts those within reach; the system keeps them.
func (Session) Policy() ent.Policy {
	return policy(
		say(rule.HideOfDeletedUsers(), rule.AllowSessions()),
		nil,
	)
}

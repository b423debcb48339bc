package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Link is what an email's address leads to: good for one use within 24 hours. Only the hash of its token is stored.
type Link struct{ ent.Schema }

// Mixin of Link.
func (Link) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Link.
func (Link) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Optional().Nillable().Immutable().Comment("NULL for what is nobody's: the set-up link, and the confirmation of a sign-up."),
		field.Enum("kind").Values("SETUP", "INVITATION", "PASSWORD_RESET", "NOTICE", "SIGNUP_CONFIRMATION").Immutable(),
		field.Bytes("token_hash").Unique().Immutable().Sensitive(),
		field.Time("created_at").Immutable(),
		field.Time("expires_at").Immutable().Comment("The first moment at which it no longer works."),
		field.Time("used_at").Optional().Nillable(),
		field.Time("replaced_at").Optional().Nillable().Comment("When a newer link, a new password or an administrator killed it."),
		field.Time("next_run_at").Optional().Nillable().Comment("When its owner is reminded of it, if they are to be; NULL for never, or done."),
	}
}

// Edges of Link.
func (Link) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("user", User.Type).Ref("links").Field("user_id").Unique().Immutable(),
		edge.To("message", Message.Type).Unique(),
		edge.To("signup", Signup.Type).Unique(),
	}
}

// Indexes of Link: those of a user, and what somebody is to be reminded of.
func (Link) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "id"),
		index.Fields("next_run_at").Annotations(entsql.IndexWhere("next_run_at IS NOT NULL")),
	}
}

// Hooks of Link.
func (Link) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Link: read by the system alone; made for users within reach by those who manage accounts.
func (Link) Policy() ent.Policy {
	return policy(
		nil,
		say(rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.AccountsManage)),
	)
}

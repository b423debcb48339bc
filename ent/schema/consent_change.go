package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// ConsentChange is one time that a user's consent to email was given or withdrawn, with what proves it. The hook of users
// writes it in the transaction of the change, whatever the road; it is never changed. All of it is about one person: it goes
// when they are purged.
type ConsentChange struct{ ent.Schema }

// Mixin of ConsentChange.
func (ConsentChange) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of ConsentChange.
func (ConsentChange) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Bool("subscribed").Immutable(),
		field.Time("at").Immutable().Comment("When it was decided: for the sign-up form, when it was sent."),
		field.Enum("source").Values("ADMIN", "SIGNUP_FORM", "IMPORT", "UNSUBSCRIBE_LINK", "API", "SELF").Immutable(),
		field.String("actor").Immutable().Comment("Who decided, as they were called then."),
		field.JSON("proof", map[string]any{}).Optional().Immutable().Comment("What shows that it was so: form, time, address of the request, wording."),
	}
}

// Edges of ConsentChange.
func (ConsentChange) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("consent_changes").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of ConsentChange: those of one user, the newest first.
func (ConsentChange) Indexes() []ent.Index { return []ent.Index{index.Fields("user_id", "id")} }

// Hooks of ConsentChange.
func (ConsentChange) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of ConsentChange: read by whoever sees the user; written by the system alone.
func (ConsentChange) Policy() ent.Policy {
	return policy(
		say(rule.HideOfDeletedUsers(), rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.ConsentWrite)),
		nil,
	)
}

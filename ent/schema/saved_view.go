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

// SavedView is a name for what somebody filters and orders the list of users by: the query of its address, which
// shows to each reader only what that reader may see.
type SavedView struct{ ent.Schema }

// Mixin of SavedView.
func (SavedView) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of SavedView.
func (SavedView) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable().Comment("Who saved it."),
		field.String("name").NotEmpty().MaxRuneLen(100),
		field.String("query").MaxLen(2000),
		field.Bool("shared").Default(false).Comment("Seen by those who reach its owner; everybody, if its owner reaches everybody."),
	}
}

// Edges of SavedView.
func (SavedView) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("saved_views").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of SavedView.
func (SavedView) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id", "id"), index.Fields("shared", "id")}
}

// Hooks of SavedView.
func (SavedView) Hooks() []ent.Hook { return hook.Journalled(nil) }

// Policy of SavedView: one's own, and to read what others share, as far as they reach.
func (SavedView) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.UsersRead), rule.AllowOwnAndSharedViews()),
		say(rule.DenyWithout(viewer.UsersRead), rule.AllowOwnAndSharedViews()),
	)
}

package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Note is what administrators keep to themselves about a user. It is an entity of its own, since reading it is a
// right of its own; no list searches or sorts by it.
type Note struct{ ent.Schema }

// Mixin of Note.
func (Note) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Note.
func (Note) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Text("body").MaxRuneLen(10000),
	}
}

// Edges of Note.
func (Note) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("note").Field("user_id").Unique().Required().Immutable()}
}

// Hooks of Note.
func (Note) Hooks() []ent.Hook { return hook.Journalled(hook.CountNotes) }

// Policy of Note: for administrators with the right, never for its subject.
func (Note) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.NotesRead), rule.DenyWithoutFeature(viewer.FeatureNotes), rule.DenyOwnNote(), rule.AllowOfUsersWithinReach(viewer.NotesRead, viewer.UsersWrite)),
		say(rule.DenyWithout(viewer.NotesRead), rule.DenyWithoutFeature(viewer.FeatureNotes), rule.DenyOwnNote(), rule.AllowOfUsersWithinReach(viewer.NotesRead, viewer.UsersWrite)),
	)
}

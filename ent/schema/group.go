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

// Group is what users belong to. The Default group is the one of every user who is in no custom group.
type Group struct{ ent.Schema }

// Mixin of Group.
func (Group) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}, Erasable{}} }

// Fields of Group.
func (Group) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(100),
		field.String("name_key").Unique().Comment("The folded name; frees itself when the group is deleted."),
		field.String("description").Optional().Nillable().MaxRuneLen(1000),
		field.Bool("is_default").Default(false).Immutable(),
		field.Bytes("sort_name"),
	}
}

// Edges of Group.
func (Group) Edges() []ent.Edge { return []ent.Edge{edge.To("memberships", Membership.Type)} }

// Indexes of Group.
func (Group) Indexes() []ent.Index { return []ent.Index{index.Fields("sort_name", "id")} }

// Hooks of Group.
func (Group) Hooks() []ent.Hook {
	return hook.Journalled(hook.Named, "name_key", "sort_name", "purged_at")
}

// Policy of Group: seen as far as one reaches; made by those who may write groups.
func (Group) Policy() ent.Policy {
	return policy(
		say(rule.AllowReadingGroups()),
		say(rule.DenyWithout(viewer.GroupsWrite), rule.DenyLimitedReach(), rule.AllowRest()),
		rule.HideDeleted(), rule.KeepDefaultGroup(),
	)
}

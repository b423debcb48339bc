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

// Membership puts one user into one group, as a member or as its manager.
type Membership struct{ ent.Schema }

// Mixin of Membership.
func (Membership) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Membership.
func (Membership) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Int64("group_id").Immutable(),
		field.Enum("role").Values("MEMBER", "MANAGER").Default("MEMBER"),
		field.Int64("from_group_id").Optional().Nillable().Immutable().
			Comment("The deleted group from which the user was moved here: they leave again if that comes back."),

		// Copies of the user, so that one index holds what a list of a group's users filters and orders by. The hooks
		// keep them; the journal leaves them out.
		field.Enum("user_status").Values("ACTIVE", "INACTIVE", "DELETED").Default("ACTIVE"),
		field.Time("user_created_at").Optional().Nillable(),
		sortKey("sort_last_name"),
	}
}

// Edges of Membership.
func (Membership) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("user", User.Type).Ref("memberships").Field("user_id").Unique().Required().Immutable(),
		edge.From("group", Group.Type).Ref("memberships").Field("group_id").Unique().Required().Immutable(),
	}
}

// Indexes of Membership.
func (Membership) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "group_id").Unique(),
		index.Fields("group_id", "user_id"),
		index.Fields("group_id", "role", "user_id"),
		index.Fields("group_id", "sort_last_name", "user_id", "user_status", "user_created_at"),
		index.Fields("group_id", "user_status", "user_created_at", "user_id"),
	}
}

// Hooks of Membership.
func (Membership) Hooks() []ent.Hook {
	return hook.Journalled(hook.Membership, "user_status", "user_created_at", "sort_last_name")
}

// Policy of Membership: goes with its user; a group's manager puts those whom they see into it; nobody gains reach by one.
func (Membership) Policy() ent.Policy {
	return policy(
		say(rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.UsersWrite)),
		say(rule.AllowManagersTheirMembers(), rule.DenyWithout(viewer.UsersWrite), rule.OnlyManagedGroups(), rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.UsersWrite)),
		rule.HideWithDeleted("group_id", "groups"), rule.GlobalAdminsStayInDefault(),
	)
}

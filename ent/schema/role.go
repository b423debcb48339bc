package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Role is a set of permissions, a reach, and the roles that it may grant.
type Role struct{ ent.Schema }

// Mixin of Role.
func (Role) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}, Erasable{}} }

// Fields of Role.
func (Role) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(100),
		field.String("name_key").Unique().Comment("The folded name; frees itself when the role is deleted."),
		field.String("built_in").Optional().Nillable().Unique().Immutable().Comment("A stable name for the built-in ones."),
		field.Bool("requires_factor").Default(false),
		field.Enum("reach").Values("EVERYTHING", "ASSIGNED_COMPANIES", "MANAGED_GROUPS"),
		field.Strings("permissions").Default([]string{}),
		field.JSON("grants", []int64{}).Default([]int64{}).Comment("Keys of the roles that its holders may give to others. A deleted one counts for nothing."),
	}
}

// Edges of Role.
func (Role) Edges() []ent.Edge { return []ent.Edge{edge.To("users", User.Type)} }

// Hooks of Role.
func (Role) Hooks() []ent.Hook { return hook.Journalled(hook.Role, "name_key", "purged_at") }

// Policy of Role: seen by those who read users or look after roles; changed by those who may, for everybody, and never
// beyond themselves.
func (Role) Policy() ent.Policy {
	return policy(
		say(rule.AllowReadingRoles()),
		say(rule.DenyWithout(viewer.RolesWrite), rule.DenyLimitedReach(), rule.OnlyRolesWithinOwn(), rule.AllowRest()),
		rule.HideDeleted(), rule.RolesTakeTurns(),
	)
}

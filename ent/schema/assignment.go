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

// Assignment is a user's access to one company, with the chosen contract.
type Assignment struct{ ent.Schema }

// Mixin of Assignment.
func (Assignment) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Assignment.
func (Assignment) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.Int64("company_id").Immutable(),
		field.Int64("contract_id").Optional().Nillable(),
	}
}

// Edges of Assignment.
func (Assignment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("user", User.Type).Ref("assignments").Field("user_id").Unique().Required().Immutable(),
		edge.From("company", Company.Type).Ref("assignments").Field("company_id").Unique().Required().Immutable(),
		edge.From("contract", Contract.Type).Ref("assignments").Field("contract_id").Unique(),
	}
}

// Indexes of Assignment.
func (Assignment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id", "company_id").Unique(), index.Fields("company_id", "user_id"), index.Fields("contract_id")}
}

// Hooks of Assignment.
func (Assignment) Hooks() []ent.Hook { return hook.Journalled(nil) }

// Policy of Assignment: goes with its user; the company must be in reach.
func (Assignment) Policy() ent.Policy {
	return policy(
		say(rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.UsersWrite)),
		say(rule.DenyCompanyOutOfReach(), rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.UsersWrite)),
		rule.HideWithDeleted("company_id", "companies"),
	)
}

package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
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

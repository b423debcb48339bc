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

// Company is an organisation that users belong to.
type Company struct{ ent.Schema }

// Mixin of Company.
func (Company) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}, Erasable{}} }

// Fields of Company.
func (Company) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(200),
		field.String("name_key").Unique().Comment("The folded name; frees itself when the company is deleted."),
		field.String("email_domain").Optional().Nillable().MaxLen(253),
		field.String("phone").Optional().Nillable().MaxRuneLen(50),
		field.String("address").Optional().Nillable().MaxRuneLen(1000),
		field.Bytes("sort_name"),
	}
}

// Edges of Company.
func (Company) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("users", User.Type),
		edge.To("contracts", Contract.Type),
		edge.To("assignments", Assignment.Type),
	}
}

// Indexes of Company.
func (Company) Indexes() []ent.Index { return []ent.Index{index.Fields("sort_name", "id")} }

// Hooks of Company.
func (Company) Hooks() []ent.Hook {
	return hook.Journalled(hook.Named, "name_key", "sort_name", "purged_at")
}

// Policy of Company: seen within reach; made by those who reach everything, changed by those too who look after it.
func (Company) Policy() ent.Policy {
	return policy(
		say(rule.AllowReadingCompanies()),
		say(rule.DenyWithout(viewer.CompaniesWrite), rule.AllowOwnCompanies()),
		rule.HideDeleted(),
	)
}

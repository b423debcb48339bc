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

// Contract is one of a company's contracts.
type Contract struct{ ent.Schema }

// Mixin of Contract.
func (Contract) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}, Erasable{}} }

// Fields of Contract.
func (Contract) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("company_id").Immutable(),
		field.String("number").NotEmpty().MaxRuneLen(100),
		field.String("number_key").Comment("The folded number, unique within the company."),
		field.String("name").NotEmpty().MaxRuneLen(200),
		field.String("starts_on").Optional().Nillable().MaxLen(10).Comment("A date without a zone, as 2006-01-02."),
		field.String("ends_on").Optional().Nillable().MaxLen(10).Comment("The last day, as 2006-01-02."),
	}
}

// Edges of Contract.
func (Contract) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("company", Company.Type).Ref("contracts").Field("company_id").Unique().Required().Immutable(),
		edge.To("assignments", Assignment.Type),
	}
}

// Indexes of Contract.
func (Contract) Indexes() []ent.Index {
	return []ent.Index{index.Fields("company_id", "number_key").Unique()}
}

// Hooks of Contract.
func (Contract) Hooks() []ent.Hook {
	return hook.Journalled(hook.Keyed("number"), "number_key", "purged_at")
}

// Policy of Contract: goes with its company; whoever may change that makes, changes and deletes its contracts.
func (Contract) Policy() ent.Policy {
	return policy(
		say(rule.AllowReadingContracts()),
		say(rule.DenyWithout(viewer.CompaniesWrite), rule.DenyCompanyOutOfReach(), rule.AllowContractsOfOwnCompanies()),
		rule.HideDeleted(), rule.HideWithDeleted("company_id", "companies"),
	)
}

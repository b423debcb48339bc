package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Outcome is what became of one user in a run: the change set by which they were changed, or why they were not. It is
// saved with the change itself, and there is one at most, so nobody is changed twice.
type Outcome struct{ ent.Schema }

// Mixin of Outcome.
func (Outcome) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Outcome.
func (Outcome) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("run_id").Immutable(),
		field.Int64("user_id").Immutable(),
		field.Int("step").Default(0).Immutable().Comment("Of a job; 0 elsewhere."),
		field.String("change_set").Optional().Nillable().Immutable().Comment("NULL where it failed."),
		field.String("code").Optional().Nillable().Immutable().Comment("An ErrorCode, or INTERNAL; NULL where it went well."),
		field.String("message").Optional().Nillable().Immutable().Comment("A sentence that is safe to show to whoever started the run."),
	}
}

// Edges of Outcome.
func (Outcome) Edges() []ent.Edge {
	return []ent.Edge{edge.From("run", Run.Type).Ref("outcomes").Field("run_id").Unique().Required().Immutable()}
}

// Indexes of Outcome: once a user and step; the failures of a run, however many went well.
func (Outcome) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("run_id", "step", "user_id").Unique(),
		index.Fields("run_id", "id").Annotations(entsql.IndexWhere("code IS NOT NULL")),
	}
}

// Hooks of Outcome.
func (Outcome) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Outcome: the system alone. Whoever may see a run is shown its failures.
func (Outcome) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

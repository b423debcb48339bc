package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
)

// Run is one execution of something long, such as changing many users or a job: who asked, what for, how far it is. It is
// bookkeeping and not journalled; what it changes is.
type Run struct{ ent.Schema }

// Mixin of Run.
func (Run) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Run.
func (Run) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").Values("BULK_UPDATE", "UNDO", "JOB").Immutable(),
		field.Enum("state").Values("QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED").Default("QUEUED"),
		field.Enum("actor_kind").Values("user", "api_client", "system").Immutable(),
		field.Int64("actor_id").Immutable(),
		field.JSON("input", json.RawMessage{}).Sensitive().Comment("What was asked for: keys and a filter, never copies. What was searched for goes when the run ends."),
		field.Int64("undoes_id").Optional().Nillable().Unique().Immutable().Comment("The run that this one takes back; a run is taken back once."),
		field.Int64("job_id").Optional().Nillable().Immutable().Comment("The job that it executes."),
		field.Int64("retries_id").Optional().Nillable().Immutable().Comment("The run whose failures it tries again."),
		field.Int("step").Default(0).Comment("Which step of the job it is at, from 0."),
		field.Int64("cursor").Default(0).Comment("The last user who was handled, saved with what was done to them."),
		field.Int64("upto").Default(0).Immutable().Comment("The last user there was at the start: who came later is left alone."),
		field.Int("total").Optional().Nillable().Comment("How many it is about; NULL until they were counted."),
		field.Int("handled").Default(0).Comment("The failed among them."),
		field.Int("failed").Default(0),
		field.Strings("log"),
		field.Time("created_at").Immutable(),
		field.Time("started_at").Optional().Nillable(),
		field.Time("finished_at").Optional().Nillable(),
	}
}

// Edges of Run.
func (Run) Edges() []ent.Edge {
	return []ent.Edge{edge.To("outcomes", Outcome.Type)}
}

// Indexes of Run.
func (Run) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("actor_kind", "actor_id", "id"),
		index.Fields("job_id", "id"),
	}
}

// Hooks of Run.
func (Run) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Run: seen by whoever started it, those of jobs by whoever keeps the jobs; kept by the system.
func (Run) Policy() ent.Policy {
	return policy(
		say(rule.AllowOwnAndJobRuns()),
		nil,
	)
}

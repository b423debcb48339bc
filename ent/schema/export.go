package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Export is a file of users that somebody asked for: whom and what it is about, how far it is, how long it can be fetched.
// Its file is erased, and it stays, so that one can see who exported what. It is bookkeeping and not journalled.
type Export struct{ ent.Schema }

// Mixin of Export.
func (Export) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Export.
func (Export) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("format").Values("XLSX", "CSV").Immutable(),
		field.Enum("state").Values("QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED").Default("QUEUED"),
		field.Enum("actor_kind").Values("user", "api_client", "system").Immutable(),
		field.Int64("actor_id").Immutable(),
		field.String("actor").Immutable().Comment("What whoever asked was called then."),
		field.JSON("filter", json.RawMessage{}).Optional().Comment("Which users; NULL for all. What was searched for is forgotten when it is over: it may name somebody."),
		field.Strings("columns").Immutable().Comment("Keys of the columns, in their order."),
		field.Bool("is_mailed").Default(false).Immutable().Comment("Whoever asked gets its link by mail once there is a file: a job asked for them."),
		field.Int64("run_id").Optional().Nillable().Immutable().Comment("The run of a job that began it, and waits for it."),
		field.Int("run_step").Optional().Nillable().Immutable().Comment("Which of the run's steps did."),
		field.JSON("sight", viewer.Sight{}).Immutable().Comment("What whoever asked could see: whoever sees less is not given the file."),
		field.Int64("cursor").Default(0).Comment("The last user in the file, saved with the piece that has them."),
		field.Int64("upto").Immutable().Comment("The last user there was at the start."),
		field.Int("total").Optional().Nillable().Comment("How many it is about; NULL until they were counted."),
		field.Int("rows").Default(0),
		field.Int("pieces").Default(0),
		field.Uint32("sum").Default(0).Comment("Of sheet.Draft, like the next two."),
		field.Int64("size").Default(0),
		field.Int64("packed").Default(0),
		field.String("problem").Optional().Nillable().Comment("Why there is no file: a sentence that is safe to show."),
		field.Time("created_at").Immutable(),
		field.Time("started_at").Optional().Nillable(),
		field.Time("finished_at").Optional().Nillable(),
		field.Time("expires_at").Optional().Nillable().Comment("Until when the file can be fetched; NULL while there is none."),
		field.Time("next_run_at").Optional().Nillable().Comment("When pieces are erased; NULL where there are none."),
	}
}

// Edges of Export.
func (Export) Edges() []ent.Edge { return []ent.Edge{edge.To("parts", ExportPiece.Type)} }

// Indexes of Export: what is due to be erased; the exports of somebody; one a step of a run.
func (Export) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("next_run_at").Annotations(entsql.IndexWhere("next_run_at IS NOT NULL")),
		index.Fields("actor_kind", "actor_id", "id"),
		index.Fields("run_id", "run_step").Unique(),
	}
}

// Hooks of Export.
func (Export) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Export: seen by whoever asked for it, and by those who export everybody; kept by the system.
func (Export) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.Export), rule.DenyWithoutFeature(viewer.FeatureExport), rule.AllowOwnOrWithFullReach("actor_kind", "actor_id")),
		nil,
	)
}

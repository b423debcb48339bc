package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// ImportRun is one spreadsheet that users are brought in from: the check, the run and the taking back, one after the other.
// It is bookkeeping and not journalled; what it changes is. In GraphQL it is Import, a word that Go keeps for itself.
type ImportRun struct{ ent.Schema }

// Mixin of ImportRun.
func (ImportRun) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of ImportRun.
func (ImportRun) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("state").Values("ARRIVING", "CHECKING", "NEEDS_MAPPING", "CHECKED", "RUNNING", "DONE", "FAILED", "STOPPED", "UNDOING", "UNDONE"),
		field.Enum("actor_kind").Values("user", "api_client", "system").Immutable().Comment("Who brought the file."),
		field.Int64("actor_id").Immutable(),
		field.Enum("asker_kind").Values("user", "api_client", "system").Comment("Who asked for what goes on now, and with whose rights it does."),
		field.Int64("asker_id"),
		field.String("file_name").Immutable(),
		field.Int64("size").Immutable().Comment("Of the file, in bytes."),
		field.JSON("columns", json.RawMessage{}).Sensitive().Comment("Of the file, in its order, with what each is for us. Samples of them go with the file."),
		field.Enum("on_existing").Values("UPDATE", "SKIP").Default("UPDATE"),
		field.Enum("notify").Values("IMMEDIATELY", "BY_JOB", "NEVER").Default("NEVER"),
		field.Strings("override").Comment("Codes of warnings that do not keep a row back."),
		field.Int("pass").Default(1).Comment("Raised by each check and run: problems of an earlier one count no more."),
		field.Int("cursor").Default(0).Comment("The last row that this pass is done with, saved with what was done. Of a taking back the last row that was taken back, from the end; then, below 0, the one whose groups and companies were looked at."),
		field.Int("rows").Default(0).Comment("That hold something, without headings and the sample."),
		field.Int("processed").Default(0),
		field.Int("added").Default(0),
		field.Int("updated").Default(0),
		field.Int("unchanged").Default(0),
		field.Int("failed").Default(0),
		field.Int("warned").Default(0).Comment("Of the failed: kept back by nothing but warnings."),
		field.Int("reversed").Default(0),
		field.String("reason").Optional().Nillable().Comment("Why it failed or stopped: a sentence that is safe to show."),
		field.Time("created_at").Immutable(),
		field.Time("started_at").Optional().Nillable().Comment("When this pass began."),
		field.Time("finished_at").Optional().Nillable().Comment("When the run ended."),
		field.Time("file_erased_at").Optional().Nillable().Comment("When the file and what was copied from it went."),
	}
}

// Edges of ImportRun.
func (ImportRun) Edges() []ent.Edge {
	return []ent.Edge{edge.To("parts", ImportPart.Type), edge.To("entries", ImportRow.Type), edge.To("issues", ImportIssue.Type)}
}

// Indexes of ImportRun: whose file is there and for how long.
func (ImportRun) Indexes() []ent.Index {
	return []ent.Index{index.Fields("actor_kind", "actor_id", "id"), index.Fields("file_erased_at", "id")}
}

// Hooks of ImportRun.
func (ImportRun) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of ImportRun: seen by those who import, their own and, if they reach everybody, all, once the file is here; kept by the
// system.
func (ImportRun) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.Import), rule.DenyWithoutFeature(viewer.FeatureImport), rule.HideArriving(), rule.AllowOwnOrWithFullReach("actor_kind", "actor_id")),
		nil,
	)
}

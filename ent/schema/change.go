package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Change is one entry of the journal: what was changed in Portico, by whom, old and new. It is written by
// store.InTx alone, is never updated and never deleted; purging a user blanks their values.
type Change struct{ ent.Schema }

// Mixin of Change.
func (Change) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Change.
func (Change) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("commit_order").Optional().Immutable().
			Annotations(entsql.DefaultExprs(map[string]string{
				dialect.SQLite:   "0",
				dialect.Postgres: "(pg_current_xact_id())::text::bigint",
			})).
			Comment("PostgreSQL's transaction id: readers that follow the tail stop below the oldest one still open. SQLite has one writer, so the id is the order."),
		field.String("change_set").Immutable().Comment("Shared by all that one transaction changed."),
		field.Time("at").Immutable(),
		field.Enum("actor_kind").Values("user", "api_client", "system").Immutable(),
		field.Int64("actor_id").Immutable(),
		field.String("actor").Comment("What the actor was called then."),
		field.String("origin").Comment("The client's address, or the name of the job."),
		field.String("request_id").Immutable(),
		field.String("entity").Immutable(),
		field.Int64("entity_id").Immutable(),
		field.Int64("subject_id").Optional().Nillable().Immutable().Comment("The user whom it is about."),
		field.Enum("operation").Values("CREATE", "UPDATE", "DELETE").Immutable(),
		field.JSON("old", map[string]json.RawMessage{}),
		field.JSON("new", map[string]json.RawMessage{}),
		field.Strings("overridden").Optional().Immutable().Comment("Codes of the warnings that the actor saw and saved in spite of."),
	}
}

// Indexes of Change.
func (Change) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("entity", "entity_id", "id"),
		index.Fields("subject_id", "id"),
		index.Fields("commit_order", "id"),
		index.Fields("change_set"),
	}
}

// Policy of Change: read by those who may, about users in reach; written by the system alone.
func (Change) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.ChangesRead), rule.AllowReadingChanges()),
		nil,
	)
}

// Hooks of Change: written within a transaction and by nobody's hand; blanked by the purge alone.
func (Change) Hooks() []ent.Hook { return append(hook.Unjournalled(), hook.OnlyBlanked) }

package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// ImportRow is a row of a file that made or changed a user: the change set by which it did, saved with the change itself,
// and what became of taking it back.
type ImportRow struct{ ent.Schema }

// Mixin of ImportRow.
func (ImportRow) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of ImportRow.
func (ImportRow) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("import_id").Immutable(),
		field.Int("row").Immutable(),
		field.Int64("user_id").Immutable(),
		field.String("change_set").Immutable(),
		field.Enum("undo").Optional().Nillable().Values("REVERSED", "KEPT", "FAILED").Comment("NULL until it is taken back."),
		field.String("reason").Optional().Nillable().Comment("Why it was not taken back, in a sentence that is safe to show."),
	}
}

// Edges of ImportRow.
func (ImportRow) Edges() []ent.Edge {
	return []ent.Edge{edge.From("import", ImportRun.Type).Ref("entries").Field("import_id").Unique().Required().Immutable()}
}

// Indexes of ImportRow: a row once; what was not taken back, however much was.
func (ImportRow) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("import_id", "row").Unique(),
		index.Fields("import_id", "undo", "row").Annotations(entsql.IndexWhere("reason IS NOT NULL")),
	}
}

// Hooks of ImportRow.
func (ImportRow) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of ImportRow: the system alone. Whoever may see an import is told what became of it.
func (ImportRow) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

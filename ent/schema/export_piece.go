package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// ExportPiece is a part of the file of an export. Replicas share nothing but the database, so files are in it.
type ExportPiece struct{ ent.Schema }

// Mixin of ExportPiece.
func (ExportPiece) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of ExportPiece.
func (ExportPiece) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("export_id").Immutable(),
		field.Int("number").Immutable(),
		field.Bytes("data").Immutable().Sensitive(),
	}
}

// Edges of ExportPiece.
func (ExportPiece) Edges() []ent.Edge {
	return []ent.Edge{edge.From("export", Export.Type).Ref("parts").Field("export_id").Unique().Required().Immutable()}
}

// Indexes of ExportPiece: one of each number.
func (ExportPiece) Indexes() []ent.Index {
	return []ent.Index{index.Fields("export_id", "number").Unique()}
}

// Hooks of ExportPiece.
func (ExportPiece) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of ExportPiece: the system alone. Whoever may fetch a file is given its parts.
func (ExportPiece) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

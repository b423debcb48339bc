package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// ImportPart is a piece of a file that users are brought in from: replicas share nothing but the database.
type ImportPart struct{ ent.Schema }

// Mixin of ImportPart.
func (ImportPart) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of ImportPart.
func (ImportPart) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("import_id").Immutable(),
		field.Int("number").Immutable().Comment("From 0; all but the last are alike in size."),
		field.Bytes("body").Immutable().Sensitive(),
	}
}

// Edges of ImportPart.
func (ImportPart) Edges() []ent.Edge {
	return []ent.Edge{edge.From("import", ImportRun.Type).Ref("parts").Field("import_id").Unique().Required().Immutable()}
}

// Indexes of ImportPart.
func (ImportPart) Indexes() []ent.Index {
	return []ent.Index{index.Fields("import_id", "number").Unique()}
}

// Hooks of ImportPart.
func (ImportPart) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of ImportPart: the system alone.
func (ImportPart) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

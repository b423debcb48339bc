package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// ImportIssue is one thing that is wrong with a row of a file, or odd.
type ImportIssue struct{ ent.Schema }

// Mixin of ImportIssue.
func (ImportIssue) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of ImportIssue.
func (ImportIssue) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("import_id").Immutable(),
		field.Int("pass").Immutable().Comment("The check or the run that found it."),
		field.Int("row").Immutable(),
		field.String("column").Optional().Nillable().Immutable().Comment("The heading in the file; NULL where it concerns the whole row."),
		field.String("cell").Optional().Nillable().Immutable().Comment("Such as C14."),
		field.String("code").Immutable().Comment("An ErrorCode or a WarningCode of the contract, or INTERNAL."),
		field.String("message").Immutable(),
		field.Enum("severity").Values("ERROR", "WARNING").Immutable(),
	}
}

// Edges of ImportIssue.
func (ImportIssue) Edges() []ent.Edge {
	return []ent.Edge{edge.From("import", ImportRun.Type).Ref("issues").Field("import_id").Unique().Required().Immutable()}
}

// Indexes of ImportIssue: in the order of the file; rows come in that order, so their ids do.
func (ImportIssue) Indexes() []ent.Index {
	return []ent.Index{index.Fields("import_id", "pass", "id")}
}

// Hooks of ImportIssue.
func (ImportIssue) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of ImportIssue: the system alone. Whoever may see an import is shown its problems.
func (ImportIssue) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

// Package schema is one file an entity: fields, edges, rules, hooks; the whole truth about it.
package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"
)

// Keyed gives an int64 key: full-text search on SQLite needs a stable row id.
type Keyed struct{ mixin.Schema }

// Fields of Keyed.
func (Keyed) Fields() []ent.Field {
	return []ent.Field{field.Int64("id")}
}

// Kept is for what people change: a version that every update raises, and when it was made and changed.
type Kept struct{ mixin.Schema }

// Fields of Kept.
func (Kept) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.Int("version").Default(1).Positive(),
		field.Time("created_at").Immutable(),
		field.Time("updated_at"),
	}
}

// Deletable is for what is marked as deleted, hidden at once and erased by the purge 30 days later.
type Deletable struct{ mixin.Schema }

// Fields of Deletable.
func (Deletable) Fields() []ent.Field {
	return []ent.Field{field.Time("deleted_at").Optional().Nillable()}
}

// Indexes of Deletable: the purge looks for old marks. Rows without one are left out: SQLite would rather look up all
// of them there and sort them than walk the index of an ordering.
func (Deletable) Indexes() []ent.Index {
	return []ent.Index{index.Fields("deleted_at").Annotations(entsql.IndexWhere("deleted_at IS NOT NULL"))}
}

// Erasable is for what the purge takes out piece by piece: once it began, nothing brings back what is left.
type Erasable struct{ mixin.Schema }

// Fields of Erasable.
func (Erasable) Fields() []ent.Field {
	return []ent.Field{field.Time("purged_at").Optional().Nillable().Comment("When the purge began to erase it.")}
}

// sortKey is a folded sort key that came to a table which had rows: empty until it is derived.
func sortKey(name string) ent.Field {
	return field.Bytes(name).DefaultFunc(func() []byte { return []byte{} }).
		Annotations(entsql.DefaultExprs(map[string]string{dialect.SQLite: "x''", dialect.Postgres: "''::bytea"}))
}

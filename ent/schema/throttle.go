package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
)

// Throttle remembers how often somebody who is held to a number of tries has tried, so that all replicas count together.
type Throttle struct{ ent.Schema }

// Mixin of Throttle.
func (Throttle) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}} }

// Fields of Throttle.
func (Throttle) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("key").Unique().Immutable().Comment("SHA-256 of what is counted and whose it is: no address stands here."),
		field.JSON("times", []time.Time{}).Comment("The tries that still count, the oldest first."),
		field.Time("expires_at").Comment("When the newest of them counts no more, and the row may go."),
	}
}

// Indexes of Throttle.
func (Throttle) Indexes() []ent.Index { return []ent.Index{index.Fields("expires_at")} }

// Hooks of Throttle.
func (Throttle) Hooks() []ent.Hook { return hook.Unjournalled() }

// Policy of Throttle: the system alone.
func (Throttle) Policy() ent.Policy {
	return policy(
		nil, nil,
	)
}

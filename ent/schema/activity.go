package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Activity is one entry in a user's stream of what they did (seed 004). There may be a hundred million: it is added,
// never edited, and has no column that nobody asks for.
type Activity struct{ ent.Schema }

// Mixin of Activity.
func (Activity) Mixin() []ent.Mixin { return []ent.Mixin{Keyed{}, Deletable{}} }

// Fields of Activity.
func (Activity) Fields() []ent.Field {
	return append([]ent.Field{field.Int64("user_id").Immutable()}, told()...)
}

// told are the fields of an activity, whosever it is.
func told() []ent.Field {
	return []ent.Field{
		field.String("kind").Immutable().NotEmpty().MaxRuneLen(64).Comment("A word such as order. Portico's own are sign_in, email and consent."),
		field.String("summary").Immutable().NotEmpty().MaxRuneLen(1000),
		field.Enum("source").Immutable().Values("MANUAL", "API", "SIGN_IN", "EMAIL", "SYSTEM"),
		field.Text("data").Immutable().Optional().Nillable().Comment("A JSON object as it was sent, its names in order."),
		field.String("actor").Immutable().Comment("What whoever recorded it was called then."),
		field.Time("occurred_at").Immutable(),
		field.Time("created_at").Immutable(),
	}
}

// Edges of Activity.
func (Activity) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("activities").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of Activity: by time, of one user and of everybody; by time, of one kind. Each more costs every row that is
// recorded, and the scattered ones most: one user's are filtered by the kind that stands in the index, without reading rows.
func (Activity) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id", "occurred_at", "id", "kind"),
		index.Fields("occurred_at", "id"),
		index.Fields("kind", "occurred_at", "id"),
	}
}

// Hooks of Activity.
func (Activity) Hooks() []ent.Hook { return hook.Streamed() }

// Policy of Activity: read, recorded and taken away by those with the right, about users in reach who are not deleted.
func (Activity) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.ActivitiesRead), rule.DenyWithoutFeature(viewer.FeatureActivities), rule.HideOfDeletedUsers(),
			rule.AllowOfUsersWithinReach(viewer.ActivitiesRead, viewer.ActivitiesWrite)),
		say(rule.DenyWithout(viewer.ActivitiesWrite), rule.DenyWithoutFeature(viewer.FeatureActivities),
			rule.AllowOfUsersWithinReach(viewer.ActivitiesRead, viewer.ActivitiesWrite)),
		rule.HideDeleted(),
	)
}

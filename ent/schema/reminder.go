package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Reminder is a dated thing to remember about a user. A recurring one is a series of dates, of which it stands at one.
type Reminder struct{ ent.Schema }

// Mixin of Reminder.
func (Reminder) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}} }

// Fields of Reminder.
func (Reminder) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable().Comment("Whom it is about."),
		field.Int64("assignee_id").Optional().Nillable().Comment("Whom it is for: whoever set it, unless somebody else was named. NULL where an API client set it for nobody."),
		field.Int64("set_by_id").Optional().Nillable().Immutable().Comment("The user who set it: told where the assignee cannot be."),
		field.String("title").NotEmpty().MaxRuneLen(200),
		field.Text("note").Optional().Nillable().MaxRuneLen(2000),
		field.Time("due_at").Comment("When it is due; snoozing moves this alone."),
		field.Time("occurs_at").Comment("The date of the series that due_at stands for."),
		field.Time("starts_at").Comment("The first date of the series: all others are counted from it."),
		field.String("time_zone").MaxLen(64).Comment("In the IANA's database: whose walls the time of day is kept on."),
		field.String("recurrence").Optional().Nillable().MaxLen(300).Comment("An RRULE of RFC 5545; NULL where it comes once."),
		field.Time("done_at").Optional().Nillable().Comment("Done for good."),
		field.Time("told_at").Optional().Nillable().Comment("The last of its dates that somebody was told of: each is told once."),
		field.Time("next_run_at").Optional().Nillable().Comment("When the clock looks at it next; kept by its hook."),
	}
}

// Edges of Reminder.
func (Reminder) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("user", User.Type).Ref("reminders").Field("user_id").Unique().Required().Immutable(),
		edge.From("assignee", User.Type).Ref("assigned_reminders").Field("assignee_id").Unique(),
	}
}

// Indexes of Reminder: by date, of everybody, of one user and for one assignee; of those, the ones that are still to be
// done, which stay few; and what the clock looks at.
func (Reminder) Indexes() []ent.Index {
	open := entsql.IndexWhere("done_at IS NULL AND deleted_at IS NULL")
	return []ent.Index{
		index.Fields("due_at", "id"),
		index.Fields("user_id", "due_at", "id"),
		index.Fields("assignee_id", "due_at", "id"),
		index.Fields("due_at", "id").StorageKey("reminder_open").Annotations(open),
		index.Fields("assignee_id", "due_at", "id").StorageKey("reminder_open_assignee").Annotations(open),
		index.Fields("next_run_at").Annotations(entsql.IndexWhere("next_run_at IS NOT NULL")),
	}
}

// Hooks of Reminder.
func (Reminder) Hooks() []ent.Hook { return hook.Journalled(hook.Reminder, "told_at", "next_run_at") }

// Policy of Reminder: seen by those who keep reminders within reach, and by whom it is for, while they see the user.
func (Reminder) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithoutFeature(viewer.FeatureReminders), rule.HideOfDeletedUsers(), rule.AllowReadingReminders()),
		say(rule.DenyWithout(viewer.UsersRead), rule.DenyWithout(viewer.RemindersWrite), rule.DenyWithoutFeature(viewer.FeatureReminders),
			rule.AllowOfUsersWithinReach(viewer.RemindersWrite, viewer.RemindersWrite)),
		rule.HideDeleted(),
	)
}

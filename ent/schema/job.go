package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Job is what administrators let Portico do by itself: steps, each with a task, by hand or on a schedule (seed 002). Each
// execution is a Run.
type Job struct{ ent.Schema }

// Mixin of Job.
func (Job) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}} }

// Fields of Job.
func (Job) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(100),
		field.String("schedule").Optional().Nillable().MaxLen(200).Comment("Minute, hour, day of month, month, day of week; NULL for by hand only."),
		field.String("time_zone").Default("UTC").MaxLen(100).Comment("The IANA name of the zone in which the schedule is meant."),
		field.Bool("enabled").Default(true).Comment("A job that is paused runs by hand only."),
		field.JSON("steps", []map[string]any{}).Default([]map[string]any{}).Comment("In order: the task, and its options."),
		field.Int64("owner_id").Optional().Nillable().Comment("The user who said last what it does: an export is theirs, with their rights. Kept by the hook."),
		field.Time("next_run_at").Optional().Nillable().Comment("NULL for never; kept by the hook."),
	}
}

// Indexes of Job: what falls due.
func (Job) Indexes() []ent.Index { return []ent.Index{index.Fields("next_run_at")} }

// Hooks of Job.
func (Job) Hooks() []ent.Hook { return hook.Journalled(hook.Job, "next_run_at", "owner_id") }

// Policy of Job: kept by those who may, if nobody is out of their reach: jobs are about everybody.
func (Job) Policy() ent.Policy {
	keeps := say(rule.DenyWithout(viewer.JobsWrite), rule.DenyWithoutFeature(viewer.FeatureJobs), rule.DenyLimitedReach(), rule.AllowRest())
	changes := append(say(rule.DenyErasingWithout(viewer.UsersDelete)), keeps...)
	return policy(keeps, changes, rule.HideDeleted())
}

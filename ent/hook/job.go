package hook

import (
	"context"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/cron"
)

// Job keeps whose a job is, and when it runs next in step with its schedule, also when a change of it is taken back. A job that is paused,
// deleted or without a schedule has no next time; one that comes back waits for its next one.
func Job(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		j, ok := m.(*gen.JobMutation)
		if !ok || !m.Op().Is(ent.OpCreate|ent.OpUpdateOne) {
			return next.Mutate(ctx, m)
		}
		if _, said := j.Steps(); said {
			own(ctx, j)
		}
		if _, said := j.NextRunAt(); !said {
			if err := wind(ctx, j); err != nil {
				return nil, err
			}
		}
		return next.Mutate(ctx, m)
	})
}

// own makes a job that of whoever says what it does: what it exports is theirs, so nobody lets it do anything with the rights of somebody
// else. An API client owns none.
func own(ctx context.Context, j *gen.JobMutation) {
	switch v := viewer.From(ctx); {
	case v == nil:
	case v.Kind == viewer.User:
		j.SetOwnerID(v.ID)
	case v.Kind == viewer.APIClient:
		j.ClearOwnerID()
	}
}

// wind sets when a job runs next.
func wind(ctx context.Context, j *gen.JobMutation) error {
	was := &gen.Job{}
	if j.Op().Is(ent.OpUpdateOne) {
		id, _ := j.ID()
		found, err := j.Client().Job.Get(viewer.ShowDeleted(viewer.AsSystem(ctx, "schedule")), id)
		if err != nil {
			return err
		}
		was = found
	}
	if enabled, said := j.Enabled(); said {
		was.Enabled = enabled
	}
	if zone, said := j.TimeZone(); said {
		was.TimeZone = zone
	}
	if expression, said := j.Schedule(); said {
		was.Schedule = &expression
	} else if j.ScheduleCleared() {
		was.Schedule = nil
	}
	if at, said := j.DeletedAt(); said {
		was.DeletedAt = &at
	} else if j.DeletedAtCleared() {
		was.DeletedAt = nil
	}
	if !was.Enabled || was.Schedule == nil || was.DeletedAt != nil {
		j.ClearNextRunAt()
		return nil
	}
	s, err := cron.Parse(*was.Schedule, was.TimeZone)
	if err != nil {
		return err
	}
	j.SetNextRunAt(s.Next(From(ctx).At))
	return nil
}

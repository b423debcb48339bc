package schedule

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"unicode/utf8"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/job"
	"github.com/portico-hub/portico/server/cron"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// maxName bounds a job's name, in characters.
const maxName = 100

// Step is one thing that a job does.
type Step struct {
	Task    string
	Options map[string]any
}

// stepsOf are the steps of a job as they are kept.
func stepsOf(j *gen.Job) []Step { return StepsOf(j.Steps) }

// StepsOf reads steps as they are kept.
func StepsOf(kept []map[string]any) []Step {
	steps := make([]Step, len(kept))
	for i, one := range kept {
		steps[i].Task, _ = one["task"].(string)
		steps[i].Options, _ = one["options"].(map[string]any)
	}
	return steps
}

// clean tidies what is said of a job that is or will be as had, and refuses what makes no sense, all of it at once.
func (s *Service) clean(ctx context.Context, in *Input, had *gen.Job) error {
	var faults fault.List
	if in.Name != nil {
		name := fold.Line(*in.Name)
		switch in.Name = &name; {
		case name == "":
			faults.Add(fault.Refuse(fault.Required, fault.At("name"), "Enter a name."))
		case utf8.RuneCountInString(name) > maxName:
			faults.Add(fault.TooLong("name", maxName))
		}
	}
	faults.Add(in.checkSchedule(had))
	if len(in.Steps) > MaxSteps {
		faults.Add(fault.Refusef(fault.Invalid, fault.At("steps"), "At most %d steps.", MaxSteps))
	}
	if len(faults) > 0 && len(in.Steps) > MaxSteps {
		return faults
	}
	for i := range in.Steps {
		if err := s.checkStep(ctx, i, &in.Steps[i]); !faults.Add(err) {
			return err
		}
	}
	return faults.Err()
}

// checkStep refuses a task that there is not, and options that it does not take.
func (s *Service) checkStep(ctx context.Context, i int, step *Step) (err error) {
	task, known := s.tasks[step.Task]
	options := fault.At("steps", strconv.Itoa(i), "options")
	switch {
	case !known:
		return fault.Refuse(fault.Invalid, options[:2], "Nothing here does this task yet.")
	case task.Check == nil && len(step.Options) > 0:
		return fault.Refuse(fault.Invalid, options, "This task has no options.")
	case task.Check == nil:
		return nil
	}
	if step.Options, err = task.Check(ctx, step.Options); err == nil {
		return nil
	}
	faults, foreseen := fault.All(err)
	if !foreseen {
		return err
	}
	for _, f := range faults {
		f.Kind, f.Field = fault.Input, append(slices.Clone(options), f.Field...)
	}
	return faults
}

func (in *Input) checkSchedule(had *gen.Job) error {
	expression, zone := had.Schedule, had.TimeZone
	if in.Schedule != nil {
		line := fold.Line(*in.Schedule)
		in.Schedule, expression = &line, &line
	}
	if in.TimeZone != nil {
		zone = *in.TimeZone
	}
	if in.Schedule == nil && in.TimeZone == nil {
		return nil
	}
	often := "0 0 1 1 *" // a zone is read also where there is no schedule
	if expression != nil && *expression != "" {
		often = *expression
	}
	_, err := parse(often, zone)
	return err
}

// parse reads a schedule and says in words what is wrong with it.
func parse(expression, zone string) (*cron.Schedule, error) {
	when, err := cron.Parse(expression, zone)
	switch {
	case errors.Is(err, cron.ErrZone) || zone == "":
		return nil, fault.Refuse(fault.Invalid, fault.At("timeZone"), "This is no time zone. They are called like Europe/Oslo.")
	case errors.Is(err, cron.ErrNever):
		return nil, fault.Refuse(fault.Invalid, fault.At("schedule"), "This never falls due: there is no such day.")
	case err != nil:
		return nil, fault.Refuse(fault.Invalid, fault.At("schedule"), "A schedule has five fields: minute, hour, day of the month, month, day of the week. 0 18 * * * is every day at 18:00.")
	}
	return when, nil
}

// set puts what is said into a mutation of a job.
func (in Input) set(m ent.Mutation) {
	j := m.(*gen.JobMutation)
	if in.Name != nil {
		j.SetName(*in.Name)
	}
	switch {
	case in.Schedule == nil:
	case *in.Schedule != "":
		j.SetSchedule(*in.Schedule)
	case m.Op().Is(ent.OpUpdateOne):
		_ = m.ClearField(job.FieldSchedule) // it is nullable
	}
	if in.TimeZone != nil {
		j.SetTimeZone(*in.TimeZone)
	}
	if in.Enabled != nil {
		j.SetEnabled(*in.Enabled)
	}
	if in.Steps != nil {
		kept := make([]map[string]any, len(in.Steps))
		for i, step := range in.Steps {
			if kept[i] = map[string]any{"task": step.Task}; len(step.Options) > 0 {
				kept[i]["options"] = step.Options
			}
		}
		j.SetSteps(kept)
	}
}

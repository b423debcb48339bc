package schedule

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/feature"
	"github.com/portico-hub/portico/ent/gen/ent/job"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/cron"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
)

const (
	// ahead is how many users are looked up at once.
	ahead = 200
	// maxLines is how long a log gets by telling how far the run is.
	maxLines = 100
)

// input is what a run was begun with: the steps as they were then.
type input struct{ Steps []map[string]any }

// walkRun continues a run where it stands.
type walkRun struct {
	RunID int64 `json:"run_id"`
}

// Kind of the job.
func (walkRun) Kind() string { return "schedule.walk_run" }

// fire begins the run of a job that is due, and says when it is due next. After an outage that is once, whatever was missed.
// While jobs are switched off, none begins.
func (s *Service) fire(ctx context.Context, id int64) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := s.Store.Now(ctx)
		j, err := tx.Job.Query().Where(job.ID(id), job.NextRunAtLTE(now), lock.Claim).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		when, err := cron.Parse(*j.Schedule, j.TimeZone)
		if err != nil {
			return err
		}
		if err := tx.Job.UpdateOne(j).SetNextRunAt(when.Next(now)).Exec(ctx); err != nil {
			return err
		}
		off, err := tx.Feature.Query().Where(feature.Name(string(viewer.FeatureJobs)), feature.Enabled(false)).Exist(ctx)
		if err != nil || off {
			return err
		}
		_, err = s.begin(ctx, tx, j, nil)
		return err
	})
}

// Start begins a run of a job now, whatever its schedule says.
func (s *Service) Start(ctx context.Context, id int64) (begun *gen.Run, err error) {
	if err := s.require(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		j, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		begun, err = s.begin(ctx, tx, j, nil)
		return err
	})
	return begun, err
}

// Retry begins a run that tries again for those alone for whom a run failed.
func (s *Service) Retry(ctx context.Context, runID int64) (begun *gen.Run, err error) {
	if viewer.From(ctx) == nil {
		return nil, fault.SignInFirst()
	}
	r, err := s.Ledger.Run(ctx, runID)
	if err != nil {
		return nil, err
	}
	switch {
	case r.Kind != run.KindJOB:
		return nil, fault.Refuse(fault.Invalid, nil, "Only the failed of a job are tried again.")
	case !ledger.Ended(r):
		return nil, fault.Refuse(fault.Invalid, nil, "This run is not over yet.")
	case r.Failed == 0:
		return nil, fault.Refuse(fault.Invalid, nil, "Nobody failed in this run.")
	}
	if err := s.require(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		j, err := find(ctx, tx, *r.JobID)
		if err != nil {
			return err
		}
		begun, err = s.begin(ctx, tx, j, r)
		return err
	})
	return begun, err
}

// begin saves a run of a job, or of what failed in another, and enqueues it, in the caller's transaction.
func (s *Service) begin(ctx context.Context, tx *gen.Client, j *gen.Job, retries *gen.Run) (*gen.Run, error) {
	in := input{Steps: j.Steps}
	if retries != nil {
		if err := json.Unmarshal(retries.Input, &in); err != nil {
			return nil, err
		}
	}
	create, err := s.Ledger.Draft(ctx, tx, run.KindJOB, in)
	if err != nil {
		return nil, err
	}
	if create.SetJobID(j.ID); retries != nil {
		create.SetRetriesID(retries.ID)
	}
	made, err := create.Save(viewer.AsSystem(ctx, "run"))
	if err != nil {
		return nil, err
	}
	return made, s.Queue.Enqueue(ctx, walkRun{made.ID})
}

// walk is one turn of a run. It may be interrupted at any moment, and be done twice at once: how far the run is was saved
// with what was done.
func (s *Service) walk(ctx context.Context, args walkRun) error {
	return s.Queue.InTurns(ctx, args, func(ctx, turn context.Context) (over bool, err error) {
		for turn.Err() == nil {
			r, err := s.Store.Ent(ctx).Run.Get(ctx, args.RunID)
			if err != nil || ledger.Ended(r) {
				return true, err
			}
			w := &walking{Service: s, run: r}
			var in input
			if err := json.Unmarshal(r.Input, &in); err != nil {
				return false, fmt.Errorf("run %d: %w", r.ID, err)
			}
			w.steps = StepsOf(in.Steps)
			if err := w.some(ctx, turn); err != nil && !errors.Is(err, ledger.ErrOvertaken) {
				return false, err
			}
		}
		return false, nil
	})
}

// walking is a run on its way.
type walking struct {
	*Service
	run   *gen.Run
	steps []Step
}

// title is how the log calls a task.
func title(task string) string { return task[:1] + strings.ToLower(task[1:]) }

// some handles the next users of the step that the run is at, or goes on to the next step, or ends the run.
func (w *walking) some(ctx, turn context.Context) error {
	if w.run.State == run.StateQUEUED {
		return w.open(ctx)
	}
	if w.run.Step >= len(w.steps) {
		return w.Ledger.End(ctx, w.run.ID, run.StateSUCCEEDED, fmt.Sprintf("Finished: %d handled, %d failed.", w.run.Handled, w.run.Failed))
	}
	task, known := w.tasks[w.steps[w.run.Step].Task]
	if !known {
		return w.Ledger.End(ctx, w.run.ID, run.StateFAILED, "Nothing here does the task of this step.")
	}
	ids, err := w.next(ctx, task)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return w.advance(ctx, ledger.Move{Step: w.run.Step + 1, Line: title(task.Name) + " is done."}, nil)
	}
	for _, id := range ids {
		if turn.Err() != nil {
			return nil
		}
		if err := w.one(ctx, task, id); err != nil {
			return err
		}
	}
	if len(w.run.Log) >= maxLines {
		return nil
	}
	return w.advance(ctx, ledger.Move{Step: w.run.Step, Cursor: w.run.Cursor, Line: fmt.Sprintf("%s: %d handled, %d failed so far.", title(task.Name), w.run.Handled, w.run.Failed)}, nil)
}

// open says that the run has begun, and what it is about.
func (w *walking) open(ctx context.Context) error {
	lines, total := []string{"Started."}, 0
	if len(w.steps) == 0 {
		lines = append(lines, "The job has no step, so there is nothing to do.")
	}
	for i, step := range w.steps {
		task, known := w.tasks[step.Task]
		if !known {
			continue
		}
		n, err := w.count(ctx, task, i)
		if err != nil {
			return err
		}
		total += n
		lines = append(lines, fmt.Sprintf("%s: %d to do.", title(step.Task), n))
	}
	return w.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Run.Update().Where(run.ID(w.run.ID), run.StateEQ(run.StateQUEUED)).
			SetState(run.StateRUNNING).SetStartedAt(w.Store.Now(ctx)).SetTotal(total).SetLog(lines).Exec(ctx)
	})
}

// one does the task to one user, or notes why not.
func (w *walking) one(ctx context.Context, task Task, id int64) error {
	err := w.advance(ctx, ledger.Move{Step: w.run.Step, Cursor: id}, func(ctx context.Context, m *ledger.Move) error {
		done, err := task.Do(ctx, id)
		if done {
			m.Handled = 1
		}
		return err
	})
	if err == nil || errors.Is(err, ledger.ErrOvertaken) || ctx.Err() != nil {
		return err
	}
	moved, foreseen, failed := w.Ledger.Fail(ctx, w.run, ledger.Move{Step: w.run.Step, Cursor: id}, id, err)
	if !foreseen {
		w.Log.ErrorContext(ctx, "a user of a job failed", slog.Int64("run", w.run.ID), slog.Int64("user", id), slog.Any("error", err))
	}
	if failed == nil {
		w.run = moved
	}
	return failed
}

func (w *walking) advance(ctx context.Context, m ledger.Move, do func(context.Context, *ledger.Move) error) error {
	moved, err := w.Ledger.Advance(ctx, w.run, &m, func(ctx context.Context, _ *gen.Client) error {
		if do == nil {
			return nil
		}
		return do(ctx, &m)
	})
	if err == nil {
		w.run = moved
	}
	return err
}

// next are the users who come next in this step.
func (w *walking) next(ctx context.Context, task Task) (ids []int64, err error) {
	if w.run.RetriesID == nil {
		return task.Next(ctx, w.run.Cursor, ahead)
	}
	err = w.Store.Ent(ctx).Outcome.Query().
		Where(outcome.RunID(*w.run.RetriesID), outcome.Step(w.run.Step), outcome.CodeNotNil(), outcome.UserIDGT(w.run.Cursor)).
		Order(outcome.ByUserID()).Limit(ahead).Select(outcome.FieldUserID).Scan(ctx, &ids)
	return ids, err
}

// count is how many users a step is about.
func (w *walking) count(ctx context.Context, task Task, step int) (int, error) {
	if w.run.RetriesID == nil {
		return task.Count(ctx)
	}
	return w.Store.Ent(ctx).Outcome.Query().Where(outcome.RunID(*w.run.RetriesID), outcome.Step(step), outcome.CodeNotNil()).Count(ctx)
}

package schedule

import (
	"context"
	"encoding/json"
	"errors"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/feature"
	"github.com/portico-hub/portico/ent/gen/ent/job"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
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

// input is what a run was begun with: the steps, and whose they were, as they were then.
type input struct {
	Steps []map[string]any
	Owner int64
}

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
	// Before the run is looked for: while jobs are switched off, nobody sees those of jobs.
	if err := rule.RequireFeature(ctx, viewer.FeatureJobs); err != nil {
		return nil, err
	}
	r, err := s.Ledger.Run(ctx, runID)
	if err != nil {
		return nil, err
	}
	some, err := s.Ledger.Names(ctx, r)
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
	case !some:
		return nil, fault.Refuse(fault.Invalid, nil, "No user failed in this run. Its next run tries the rest again.")
	}
	if err := rule.RequireEverywhere(ctx, viewer.JobsWrite); err != nil {
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

// Of is the job that a run executed, as far as the viewer sees it; nil where there is none, or no more.
func (s *Service) Of(ctx context.Context, r *gen.Run) (*gen.Job, error) {
	if r.JobID == nil || !rule.KeepsJobs(viewer.From(ctx)) {
		return nil, nil
	}
	j, err := s.Store.Ent(ctx).Job.Query().Where(job.ID(*r.JobID)).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, nil
	}
	return j, err
}

// begin saves a run of a job, or of what failed in another, and enqueues it, in the caller's transaction.
func (s *Service) begin(ctx context.Context, tx *gen.Client, j *gen.Job, retries *gen.Run) (*gen.Run, error) {
	in := input{Steps: j.Steps}
	if j.OwnerID != nil {
		in.Owner = *j.OwnerID
	}
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
			if err := w.plan(); err != nil {
				return false, err
			}
			if err := w.some(ctx, turn); err != nil && !errors.Is(err, ledger.ErrOvertaken) {
				return false, err
			}
		}
		return false, nil
	})
}

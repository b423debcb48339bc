// Package schedule keeps the jobs that administrators know (seed 002): steps, each with a task, by hand or on a schedule. It
// knows no task: rooms say what theirs do, and app wires them.
package schedule

import (
	"context"
	"log/slog"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/job"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/cron"
	"github.com/portico-hub/portico/server/fault"
	queue "github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/store"
)

// Limits: jobs that are not deleted, steps of one.
const (
	MaxJobs  = 100
	MaxSteps = 10
)

// The tasks, as the public contract has them.
const (
	// Notification tells whoever waits that they have an account.
	Notification = "NOTIFICATION"
	// Reminders mails everybody what is due and overdue for them.
	Reminders = "REMINDERS"
	// Export makes a file of users for whoever owns the job.
	Export = "EXPORT"
	// Purge erases what was deleted long enough ago.
	Purge = "PURGE"
)

// Task is what a step does. It runs as Portico itself.
type Task struct {
	// Name is a JobTask of the public contract.
	Name string
	// Check refuses options that make no sense to whoever says them, with faults at what is wrong in them, and returns them as they
	// are kept. Without it a task takes none.
	Check func(ctx context.Context, options map[string]any) (map[string]any, error)
	// Parts are done one after the other.
	Parts []Part
}

// Order is what a run was begun with, for a step.
type Order struct {
	Options map[string]any
	// Owner is the user who said last what the job does; 0 for nobody.
	Owner int64
	// At is when the run was begun.
	At time.Time
	// Run and Step say which run it is of, and which of its parts, from 0.
	Run  int64
	Step int
}

// Part is something that is done to one thing after the other.
type Part struct {
	// What the log calls them, in the plural; empty for users, to whom a failure is written down.
	What string
	// Decides says that a run in which this failed has failed, and that its log tells why. What is done to many does not.
	Decides bool
	// Count is how many it would be about now, for the log.
	Count func(ctx context.Context, o Order) (int, error)
	// Next are those whom it is about, by key, after one: at most so many.
	Next func(ctx context.Context, o Order, after int64, most int) ([]int64, error)
	// Before goes before Do, outside a transaction, where one would be too much. It may be interrupted, and is then begun again; so is
	// one that answers with job.Later, without keeping a worker meanwhile. Absent: nothing does.
	Before func(ctx context.Context, o Order, id int64) error
	// Do does it to one of them, in a transaction that it joins; done is false for what it is not about any more.
	Do func(ctx context.Context, o Order, id int64) (done bool, err error)
}

// ForUsers is a task without options that does one thing to one user after the other.
func ForUsers(name string, count func(context.Context) (int, error), next func(ctx context.Context, after int64, most int) ([]int64, error),
	do func(ctx context.Context, userID int64) (bool, error)) Task {
	return Task{Name: name, Parts: []Part{{
		Count: func(ctx context.Context, _ Order) (int, error) { return count(ctx) },
		Next: func(ctx context.Context, _ Order, after int64, most int) ([]int64, error) {
			return next(ctx, after, most)
		},
		Do: func(ctx context.Context, _ Order, id int64) (bool, error) { return do(ctx, id) },
	}}}
}

// Options of the Service.
type Options struct {
	Store  *store.Store
	Queue  *queue.Queue
	Ledger *ledger.Ledger
	Tasks  []Task
	Log    *slog.Logger
}

// Service keeps jobs and runs them.
type Service struct {
	Options
	tasks map[string]Task
}

// New returns the service and registers its timer and its job.
func New(o Options) *Service {
	s := &Service{Options: o, tasks: map[string]Task{}}
	for _, t := range o.Tasks {
		s.tasks[t.Name] = t
	}
	queue.Register(o.Queue, s.walk)
	o.Queue.Watch(queue.Timer{Name: "schedule.fall_due", Table: job.Table, Fire: s.fire})
	return s
}

// List are all jobs, the oldest first.
func (s *Service) List(ctx context.Context) ([]*gen.Job, error) {
	if err := s.require(ctx); err != nil {
		return nil, err
	}
	return s.Store.Ent(ctx).Job.Query().Order(job.ByID()).All(ctx)
}

// require refuses whoever does not keep the jobs, before anything is looked at.
func (s *Service) require(ctx context.Context) error {
	if err := rule.RequireEverywhere(ctx, viewer.JobsWrite); err != nil {
		return err
	}
	return rule.RequireFeature(ctx, viewer.FeatureJobs)
}

// Input is what is said of a job. What is nil stays as it is; an empty schedule is none.
type Input struct {
	Name, Schedule, TimeZone *string
	Steps                    []Step
	Enabled                  *bool
}

// Create makes a job.
func (s *Service) Create(ctx context.Context, in Input) (made *gen.Job, err error) {
	if err := s.require(ctx); err != nil {
		return nil, err
	}
	if in.Name == nil {
		in.Name = new(string)
	}
	if err := s.clean(ctx, &in, &gen.Job{TimeZone: "UTC"}); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		n, err := tx.Job.Query().Count(ctx)
		if err != nil {
			return err
		}
		if n >= MaxJobs {
			return fault.Refusef(fault.Invalid, nil, "There are %d jobs, which is the most there can be. Delete one first.", n)
		}
		create := tx.Job.Create()
		in.set(create.Mutation())
		made, err = create.Save(ctx)
		return err
	})
	return made, err
}

// Update changes a job, if nobody else did since the version was read. Pausing is enabled: false.
func (s *Service) Update(ctx context.Context, id int64, version int, in Input) (saved *gen.Job, err error) {
	if err := s.require(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		had, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if had.Version != version {
			return fault.Conflict("job", version, had.Version)
		}
		if err := s.clean(ctx, &in, had); err != nil {
			return err
		}
		update := tx.Job.UpdateOne(had)
		in.set(update.Mutation())
		saved, err = update.Save(ctx)
		return err
	})
	return saved, err
}

// Delete takes a job away; its runs stay, and it can be taken back. One that runs goes on to its end.
func (s *Service) Delete(ctx context.Context, id int64) error {
	if err := s.require(ctx); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		had, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		return tx.Job.UpdateOne(had).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx)
	})
}

// find is a job that the viewer sees, held for a change.
func find(ctx context.Context, tx *gen.Client, id int64) (*gen.Job, error) {
	j, err := tx.Job.Query().Where(job.ID(id), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("job")
	}
	return j, err
}

// Times are the next times of a schedule that may not be saved yet, at most n; none without a schedule.
func (s *Service) Times(ctx context.Context, expression, zone string, n int) ([]time.Time, error) {
	if err := s.require(ctx); err != nil {
		return nil, err
	}
	when, err := parse(expression, zone)
	if err != nil {
		return nil, err
	}
	return when.First(n, s.Store.Now(ctx)), nil
}

// TimesOf are the next times of a job, at most n; none while it is paused.
func (s *Service) TimesOf(ctx context.Context, j *gen.Job, n int) ([]time.Time, error) {
	if j.Schedule == nil || !j.Enabled {
		return []time.Time{}, nil
	}
	when, err := cron.Parse(*j.Schedule, j.TimeZone)
	if err != nil {
		return nil, err
	}
	return when.First(n, s.Store.Now(ctx)), nil
}

// Soonest is the job that does a task next by itself, or nil. Whoever opens accounts may know when people are told.
func (s *Service) Soonest(ctx context.Context, task string) (*gen.Job, error) {
	if err := rule.Require(ctx, viewer.UsersWrite); err != nil {
		return nil, err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureJobs); err != nil {
		return nil, nil // nothing runs by itself then
	}
	due, err := s.Store.Ent(ctx).Job.Query().Where(job.NextRunAtNotNil()).Order(job.ByNextRunAt(), job.ByID()).All(viewer.AsSystem(ctx, "schedule"))
	if err != nil {
		return nil, err
	}
	for _, j := range due {
		for _, step := range stepsOf(j) {
			if step.Task == task {
				return j, nil
			}
		}
	}
	return nil, nil
}

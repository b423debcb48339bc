package graph

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/schedule"
)

// maxTimes bounds how many times of a schedule are told.
const maxTimes = 50

// runs lists runs, newest first.
func (r *Resolver) runs(ctx context.Context, which predicate.Run, args list.Args) (*gen.JobRunConnection, error) {
	query := r.Store.Ent(ctx).Run.Query().Where(which)
	page, err := list.Read(ctx, list.Source[*ent.Run]{
		Order: list.Order{Name: "RUNS", Column: run.FieldID, Kind: list.ID, Desc: true}, Signer: r.Signer,
		Place: func(one *ent.Run) (any, int64) { return nil, one.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.Run, error) {
			return query.Clone().Where(where).Limit(limit).All(ctx)
		},
	}, args)
	if err != nil {
		return nil, err
	}
	return &gen.JobRunConnection{
		Edges: edges(page, func(one *ent.Run, cursor list.Cursor) *gen.JobRunEdge {
			return &gen.JobRunEdge{Node: one, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return query.Clone().Count(ctx) },
	}, nil
}

// begun is how a mutation ends that began the run of a job.
func begun(one *ent.Run, err error) (*gen.JobRunPayload, error) {
	p := &gen.JobRunPayload{JobRun: one}
	return p, settle(err, &p.UserErrors, &p.Warnings)
}

// seenJob is a job if the viewer may see it.
func (r *Resolver) seenJob(ctx context.Context, j *ent.Job) *ent.Job {
	if !rule.KeepsJobs(viewer.From(ctx)) {
		return nil
	}
	return j
}

// most is how many times are told.
func most(first *int) int {
	if first == nil {
		return 5
	}
	return min(max(*first, 0), maxTimes)
}

func pointers(times []time.Time, err error) ([]*time.Time, error) {
	all := make([]*time.Time, len(times))
	for i := range times {
		all[i] = &times[i]
	}
	return all, err
}

// jobSteps reads the steps of an input; nil where nothing is said of them.
func jobSteps(said []*gen.JobStepInput) []schedule.Step {
	if said == nil {
		return nil
	}
	steps := make([]schedule.Step, len(said))
	for i, one := range said {
		steps[i] = schedule.Step{Task: one.Task, Options: one.Options}
	}
	return steps
}

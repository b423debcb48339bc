package transfer

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/schedule"
)

// Reader reads the options of an Export step, and returns them as they are kept.
type Reader func(options map[string]any) (in ExportInput, kept map[string]any, err error)

// Task makes an export for whoever owns the job, with the rights that they have at that moment; they get its link by mail. The step
// lasts until the export is over, and fails where there is no file.
func (s *Exporter) Task(read Reader) schedule.Task {
	return schedule.Task{
		Name: schedule.Export,
		Check: func(ctx context.Context, options map[string]any) (map[string]any, error) {
			in, kept, err := read(options)
			if err != nil {
				return nil, err
			}
			return kept, s.check(ctx, in)
		},
		Parts: []schedule.Part{{
			Decides: true,
			Count:   func(_ context.Context, o schedule.Order) (int, error) { return min(int(o.Owner), 1), nil },
			Next: func(_ context.Context, o schedule.Order, after int64, _ int) ([]int64, error) {
				if o.Owner <= after {
					return nil, nil
				}
				return []int64{o.Owner}, nil
			},
			Before: func(ctx context.Context, o schedule.Order, owner int64) error { return s.await(ctx, read, o, owner) },
			Do: func(ctx context.Context, o schedule.Order, _ int64) (bool, error) {
				e, err := s.begunBy(ctx, o)
				if err != nil {
					return false, err
				}
				return true, outcomeOf(e)
			},
		}},
	}
}

// check refuses an export that whoever asks could not begin themselves. The file is theirs, so they are a person.
func (s *Exporter) check(ctx context.Context, in ExportInput) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return fault.Refuse(fault.CodeForbidden, nil, "An export is for a person: an API client can't let a job make one.")
	}
	if err := rule.RequireExport(ctx); err != nil {
		return err
	}
	if _, err := chosen(viewer.From(ctx), in.Columns); err != nil {
		return err
	}
	upto, err := s.Accounts.LastID(ctx)
	if err == nil {
		_, err = s.filter(ctx, in.Filter, upto)
	}
	return err
}

// await begins the export of a step, once, as soon as its owner may begin another, and comes again until it is over.
func (s *Exporter) await(ctx context.Context, read Reader, o schedule.Order, owner int64) error {
	e, err := s.begunBy(ctx, o)
	if gen.IsNotFound(err) {
		err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			if err := lock.Users(ctx, tx, owner); err != nil {
				return err
			}
			if e, err = s.begunBy(ctx, o); gen.IsNotFound(err) {
				e, err = s.exportAs(ctx, read, o, owner)
			}
			return err
		})
	}
	if isCrowded(err) || err == nil && (e.State == export.StateQUEUED || e.State == export.StateRUNNING) {
		return job.Later(time.Second)
	}
	return err
}

// begunBy is the export that a step of a run began.
func (s *Exporter) begunBy(ctx context.Context, o schedule.Order) (*gen.Export, error) {
	return s.Store.Ent(ctx).Export.Query().Where(export.RunID(o.Run), export.RunStep(o.Step)).Only(ctx)
}

// outcomeOf is why there is no file; nil where there is one.
func outcomeOf(e *gen.Export) error {
	if e.State == export.StateSUCCEEDED {
		return nil
	}
	code := fault.Invalid // whoever owns the job can mend what stopped it
	if e.State == export.StateFAILED {
		code = fault.Internal
	}
	return fault.Refuse(code, nil, *e.Problem)
}

// exportAs begins an export as a user, in the caller's transaction.
func (s *Exporter) exportAs(ctx context.Context, read Reader, o schedule.Order, owner int64) (*gen.Export, error) {
	v, err := s.Authn.Acting(ctx, owner)
	if err != nil {
		return nil, err
	}
	if v == nil {
		// What is tried again is done in the name of the owner of then, too.
		return nil, fault.Refuse(fault.CodeForbidden, nil, "Whoever owns this job may not sign in any more. Somebody else has to save its steps, and run it anew.")
	}
	in, _, err := read(o.Options)
	if err != nil {
		return nil, err
	}
	in.Of = &o
	return s.StartExport(viewer.NewContext(ctx, v), in)
}

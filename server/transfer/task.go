package transfer

import (
	"context"

	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/schedule"
)

// Reader reads the options of an Export step, and returns them as they are kept.
type Reader func(options map[string]any) (in ExportInput, kept map[string]any, err error)

// Task begins an export for whoever owns the job, with the rights that they have at that moment; they get its link by mail.
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
			Count: func(_ context.Context, o schedule.Order) (int, error) { return min(int(o.Owner), 1), nil },
			Next: func(_ context.Context, o schedule.Order, after int64, _ int) ([]int64, error) {
				if o.Owner <= after {
					return nil, nil
				}
				return []int64{o.Owner}, nil
			},
			Do: func(ctx context.Context, o schedule.Order, owner int64) (bool, error) {
				return s.exportAs(ctx, read, o, owner)
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

// exportAs begins an export as a user, in the caller's transaction.
func (s *Exporter) exportAs(ctx context.Context, read Reader, o schedule.Order, owner int64) (bool, error) {
	v, err := s.Authn.Acting(ctx, owner)
	if err != nil {
		return false, err
	}
	if v == nil {
		return false, fault.Refuse(fault.CodeForbidden, nil, "Whoever owns this job may not sign in any more. Somebody else has to save its steps.")
	}
	in, _, err := read(o.Options)
	if err == nil {
		in.IsMailed = true
		_, err = s.StartExport(viewer.NewContext(ctx, v), in)
	}
	return err == nil, err
}

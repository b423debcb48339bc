package bulk

import (
	"cmp"
	"context"
	"encoding/json"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/journal"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/store"
)

const (
	// UndoLife is how long a run can be taken back.
	UndoLife = 30 * 24 * time.Hour
	// atOnce is how many users are taken back within the request, so that its answer has the report.
	atOnce = 200
	// reported bounds each list of a report; the file of failures has all.
	reported = 100
)

// Undone is what became of a taking back: the report, and the run that does it where there is one. Of a run that goes on
// there is no report yet.
type Undone struct {
	Report *journal.Report
	Run    *gen.Run
}

// Undo takes back what a token is about: a change set, or a whole run, which is stopped first.
func (s *Service) Undo(ctx context.Context, token string) (*Undone, error) {
	runID, err := s.Journal.RunOf(ctx, token)
	if err != nil {
		return nil, err
	}
	if runID == 0 {
		report, err := s.Journal.Undo(ctx, token)
		return &Undone{Report: report}, err
	}
	back, err := s.takeBack(ctx, runID)
	if err != nil {
		return nil, err
	}
	if *back.Total <= atOnce {
		if _, err := s.goOn(ctx, ctx, back.ID); err != nil {
			return nil, err
		}
	}
	if back, err = s.Store.Ent(ctx).Run.Get(ctx, back.ID); err != nil {
		return nil, err
	}
	report, err := s.Report(ctx, back)
	return &Undone{report, back}, err
}

// takeBack stops a run and begins the one that takes it back.
func (s *Service) takeBack(ctx context.Context, runID int64) (back *gen.Run, err error) {
	if _, err := s.Ledger.Run(ctx, runID); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := s.Ledger.End(ctx, runID, run.StateCANCELLED, "Stopped, to be taken back."); err != nil {
			return err
		}
		r, err := tx.Run.Query().Where(run.ID(runID), lock.Update).Only(viewer.AsSystem(ctx, "undo"))
		if err != nil {
			return err
		}
		in, err := read(r)
		if err != nil {
			return err
		}
		if r.Kind != run.KindBULK_UPDATE || !in.undoable() {
			return fault.Refuse(fault.Invalid, nil, "This cannot be taken back: what was mailed stays mailed.")
		}
		back, err = s.enqueue(ctx, tx, run.KindUNDO, Input{Change: in.Change}, func(c *gen.RunCreate) {
			c.SetUndoesID(runID).SetUpto(r.Upto).SetTotal(r.Handled - r.Failed)
		})
		if store.IsTaken(err) {
			return fault.Refuse(fault.Invalid, nil, "This was taken back already.")
		}
		return err
	})
	return back, err
}

// Token takes a run back; it is empty where there is nothing to take back, or no more.
func (s *Service) Token(ctx context.Context, r *gen.Run) (token string, expires time.Time, err error) {
	in, err := read(r)
	expires = r.CreatedAt.Add(UndoLife)
	if err != nil || r.Kind != run.KindBULK_UPDATE || !in.undoable() || !s.Store.Now(ctx).Before(expires) || ledger.Ended(r) && r.Handled == r.Failed {
		return "", expires, err
	}
	back, err := s.undoneBy(ctx, r)
	if err != nil || back != nil {
		return "", expires, err
	}
	return s.Journal.RunToken(ctx, r.ID, expires), expires, nil
}

// undoneBy is the run that takes a run back, or nil.
func (s *Service) undoneBy(ctx context.Context, r *gen.Run) (*gen.Run, error) {
	back, err := s.Store.Ent(ctx).Run.Query().Where(run.UndoesID(r.ID)).Only(viewer.AsSystem(ctx, "undo"))
	if gen.IsNotFound(err) {
		return nil, nil
	}
	return back, err
}

// Report says what became of taking a run back, by either of the two runs; nil while nobody did or it goes on, and for the run of a job.
func (s *Service) Report(ctx context.Context, r *gen.Run) (*journal.Report, error) {
	switch r.Kind {
	case run.KindBULK_UPDATE:
		back, err := s.undoneBy(ctx, r)
		if back == nil || err != nil {
			return nil, err
		}
		r = back
	case run.KindJOB:
		return nil, nil
	}
	if !ledger.Ended(r) {
		return nil, nil
	}
	report := &journal.Report{Reversed: r.Handled - r.Failed}
	for kept, into := range map[bool]*[]journal.Item{true: &report.Kept, false: &report.Failed} {
		which := outcome.CodeNEQ(string(fault.CodeConflict))
		if kept {
			which = outcome.CodeEQ(string(fault.CodeConflict))
		}
		some, err := s.Ledger.Failed(ctx, r.ID, 0, reported, which)
		if err != nil {
			return nil, err
		}
		for _, f := range some {
			*into = append(*into, journal.Item{Ref: fault.Ref{Type: gen.TypeUser, ID: f.UserID}, Name: cmp.Or(f.Name, "user"), Reason: f.Message})
		}
	}
	return report, nil
}

func read(r *gen.Run) (in Input, err error) {
	err = json.Unmarshal(r.Input, &in)
	return in, err
}

package bulk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
)

// ahead is how many users are looked up at once, together how many are changed in one transaction: a change writes some ten
// rows.
const ahead, together = 400, 40

// walkRun continues a run where it stands.
type walkRun struct {
	RunID int64 `json:"run_id"`
}

// Kind of the job.
func (walkRun) Kind() string { return "bulk.walk_run" }

// walk is one turn of a run. It may be interrupted at any moment, and be done twice at once: how far the run is was
// saved with what was done.
func (s *Service) walk(ctx context.Context, args walkRun) error {
	return s.Queue.InTurns(ctx, args, func(ctx, turn context.Context) (bool, error) { return s.goOn(ctx, turn, args.RunID) })
}

// goOn continues a run until it is over or the turn is.
func (s *Service) goOn(ctx, turn context.Context, runID int64) (over bool, err error) {
	for {
		r, err := s.Store.Ent(ctx).Run.Get(viewer.AsSystem(ctx, "run"), runID)
		if err != nil || ledger.Ended(r) {
			return err == nil, err
		}
		w := &walking{Service: s, run: r}
		if err := json.Unmarshal(r.Input, &w.Input); err != nil {
			return false, fmt.Errorf("run %d: %w", r.ID, err)
		}
		if err := w.some(ctx, turn); err != nil && !errors.Is(err, ledger.ErrOvertaken) {
			return false, err
		}
		if turn.Err() != nil {
			return false, nil
		}
	}
}

// walking is a run on its way.
type walking struct {
	*Service
	Input
	run *gen.Run
	// actor is whoever started it, as they stand now.
	actor *viewer.Viewer
}

// some handles the next users, or ends the run where none is left.
func (w *walking) some(ctx, turn context.Context) error {
	going, err := w.standing(ctx)
	if err != nil || !going {
		return err
	}
	if err := w.begin(ctx); err != nil {
		return w.refused(ctx, err)
	}
	ids, err := w.next(viewer.NewContext(ctx, w.actor))
	if err != nil {
		return w.refused(ctx, err)
	}
	if len(ids) == 0 {
		return w.Ledger.End(ctx, w.run.ID, run.StateSUCCEEDED, fmt.Sprintf("Done: %d handled, %d failed.", w.run.Handled, w.run.Failed))
	}
	size := together
	if len(w.Override) > 0 { // what was overridden stands in the journal with what it is about
		size = 1
	}
	for batch := range slices.Chunk(ids, size) {
		if turn.Err() != nil {
			return nil
		}
		if going, err := w.standing(ctx); err != nil || !going {
			return err
		}
		if err := w.batch(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}

// refused ends the run where its filter is not offered to whoever started it any more; other errors are tried again.
func (w *walking) refused(ctx context.Context, err error) error {
	if faults, foreseen := fault.All(err); foreseen && len(faults) > 0 {
		return w.Ledger.End(ctx, w.run.ID, run.StateCANCELLED, "Stopped: "+faults.Error())
	}
	return err
}

// standing looks whether whoever started the run still may do what it does, and ends it otherwise.
func (w *walking) standing(ctx context.Context) (going bool, err error) {
	w.actor, err = w.Authn.ActingAs(ctx, viewer.Kind(w.run.ActorKind), w.run.ActorID)
	switch {
	case err != nil:
		return false, err
	case w.actor == nil:
		return false, w.Ledger.End(ctx, w.run.ID, run.StateCANCELLED, "Stopped: whoever started this may not sign in any more.")
	}
	err = w.check(viewer.NewContext(ctx, w.actor), w.Change)
	return err == nil, w.refused(ctx, err)
}

// begin says that the run has begun, and counts whom it is about.
func (w *walking) begin(ctx context.Context) error {
	if w.run.State == run.StateRUNNING {
		return nil
	}
	total := w.run.Total
	if total == nil {
		n, err := w.Accounts.CountIn(viewer.NewContext(ctx, w.actor), *w.Filter, account.Span{Upto: w.run.Upto})
		if err != nil {
			return err
		}
		total = &n
	}
	return w.Store.InTx(viewer.AsSystem(ctx, "run"), func(ctx context.Context, tx *gen.Client) error {
		return tx.Run.Update().Where(run.ID(w.run.ID), run.StateEQ(run.StateQUEUED)).
			SetState(run.StateRUNNING).SetStartedAt(w.Store.Now(ctx)).SetTotal(*total).
			SetLog([]string{fmt.Sprintf("Started for %d users.", *total)}).Exec(ctx)
	})
}

// next are the users who come next, by key. Whoever started the run comes last, so that it does not end in the middle.
func (w *walking) next(ctx context.Context) ([]int64, error) {
	if w.run.Cursor == last {
		return nil, nil
	}
	var self int64
	if w.run.ActorKind == run.ActorKindUser {
		self = w.run.ActorID
	}
	ids, err := w.within(ctx, account.Span{After: w.run.Cursor, Upto: w.run.Upto, Except: self})
	if err != nil || len(ids) > 0 || self == 0 || self > w.run.Upto {
		return ids, err
	}
	return w.within(ctx, account.Span{After: self - 1, Upto: self})
}

// within are the first users of a span whom the run is about.
func (w *walking) within(ctx context.Context, in account.Span) (ids []int64, err error) {
	switch {
	case w.run.UndoesID != nil:
		err = w.Store.Ent(ctx).Outcome.Query().
			Where(outcome.RunID(*w.run.UndoesID), outcome.ChangeSetNotNil(), outcome.UserIDGT(in.After), outcome.UserIDLTE(in.Upto), outcome.UserIDNEQ(in.Except)).
			Order(outcome.ByUserID()).Limit(ahead).Select(outcome.FieldUserID).Scan(viewer.AsSystem(ctx, "undo"), &ids)
		return ids, err
	case w.Filter != nil:
		return w.Accounts.IDs(ctx, *w.Filter, in, ahead)
	}
	for _, id := range w.UserIDs {
		if id > in.After && id <= in.Upto && id != in.Except {
			ids = append(ids, id)
		}
	}
	return ids[:min(len(ids), ahead)], nil
}

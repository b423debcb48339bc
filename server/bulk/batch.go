package bulk

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// errOvertaken means that the run stands elsewhere than it was read: somebody stopped it, or is at it too.
var errOvertaken = errors.New("the run went on without this worker")

// tries is how often a user is tried whom somebody else changes at the same moment.
const tries = 3

// internal is the code of a failure that nobody could foresee.
const internal fault.Code = "INTERNAL"

// batch changes users in one transaction; where one of them cannot be changed, each in a transaction of their own.
func (w *walking) batch(ctx context.Context, ids []int64) error {
	if err := w.change(ctx, ids); err == nil || errors.Is(err, errOvertaken) || ctx.Err() != nil {
		return err
	}
	for _, id := range ids {
		if err := w.one(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// one changes a user, or notes why not.
func (w *walking) one(ctx context.Context, id int64) error {
	var err error
	for range tries {
		if err = w.change(ctx, []int64{id}); !fault.Is(err, fault.CodeConflict) || w.run.UndoesID != nil {
			break
		}
	}
	if err == nil || errors.Is(err, errOvertaken) || ctx.Err() != nil {
		return err
	}
	code, message := internal, "Something went wrong with this user."
	if faults, foreseen := fault.All(err); foreseen {
		code, message = faults[0].Code, faults.Error()
	} else {
		w.Log.ErrorContext(ctx, "a user of a run failed", slog.Int64("run", w.run.ID), slog.Int64("user", id), slog.Any("error", err))
	}
	return w.step(viewer.AsSystem(ctx, "run"), []int64{id}, 1, func(ctx context.Context, tx *gen.Client) error {
		return tx.Outcome.Create().SetRunID(w.run.ID).SetUserID(id).SetCode(string(code)).SetMessage(message).Exec(ctx)
	})
}

// change changes users in one transaction.
func (w *walking) change(ctx context.Context, ids []int64) error {
	return w.step(viewer.NewContext(ctx, w.actor), ids, 0, func(ctx context.Context, tx *gen.Client) error {
		rows := make([]*gen.OutcomeCreate, len(ids))
		for i, id := range ids {
			if err := w.do(ctx, tx, id); err != nil {
				return err
			}
			rows[i] = tx.Outcome.Create().SetRunID(w.run.ID).SetUserID(id).SetChangeSet(hook.From(ctx).ChangeSet)
		}
		return tx.Outcome.CreateBulk(rows...).Exec(viewer.AsSystem(ctx, "run"))
	})
}

// do is what the run does to one user.
func (w *walking) do(ctx context.Context, tx *gen.Client, id int64) error {
	if w.run.UndoesID == nil {
		return w.apply(ctx, tx, id, w.Change)
	}
	done, err := tx.Outcome.Query().Where(outcome.RunID(*w.run.UndoesID), outcome.UserID(id)).Only(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return err
	}
	_, err = w.Journal.UndoFor(ctx, *done.ChangeSet, id)
	return err
}

// step does something about users and moves the run on behind them, in one transaction. It fails with errOvertaken
// unless the run stands where this worker left it: the row is locked, so two workers never do the same.
func (w *walking) step(ctx context.Context, ids []int64, failed int, do func(context.Context, *gen.Client) error) error {
	cursor := ids[len(ids)-1]
	if w.run.ActorKind == run.ActorKindUser && cursor == w.run.ActorID {
		cursor = last
	}
	var moved *gen.Run
	err := w.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		system := viewer.AsSystem(ctx, "run")
		now, err := tx.Run.Query().Where(run.ID(w.run.ID), lock.Update).Only(system)
		if err != nil {
			return err
		}
		if now.State != run.StateRUNNING || now.Cursor != w.run.Cursor {
			return errOvertaken
		}
		if err := do(ctx, tx); err != nil {
			return err
		}
		moved, err = tx.Run.UpdateOne(now).SetCursor(cursor).SetHandled(now.Handled + len(ids)).SetFailed(now.Failed + failed).Save(system)
		return err
	})
	if err == nil {
		w.run = moved
	}
	return err
}

// end ends a run that is not over yet. What was searched for is forgotten: it may name somebody.
func (s *Service) end(ctx context.Context, runID int64, state run.State, line string) error {
	return s.Store.InTx(viewer.AsSystem(ctx, "run"), func(ctx context.Context, tx *gen.Client) error {
		r, err := tx.Run.Query().Where(run.ID(runID), lock.Update).Only(ctx)
		if err != nil || ended(r) {
			return err
		}
		var in Input
		if err := json.Unmarshal(r.Input, &in); err != nil {
			return err
		}
		if in.Filter != nil {
			in.Filter.Search = ""
		}
		input, err := json.Marshal(in)
		if err != nil {
			return err
		}
		if line != "" {
			r.Log = append(r.Log, line)
		}
		return tx.Run.UpdateOne(r).SetState(state).SetFinishedAt(s.Store.Now(ctx)).SetInput(input).SetLog(r.Log).Exec(ctx)
	})
}

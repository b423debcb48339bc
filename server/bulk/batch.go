package bulk

import (
	"context"
	"errors"
	"log/slog"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
)

// batch changes users in one transaction; where one of them cannot be changed, each in a transaction of their own.
func (w *walking) batch(ctx context.Context, ids []int64) error {
	if err := w.change(ctx, ids); err == nil || errors.Is(err, ledger.ErrOvertaken) || ctx.Err() != nil {
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
	for range ledger.Tries {
		if err = w.change(ctx, []int64{id}); !fault.Is(err, fault.CodeConflict) || w.run.UndoesID != nil {
			break
		}
	}
	if err == nil || errors.Is(err, ledger.ErrOvertaken) || ctx.Err() != nil {
		return err
	}
	moved, foreseen, failed := w.Ledger.Fail(ctx, w.run, ledger.Move{Cursor: w.behind(id)}, id, err)
	if !foreseen {
		w.Log.ErrorContext(ctx, "a user of a run failed", slog.Int64("run", w.run.ID), slog.Int64("user", id), slog.Any("error", err))
	}
	if failed == nil {
		w.run = moved
	}
	return failed
}

// change changes users in one transaction.
func (w *walking) change(ctx context.Context, ids []int64) error {
	moved, err := w.Ledger.Advance(viewer.NewContext(ctx, w.actor), w.run, &ledger.Move{Cursor: w.behind(ids[len(ids)-1]), Handled: len(ids)}, func(ctx context.Context, tx *gen.Client) error {
		if err := lock.Users(ctx, tx, ids...); err != nil { // all of them before what one of them belongs to
			return err
		}
		rows := make([]*gen.OutcomeCreate, len(ids))
		for i, id := range ids {
			if err := w.do(ctx, tx, id); err != nil {
				return err
			}
			rows[i] = tx.Outcome.Create().SetRunID(w.run.ID).SetUserID(id).SetChangeSet(hook.From(ctx).ChangeSet)
		}
		return tx.Outcome.CreateBulk(rows...).Exec(viewer.AsSystem(ctx, "run"))
	})
	if err == nil {
		w.run = moved
	}
	return err
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

// behind is where the run stands once a user is done: whoever started it comes at the very end.
func (w *walking) behind(id int64) int64 {
	if w.run.ActorKind == run.ActorKindUser && id == w.run.ActorID {
		return last
	}
	return id
}

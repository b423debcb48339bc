package schedule

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/ledger"
)

// walking is a run on its way.
type walking struct {
	*Service
	run   *gen.Run
	parts []part
}

// part is one of a step; a task that nothing does any more has one that does nothing.
type part struct {
	Part
	order Order
	title string
	known bool
}

// plan reads what the run is to do. The run's step counts parts.
func (w *walking) plan() error {
	var in input
	if err := json.Unmarshal(w.run.Input, &in); err != nil {
		return fmt.Errorf("run %d: %w", w.run.ID, err)
	}
	for _, step := range StepsOf(in.Steps) {
		task, known := w.tasks[step.Task]
		if !known {
			w.parts = append(w.parts, part{title: title(step.Task)})
		}
		for _, p := range task.Parts {
			called := title(step.Task)
			if p.What != "" {
				called += " of " + p.What
			}
			w.parts = append(w.parts, part{p, Order{step.Options, in.Owner, w.run.CreatedAt, w.run.ID, len(w.parts)}, called, true})
		}
	}
	return nil
}

// title is how the log calls a task.
func title(task string) string { return task[:1] + strings.ToLower(task[1:]) }

// some handles the next of the part that the run is at, or goes on to the next part, or ends the run.
func (w *walking) some(ctx, turn context.Context) error {
	if w.run.State == run.StateQUEUED {
		return w.open(ctx)
	}
	if w.run.Step >= len(w.parts) {
		return w.end(ctx)
	}
	at := w.parts[w.run.Step]
	if !at.known {
		return w.Ledger.End(ctx, w.run.ID, run.StateFAILED, "Nothing here does the task of this step.")
	}
	ids, err := w.next(ctx, at)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		line := at.title + " is done."
		if at.What != "" { // said with the first part
			line = ""
		}
		return w.advance(ctx, ledger.Move{Step: w.run.Step + 1, Line: line}, nil)
	}
	for _, id := range ids {
		if turn.Err() != nil {
			return nil
		}
		if err := w.one(ctx, turn, at, id); err != nil {
			return err
		}
	}
	if len(w.run.Log) >= maxLines {
		return nil
	}
	return w.advance(ctx, ledger.Move{Step: w.run.Step, Cursor: w.run.Cursor, Line: fmt.Sprintf("%s: %d handled, %d failed so far.", at.title, w.run.Handled, w.run.Failed)}, nil)
}

// end ends a run that came to its end: failed, where a part did that decides it.
func (w *walking) end(ctx context.Context) error {
	var deciding []int
	for i, p := range w.parts {
		if p.Decides {
			deciding = append(deciding, i)
		}
	}
	failed, err := w.Store.Ent(ctx).Outcome.Query().Where(outcome.RunID(w.run.ID), outcome.StepIn(deciding...), outcome.CodeNotNil()).Exist(ctx)
	if err != nil {
		return err
	}
	state := run.StateSUCCEEDED
	if failed {
		state = run.StateFAILED
	}
	return w.Ledger.End(ctx, w.run.ID, state, fmt.Sprintf("Finished: %d handled, %d failed.", w.run.Handled, w.run.Failed))
}

// open says that the run has begun, and what it is about.
func (w *walking) open(ctx context.Context) error {
	lines, total := []string{"Started."}, 0
	if len(w.parts) == 0 {
		lines = append(lines, "The job has no step, so there is nothing to do.")
	}
	for i, p := range w.parts {
		if !p.known {
			continue
		}
		n, err := w.count(ctx, p, i)
		if err != nil {
			return err
		}
		if total += n; n == 0 && p.What != "" {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s: %d to do.", p.title, n))
	}
	return w.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.Run.Update().Where(run.ID(w.run.ID), run.StateEQ(run.StateQUEUED)).
			SetState(run.StateRUNNING).SetStartedAt(w.Store.Now(ctx)).SetTotal(total).SetLog(lines).Exec(ctx)
	})
}

// one does a part to one, or notes why not. What goes before may take longer than a turn: then the next one goes on with it.
func (w *walking) one(ctx, turn context.Context, at part, id int64) error {
	move := ledger.Move{Step: w.run.Step, Cursor: id}
	var err error
	if at.Before != nil {
		if err = at.Before(turn, at.order, id); turn.Err() != nil {
			return ctx.Err()
		}
	}
	if err == nil {
		err = w.advance(ctx, move, func(ctx context.Context, m *ledger.Move) error {
			done, err := at.Do(ctx, at.order, id)
			if done {
				m.Handled = 1
			}
			return err
		})
	}
	if err == nil || errors.Is(err, ledger.ErrOvertaken) || job.IsLater(err) || ctx.Err() != nil {
		return err
	}
	return w.fail(ctx, at, move, id, err)
}

// fail notes why one could not be done: a user by themselves, anything else in the log.
func (w *walking) fail(ctx context.Context, at part, move ledger.Move, id int64, why error) (err error) {
	if at.What != "" {
		w.Log.ErrorContext(ctx, "a part of a job failed", slog.Int64("run", w.run.ID), slog.String("part", at.title), slog.Int64("id", id), slog.Any("error", why))
		move.Handled, move.Failed, move.Line = 1, 1, at.title+": one could not be done; the next run tries it again."
		return w.advance(ctx, move, nil)
	}
	if at.Decides {
		_, reason, _ := ledger.Reason(why)
		move.Line = at.title + ": " + reason
	}
	moved, foreseen, failed := w.Ledger.Fail(ctx, w.run, move, id, why)
	if !foreseen {
		w.Log.ErrorContext(ctx, "a user of a job failed", slog.Int64("run", w.run.ID), slog.Int64("user", id), slog.Any("error", why))
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

// next are those who come next in a part. What failed and is no user is not tried again by itself.
func (w *walking) next(ctx context.Context, at part) (ids []int64, err error) {
	if w.run.RetriesID == nil {
		return at.Next(ctx, at.order, w.run.Cursor, ahead)
	}
	err = w.Store.Ent(ctx).Outcome.Query().
		Where(outcome.RunID(*w.run.RetriesID), outcome.Step(w.run.Step), outcome.CodeNotNil(), outcome.UserIDGT(w.run.Cursor)).
		Order(outcome.ByUserID()).Limit(ahead).Select(outcome.FieldUserID).Scan(ctx, &ids)
	return ids, err
}

// count is how many a part is about.
func (w *walking) count(ctx context.Context, at part, step int) (int, error) {
	if w.run.RetriesID == nil {
		return at.Count(ctx, at.order)
	}
	return w.Store.Ent(ctx).Outcome.Query().Where(outcome.RunID(*w.run.RetriesID), outcome.Step(step), outcome.CodeNotNil()).Count(ctx)
}

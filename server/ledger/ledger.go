// Package ledger keeps the runs of what takes long: how far each is, whom it failed for and why. It knows nothing of what a
// run does.
package ledger

import (
	"context"
	"encoding/json"
	"errors"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/store"
)

// ErrOvertaken means that a run, an import or an export stands elsewhere than it was read: somebody stopped it, or is at it too.
var ErrOvertaken = errors.New("it went on without this worker")

// Tries is how often somebody is tried whom somebody else changes at the same moment.
const Tries = 3

// Ledger keeps runs.
type Ledger struct {
	Store *store.Store
	// Forget takes out of a run's input, when it ends, what may name somebody. Rooms say so before the first use.
	Forget map[run.Kind]func(json.RawMessage) (json.RawMessage, error)
}

// New returns a ledger.
func New(s *store.Store) *Ledger {
	return &Ledger{Store: s, Forget: map[run.Kind]func(json.RawMessage) (json.RawMessage, error){}}
}

// Draft fills in who begins a run and when: the viewer, now.
func (l *Ledger) Draft(ctx context.Context, tx *gen.Client, kind run.Kind, input any) (*gen.RunCreate, error) {
	text, err := json.Marshal(input)
	if err != nil {
		return nil, err
	}
	v := viewer.From(ctx)
	return tx.Run.Create().SetKind(kind).SetActorKind(run.ActorKind(v.Kind)).SetActorID(v.ID).SetInput(text).SetLog([]string{}).
		SetCreatedAt(l.Store.Now(ctx)), nil
}

// Run is a run that the viewer may see.
func (l *Ledger) Run(ctx context.Context, runID int64) (*gen.Run, error) {
	r, err := l.Store.Ent(ctx).Run.Get(ctx, runID)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("run")
	}
	return r, err
}

// Ended reports a run that is over.
func Ended(r *gen.Run) bool { return r.State != run.StateQUEUED && r.State != run.StateRUNNING }

// Move is how far a run comes in one go.
type Move struct {
	// Step and Cursor are where it stands then.
	Step            int
	Cursor          int64
	Handled, Failed int
	// Line, if any, is added to the log.
	Line string
}

// Advance does something and moves the run on behind it, in one transaction. It fails with ErrOvertaken unless the run
// stands where this worker left it: the row is locked, so two workers never do the same. do runs as the viewer, and may say
// in m what it did.
func (l *Ledger) Advance(ctx context.Context, r *gen.Run, m *Move, do func(context.Context, *gen.Client) error) (moved *gen.Run, err error) {
	err = l.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		system := viewer.AsSystem(ctx, "run")
		now, err := tx.Run.Query().Where(run.ID(r.ID), lock.Update).Only(system)
		if err != nil {
			return err
		}
		if now.State != run.StateRUNNING || now.Cursor != r.Cursor || now.Step != r.Step {
			return ErrOvertaken
		}
		if err := do(ctx, tx); err != nil {
			return err
		}
		update := tx.Run.UpdateOne(now).SetStep(m.Step).SetCursor(m.Cursor).SetHandled(now.Handled + m.Handled).SetFailed(now.Failed + m.Failed)
		if m.Line != "" {
			update.SetLog(append(now.Log, m.Line))
		}
		moved, err = update.Save(system)
		return err
	})
	return moved, err
}

// Fail writes down that a user could not be done, and why, and moves the run on.
func (l *Ledger) Fail(ctx context.Context, r *gen.Run, m Move, userID int64, why error) (moved *gen.Run, foreseen bool, err error) {
	code, message, foreseen := Reason(why)
	m.Handled, m.Failed = 1, 1
	moved, err = l.Advance(viewer.AsSystem(ctx, "run"), r, &m, func(ctx context.Context, tx *gen.Client) error {
		return tx.Outcome.Create().SetRunID(r.ID).SetStep(r.Step).SetUserID(userID).SetCode(string(code)).SetMessage(message).Exec(ctx)
	})
	return moved, foreseen, err
}

// Reason is why a user could not be done, in words that are safe to show.
func Reason(why error) (code fault.Code, message string, foreseen bool) {
	if faults, known := fault.All(why); known {
		return faults[0].Code, faults.Error(), true
	}
	return fault.Internal, "Something went wrong with this user.", false
}

// End ends a run that is not over yet. What its input may tell of somebody is forgotten.
func (l *Ledger) End(ctx context.Context, runID int64, state run.State, line string) error {
	return l.Store.InTx(viewer.AsSystem(ctx, "run"), func(ctx context.Context, tx *gen.Client) error {
		r, err := tx.Run.Query().Where(run.ID(runID), lock.Update).Only(ctx)
		if err != nil || Ended(r) {
			return err
		}
		update := tx.Run.UpdateOne(r).SetState(state).SetFinishedAt(l.Store.Now(ctx))
		if forget := l.Forget[r.Kind]; forget != nil {
			input, err := forget(r.Input)
			if err != nil {
				return err
			}
			update.SetInput(input)
		}
		if line != "" {
			update.SetLog(append(r.Log, line))
		}
		return update.Exec(ctx)
	})
}

// Stop ends a run that the viewer sees; what it did stays. One that is over stays as it is.
func (l *Ledger) Stop(ctx context.Context, runID int64) (*gen.Run, error) {
	if _, err := l.Run(ctx, runID); err != nil {
		return nil, err
	}
	if err := l.End(ctx, runID, run.StateCANCELLED, "Stopped."); err != nil {
		return nil, err
	}
	return l.Run(ctx, runID)
}

// Follow looks how far a run is. Each look is the viewer's.
func (l *Ledger) Follow(ctx context.Context, runID int64) (look func(context.Context) ([]*gen.Run, error), err error) {
	return Follow(ctx, func(ctx context.Context) (*gen.Run, error) { return l.Run(ctx, runID) }, func(before, now *gen.Run) bool {
		return before.State == now.State && before.Handled == now.Handled && len(before.Log) == len(now.Log)
	}, Ended)
}

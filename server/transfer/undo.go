package transfer

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrow"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/journal"
)

const (
	// atOnce is how many rows are taken back within the request, so that its answer has the report.
	atOnce = 200
	// reported bounds each list of a report.
	reported = 5000
	// behindAll is behind the last row that a file can have.
	behindAll = math.MaxInt32
)

// takeImportBack continues the taking back of an import.
type takeImportBack struct {
	ImportID int64 `json:"import_id"`
}

// Kind of the job.
func (takeImportBack) Kind() string { return "transfer.take_import_back" }

// Undo begins to take an import back, in the name of whoever asks: whom it made is deleted, whom it changed gets what they
// had, and whoever was changed again since is left alone. One that goes on is stopped first.
func (s *Importer) Undo(ctx context.Context, id int64) (*gen.ImportRun, error) {
	if _, err := s.Import(ctx, id); err != nil {
		return nil, err
	}
	var begun *gen.ImportRun
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		v, system := viewer.From(ctx), viewer.AsSystem(ctx, "undo")
		one, err := tx.ImportRun.Query().Where(importrun.ID(id), lock.Update).Only(system)
		if err != nil {
			return err
		}
		if one.State == importrun.StateRUNNING {
			if one, err = s.stop(system, id, importrun.StateSTOPPED, "Stopped, to be taken back."); err != nil {
				return err
			}
		}
		switch begun = one; {
		case one.State == importrun.StateUNDOING:
			return nil
		case one.State == importrun.StateUNDONE:
			return fault.Refuse(fault.Invalid, nil, "This import was taken back already.")
		case s.UndoableUntil(ctx, one) == nil && ended(one) && one.Added+one.Updated > 0:
			return fault.Refuse(fault.Invalid, nil, "An import can be taken back for 30 days. These are over.")
		case s.UndoableUntil(ctx, one) == nil:
			return fault.Refuse(fault.Invalid, nil, "This import changed nobody, so there is nothing to take back.")
		}
		begun, err = tx.ImportRun.UpdateOne(one).SetState(importrun.StateUNDOING).SetAskerKind(importrun.AskerKind(v.Kind)).SetAskerID(v.ID).
			SetCursor(behindAll).SetStartedAt(s.Store.Now(ctx)).ClearReason().Save(system)
		if err != nil {
			return err
		}
		return s.Queue.Enqueue(ctx, takeImportBack{id})
	})
	if err != nil || begun.Added+begun.Updated > atOnce {
		return begun, err
	}
	if _, err := s.goBack(ctx, ctx, id); err != nil {
		return nil, err
	}
	return s.Import(ctx, id)
}

// takeBack is one turn of a taking back.
func (s *Importer) takeBack(ctx context.Context, args takeImportBack) error {
	return s.Queue.InTurns(ctx, args, func(ctx, turn context.Context) (bool, error) { return s.goBack(ctx, turn, args.ImportID) })
}

// goBack takes back row by row, the last first, and then what rows made beside users, the first first. What came of each row is
// saved with it, and how far it is, so it goes on after a crash, and two workers do nothing twice.
func (s *Importer) goBack(ctx, turn context.Context, id int64) (over bool, err error) {
	system := viewer.AsSystem(ctx, "undo")
	for turn.Err() == nil {
		one, err := s.Store.Ent(system).ImportRun.Get(system, id)
		if err != nil || one.State != importrun.StateUNDOING {
			return true, err
		}
		actor, err := s.Authn.ActingAs(ctx, viewer.Kind(one.AskerKind), one.AskerID)
		if err != nil {
			return false, err
		}
		if actor == nil || s.May(viewer.NewContext(ctx, actor)) != nil {
			return true, s.conclude(system, one, importrun.StateSTOPPED, "Whoever was taking this back may not go on. Somebody else can take the rest back.")
		}
		step := s.reverseSome
		if one.Cursor <= 0 {
			step = s.clearSome
		}
		if err := step(viewer.NewContext(ctx, actor), turn, one); err != nil {
			return false, err
		}
	}
	return false, ctx.Err()
}

// reverseSome takes back some rows, the last ones that are left.
func (s *Importer) reverseSome(ctx, turn context.Context, one *gen.ImportRun) error {
	rows, err := s.Store.Ent(ctx).ImportRow.Query().Where(importrow.ImportID(one.ID), importrow.RowLT(one.Cursor), importrow.UndoIsNil()).
		Order(importrow.ByRow(sql.OrderDesc())).Limit(few).All(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return s.moveBack(ctx, one, 0)
	}
	did, err := s.looked(viewer.AsSystem(ctx, "undo"), rows)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if turn.Err() != nil {
			return nil
		}
		if err := s.reverse(ctx, r, did); err != nil {
			return err
		}
	}
	return nil
}

// clearSome takes back the groups and companies that some rows made, where nobody belongs to them; after the last the import is
// taken back.
func (s *Importer) clearSome(ctx, _ context.Context, one *gen.ImportRun) error {
	rows, err := s.Store.Ent(ctx).ImportRow.Query().Where(importrow.ImportID(one.ID), importrow.RowGT(-one.Cursor)).
		Order(importrow.ByRow()).Limit(few).All(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return s.conclude(viewer.AsSystem(ctx, "undo"), one, importrun.StateUNDONE, "")
	}
	sets := make([]string, len(rows))
	for i, r := range rows {
		sets[i] = r.ChangeSet
	}
	slices.Sort(sets)
	if err := s.Journal.UndoPlaces(ctx, slices.Compact(sets)); err != nil {
		return err
	}
	return s.moveBack(ctx, one, -rows[len(rows)-1].Row)
}

// moveBack moves a taking back on, unless somebody else did.
func (s *Importer) moveBack(ctx context.Context, one *gen.ImportRun, cursor int) error {
	return s.Store.InTx(viewer.AsSystem(ctx, "undo"), func(ctx context.Context, tx *gen.Client) error {
		return tx.ImportRun.Update().Where(importrun.ID(one.ID), importrun.StateEQ(importrun.StateUNDOING), importrun.Cursor(one.Cursor)).SetCursor(cursor).Exec(ctx)
	})
}

// reverse takes back what one row did, or notes why not.
func (s *Importer) reverse(ctx context.Context, r *gen.ImportRow, did *doings) error {
	err := s.mark(ctx, r, importrow.UndoREVERSED, "", func(ctx context.Context) (err error) {
		switch n := did.made[r.UserID]; {
		case n != nil:
			err = s.inUse(ctx, r.UserID, n)
		case did.opened[r.UserID]: // an account is never taken out, and the one of somebody who is deleted goes with them
			err = s.Accounts.Unopen(viewer.ShowDeleted(ctx), r.UserID)
		}
		if err != nil {
			return err
		}
		_, err = s.Journal.UndoFor(ctx, r.ChangeSet, r.UserID)
		if did.opened[r.UserID] && errors.Is(err, journal.ErrWithdrawn) {
			return nil // the account is taken back, which a refusal would give them again
		}
		return err
	})
	if err == nil || ctx.Err() != nil {
		return err
	}
	faults, foreseen := fault.All(err)
	if !foreseen {
		s.Log.ErrorContext(ctx, "a row of an import was not taken back", slog.Int64("row", r.ID), slog.Any("error", err))
		return s.mark(ctx, r, importrow.UndoFAILED, "Something went wrong with this user.", nil)
	}
	what := importrow.UndoFAILED
	if fault.Is(err, fault.CodeConflict) {
		what = importrow.UndoKEPT
	}
	return s.mark(ctx, r, what, faults.Error(), nil)
}

// mark notes what became of a row, with what do does, once.
func (s *Importer) mark(ctx context.Context, r *gen.ImportRow, what importrow.Undo, reason string, do func(context.Context) error) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		system := viewer.AsSystem(ctx, "undo")
		now, err := tx.ImportRow.Query().Where(importrow.ID(r.ID), lock.Update).Only(system)
		if err != nil || now.Undo != nil {
			return err
		}
		if do != nil {
			if err := do(ctx); err != nil {
				return err
			}
		}
		update, moved := tx.ImportRow.UpdateOne(now).SetUndo(what), tx.ImportRun.UpdateOneID(r.ImportID).SetCursor(r.Row)
		if reason != "" {
			update.SetReason(reason)
		} else {
			moved.AddReversed(1)
		}
		if err := moved.Exec(system); err != nil {
			return err
		}
		return update.Exec(system)
	})
}

// conclude ends a taking back. One that is only stopped can be begun again: it does the rows that nothing came of yet.
func (s *Importer) conclude(ctx context.Context, one *gen.ImportRun, state importrun.State, reason string) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		update := tx.ImportRun.Update().Where(importrun.ID(one.ID), importrun.StateEQ(importrun.StateUNDOING)).SetState(state)
		if reason != "" {
			update.SetReason(reason)
		}
		return update.Exec(ctx)
	})
}

// Report says what became of taking an import back; nil while nobody did or it goes on. Each list has at most 5,000.
func (s *Importer) Report(ctx context.Context, one *gen.ImportRun) (*journal.Report, error) {
	if one.State != importrun.StateUNDONE {
		return nil, nil
	}
	report := &journal.Report{Reversed: one.Reversed}
	for what, into := range map[importrow.Undo]*[]journal.Item{importrow.UndoKEPT: &report.Kept, importrow.UndoFAILED: &report.Failed} {
		rows, err := s.Store.Ent(ctx).ImportRow.Query().Where(importrow.ImportID(one.ID), importrow.UndoEQ(what), importrow.ReasonNotNil()).
			Order(importrow.ByRow()).Limit(reported).All(viewer.AsSystem(ctx, "import"))
		if err != nil {
			return nil, err
		}
		ids := make([]int64, len(rows))
		for i, r := range rows {
			ids[i] = r.UserID
		}
		seen, err := s.Store.Ent(ctx).User.Query().Where(user.IDIn(ids...)).All(viewer.ShowDeleted(ctx))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			item := journal.Item{Ref: fault.Ref{Type: gen.TypeUser, ID: r.UserID}, Name: "user", Reason: "This user is out of your sight now."}
			if i := slices.IndexFunc(seen, func(u *gen.User) bool { return u.ID == r.UserID }); i >= 0 {
				item.Name, item.Reason = strings.TrimSpace(seen[i].FirstName+" "+seen[i].LastName), *r.Reason
			}
			*into = append(*into, item)
		}
	}
	return report, nil
}

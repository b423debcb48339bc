package transfer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/sheet"
)

const (
	// perPiece is how many users are read at once; they make one piece of the file.
	perPiece = 1000
	// maxAttempts is how often a turn is tried, over half a minute at least, before the export is given up; lastTime is what giving up
	// may take.
	maxAttempts, lastTime = 6, 5 * time.Second
)

// writeExport goes on with an export where it stands.
type writeExport struct {
	ExportID int64 `json:"export_id"`
}

// Kind of the job.
func (writeExport) Kind() string { return "transfer.write_export" }

// writeExport is one turn of an export. It may be interrupted at any moment, and be done twice at once: each piece is saved
// with how far the file is, and a file is offered only with its last piece.
func (s *Exporter) writeExport(ctx context.Context, args writeExport) error {
	draft, next := &sheet.Draft{}, &ahead{} // for all of the turn
	defer next.drop()
	return s.Queue.InTurns(ctx, args, func(ctx, turn context.Context) (over bool, err error) {
		for turn.Err() == nil {
			e, err := s.Store.Ent(ctx).Export.Get(viewer.AsSystem(ctx, "export"), args.ExportID)
			if err != nil || e.State != export.StateQUEUED && e.State != export.StateRUNNING {
				return true, err
			}
			w := &writing{Exporter: s, export: e, draft: draft, next: next}
			if err := w.some(ctx); err != nil && !errors.Is(err, ledger.ErrOvertaken) {
				return false, w.failed(ctx, err)
			}
		}
		return false, nil
	})
}

// writing is an export on its way.
type writing struct {
	*Exporter
	export *gen.Export
	draft  *sheet.Draft
	next   *ahead
	filter account.Filter
	// actor is whoever asked for it, as they stand now, and columns are what it has.
	actor   *viewer.Viewer
	columns []*Column
}

// some writes the next piece.
func (w *writing) some(ctx context.Context) error {
	if going, err := w.standing(ctx); err != nil || !going {
		return err
	}
	e := w.export
	w.draft.Format, w.draft.Lines, w.draft.Sum, w.draft.Size, w.draft.Packed = sheet.Format(e.Format), e.Rows, e.Sum, e.Size, e.Packed
	if e.State == export.StateQUEUED {
		return w.begin(ctx)
	}
	some, err := w.next.from(e.Cursor, func() (page, error) { return w.read(ctx, e.Cursor) })
	if err != nil {
		return w.refused(ctx, err)
	}
	if len(some.users) == 0 {
		return w.finish(ctx)
	}
	cursor := some.users[len(some.users)-1].ID
	w.next.begin(cursor, func() (page, error) { return w.read(ctx, cursor) })
	now, lines := w.Store.Now(ctx), make([][]string, len(some.users))
	cells := make([]string, 0, len(some.users)*len(w.columns))
	for i, u := range some.users {
		r, from := record(u, some.beside, now), len(cells)
		for _, c := range w.columns {
			cells = append(cells, c.Text(r))
		}
		lines[i] = cells[from:]
	}
	piece, err := w.draft.Add(lines)
	if err != nil {
		return err
	}
	return w.keep(ctx, piece, func(u *gen.ExportUpdateOne) { u.SetCursor(cursor) })
}

// read reads the next users, as whoever asked for the export.
func (w *writing) read(ctx context.Context, cursor int64) (p page, err error) {
	ctx = viewer.NewContext(ctx, w.actor)
	span := account.Span{After: cursor, Upto: w.export.Upto}
	p.users, err = w.Accounts.Users(ctx, w.filter, span, perPiece, func(q *gen.UserQuery) {
		q.Where(rule.OfUsers(w.actor, viewer.Export))
		load(q, w.columns)
	})
	if err != nil || len(p.users) == 0 {
		return p, err
	}
	keys := make([]int64, len(p.users))
	for i, u := range p.users {
		keys[i] = u.ID
	}
	p.beside, err = besideOf(ctx, w.Store.Ent(ctx), w.columns, keys)
	return p, err
}

// page is some users with what stands beside them.
type page struct {
	users  []*gen.User
	beside beside
}

// ahead reads the users of the next piece while this one is packed and saved. Whoever asked for the export is looked at again
// before they are written.
type ahead struct {
	cursor int64
	page   page
	err    error
	done   chan struct{}
}

// begin reads what comes behind a user.
func (a *ahead) begin(cursor int64, read func() (page, error)) {
	a.drop()
	a.cursor, a.done = cursor, make(chan struct{})
	go func() {
		defer close(a.done)
		a.page, a.err = read()
	}()
}

// from is what comes behind a user: what was read ahead, if that is it.
func (a *ahead) from(cursor int64, read func() (page, error)) (page, error) {
	had := a.done != nil
	if a.drop(); had && a.cursor == cursor {
		return a.page, a.err
	}
	return read()
}

// drop waits until nothing is read any more.
func (a *ahead) drop() {
	if a.done != nil {
		<-a.done
		a.done = nil
	}
}

// standing looks whether whoever asked for the export still sees all that they saw, and ends it otherwise.
func (w *writing) standing(ctx context.Context) (going bool, err error) {
	e := w.export
	if len(e.Filter) > 0 {
		if err := json.Unmarshal(e.Filter, &w.filter); err != nil {
			return false, fmt.Errorf("export %d: %w", e.ID, err)
		}
	}
	w.actor, err = w.Authn.ActingAs(ctx, viewer.Kind(e.ActorKind), e.ActorID)
	switch {
	case err != nil:
		return false, err
	case w.actor == nil:
		return false, w.stop(ctx, "Whoever asked for this may not sign in any more.")
	}
	if err := rule.RequireExport(viewer.NewContext(ctx, w.actor)); err != nil {
		return false, w.refused(ctx, err)
	}
	if e.RunID != nil {
		stopped, err := w.Store.Ent(ctx).Run.Query().Where(run.ID(*e.RunID), run.StateEQ(run.StateCANCELLED)).Exist(viewer.AsSystem(ctx, "export"))
		if err != nil {
			return false, err
		}
		if stopped {
			return false, w.stop(ctx, "The run that asked for this was stopped.")
		}
	}
	columns, readable := columnsOf(w.actor, e)
	if !readable || !w.actor.Sees(e.Sight) {
		return false, w.stop(ctx, "Whoever asked for this sees less now than when it began.")
	}
	w.columns = columns
	return true, nil
}

// begin counts whom the export is about, and writes the headings.
func (w *writing) begin(ctx context.Context) error {
	e := w.export
	total, err := w.Accounts.CountIn(viewer.NewContext(ctx, w.actor), w.filter, account.Span{Upto: e.Upto}, rule.OfUsers(w.actor, viewer.Export))
	switch {
	case err != nil:
		return w.refused(ctx, err)
	case total > sheet.MaxLines && w.draft.Format == sheet.XLSX:
		return w.stop(ctx, fmt.Sprintf("These are %d users, and an XLSX file holds %d. Export them as CSV, or by a filter.", total, sheet.MaxLines))
	}
	headings := make([]string, len(w.columns))
	for i, c := range w.columns {
		headings[i] = c.Heading
	}
	piece, err := w.draft.Begin(headings)
	if err != nil {
		return err
	}
	return w.keep(ctx, piece, func(u *gen.ExportUpdateOne) {
		u.SetState(export.StateRUNNING).SetTotal(total).SetStartedAt(w.Store.Now(ctx))
	})
}

// keep saves a piece and how far the file is, in one transaction. It fails with ledger.ErrOvertaken unless the export stands where
// this worker read it: the row is locked, so no piece is written twice.
func (w *writing) keep(ctx context.Context, piece []byte, set func(*gen.ExportUpdateOne)) error {
	return w.held(ctx, func(ctx context.Context, tx *gen.Client, e *gen.Export) error {
		if err := tx.ExportPiece.Create().SetExportID(e.ID).SetNumber(e.Pieces).SetData(piece).Exec(ctx); err != nil {
			return err
		}
		d := w.draft
		update := tx.Export.UpdateOne(e).SetPieces(e.Pieces + 1).SetRows(d.Lines).SetSum(d.Sum).SetSize(d.Size).SetPacked(d.Packed)
		set(update)
		return update.Exec(ctx)
	})
}

// held does something about the export while nobody else does.
func (w *writing) held(ctx context.Context, do func(context.Context, *gen.Client, *gen.Export) error) error {
	return w.Store.InTx(viewer.AsSystem(ctx, "export"), func(ctx context.Context, tx *gen.Client) error {
		now, err := tx.Export.Query().Where(export.ID(w.export.ID), lock.Update).Only(ctx)
		if err != nil {
			return err
		}
		if now.State != w.export.State || now.Pieces != w.export.Pieces {
			return ledger.ErrOvertaken
		}
		return do(ctx, tx, now)
	})
}

// stop ends an export that whoever asked for it may not go on with.
func (w *writing) stop(ctx context.Context, why string) error {
	return w.end(ctx, export.StateCANCELLED, why)
}

// end ends an export without a file. What was written is erased next.
func (w *writing) end(ctx context.Context, state export.State, why string) error {
	return w.held(ctx, func(ctx context.Context, tx *gen.Client, e *gen.Export) error {
		now := w.Store.Now(ctx)
		update := tx.Export.UpdateOne(e).SetState(state).SetProblem(why).SetFinishedAt(now).SetNextRunAt(now)
		w.forget(update)
		return update.Exec(ctx)
	})
}

// forget takes what was searched for out of the filter of an export that is over: it may name somebody.
func (w *writing) forget(u *gen.ExportUpdateOne) {
	if len(w.export.Filter) == 0 {
		return
	}
	w.filter.Search = ""
	if kept, err := json.Marshal(w.filter); err == nil {
		u.SetFilter(kept)
	}
}

// failed gives an export up that went wrong again and again, so that it stands in nobody's way; until then it is tried again.
func (w *writing) failed(ctx context.Context, err error) error {
	if job.Attempt(ctx) < maxAttempts || errors.Is(ctx.Err(), context.Canceled) {
		return err
	}
	last, done := context.WithTimeout(context.WithoutCancel(ctx), lastTime)
	defer done()
	return errors.Join(err, w.end(last, export.StateFAILED, "Something went wrong while this was written. Start it again."))
}

// refused stops an export that whoever asked for it may not go on with; other errors are tried again.
func (w *writing) refused(ctx context.Context, err error) error {
	if faults, foreseen := fault.All(err); foreseen && len(faults) > 0 {
		return w.stop(ctx, faults.Error())
	}
	return err
}

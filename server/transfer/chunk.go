package transfer

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importissue"
	"github.com/portico-hub/portico/ent/gen/ent/importrow"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/store"
)

// tally is what some rows came to.
type tally struct {
	// cursor is the last of them; 0 for none. rows, if not 0, is how many the file has.
	cursor, rows, processed int
	came                    [3]int
	failed, warned          int
	entries                 []made
	issues                  []issue
}

// made is a user whom a row made or changed.
type made struct {
	row       int
	userID    int64
	changeSet string
}

// issue is one thing that is wrong with a row.
type issue struct {
	row          int
	column, cell *string
	fault        *fault.Fault
}

func (t *tally) done(e *entry, what outcome) {
	t.cursor = max(t.cursor, e.row)
	t.processed++
	t.came[what]++
}

func (t *tally) add(o tally) {
	t.cursor, t.processed = max(t.cursor, o.cursor), t.processed+o.processed
	for i := range t.came {
		t.came[i] += o.came[i]
	}
	t.entries = append(t.entries, o.entries...)
}

// errDry takes back what rows did in a check.
var errDry = errors.New("a check keeps nothing")

// stuck is the row of an attempt that was refused, by its place.
type stuck struct {
	at  int
	why error
}

func (s *stuck) Error() string { return s.why.Error() }

// Unwrap is why.
func (s *stuck) Unwrap() error { return s.why }

// chunk does rows together, and where one of them cannot be told apart by that, few at a time.
func (w *walking) chunk(ctx context.Context, rows []*entry) error {
	done, err := w.together(ctx, rows)
	if err != nil || done {
		return err
	}
	for some := range slices.Chunk(rows, few) {
		if err := w.inTurn(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// inTurn does rows one after the other in one transaction as long as nothing is refused. The ones before a refused row are
// done again without it; the refused one by itself, where somebody else was in the way.
func (w *walking) inTurn(ctx context.Context, rows []*entry) error {
	for len(rows) > 0 {
		whole := slices.IndexFunc(rows, func(e *entry) bool { return len(e.faults) > 0 })
		if whole == 0 {
			w.note(ctx, rows[0], rows[0].faults)
			rows = rows[1:]
			continue
		}
		if whole < 0 {
			whole = len(rows)
		}
		err := w.attempt(ctx, rows[:whole])
		var halt *stuck
		switch {
		case err == nil:
			rows = rows[whole:]
			continue
		case !errors.As(err, &halt):
			return err
		}
		if !w.dry && halt.at > 0 { // a check has seen that they go well
			if err := w.attempt(ctx, rows[:halt.at]); err != nil {
				if errors.As(err, new(*stuck)) {
					continue // somebody changed something meanwhile: from the beginning
				}
				return err
			}
		}
		if err := w.alone(ctx, rows[halt.at], halt.why); err != nil {
			return err
		}
		rows = rows[halt.at+1:]
	}
	return nil
}

// alone tries a row again that somebody else was in the way of, and notes why not.
func (w *walking) alone(ctx context.Context, e *entry, why error) error {
	for range ledger.Tries {
		_, foreseen := fault.All(why)
		if foreseen && (!fault.Is(why, fault.CodeConflict) || e.record.Says("version")) {
			break
		}
		err := w.attempt(ctx, []*entry{e})
		var halt *stuck
		if !errors.As(err, &halt) {
			return err
		}
		why = halt.why
	}
	w.note(ctx, e, why)
	return nil
}

// overridden are the codes of the warnings that keep no row back.
func (w *walking) overridden() []fault.Code {
	codes := make([]fault.Code, len(w.one.Override))
	for i, c := range w.one.Override {
		codes[i] = fault.Code(c)
	}
	return codes
}

// attempt does rows in one transaction, all or none; *stuck is the first that is refused. The rows of a check before a refused
// one count as done.
func (w *walking) attempt(ctx context.Context, rows []*entry) error {
	return w.transact(ctx, rows, func(ctx context.Context, d *desk, t *tally) error {
		for i, e := range rows {
			what, id, err := w.apply(ctx, d, e)
			if err != nil {
				return &stuck{i, err}
			}
			t.did(ctx, e, what, id)
		}
		return nil
	})
}

// did counts a row, and keeps whom it made or changed.
func (t *tally) did(ctx context.Context, e *entry, what outcome, id int64) {
	if t.done(e, what); what != unchanged {
		t.entries = append(t.entries, made{e.row, id, hook.From(ctx).ChangeSet})
	}
}

// transact does rows in one transaction and saves what they came to with them. A check is taken back whatever comes of it.
func (w *walking) transact(ctx context.Context, rows []*entry, do func(context.Context, *desk, *tally) error) error {
	var t tally
	var moved *gen.ImportRun
	err := w.Store.InTx(viewer.NewContext(ctx, w.actor), func(ctx context.Context, tx *gen.Client) error {
		t = tally{}
		d, err := lay(ctx, tx, rows)
		if err == nil {
			err = do(ctx, d, &t)
		}
		if err != nil {
			return err
		}
		if w.dry {
			return errDry
		}
		moved, err = w.keep(viewer.AsSystem(ctx, "import"), tx, &t)
		return err
	})
	switch {
	case err == nil:
		w.one, w.waiting = moved, tally{}
	case w.dry && (errors.Is(err, errDry) || errors.As(err, new(*stuck))):
		w.waiting.add(t)
		if errors.Is(err, errDry) {
			return nil
		}
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return err
}

// note keeps in mind why a row cannot be done.
func (w *walking) note(ctx context.Context, e *entry, why error) {
	faults, foreseen := fault.All(why)
	if !foreseen {
		w.Log.ErrorContext(ctx, "a row of an import failed", slog.Int64("import", w.one.ID), slog.Int("row", e.row), slog.Any("error", why))
		faults = fault.List{fault.Refuse(fault.Internal, nil, "Something went wrong with this row.")}
	}
	t := &w.waiting
	t.cursor, t.processed, t.failed = e.row, t.processed+1, t.failed+1
	if !slices.ContainsFunc(faults, func(f *fault.Fault) bool { return f.Kind != fault.Warning }) {
		t.warned++
	}
	for _, f := range faults {
		one := issue{row: e.row, fault: f}
		if c := ColumnOf(f.Field); c != nil {
			one.column = &c.Heading
			if i := slices.IndexFunc(w.columns, func(m *Match) bool { return m.Key == c.Key }); i >= 0 {
				cell := sheet.Cell(w.columns[i].Place, e.row)
				one.column, one.cell = &w.columns[i].Heading, &cell
			}
		}
		t.issues = append(t.issues, one)
	}
}

// save saves what rows came to that changed nothing.
func (w *walking) save(ctx context.Context) error {
	if w.waiting.cursor == 0 && w.waiting.rows == 0 {
		return nil
	}
	var moved *gen.ImportRun
	err := w.Store.InTx(viewer.AsSystem(ctx, "import"), func(ctx context.Context, tx *gen.Client) (err error) {
		moved, err = w.keep(ctx, tx, &tally{})
		return err
	})
	if err == nil {
		w.one, w.waiting = moved, tally{}
	}
	return err
}

// keep moves the import on behind rows, with what they came to, in their transaction.
func (w *walking) keep(ctx context.Context, tx *gen.Client, t *tally) (moved *gen.ImportRun, err error) {
	now, err := w.held(ctx, tx)
	if err != nil {
		return nil, err
	}
	all := w.waiting
	all.entries = slices.Clone(all.entries)
	all.add(*t)
	update := tx.ImportRun.UpdateOne(now).SetCursor(max(all.cursor, now.Cursor)).AddProcessed(all.processed).AddAdded(all.came[added]).
		AddUpdated(all.came[updated]).AddUnchanged(all.came[unchanged]).AddFailed(all.failed).AddWarned(all.warned)
	if all.rows > 0 {
		update.SetRows(all.rows)
	}
	if moved, err = update.Save(ctx); err != nil {
		return nil, err
	}
	return moved, w.keepRows(ctx, tx, &all)
}

// keepRows saves whom rows made or changed, and what is wrong with others.
func (w *walking) keepRows(ctx context.Context, tx *gen.Client, t *tally) error {
	if !w.dry && len(t.entries) > 0 {
		rows := make([][]any, len(t.entries))
		for i, e := range t.entries {
			rows[i] = []any{w.one.ID, e.row, e.userID, e.changeSet}
		}
		columns := []string{importrow.FieldImportID, importrow.FieldRow, importrow.FieldUserID, importrow.FieldChangeSet}
		if err := store.Bulk(ctx, importrow.Table, columns, rows); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(t.issues, 200) {
		issues := make([]*gen.ImportIssueCreate, len(some))
		for i, one := range some {
			severity := importissue.SeverityERROR
			if one.fault.Kind == fault.Warning {
				severity = importissue.SeverityWARNING
			}
			issues[i] = tx.ImportIssue.Create().SetImportID(w.one.ID).SetPass(w.one.Pass).SetRow(one.row).SetNillableColumn(one.column).
				SetNillableCell(one.cell).SetCode(string(one.fault.Code)).SetMessage(one.fault.Message).SetSeverity(severity)
		}
		if err := tx.ImportIssue.CreateBulk(issues...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

package transfer

import (
	"context"
	"errors"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/sheet"
)

const (
	// many is how many rows are one transaction: of one kind of row they are one statement, so the one writer of SQLite is busy
	// with them for a tenth of a second.
	many = 500
	// few is how many where each is done by itself: a new user is some ten statements.
	few = 40
)

// walkImport continues a check or a run where it stands.
type walkImport struct {
	ImportID int64 `json:"import_id"`
}

// Kind of the job.
func (walkImport) Kind() string { return "transfer.walk_import" }

// errTurn means that the turn is over.
var errTurn = errors.New("the turn is over")

// walk is one turn. It may be interrupted at any moment, and be done twice at once: how far the import is was saved with
// what was done.
func (s *Importer) walk(ctx context.Context, args walkImport) error {
	return s.Queue.InTurns(ctx, args, func(ctx, turn context.Context) (over bool, err error) {
		one, err := s.Store.Ent(ctx).ImportRun.Get(ctx, args.ImportID)
		if err != nil || one.State != importrun.StateCHECKING && one.State != importrun.StateRUNNING {
			return true, err
		}
		w := &walking{Importer: s, one: one, dry: one.State == importrun.StateCHECKING}
		defer s.Store.Widen(ctx)()
		switch err := w.goOn(ctx, turn); {
		case errors.Is(err, ledger.ErrOvertaken):
			return true, nil
		case errors.Is(err, errTurn):
			return false, nil
		default:
			return true, err
		}
	})
}

// walking is an import on its way.
type walking struct {
	*Importer
	one     *gen.ImportRun
	columns []*Match
	reader  *reader
	// dry: it is a check, and nothing that rows do is kept.
	dry bool
	// actor is whoever asked for it, as they stand now.
	actor *viewer.Viewer
	// waiting is what rows came to that is not saved yet.
	waiting tally
	// further: this turn did rows.
	further bool
}

// goOn reads the file from its beginning and does the rows behind the cursor.
func (w *walking) goOn(ctx, turn context.Context) (err error) {
	if w.columns, err = Matches(w.one); err != nil {
		return err
	}
	if going, err := w.standing(ctx); err != nil || !going {
		return err
	}
	file, err := sheet.Open(ctx, w.file(ctx, w.one.ID, w.one.Size), w.one.Size)
	if err != nil {
		return w.flawed(ctx, err)
	}
	if err := w.count(ctx, file); err != nil {
		return w.flawed(ctx, err)
	}
	home, err := w.home(ctx)
	if err != nil {
		return err
	}
	w.reader = newReader(w.columns, home)
	done := w.one.Cursor
	var chunk []*entry
	for row, err := range file.Rows(ctx) {
		if err != nil {
			return w.flawed(ctx, err)
		}
		if row.Number == 1 {
			continue
		}
		if row.Number <= done {
			w.reader.pass(row)
			continue
		}
		e := w.reader.read(row)
		if e == nil {
			continue
		}
		if chunk = append(chunk, e); len(chunk) < many {
			continue
		}
		if err := w.some(ctx, turn, chunk); err != nil {
			return err
		}
		chunk = chunk[:0]
	}
	if err := w.some(ctx, turn, chunk); err != nil {
		return err
	}
	return w.through(ctx)
}

// through ends what came to the end of its file.
func (w *walking) through(ctx context.Context) error {
	if w.dry {
		return w.end(ctx, importrun.StateCHECKED, "")
	}
	if w.one.Added > 1000 {
		w.Store.Grown(ctx, user.Table, identity.Table, membership.Table)
	}
	return w.end(ctx, importrun.StateDONE, "")
}

// home is the name of the company to which whoever asked makes users, where it is the only one.
func (w *walking) home(ctx context.Context) (string, error) {
	id := rule.OnlyCompany(w.actor)
	if id == nil {
		return "", nil
	}
	c, err := w.Store.Ent(ctx).Company.Get(viewer.AsSystem(ctx, "import"), *id)
	if gen.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return c.Name, nil
}

// some does a chunk of rows, unless the turn is over or whoever asked for it may not go on. Each turn does one: the way through
// the rows that were done before may take all of it.
func (w *walking) some(ctx, turn context.Context, chunk []*entry) error {
	if len(chunk) == 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.further && turn.Err() != nil {
		return errTurn
	}
	going, err := w.standing(ctx)
	if err != nil {
		return err
	}
	if !going {
		return ledger.ErrOvertaken
	}
	w.further = true
	before := w.one.Added
	if err := w.chunk(ctx, chunk); err != nil {
		return err
	}
	if !w.dry && grown(before, w.one.Added) {
		w.Store.Growing(ctx, user.Table, identity.Table, membership.Table)
	}
	return w.save(ctx)
}

// grown reports that so many users were added that the database should look again: 250, 1,000, 4,000 and so on.
func grown(before, now int) bool {
	mark := 250
	for mark <= before {
		mark *= 4
	}
	return now >= mark
}

// count finds out how many rows there are, where the request that brought the file did not.
func (w *walking) count(ctx context.Context, file *sheet.File) error {
	if w.one.Rows > 0 {
		return nil
	}
	rows := 0
	for row, err := range file.Rows(ctx) {
		if err != nil {
			return err
		}
		if row.Number > 1 && !isSample(w.columns, row.Cells) {
			rows++
		}
	}
	w.waiting.rows = rows
	return w.save(ctx)
}

// flawed ends an import whose file cannot be read to its end; other errors are tried again.
func (w *walking) flawed(ctx context.Context, err error) error {
	if faults, foreseen := fault.All(refused(err)); foreseen && len(faults) > 0 {
		return w.end(ctx, importrun.StateFAILED, faults.Error())
	}
	return err
}

// standing looks whether whoever asked for the import still may do it, and ends it otherwise.
func (w *walking) standing(ctx context.Context) (going bool, err error) {
	if w.actor, err = w.Authn.ActingAs(ctx, viewer.Kind(w.one.AskerKind), w.one.AskerID); err != nil {
		return false, err
	}
	if w.actor == nil {
		return false, w.end(ctx, importrun.StateSTOPPED, "Whoever asked for this may not sign in any more.")
	}
	if err := w.May(viewer.NewContext(ctx, w.actor)); err != nil {
		if faults, foreseen := fault.All(err); foreseen {
			return false, w.end(ctx, importrun.StateSTOPPED, faults.Error())
		}
		return false, err
	}
	return true, nil
}

// held is the import, held in its transaction. It fails with ledger.ErrOvertaken unless the import stands where this worker left it:
// its row is locked, so two workers never do the same.
func (w *walking) held(ctx context.Context, tx *gen.Client) (*gen.ImportRun, error) {
	now, err := tx.ImportRun.Query().Where(importrun.ID(w.one.ID), lock.Update).Only(ctx)
	if err == nil && (now.State != w.one.State || now.Cursor != w.one.Cursor || now.Pass != w.one.Pass) {
		err = ledger.ErrOvertaken
	}
	return now, err
}

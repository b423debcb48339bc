package transfer

import (
	"context"
	"encoding/json"
	"slices"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Mapping says what one column of a file is: a column of ours by its key or heading, or nothing.
type Mapping struct {
	Heading string
	Field   *string
}

// Map says what the columns of a file are, and checks it anew. Columns that it does not speak of stay what they were. Only
// whoever brought the file may: a column of notes, called a title, would be read by anybody.
func (s *Importer) Map(ctx context.Context, id int64, mappings []Mapping) (*gen.ImportRun, error) {
	return s.begin(ctx, id, func(one *gen.ImportRun, update *gen.ImportRunUpdateOne) error {
		if !rule.MayOpen(viewer.From(ctx), one) {
			return fault.Refuse(fault.CodeForbidden, nil, "Only whoever brought this file can say what its columns are.")
		}
		switch one.State {
		case importrun.StateNEEDS_MAPPING, importrun.StateCHECKING, importrun.StateCHECKED:
		default:
			return fault.Refuse(fault.Invalid, nil, "This import has begun: its columns can't be changed any more.")
		}
		if one.FileErasedAt != nil {
			return erased()
		}
		columns, err := Matches(one)
		if err != nil {
			return err
		}
		if err := mapped(columns, mappings); err != nil {
			return err
		}
		said, err := json.Marshal(columns)
		update.SetColumns(said).SetState(importrun.StateCHECKING)
		return err
	})
}

// mendedAmong bounds the imports among which the one is looked for that a mended file of problems is from.
const mendedAmong = 50

// settled reports that nobody has to be asked what the columns of a file are. Of rows with problems that come back mended it was
// said before: their headings are those of a file that the viewer brought.
func (s *Importer) settled(ctx context.Context, first *surveyed) (bool, error) {
	own := func(all []*Match) []*Match {
		return slices.DeleteFunc(slices.Clone(all), func(m *Match) bool { return isProblemColumn(m.Heading) })
	}
	these := own(first.columns)
	if first.settled || len(first.columns)-len(these) < len(problemColumns) {
		return first.settled, nil
	}
	v := viewer.From(ctx)
	before, err := s.Store.Ent(ctx).ImportRun.Query().Where(importrun.ActorKindEQ(importrun.ActorKind(v.Kind)), importrun.ActorID(v.ID), importrun.FailedGT(0)).
		Order(importrun.ByID(sql.OrderDesc())).Limit(mendedAmong).All(viewer.AsSystem(ctx, "import"))
	if err != nil {
		return false, err
	}
	for _, one := range before {
		all, err := Matches(one)
		if err != nil {
			return false, err
		}
		if all = own(all); slices.EqualFunc(all, these, func(a, b *Match) bool { return fold.Key(a.Heading) == fold.Key(b.Heading) }) {
			for i, m := range all {
				these[i].Key = m.Key
			}
			return finds(these), nil
		}
	}
	return false, nil
}

// mapped puts mappings into columns.
func mapped(columns []*Match, mappings []Mapping) error {
	for _, said := range mappings {
		i := slices.IndexFunc(columns, func(m *Match) bool { return fold.Key(m.Heading) == fold.Key(said.Heading) })
		if i < 0 {
			return fault.Refuse(fault.Unknown, fault.At("columns"), "The file has no column of this heading.")
		}
		columns[i].Key = ""
		if said.Field == nil || *said.Field == "" {
			continue
		}
		c := ColumnNamed(*said.Field)
		switch {
		case c == nil:
			return fault.Refuse(fault.Unknown, fault.At("columns"), "There is no field of this name.")
		case c.ReadOnly:
			return fault.Refusef(fault.Invalid, fault.At("columns"), "%s is for information only. Choose another field, or none.", c.Heading)
		}
		columns[i].Key = c.Key
	}
	for i, m := range columns {
		if m.Key != "" && taken(columns[:i], m.Key) {
			return fault.Refusef(fault.Invalid, fault.At("columns"), "Two columns can't both be %s.", ColumnNamed(m.Key).Heading)
		}
	}
	if !finds(columns) {
		return fault.Refuse(fault.Required, fault.At("columns"), "Say which column is the email: it tells who a row is about.")
	}
	return nil
}

// Run does what was checked, for whoever brought the file. One that runs already goes on.
func (s *Importer) Run(ctx context.Context, id int64, c Choices) (*gen.ImportRun, error) {
	return s.begin(ctx, id, func(one *gen.ImportRun, update *gen.ImportRunUpdateOne) error {
		switch {
		case one.State == importrun.StateRUNNING:
			return errAlready
		case one.FileErasedAt != nil:
			return erased()
		case one.State == importrun.StateCHECKING, one.State == importrun.StateNEEDS_MAPPING:
			return fault.Refuse(fault.Invalid, nil, "This file is not checked yet.")
		case one.State != importrun.StateCHECKED:
			return fault.Refuse(fault.Invalid, nil, "This import is over. Upload the file again.")
		case !rule.MayOpen(viewer.From(ctx), one):
			// It would run with the rights of whoever asks, who sees nothing of what it does.
			return fault.Refuse(fault.CodeForbidden, nil, "Only whoever brought this file can run it. Ask them for the file, and upload it yourself.")
		}
		if c.Notify != "" {
			update.SetNotify(c.Notify)
		}
		if c.Override != nil {
			update.SetOverride(words(c.Override))
		}
		update.SetState(importrun.StateRUNNING)
		return nil
	})
}

// errAlready says that what was asked for goes on already.
var errAlready = fault.Refuse(fault.Invalid, nil, "This goes on already.")

func erased() error {
	return fault.Refuse(fault.BadFile, nil, "The file of this import was erased. Upload it again.")
}

// begin starts a pass over a file, in the name of whoever asks.
func (s *Importer) begin(ctx context.Context, id int64, prepare func(*gen.ImportRun, *gen.ImportRunUpdateOne) error) (*gen.ImportRun, error) {
	if _, err := s.Import(ctx, id); err != nil {
		return nil, err
	}
	var begun *gen.ImportRun
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		v, system := viewer.From(ctx), viewer.AsSystem(ctx, "import")
		one, err := tx.ImportRun.Query().Where(importrun.ID(id), lock.Update).Only(system)
		if err != nil {
			return err
		}
		update := tx.ImportRun.UpdateOne(one)
		switch err := prepare(one, update); {
		case err == error(errAlready):
			begun = one
			return nil
		case err != nil:
			return err
		}
		begun, err = update.SetAskerKind(importrun.AskerKind(v.Kind)).SetAskerID(v.ID).SetPass(one.Pass + 1).SetCursor(0).SetProcessed(0).SetAdded(0).
			SetUpdated(0).SetUnchanged(0).SetFailed(0).SetWarned(0).ClearReason().SetStartedAt(s.Store.Now(ctx)).ClearFinishedAt().Save(system)
		if err != nil {
			return err
		}
		return s.Queue.Enqueue(ctx, walkImport{id})
	})
	return begun, err
}

// Stop ends what goes on; what it did stays. One that is over stays as it is.
func (s *Importer) Stop(ctx context.Context, id int64) (*gen.ImportRun, error) {
	if _, err := s.Import(ctx, id); err != nil {
		return nil, err
	}
	return s.stop(ctx, id, importrun.StateSTOPPED, "Stopped.")
}

// stop ends a check or a run in a state, if it is one that goes on. A check that did not come to its end made nobody: what it
// counted is not told as if a run had done it.
func (s *Importer) stop(ctx context.Context, id int64, state importrun.State, reason string) (ended *gen.ImportRun, err error) {
	err = s.Store.InTx(viewer.AsSystem(ctx, "import"), func(ctx context.Context, tx *gen.Client) error {
		if ended, err = tx.ImportRun.Query().Where(importrun.ID(id), lock.Update).Only(ctx); err != nil {
			return err
		}
		if ended.State != importrun.StateCHECKING && ended.State != importrun.StateRUNNING {
			return nil
		}
		update := tx.ImportRun.UpdateOne(ended).SetState(state).SetFinishedAt(s.Store.Now(ctx))
		if ended.State == importrun.StateCHECKING && state != importrun.StateCHECKED {
			update = neverRan(update)
		}
		if reason != "" {
			update.SetReason(reason)
		}
		ended, err = update.Save(ctx)
		return err
	})
	return ended, err
}

// neverRan takes back what a check counted that no run follows.
func neverRan(update *gen.ImportRunUpdateOne) *gen.ImportRunUpdateOne {
	return update.SetAdded(0).SetUpdated(0).SetUnchanged(0)
}

// end ends the pass that this worker is at, with what waits to be saved. It fails with ledger.ErrOvertaken where the import is at
// another by now: a worker that stood still ends nothing that was begun since.
func (w *walking) end(ctx context.Context, state importrun.State, reason string) error {
	if err := w.save(ctx); err != nil {
		return err
	}
	var ended *gen.ImportRun
	err := w.Store.InTx(viewer.AsSystem(ctx, "import"), func(ctx context.Context, tx *gen.Client) (err error) {
		if _, err = w.held(ctx, tx); err == nil {
			ended, err = w.stop(ctx, w.one.ID, state, reason)
		}
		return err
	})
	if err == nil {
		w.one = ended
	}
	return err
}

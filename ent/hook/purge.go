package hook

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

type purge struct{}

// Purging returns a context, of Portico itself, in which rows of journalled entities are erased: a row by itself leaves an entry
// without values, and many at once leave none, since they go with the row that they belong to. Entries are blanked there.
func Purging(ctx context.Context) context.Context {
	return context.WithValue(viewer.ShowDeleted(viewer.AsSystem(ctx, "purge")), purge{}, true)
}

func purging(ctx context.Context) bool {
	return ctx.Value(purge{}) != nil && viewer.From(ctx).IsSystem()
}

// errJournal is the answer to changing the journal.
var errJournal = errors.New("an entry of the journal is never changed: the purge alone blanks it")

// OnlyBlanked refuses every change of what was written once, but the blanking by the purge.
func OnlyBlanked(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if !m.Op().Is(ent.OpCreate) && (!purging(ctx) || !m.Op().Is(ent.OpUpdateOne)) {
			return nil, errJournal
		}
		return next.Mutate(ctx, m)
	})
}

// erase takes a row out for good. It was there, and is gone: the entry says no more.
func (w *writer) erase(ctx context.Context, next ent.Mutator) (ent.Value, error) {
	if w.Op().Is(ent.OpDelete) {
		return next.Mutate(ctx, w.mutation)
	}
	id, _ := w.ID()
	value, err := next.Mutate(ctx, w.mutation)
	if err != nil {
		return nil, err
	}
	if n, counted := value.(int); counted && n == 0 { // the row is not one that may go: Ent says so after us
		return value, nil
	}
	e := &entry{row: row{w.Type(), id}, operation: change.OperationDELETE, old: map[string]json.RawMessage{}, new: map[string]json.RawMessage{}}
	if w.Type() == gen.TypeUser {
		e.subject = &id
	}
	w.record(w.place(), e)
	return value, nil
}

// erasable is what the purge takes out piece by piece.
type erasable interface {
	OldPurgedAt(ctx context.Context) (*time.Time, error)
}

// stays refuses to bring back what the purge began to erase, also where it begins at this moment.
func (w *writer) stays(ctx context.Context) error {
	row, marked := w.mutation.(erasable)
	if !marked || !w.FieldCleared("deleted_at") {
		return nil
	}
	began, err := row.OldPurgedAt(ctx)
	if err != nil {
		return err
	}
	if began != nil {
		return fault.Refusef(fault.CodeConflict, nil, "This %s is being erased and can't come back.", strings.ToLower(w.Type()))
	}
	w.WhereP(sql.FieldIsNull("purged_at"))
	return nil
}

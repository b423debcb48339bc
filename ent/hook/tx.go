// Package hook keeps a row true: it normalises, stamps, raises the version and writes the change journal. It never
// sends, enqueues or calls out; what follows from a change is decided by the rooms of server.
package hook

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"entgo.io/ent"

	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/viewer"
)

// Tx is what the hooks know of the transaction that they run in: its one time, where it comes from, and the journal
// so far. store.InTx makes it and writes the journal before it commits.
type Tx struct {
	// At is the one time of everything in this transaction.
	At time.Time
	// ChangeSet is shared by all that this transaction changes.
	ChangeSet string
	// Origin is the client's address or the name of the job.
	Origin string
	// RequestID is the request that asked for it, if one did.
	RequestID string

	wrote   bool
	entries []*entry
	index   map[row]*entry
	// overridden are the codes of warnings that the actor saw and saved in spite of, by the user whom they were about.
	overridden map[int64][]string
	// making counts the users who are being made together; newcomers are those of them who are saved.
	making    int
	newcomers []newcomer
}

type row struct {
	entity string
	id     int64
}

type entry struct {
	row
	subject   *int64
	operation change.Operation
	old, new  map[string]json.RawMessage
}

type key struct{}

// NewContext returns a context in which hooks write to tx.
func NewContext(ctx context.Context, tx *Tx) context.Context {
	return context.WithValue(ctx, key{}, tx)
}

// From returns the transaction that is open in ctx, or nil.
func From(ctx context.Context) *Tx {
	tx, _ := ctx.Value(key{}).(*Tx)
	return tx
}

// Together is how many rows are best written by one statement: Ent goes from each row to the next without coming back, so many
// make a deep stack, which costs more than the statements that they save.
const Together = 100

// ErrOutsideTx is the answer to a write that goes around store.InTx.
var ErrOutsideTx = errors.New("a write outside store.InTx: it would have no journal, no one time and no way back")

// ErrManyAtOnce is the answer to updating or deleting many rows of a journalled entity in one statement.
var ErrManyAtOnce = errors.New("many rows at once: a journalled entity is changed row by row, so that each change has its old values")

// onlyInTx refuses a write outside store.InTx, and one that uses another client than the transaction's.
func onlyInTx(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if From(ctx) == nil {
			return nil, ErrOutsideTx
		}
		if within, ok := m.(interface{ InTx() bool }); !ok || !within.InTx() {
			return nil, ErrOutsideTx
		}
		return next.Mutate(ctx, m)
	})
}

// place is the next place in the journal: rows that are made together are saved from the last to the first.
func (t *Tx) place() int {
	t.entries = append(t.entries, nil)
	return len(t.entries) - 1
}

// record notes in a place that a row changed. Several changes to one row in one transaction become one entry.
func (t *Tx) record(at int, e *entry) {
	before, again := t.index[e.row]
	if !again {
		if t.index == nil {
			t.index = map[row]*entry{}
		}
		t.index[e.row], t.entries[at] = e, e
		return
	}
	for name, value := range e.old {
		if _, known := before.old[name]; !known && before.operation != change.OperationCREATE {
			before.old[name] = value
		}
	}
	for name, value := range e.new {
		before.new[name] = value
	}
	if e.operation == change.OperationDELETE {
		before.operation, before.new = e.operation, map[string]json.RawMessage{}
	}
}

// Journal is what of this transaction is to be written down, in the order of the columns; nothing where nothing changed. It is
// asked for once, by store.InTx, before the commit.
func (t *Tx) Journal(ctx context.Context) (columns []string, rows [][]any, err error) {
	who := viewer.From(ctx)
	for _, e := range t.entries {
		if e == nil {
			continue
		}
		if who == nil {
			return nil, nil, errors.New("a change without an actor: the context has no viewer")
		}
		var overridden any
		if codes := t.overriddenIn(e); len(codes) > 0 {
			if overridden, err = json.Marshal(codes); err != nil {
				return nil, nil, err
			}
		}
		rows = append(rows, []any{t.ChangeSet, t.At, string(who.Kind), who.ID, who.Name, t.Origin, t.RequestID, e.entity, e.id, e.subject,
			string(e.operation), object(e.old), object(e.new), overridden})
	}
	t.entries, t.index, t.wrote = nil, nil, t.wrote || len(rows) > 0
	return []string{change.FieldChangeSet, change.FieldAt, change.FieldActorKind, change.FieldActorID, change.FieldActor, change.FieldOrigin,
		change.FieldRequestID, change.FieldEntity, change.FieldEntityID, change.FieldSubjectID, change.FieldOperation, change.FieldOld, change.FieldNew,
		change.FieldOverridden}, rows, nil
}

// Override notes that the actor saves a user in spite of these warnings: every entry about the user names them.
func (t *Tx) Override(userID int64, codes []string) {
	if t.overridden == nil {
		t.overridden = map[int64][]string{}
	}
	for _, code := range codes {
		if !slices.Contains(t.overridden[userID], code) {
			t.overridden[userID] = append(t.overridden[userID], code)
		}
	}
}

// overriddenIn are the codes that an entry names. What is about nobody, such as a new company, came with the user whom all else in
// the transaction is about; of several, as in an import, nobody knows with whom.
func (t *Tx) overriddenIn(e *entry) []string {
	subject := e.subject
	if subject == nil {
		subject = t.alone()
	}
	if subject == nil {
		return nil
	}
	return t.overridden[*subject]
}

// alone is the one user whom this transaction is about, nil for none or several.
func (t *Tx) alone() (one *int64) {
	if len(t.overridden) != 1 {
		return nil
	}
	for _, e := range t.entries {
		switch {
		case e == nil || e.subject == nil:
		case one == nil:
			one = e.subject
		case *one != *e.subject:
			return nil
		}
	}
	return one
}

// Wrote reports that the journal of this transaction has entries.
func (t *Tx) Wrote() bool { return t.wrote }

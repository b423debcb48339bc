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

	gen "github.com/portico-hub/portico/ent/gen/ent"
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
		if within, ok := m.(interface{ Tx() (*gen.Tx, error) }); ok {
			if _, err := within.Tx(); err != nil {
				return nil, ErrOutsideTx
			}
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

// Flush writes the journal of this transaction with one INSERT. A transaction that changed nothing writes nothing.
func (t *Tx) Flush(ctx context.Context, client *gen.Client) error {
	t.entries = slices.DeleteFunc(t.entries, func(e *entry) bool { return e == nil })
	if len(t.entries) == 0 {
		return nil
	}
	who := viewer.From(ctx)
	if who == nil {
		return errors.New("a change without an actor: the context has no viewer")
	}
	rows := make([]*gen.ChangeCreate, len(t.entries))
	for i, e := range t.entries {
		rows[i] = client.Change.Create().
			SetChangeSet(t.ChangeSet).SetAt(t.At).
			SetActorKind(change.ActorKind(who.Kind)).SetActorID(who.ID).SetActor(who.Name).
			SetOrigin(t.Origin).SetRequestID(t.RequestID).
			SetEntity(e.entity).SetEntityID(e.id).SetNillableSubjectID(e.subject).
			SetOperation(e.operation).SetOld(e.old).SetNew(e.new)
		if codes := t.overriddenIn(e); len(codes) > 0 {
			rows[i].SetOverridden(codes)
		}
	}
	t.entries, t.index, t.wrote = nil, nil, true
	for some := range slices.Chunk(rows, Together) {
		if err := client.Change.CreateBulk(some...).Exec(viewer.AsSystem(ctx, "journal")); err != nil {
			return err
		}
	}
	return nil
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

// overriddenIn are the codes that an entry names. What is about nobody, such as a new company, came with the one user of the
// transaction, if it is about one.
func (t *Tx) overriddenIn(e *entry) []string {
	if e.subject != nil {
		return t.overridden[*e.subject]
	}
	for _, codes := range t.overridden {
		if len(t.overridden) == 1 {
			return codes
		}
	}
	return nil
}

// Wrote reports that the journal of this transaction has entries.
func (t *Tx) Wrote() bool { return t.wrote }

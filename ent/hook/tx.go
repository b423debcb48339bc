// Package hook keeps a row true: it normalises, stamps, raises the version and writes the change journal. It never
// sends, enqueues or calls out; what follows from a change is decided by the rooms of server.
package hook

import (
	"context"
	"encoding/json"
	"errors"
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
	// overridden are the codes of warnings that the actor saw and saved in spite of.
	overridden []string
	// made are the users that this transaction made and has not changed since.
	made map[int64]gen.User
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

// record notes that a row changed. Several changes to one row in one transaction become one entry.
func (t *Tx) record(e *entry) {
	before, again := t.index[e.row]
	if !again {
		if t.index == nil {
			t.index = map[row]*entry{}
		}
		t.index[e.row] = e
		t.entries = append(t.entries, e)
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

// remember keeps what a user looks like who was just made; one who changes is read anew.
func (t *Tx) remember(m *gen.UserMutation, u *gen.User) {
	switch {
	case !m.Op().Is(ent.OpCreate):
		delete(t.made, u.ID)
	case t.made == nil:
		t.made = map[int64]gen.User{u.ID: *u}
	default:
		t.made[u.ID] = *u
	}
}

// Flush writes the journal of this transaction with one INSERT. A transaction that changed nothing writes nothing.
func (t *Tx) Flush(ctx context.Context, client *gen.Client) error {
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
		if len(t.overridden) > 0 {
			rows[i].SetOverridden(t.overridden)
		}
	}
	t.entries, t.index, t.wrote = nil, nil, true
	return client.Change.CreateBulk(rows...).Exec(viewer.AsSystem(ctx, "journal"))
}

// Override notes that the actor saves in spite of these warnings: every entry of the transaction names them.
func (t *Tx) Override(codes []string) { t.overridden = append(t.overridden, codes...) }

// Wrote reports that the journal of this transaction has entries.
func (t *Tx) Wrote() bool { return t.wrote }

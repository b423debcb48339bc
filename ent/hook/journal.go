package hook

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/server/fault"
)

// stamps are kept by the hooks themselves and are no news in the journal.
var stamps = []string{"id", "version", "created_at", "updated_at", "edges"}

// mutation is what every generated mutation of a keyed entity can do.
type mutation interface {
	ent.Mutation
	ID() (int64, bool)
	WhereP(...func(*sql.Selector))
}

// Unjournalled are the hooks of what nobody edits: sessions, links, derived rows.
func Unjournalled() []ent.Hook { return []ent.Hook{onlyInTx} }

// Journalled are the hooks of what people change: own, if not nil, normalises first; then the row is stamped, its
// version raised and the change written down. A quiet field is derived, or follows from a change that is written
// down elsewhere: it raises no version and stands in no journal.
func Journalled(own ent.Hook, quiet ...string) []ent.Hook {
	hooks := []ent.Hook{onlyInTx}
	if own != nil {
		hooks = append(hooks, own)
	}
	return append(hooks, journal(quiet))
}

func journal(quiet []string) ent.Hook {
	silent := map[string]bool{}
	for _, name := range slices.Concat(stamps, quiet) {
		silent[name] = true
	}
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			keyed, ok := m.(mutation)
			if !ok {
				return nil, fmt.Errorf("journal: %s has no key", m.Type())
			}
			w := &writer{Tx: From(ctx), mutation: keyed, quiet: quiet, silent: silent}
			switch op := m.Op(); {
			case op.Is(ent.OpDelete|ent.OpDeleteOne) && purging(ctx):
				return w.erase(ctx, next)
			case op.Is(ent.OpCreate):
				return w.create(ctx, next)
			case op.Is(ent.OpUpdateOne):
				return w.update(ctx, next)
			case op.Is(ent.OpDeleteOne):
				return w.remove(ctx, next)
			case op.Is(ent.OpUpdate) && w.derives():
				return next.Mutate(ctx, m)
			default:
				return nil, ErrManyAtOnce
			}
		})
	}
}

type touch struct{}

// Touch returns a context in which an update raises the row's version even if nothing of the row itself changes,
// because something that is edited with it did: a user's groups, assignments or note. Whoever read the row before
// must not write over that either.
func Touch(ctx context.Context) context.Context { return context.WithValue(ctx, touch{}, true) }

type writer struct {
	*Tx
	mutation
	quiet []string
	// silent are the fields that are no news: the quiet ones and the stamps.
	silent map[string]bool
}

// derives reports a mutation of quiet fields alone, of which no change has old values to keep.
func (w *writer) derives() bool {
	if w.Type() != gen.TypeMembership { // only these are kept in step many at once, by their user's hook
		return false
	}
	changed := append(w.Fields(), w.ClearedFields()...)
	return len(changed) > 0 && !slices.ContainsFunc(changed, func(name string) bool { return !slices.Contains(w.quiet, name) })
}

func (w *writer) create(ctx context.Context, next ent.Mutator) (ent.Value, error) {
	for _, name := range []string{"created_at", "updated_at"} {
		if _, given := w.Field(name); given {
			continue
		}
		if err := w.SetField(name, w.At); err != nil {
			return nil, err
		}
	}
	at := w.place()
	value, err := next.Mutate(ctx, w.mutation)
	if err != nil {
		return nil, err
	}
	return value, w.journalled(at, value, change.OperationCREATE, nil, nil)
}

// journalled notes in a place what became of a row. What is new of one that was made is all of it.
func (w *writer) journalled(at int, value ent.Value, operation change.Operation, was, is map[string]json.RawMessage) error {
	id, _ := w.ID()
	all, err := w.values(value)
	if err != nil {
		return err
	}
	if operation == change.OperationCREATE {
		was, is = map[string]json.RawMessage{}, all
	}
	w.record(at, &entry{row: row{w.Type(), id}, subject: w.subject(all, id), operation: operation, old: was, new: is})
	return nil
}

func (w *writer) update(ctx context.Context, next ent.Mutator) (ent.Value, error) {
	if err := w.stays(ctx); err != nil {
		return nil, err
	}
	was, is, err := w.difference(ctx)
	if err != nil {
		return nil, err
	}
	said := slices.ContainsFunc(append(w.Fields(), w.ClearedFields()...), func(name string) bool { return !w.silent[name] })
	news := len(is) > 0 || ctx.Value(touch{}) != nil
	if !said && !news {
		return next.Mutate(ctx, w.mutation)
	}
	read, err := w.OldField(ctx, "version")
	if err != nil {
		return nil, err
	}
	if news {
		if err := w.AddField("version", 1); err != nil {
			return nil, err
		}
		if err := w.SetField("updated_at", w.At); err != nil {
			return nil, err
		}
	}
	// Whoever read the row before somebody else's commit must not write over it, not even the values that they read.
	w.WhereP(sql.FieldEQ("version", read))
	value, err := next.Mutate(ctx, w.mutation)
	if gen.IsNotFound(err) {
		return nil, fault.Conflict(w.Type(), read.(int), read.(int)+1)
	}
	if err != nil || len(is) == 0 {
		return value, err
	}
	hideSensitive(value, was, is)
	return value, w.journalled(w.place(), value, change.OperationUPDATE, was, is)
}

func (w *writer) remove(ctx context.Context, next ent.Mutator) (ent.Value, error) {
	id, _ := w.ID()
	before, err := load(ctx, w.mutation, id)
	if err != nil {
		return nil, err
	}
	fields, err := w.values(before)
	if err != nil {
		return nil, err
	}
	value, err := next.Mutate(ctx, w.mutation)
	if err != nil {
		return nil, err
	}
	w.record(w.place(), &entry{row: row{w.Type(), id}, subject: w.subject(fields, id), operation: change.OperationDELETE,
		old: fields, new: map[string]json.RawMessage{}})
	return value, nil
}

// difference is what the update really changes, old and new, without the silent fields.
func (w *writer) difference(ctx context.Context) (was, is map[string]json.RawMessage, err error) {
	was, is = map[string]json.RawMessage{}, map[string]json.RawMessage{}
	for _, name := range append(w.Fields(), w.ClearedFields()...) {
		if w.silent[name] {
			continue
		}
		before, err := w.OldField(ctx, name)
		if err != nil {
			return nil, nil, err
		}
		after, set := w.Field(name)
		if !set { // cleared: what Ent answers then is the zero value, which is not nothing
			after = nil
		}
		oldJSON, err := json.Marshal(before)
		if err != nil {
			return nil, nil, err
		}
		newJSON, err := json.Marshal(after)
		if err != nil {
			return nil, nil, err
		}
		if !bytes.Equal(oldJSON, newJSON) {
			was[name], is[name] = oldJSON, newJSON
		}
	}
	return was, is, nil
}

// subject is the user whom the row is about, if it is about one.
func (w *writer) subject(fields map[string]json.RawMessage, id int64) *int64 {
	if w.Type() == gen.TypeUser {
		return &id
	}
	raw, ok := fields["user_id"]
	if !ok {
		return nil
	}
	var user int64
	if json.Unmarshal(raw, &user) != nil {
		return nil
	}
	return &user
}

// load reads the row that is about to go. Only these are ever taken out by an administrator; all else is marked.
func load(ctx context.Context, m ent.Mutation, id int64) (ent.Value, error) {
	switch m := m.(type) {
	case *gen.MembershipMutation:
		return m.Client().Membership.Get(ctx, id)
	case *gen.AssignmentMutation:
		return m.Client().Assignment.Get(ctx, id)
	case *gen.NoteMutation:
		return m.Client().Note.Get(ctx, id)
	case *gen.FactorMutation:
		return m.Client().Factor.Get(ctx, id)
	case *gen.PasskeyMutation:
		return m.Client().Passkey.Get(ctx, id)
	case *gen.SavedViewMutation:
		return m.Client().SavedView.Get(ctx, id)
	default:
		return nil, fmt.Errorf("%s is marked as deleted, not taken out", m.Type())
	}
}

package journal

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// changedSince says why a row was left alone.
type changedSince struct{ reason string }

func (c *changedSince) Error() string { return c.reason }

func since(sentence, noun string) error { return &changedSince{fmt.Sprintf(sentence, noun)} }

// check says that a change must be kept, if it must: what it made, changed or took out was touched again since.
func (r row) check(ctx context.Context, tx *gen.Client, c *gen.Change, set []*gen.Change, only []string) error {
	if c.Operation == change.OperationDELETE {
		return r.checkGone(ctx, tx, c, set)
	}
	now, err := r.read(ctx, tx, c.EntityID)
	if gen.IsNotFound(err) {
		return since("This %s does not exist any more.", r.noun)
	}
	if err != nil {
		return err
	}
	fields := slices.Collect(maps.Keys(c.New))
	if c.Operation == change.OperationCREATE {
		later, err := tx.Change.Query().Where(change.Entity(c.Entity), change.EntityID(c.EntityID), change.IDGT(c.ID)).
			All(viewer.AsSystem(ctx, "undo"))
		if err != nil {
			return err
		}
		for _, one := range later {
			fields = slices.AppendSeq(fields, maps.Keys(one.New))
		}
	}
	for _, field := range fields {
		if len(only) > 0 && !slices.Contains(only, field) || r.follows != nil && r.follows(now, field) {
			continue
		}
		if is, err := json.Marshal(valueOf(now, field)); err != nil || !sameJSON(is, c.New[field]) {
			return since("This %s was changed again since.", r.noun)
		}
	}
	return nil
}

// checkGone says that what was taken out cannot be made again: another took its place that is not taken back with it, or
// where it was is gone.
func (r row) checkGone(ctx context.Context, tx *gen.Client, c *gen.Change, set []*gen.Change) error {
	if r.again == nil {
		return since("This %s is gone.", r.noun)
	}
	keys := map[string]int64{}
	for field, raw := range c.Old {
		var key int64
		if strings.HasSuffix(field, "_id") && json.Unmarshal(raw, &key) == nil {
			keys[field] = key
		}
	}
	there, home, err := r.again(viewer.AsSystem(ctx, "undo"), tx, keys)
	there = slices.DeleteFunc(there, func(id int64) bool {
		return slices.ContainsFunc(set, func(o *gen.Change) bool {
			return o.Entity == c.Entity && o.EntityID == id && o.Operation == change.OperationCREATE
		})
	})
	switch {
	case err != nil:
		return err
	case len(there) > 0:
		return since("This %s was made again since.", r.noun)
	case !home:
		return since("What this %s belonged to is gone.", r.noun)
	default:
		return nil
	}
}

// reverse takes one change back that passed check. What was made is removed, what was removed is made again, what was
// changed gets its old values.
func (r row) reverse(ctx context.Context, tx *gen.Client, c *gen.Change, only []string) error {
	switch {
	case c.Operation == change.OperationDELETE:
		return r.restore(ctx, tx, c)
	case c.Operation == change.OperationUPDATE:
		return r.putBack(ctx, tx, c, only)
	case r.remove != nil:
		return r.remove(ctx, tx, c.EntityID)
	}
	if r.used != nil {
		used, err := r.used(viewer.AsSystem(ctx, "undo"), tx, c.EntityID)
		if err != nil {
			return err
		}
		if used {
			return since("This %s is in use by now.", r.noun)
		}
	}
	m, save := r.change(tx, c.EntityID)
	if err := m.SetField("deleted_at", hook.From(ctx).At); err != nil {
		return err
	}
	return save(ctx)
}

func (r row) putBack(ctx context.Context, tx *gen.Client, c *gen.Change, only []string) error {
	now, err := r.read(ctx, tx, c.EntityID)
	if err != nil {
		return err
	}
	m, save := r.change(tx, c.EntityID)
	for field, was := range c.Old {
		if len(only) > 0 && !slices.Contains(only, field) || r.follows != nil && r.follows(now, field) {
			continue
		}
		if err := set(m, field, was, now); err != nil {
			return err
		}
	}
	if len(m.Fields())+len(m.ClearedFields()) == 0 {
		return nil
	}
	return save(ctx)
}

func (r row) restore(ctx context.Context, tx *gen.Client, c *gen.Change) error {
	m, save := r.create(tx)
	like := reflect.New(models[c.Entity]).Interface()
	for field, was := range c.Old {
		if err := set(m, field, was, like); err != nil {
			return err
		}
	}
	return save(ctx)
}

// models are the Go types of what can be made again.
var models = map[string]reflect.Type{
	gen.TypeMembership: reflect.TypeFor[gen.Membership](), gen.TypeAssignment: reflect.TypeFor[gen.Assignment](),
	gen.TypeNote: reflect.TypeFor[gen.Note](),
}

// set puts a journalled value into a mutation, in the Go type that the model has for it.
func set(m ent.Mutation, field string, raw json.RawMessage, model any) error {
	if len(raw) == 0 || string(raw) == "null" {
		if m.Op().Is(ent.OpCreate) {
			return nil
		}
		return m.ClearField(field)
	}
	at := column(model, field)
	if !at.IsValid() {
		return fault.Refuse(fault.Invalid, nil, "This change is from an older version of Portico and cannot be taken back.")
	}
	typed := at.Type()
	if typed.Kind() == reflect.Pointer {
		typed = typed.Elem()
	}
	value := reflect.New(typed)
	if err := json.Unmarshal(raw, value.Interface()); err != nil {
		return err
	}
	return m.SetField(field, value.Elem().Interface())
}

func valueOf(model any, field string) any {
	if at := column(model, field); at.IsValid() {
		return at.Interface()
	}
	return nil
}

// column is the field of a model that holds a column.
func column(model any, name string) reflect.Value {
	v := reflect.ValueOf(model).Elem()
	for i := range v.NumField() {
		tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if tag == name {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

// plain is a value with its keys in order and without spaces; nil for what is none.
func plain(raw json.RawMessage) []byte {
	var value any
	read := json.NewDecoder(bytes.NewReader(raw))
	read.UseNumber() // keys are longer than a float is exact
	if read.Decode(&value) != nil {
		return nil
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil
	}
	return text
}

// sameJSON compares values, times as moments, and the order of keys and spaces not at all: the two databases write them differently.
func sameJSON(a, b json.RawMessage) bool {
	if len(b) == 0 {
		b = json.RawMessage("null")
	}
	left, right := plain(a), plain(b)
	if left != nil && bytes.Equal(left, right) {
		return true
	}
	var x, y time.Time
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && x.Equal(y)
}

// name is what the journal calls the row.
func (r row) name(c *gen.Change) string {
	for _, field := range []string{"name", "email", "title", "pattern"} {
		for _, values := range []map[string]json.RawMessage{c.New, c.Old} {
			if text := words(values[field]); text != nil {
				return *text
			}
		}
	}
	return r.noun
}

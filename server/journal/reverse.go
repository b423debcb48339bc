package journal

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/server/fault"
)

// changedSince says why a row was left alone.
type changedSince struct{ reason string }

func (c *changedSince) Error() string { return c.reason }

// row is how one entity is taken back.
type row struct {
	// read is the row as it is now, deleted or not.
	read func(ctx context.Context, tx *gen.Client, id int64) (any, error)
	// change begins an update; save ends it.
	change func(tx *gen.Client, id int64) (m ent.Mutation, save func(context.Context) error)
	// create begins the making of a row that was taken out; nil where rows are only marked.
	create func(tx *gen.Client) (m ent.Mutation, save func(context.Context) error)
	// remove takes out what was made; nil where it is marked as deleted.
	remove func(ctx context.Context, tx *gen.Client, id int64) error
	noun   string
}

// rows are the entities whose changes can be taken back.
var rows = map[string]row{
	gen.TypeUser: {
		noun: "user",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.User.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.User.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeGroup: {
		noun: "group",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Group.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Group.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeCompany: {
		noun: "company",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Company.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Company.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeMembership: {
		noun: "membership",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Membership.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Membership.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		create: func(tx *gen.Client) (ent.Mutation, func(context.Context) error) {
			c := tx.Membership.Create()
			return c.Mutation(), c.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error {
			return tx.Membership.DeleteOneID(id).Exec(ctx)
		},
	},
	gen.TypeAssignment: {
		noun: "assignment",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Assignment.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Assignment.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		create: func(tx *gen.Client) (ent.Mutation, func(context.Context) error) {
			c := tx.Assignment.Create()
			return c.Mutation(), c.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error {
			return tx.Assignment.DeleteOneID(id).Exec(ctx)
		},
	},
	gen.TypeNote: {
		noun: "note",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Note.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Note.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		create: func(tx *gen.Client) (ent.Mutation, func(context.Context) error) {
			c := tx.Note.Create()
			return c.Mutation(), c.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error { return tx.Note.DeleteOneID(id).Exec(ctx) },
	},
}

// reverse takes one change back. What was made is removed, what was removed is made again, what was changed gets its
// old values, unless it was changed since.
func (r row) reverse(ctx context.Context, tx *gen.Client, c *gen.Change, only []string) error {
	ctx = rule.ShowDeleted(ctx)
	if c.Operation == change.OperationDELETE {
		return r.restore(ctx, tx, c)
	}
	now, err := r.read(ctx, tx, c.EntityID)
	if gen.IsNotFound(err) {
		return &changedSince{"This " + r.noun + " does not exist any more."}
	}
	if err != nil {
		return err
	}
	if c.Operation == change.OperationUPDATE {
		return r.putBack(ctx, tx, c, now, only)
	}
	if r.remove != nil {
		return r.remove(ctx, tx, c.EntityID)
	}
	m, save := r.change(tx, c.EntityID)
	if err := m.SetField("deleted_at", hook.From(ctx).At); err != nil {
		return err
	}
	return save(ctx)
}

func (r row) putBack(ctx context.Context, tx *gen.Client, c *gen.Change, now any, only []string) error {
	m, save := r.change(tx, c.EntityID)
	for field, was := range c.Old {
		if len(only) > 0 && !slices.Contains(only, field) {
			continue
		}
		if is, err := json.Marshal(valueOf(now, field)); err != nil || !sameJSON(is, c.New[field]) {
			return &changedSince{"This " + r.noun + " was changed again since."}
		}
		if err := set(m, field, was, now); err != nil {
			return err
		}
	}
	return save(ctx)
}

func (r row) restore(ctx context.Context, tx *gen.Client, c *gen.Change) error {
	if r.create == nil {
		return &changedSince{"This " + r.noun + " is gone."}
	}
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

// sameJSON compares values, times as moments and spaces not at all: the two databases write them differently.
func sameJSON(a, b json.RawMessage) bool {
	if len(b) == 0 {
		b = json.RawMessage("null")
	}
	var left, right bytes.Buffer
	if json.Compact(&left, a) == nil && json.Compact(&right, b) == nil && bytes.Equal(left.Bytes(), right.Bytes()) {
		return true
	}
	var x, y time.Time
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && x.Equal(y)
}

// name is what the journal calls the row.
func (r row) name(c *gen.Change) string {
	for _, field := range []string{"name", "email"} {
		for _, values := range []map[string]json.RawMessage{c.New, c.Old} {
			if text := words(values[field]); text != nil {
				return *text
			}
		}
	}
	return r.noun
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func decode(s string) ([]byte, error) { return base64.RawURLEncoding.DecodeString(s) }

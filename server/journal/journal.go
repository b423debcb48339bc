// Package journal reads the change journal: history, and the taking back of what it tells. It never writes the journal;
// taking back is a change like any other, with its own entries.
package journal

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
)

// Journal reads and takes back.
type Journal struct {
	store  *store.Store
	copies *copies.Service
	key    secret.Key
	guards map[string]Guard
}

// Guard looks at a row that was taken back, in the same transaction: its error keeps all of it from being taken back.
type Guard func(ctx context.Context, tx *gen.Client, id int64) error

// New returns the journal of a store. The key signs undo tokens; copies brings users up to date with what came back.
func New(s *store.Store, c *copies.Service, key secret.Key) *Journal {
	return &Journal{store: s, copies: c, key: key.For("undo"), guards: map[string]Guard{}}
}

// Guard has the rows of an entity looked at by the room that keeps them: what was allowed once may not be any more. It is called while
// the rooms are built.
func (j *Journal) Guard(entity string, g Guard) { j.guards[entity] = g }

// Field is one field of a change, in words.
type Field struct {
	Name     string
	Old, New *string
}

// Fields are what of a change the viewer may read: a field without the right to it is left out. After Name, names
// stand in the place of keys.
func (j *Journal) Fields(ctx context.Context, c *gen.Change) []*Field {
	known, _ := c.Ahead.(names)
	columns := slices.Collect(maps.Keys(c.New))
	for column := range c.Old {
		if !slices.Contains(columns, column) {
			columns = append(columns, column)
		}
	}
	slices.Sort(columns)
	fields := make([]*Field, 0, len(columns))
	for _, column := range columns {
		if rule.Readable(viewer.From(ctx), c.Entity, column) {
			fields = append(fields, &Field{Name: column, Old: known.called(column, c.Old[column]), New: known.called(column, c.New[column])})
		}
	}
	return fields
}

// Operation is what was done, in words: what is deleted is marked, and comes back by taking the mark away.
func Operation(c *gen.Change) string {
	mark, marked := c.New["deleted_at"]
	switch {
	case !marked || c.Operation != change.OperationUPDATE:
		return string(c.Operation)
	case words(mark) == nil:
		return "RESTORE"
	default:
		return string(change.OperationDELETE)
	}
}

// words is a JSON value as a person reads it; nil for nothing.
func words(raw json.RawMessage) *string {
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	text := string(raw)
	var s string
	if json.Unmarshal(raw, &s) == nil {
		text = s
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil {
		text = strings.Join(list, ", ")
	}
	return &text
}

// Package journal reads the change journal: history, and the taking back of what it tells. It never writes the journal;
// taking back is a change like any other, with its own entries.
package journal

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
)

// UndoTime is how long a toast offers to take a change back. History offers it for longer.
const UndoTime = 10 * time.Second

// Journal reads and takes back.
type Journal struct {
	store *store.Store
	key   secret.Key
}

// New returns the journal of a store. The key signs undo tokens.
func New(s *store.Store, key secret.Key) *Journal { return &Journal{store: s, key: key.For("undo")} }

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

// Token lets whoever just made a change set take it back for UndoTime.
func (j *Journal) Token(changeSet string) (token string, expires time.Time) {
	expires = j.store.Clock().Now().Add(UndoTime)
	// Marshalling plain values cannot fail.
	plain, _ := json.Marshal(undoToken{changeSet, expires})
	return encode(j.key.Seal(plain)), expires
}

type undoToken struct {
	ChangeSet string    `json:"c"`
	Expires   time.Time `json:"e"`
}

// Report says what became of an undo.
type Report struct {
	Reversed     int
	Kept, Failed []Item
}

// Item is one row that an undo left alone.
type Item struct {
	Ref    fault.Ref
	Name   string
	Reason string
}

// tooLate is the answer to a token that is too old, or not one of ours.
func tooLate() error {
	return fault.Refuse(fault.Invalid, fault.At("token"), "The time for this undo is over. Look under History.")
}

// Undo takes a whole change set back by its token, if whoever asks may make the changes that it takes.
func (j *Journal) Undo(ctx context.Context, token string) (*Report, error) {
	if viewer.From(ctx) == nil {
		return nil, fault.SignInFirst()
	}
	sealed, err := decode(token)
	if err != nil {
		return nil, tooLate()
	}
	plain, err := j.key.Open(sealed)
	var t undoToken
	if err != nil || json.Unmarshal(plain, &t) != nil || !j.store.Clock().Now().Before(t.Expires) {
		return nil, tooLate()
	}
	set, err := j.store.Ent(ctx).Change.Query().Where(change.ChangeSet(t.ChangeSet)).All(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return nil, err
	}
	return j.reverse(ctx, set, nil)
}

// UndoChange takes one change back, or only some of its fields: "restore this value".
func (j *Journal) UndoChange(ctx context.Context, id int64, fields []string) (*Report, error) {
	c, err := j.store.Ent(ctx).Change.Get(ctx, id)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("change")
	}
	if err != nil {
		return nil, err
	}
	if !Undoable(c) {
		return nil, fault.Refuse(fault.Invalid, nil, "This change cannot be taken back.")
	}
	return j.reverse(ctx, []*gen.Change{c}, fields)
}

// Undoable reports that a change can be taken back at all: what was mailed, and what opens an account, stays.
func Undoable(c *gen.Change) bool {
	_, known := rows[c.Entity]
	return known
}

// reverse takes changes back, the last first, in one transaction. What was changed since is kept and named; if nothing
// at all could be taken back, the first reason is the answer.
func (j *Journal) reverse(ctx context.Context, set []*gen.Change, only []string) (*Report, error) {
	slices.SortFunc(set, func(a, b *gen.Change) int { return int(b.ID - a.ID) })
	report := &Report{}
	err := j.store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		*report = Report{}
		for _, c := range set {
			r, known := rows[c.Entity]
			if !known {
				continue
			}
			err := r.reverse(ctx, tx, c, only)
			var since *changedSince
			switch {
			case errors.As(err, &since):
				report.Kept = append(report.Kept, Item{fault.Ref{Type: c.Entity, ID: c.EntityID}, r.name(c), since.Error()})
			case err != nil:
				return err
			default:
				report.Reversed++
			}
		}
		if report.Reversed == 0 && len(report.Kept) > 0 {
			return fault.Refuse(fault.CodeConflict, nil, report.Kept[0].Reason)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return report, nil
}

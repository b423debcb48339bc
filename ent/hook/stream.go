package hook

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Streamed are the hooks of a stream. Its rows tell what happened, and when; the journal would only say so again, a
// hundred million times. What a person writes by hand is a change like any other, though, and so is taking a row away and
// back: the journal tells those, and they can be undone.
func Streamed() []ent.Hook { return []ent.Hook{onlyInTx, streamed} }

// The kinds of what Portico itself notes. Whoever else records chooses words of their own.
const (
	NotedSignIn  = "sign_in"
	NotedEmail   = "email"
	NotedConsent = "consent"
)

// maxNoted is how many characters the summary of an activity holds.
const maxNoted = 1000

// Note adds to a user's stream, in the caller's transaction, what happens to them in Portico. It stands here, below every
// room, since each road on which it happens has to come by. While activities are switched off for whoever asks, nothing is
// noted.
func Note(ctx context.Context, client *gen.Client, userID int64, source activity.Source, kind, summary string) error {
	note, err := noted(ctx, client, userID, source, kind, summary)
	if err != nil || note == nil {
		return err
	}
	return note.Exec(viewer.AsSystem(ctx, "noting"))
}

// noted is the row of Note, not saved yet; nil while nothing is noted.
func noted(ctx context.Context, client *gen.Client, userID int64, source activity.Source, kind, summary string) (*gen.ActivityCreate, error) {
	v, tx := viewer.From(ctx), From(ctx)
	switch _, off := v.Lacks(viewer.FeatureActivities); {
	case tx == nil:
		return nil, ErrOutsideTx
	case off || v == nil:
		return nil, nil
	}
	if runes := []rune(summary); len(runes) > maxNoted {
		summary = string(runes[:maxNoted])
	}
	return client.Activity.Create().SetUserID(userID).SetSource(source).SetKind(kind).SetSummary(summary).SetActor(v.Name).SetOccurredAt(tx.At), nil
}

// errEdited is the answer to changing what a row of a stream says.
var errEdited = errors.New("a row of a stream is added and marked as deleted, never edited")

func streamed(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		keyed, ok := m.(mutation)
		if !ok {
			return nil, fmt.Errorf("stream: %s has no key", m.Type())
		}
		w := &writer{Tx: From(ctx), mutation: keyed}
		switch op := m.Op(); {
		case op.Is(ent.OpCreate):
			return w.add(ctx, next)
		case op.Is(ent.OpUpdateOne):
			return w.mark(ctx, next)
		case op.Is(ent.OpDelete) && viewer.From(ctx).IsSystem(): // the purge
			return next.Mutate(ctx, m)
		default:
			return nil, ErrManyAtOnce
		}
	})
}

// add stamps a new row, and journals what was written by hand.
func (w *writer) add(ctx context.Context, next ent.Mutator) (ent.Value, error) {
	if err := w.SetField("created_at", w.At); err != nil {
		return nil, err
	}
	value, err := next.Mutate(ctx, w.mutation)
	if source, _ := w.Field(activity.FieldSource); err != nil || source != activity.SourceMANUAL || viewer.From(ctx).Kind == viewer.System {
		return value, err
	}
	return value, w.journalled(w.place(), value, change.OperationCREATE, nil, nil)
}

// mark takes a row away or back, once: of two at the same moment, one finds nothing to do.
func (w *writer) mark(ctx context.Context, next ent.Mutator) (ent.Value, error) {
	was, is, err := w.difference(ctx)
	if err != nil || len(is) == 0 {
		return nil, errors.Join(err, errEdited)
	}
	if _, marked := is["deleted_at"]; !marked || len(is) > 1 {
		return nil, errEdited
	}
	if w.FieldCleared("deleted_at") {
		w.WhereP(sql.FieldNotNull("deleted_at"))
	} else {
		w.WhereP(sql.FieldIsNull("deleted_at"))
	}
	value, err := next.Mutate(ctx, w.mutation)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("activity")
	}
	if err != nil {
		return nil, err
	}
	return value, w.journalled(w.place(), value, change.OperationUPDATE, was, is)
}

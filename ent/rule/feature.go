package rule

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// DenyWithoutFeature is for what belongs to a feature that can be switched off: its rows read as if there were none, and
// writing is refused with the reason. A list of such rows begins with RequireFeature, so that it says why it is empty.
func DenyWithoutFeature(f viewer.Feature) Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			if _, off := viewer.From(ctx).Lacks(f); off {
				return only(q, func(s *sql.Selector) { s.Where(sql.False()) })
			}
			return privacy.Skip
		},
		mutation: func(ctx context.Context, _ gen.Mutation) error {
			if err := RequireFeature(ctx, f); err != nil {
				return err
			}
			return privacy.Skip
		},
	}
}

// RequireFeature refuses what belongs to a feature that is switched off, with the reason that is shown everywhere.
func RequireFeature(ctx context.Context, f viewer.Feature) error {
	if reason, off := viewer.From(ctx).Lacks(f); off {
		return fault.SwitchedOff(reason)
	}
	return nil
}

// ReadsNotes reports a viewer who may read notes while they are switched on.
func ReadsNotes(v *viewer.Viewer) bool {
	_, off := v.Lacks(viewer.FeatureNotes)
	return !off && v.Can(viewer.NotesRead)
}

// ReadsNoteOf reports a viewer who may read a note about a user whom they reach: never their own.
func ReadsNoteOf(v *viewer.Viewer, userID int64) bool {
	return ReadsNotes(v) && !(v.Kind == viewer.User && v.ID == userID)
}

// NotesOf tells for each of some users whether the viewer may read a note about them, whether or not there is one.
func NotesOf(ctx context.Context, client *gen.Client, users ...int64) (map[int64]bool, error) {
	v := viewer.From(ctx)
	if !ReadsNotes(v) {
		return nil, nil
	}
	may, err := reachedOf(ctx, client, ways(v, viewer.NotesRead), users)
	if v.Kind == viewer.User {
		delete(may, v.ID)
	}
	return may, err
}

package activity

import (
	"context"
	"io"
	"iter"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/visit"
)

// exported is how many activities are read at once while a stream is written out.
const exported = 1000

// headings of the file, in order. What begins like a formula is guarded (sheet.Guard).
var headings = []string{"ID", "Time", "Kind", "Summary", "Source", "Recorded By", "Recorded At", "Data"}

// Readable refuses whoever may not read the stream of this user: the right, the feature, and the user in reach.
func (s *Service) Readable(ctx context.Context, userID int64) error {
	if err := rule.Require(ctx, viewer.ActivitiesRead); err != nil {
		return err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureActivities); err != nil {
		return err
	}
	there, err := s.Store.Ent(ctx).User.Query().Where(user.ID(userID), rule.OfUsers(viewer.From(ctx), viewer.ActivitiesRead)).
		Exist(viewer.AsSystem(ctx, "comparing reach"))
	if err == nil && !there {
		err = fault.NotFound("user")
	}
	return err
}

// Export returns what writes the whole stream of a user, by their global id, as CSV: newest first, batch by batch, however
// long it is. Who may is asked again before each. Whoever may not read it is refused before anything is written; an error of
// the writing means that the rest is missing.
func (s *Service) Export(ctx context.Context, id string) (write func(io.Writer) error, err error) {
	if err := rule.Require(ctx, viewer.ActivitiesRead); err != nil {
		return nil, err
	}
	key, err := gid.Key(gen.TypeUser, id)
	if err != nil {
		return nil, fault.NotFound("user")
	}
	if err := s.Readable(ctx, key); err != nil {
		return nil, err
	}
	return func(w io.Writer) error { return sheet.WriteCSV(w, headings, s.lines(ctx, key)) }, nil
}

// lines are a user's activities as lines of the file.
func (s *Service) lines(ctx context.Context, userID int64) iter.Seq2[[]string, error] {
	src := s.source(func(ctx context.Context, after func(*sql.Selector), limit int) ([]*gen.Activity, error) {
		ctx, err := visit.Again(ctx)
		if err == nil {
			err = s.Readable(ctx, userID)
		}
		if err != nil {
			return nil, err
		}
		return s.Store.Ent(ctx).Activity.Query().Where(activity.UserID(userID), after).Limit(limit).All(viewer.OneByOne(store.PlanByValue(ctx)))
	})
	actors := rule.Readable(viewer.From(ctx), gen.TypeActivity, activity.FieldActor)
	return func(yield func([]string, error) bool) {
		for a, err := range list.Walk(ctx, src, exported) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(line(a, actors), nil) {
				return
			}
		}
	}
}

func line(a *gen.Activity, actors bool) []string {
	actor, data := "", ""
	if actors {
		actor = a.Actor
	}
	if a.Data != nil {
		data = *a.Data
	}
	return []string{a.GlobalID(), a.OccurredAt.UTC().Format(time.RFC3339Nano), a.Kind, a.Summary, string(a.Source), actor,
		a.CreatedAt.UTC().Format(time.RFC3339Nano), data}
}

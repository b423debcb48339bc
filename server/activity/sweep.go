package activity

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/unclaimedactivity"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/job"
)

const (
	// sweepEvery is how often old activities are looked for.
	sweepEvery = time.Hour
	// rowsAtOnce is how many one transaction erases, batchesAtOnce how many follow each other before others have their turn.
	rowsAtOnce    = 500
	batchesAtOnce = 200
	// Undoable is how long an activity that was taken away can come back.
	Undoable = 30 * 24 * time.Hour
	// unclaimedLives is how long an activity is kept for a user who does not come.
	unclaimedLives = 365 * 24 * time.Hour
)

// sweepStreams is the housekeeping of the streams.
type sweepStreams struct{}

// Kind of the job.
func (sweepStreams) Kind() string { return "activity.sweep_streams" }

// sweep gives users what was kept for them and came late, and erases what is older than the settings keep, and what was
// taken away for longer than it can come back. What is left after many batches is done next.
func (s *Service) sweep(ctx context.Context, _ sweepStreams) error {
	more, err := s.claimLate(ctx)
	if err != nil {
		return err
	}
	now := s.Store.Clock().Now()
	gone, err := s.erase(ctx, activity.FieldDeletedAt, now.Add(-Undoable))
	if err != nil {
		return err
	}
	more = more || gone
	kept, err := s.Settings.Now(ctx)
	if err != nil {
		return err
	}
	unclaimed := now.Add(-unclaimedLives)
	if days := kept.ActivityRetentionDays; days != nil {
		before := now.AddDate(0, 0, -*days)
		old, err := s.erase(ctx, activity.FieldOccurredAt, before)
		if err != nil {
			return err
		}
		if more = more || old; before.After(unclaimed) {
			unclaimed = before
		}
	}
	stale, err := s.eraseUnclaimed(ctx, unclaimed)
	if err != nil {
		return err
	}
	if more = more || stale; more {
		return job.Later(time.Second)
	}
	return nil
}

// erase takes out activities whose time in a column lies before a moment, the oldest first. It reports that there are more.
func (s *Service) erase(ctx context.Context, column string, before time.Time) (more bool, err error) {
	from := time.Time{}
	for range batchesAtOnce {
		n := 0
		err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			// Behind what is gone already: its places in the index are there until somebody tidies up.
			query := tx.Activity.Query().Where(between(column, from, before)).Order(sql.OrderByField(column).ToFunc()).Limit(rowsAtOnce)
			query.Select(activity.FieldID, column) // what they hold may be long
			old, err := query.All(viewer.ShowDeleted(ctx))
			if n = len(old); err != nil || n == 0 {
				return err
			}
			ids := make([]int64, n)
			for i, a := range old {
				ids[i] = a.ID
			}
			if from = old[n-1].OccurredAt; column == activity.FieldDeletedAt {
				from = *old[n-1].DeletedAt
			}
			_, err = tx.Activity.Delete().Where(activity.IDIn(ids...)).Exec(ctx)
			return err
		})
		if err != nil || n < rowsAtOnce {
			return false, err
		}
	}
	return true, nil
}

func between(column string, from, before time.Time) predicate.Activity {
	return func(q *sql.Selector) {
		if q.Where(sql.LT(q.C(column), before)); !from.IsZero() {
			q.Where(sql.GTE(q.C(column), from))
		}
	}
}

// eraseUnclaimed is erase for what is kept for nobody.
func (s *Service) eraseUnclaimed(ctx context.Context, before time.Time) (more bool, err error) {
	for range batchesAtOnce {
		more, err = s.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
			return tx.UnclaimedActivity.Query().Where(unclaimedactivity.OccurredAtLT(before)).Order(unclaimedactivity.ByOccurredAt()).Limit(most).IDs(ctx)
		}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
			return tx.UnclaimedActivity.Delete().Where(unclaimedactivity.IDIn(ids...)).Exec(ctx)
		})
		if err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

// claimLate gives users what is kept for an address that they have: more than came with it, or told at the same moment.
func (s *Service) claimLate(ctx context.Context) (more bool, err error) {
	for range batchesAtOnce {
		waiting, err := s.Store.Ent(ctx).Identity.Query().Where(wanted).First(ctx)
		if gen.IsNotFound(err) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			_, err := hook.Claim(ctx, tx, waiting.UserID, waiting.Key)
			return err
		})
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

// wanted finds addresses for which something is kept. There is little of that: it is gone through, and each looked up.
func wanted(q *sql.Selector) {
	t := sql.Dialect(q.Dialect()).Table(unclaimedactivity.Table)
	q.Where(sql.In(q.C(identity.FieldKey), sql.Dialect(q.Dialect()).Select(t.C(unclaimedactivity.FieldEmailKey)).From(t)))
}

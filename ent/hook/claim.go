package hook

import (
	"context"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/unclaimedactivity"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
)

// AtOnce is how many kept activities come to a user at once; those behind them come with the next look.
const AtOnce = 250

// Claim gives a user what was kept for an address of theirs, at most AtOnce activities, and says how many it were. A login
// name that is no address is nobody's.
func Claim(ctx context.Context, client *gen.Client, userID int64, key string) (int, error) {
	if !strings.Contains(key, "@") {
		return 0, nil
	}
	system := viewer.AsSystem(ctx, "claiming")
	kept, err := client.UnclaimedActivity.Query().Where(unclaimedactivity.EmailKey(key), lock.Claim).Order(unclaimedactivity.ByID()).Limit(AtOnce).All(system)
	if err != nil || len(kept) == 0 {
		return 0, err
	}
	rows, ids := make([]*gen.ActivityCreate, len(kept)), make([]int64, len(kept))
	for i, k := range kept {
		ids[i] = k.ID
		rows[i] = client.Activity.Create().SetUserID(userID).SetKind(k.Kind).SetSummary(k.Summary).SetSource(activity.Source(k.Source)).
			SetNillableData(k.Data).SetActor(k.Actor).SetOccurredAt(k.OccurredAt)
	}
	if err := client.Activity.CreateBulk(rows...).Exec(system); err != nil {
		return 0, err
	}
	_, err = client.UnclaimedActivity.Delete().Where(unclaimedactivity.IDIn(ids...)).Exec(system)
	return len(ids), err
}

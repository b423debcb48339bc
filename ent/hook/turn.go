package hook

import (
	"context"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/feed"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/viewer"
)

// turns reports that a user is about to be deactivated, reactivated, deleted or restored.
func turns(ctx context.Context, m *gen.UserMutation) (bool, error) {
	if !m.Op().Is(ent.OpUpdateOne) {
		return false, nil
	}
	if _, deleted := m.DeletedAt(); deleted || m.DeletedAtCleared() {
		return true, nil
	}
	next, set := m.Status()
	if !set {
		return false, nil
	}
	had, err := m.OldStatus(ctx)
	return had != next, err
}

// shut ends every session, every link and the calendar's address of a user who turned, whichever way and by whatever road, taking back
// included: nothing that was opened before counts afterwards.
func shut(ctx context.Context, client *gen.Client, id int64) error {
	system, now := viewer.AsSystem(ctx, "turning"), From(ctx).At
	err := client.Session.Update().Where(session.UserID(id), session.EndedAtIsNil()).SetEndedAt(now).Exec(system)
	if err != nil {
		return err
	}
	err = client.Link.Update().Where(link.UserID(id), link.UsedAtIsNil(), link.ReplacedAtIsNil()).SetReplacedAt(now).Exec(system)
	if err != nil {
		return err
	}
	if _, err := client.Feed.Delete().Where(feed.UserID(id)).Exec(system); err != nil {
		return err
	}
	a, err := client.Account.Query().Where(account.UserID(id), account.LinkExpiresAtNotNil()).Only(system)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return client.Account.UpdateOne(a).ClearLinkExpiresAt().Exec(system)
}

package reminder

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/feed"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
)

// feedMark begins every token of a feed, so that one found in the wrong place is recognised.
const feedMark = "ptf_"

// maxEntries is how many reminders a feed has: the ones that are due first.
const maxEntries = 1000

// FeedURL is the private address of the viewer's reminders; "" where they have not made one, and for whoever is no person.
func (s *Service) FeedURL(ctx context.Context) (string, error) {
	v := viewer.From(ctx)
	if v == nil || v.Kind != viewer.User || rule.RequireFeature(ctx, viewer.FeatureReminders) != nil {
		return "", nil
	}
	f, err := s.Store.Ent(ctx).Feed.Query().Where(feed.UserID(v.ID)).Only(viewer.AsSystem(ctx, "feed"))
	if gen.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return s.PublicURL.JoinPath("reminders.ics").String() + "?token=" + s.token(v.ID, f.Salt), nil
}

// token is made of the secret key: whoever reads the database alone cannot.
func (s *Service) token(userID int64, salt []byte) string {
	of := binary.BigEndian.AppendUint64(nil, uint64(userID))
	return feedMark + base64.RawURLEncoding.EncodeToString(s.Key.Sign("reminders feed", append(of, salt...)))
}

// ResetFeed makes a new private address for the viewer's reminders. The old one stops working at once.
func (s *Service) ResetFeed(ctx context.Context) error {
	v := viewer.From(ctx)
	if v == nil {
		return fault.SignInFirst()
	}
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureReminders); err != nil {
		return err
	}
	salt := make([]byte, 32)
	_, _ = rand.Read(salt) // never fails: crypto/rand ends the process instead
	hash := secret.HashToken(s.token(v.ID, salt))
	return s.Store.InTx(viewer.AsSystem(ctx, "feed"), func(ctx context.Context, tx *gen.Client) error {
		now := s.Store.Now(ctx)
		f, err := tx.Feed.Query().Where(feed.UserID(v.ID)).Only(ctx)
		if err == nil {
			return tx.Feed.UpdateOne(f).SetSalt(salt).SetTokenHash(hash).SetCreatedAt(now).Exec(ctx)
		}
		if !gen.IsNotFound(err) {
			return err
		}
		err = tx.Feed.Create().SetUserID(v.ID).SetSalt(salt).SetTokenHash(hash).SetCreatedAt(now).Exec(ctx)
		if store.IsTaken(err) {
			return store.ErrAgain
		}
		return err
	})
}

// Feed is the calendar of whoever has this token: what is for them, still to be done, and about users whom they see. Who they
// are and what they may do is read anew each time. A token that is unknown, or whose owner may not sign in any more, answers
// NOT_FOUND.
func (s *Service) Feed(ctx context.Context, token string) ([]byte, error) {
	f, err := s.Store.Ent(ctx).Feed.Query().Where(feed.TokenHash(secret.HashToken(token))).Only(viewer.AsSystem(ctx, "feed"))
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("calendar")
	}
	if err != nil {
		return nil, err
	}
	v, err := s.Authn.Acting(ctx, f.UserID)
	if err != nil {
		return nil, err
	}
	if v == nil {
		return nil, fault.NotFound("calendar")
	}
	ctx = viewer.NewContext(ctx, v)
	if err := rule.RequireFeature(ctx, viewer.FeatureReminders); err != nil {
		return nil, err
	}
	all, err := s.Store.Ent(ctx).Reminder.Query().Where(reminder.AssigneeID(v.ID), reminder.DoneAtIsNil()).
		Order(reminder.ByDueAt(), reminder.ByID()).Limit(maxEntries).WithUser().All(viewer.OneByOne(ctx))
	if err != nil {
		return nil, err
	}
	return s.calendar(all)
}

// File is the calendar of one reminder that the viewer sees.
func (s *Service) File(ctx context.Context, id string) ([]byte, error) {
	if err := rule.RequireFeature(ctx, viewer.FeatureReminders); err != nil {
		return nil, err
	}
	key, err := gid.Key(gen.TypeReminder, id)
	if err != nil {
		return nil, fault.NotFound("reminder")
	}
	r, err := s.Store.Ent(ctx).Reminder.Query().Where(reminder.ID(key)).WithUser().Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("reminder")
	}
	if err != nil {
		return nil, err
	}
	return s.calendar([]*gen.Reminder{r})
}

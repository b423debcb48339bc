package account

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"strconv"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/throttle"
	"github.com/portico-hub/portico/server/visit"
)

// unsubscribing is what a signature in an unsubscribe link is for; it fits nothing else.
const unsubscribing = "unsubscribe"

// UnsubscribeURL is the address for a mailing tool's List-Unsubscribe header (RFC 8058). It is the same for as long as the
// user and the secret key are, opens nothing but the choice of this one person, and is not kept anywhere.
func (s *Service) UnsubscribeURL(userID int64) string {
	plain := binary.BigEndian.AppendUint64(nil, uint64(userID))
	return s.PublicURL + "/unsubscribe/" + base64.RawURLEncoding.EncodeToString(append(plain, s.Key.Sign(unsubscribing, plain)...))
}

// choices is how often one link turns consent on again: each time is a line of its history. Off it always turns.
var choices = throttle.Limit{Purpose: "consent of", Most: 10, Within: time.Hour}

// whose is the user of an unsubscribe link. A link that was cut short, or made up, is nobody's.
func (s *Service) whose(token string) (int64, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || len(b) < 8 || !s.Key.Verify(unsubscribing, b[:8], b[8:]) {
		return 0, fault.NotFound("link")
	}
	return int64(binary.BigEndian.Uint64(b[:8])), nil
}

// ReadsMail tells whether the user of an unsubscribe link receives email communication. Of somebody who is deleted it
// tells what is true: no. It changes nothing.
func (s *Service) ReadsMail(ctx context.Context, token string) (bool, error) {
	id, err := s.whose(token)
	if err != nil {
		return false, err
	}
	u, err := s.Store.Ent(ctx).User.Get(viewer.AsSystem(ctx, "unsubscribe link"), id)
	if gen.IsNotFound(err) {
		return false, nil
	}
	return err == nil && u.EmailSubscribed, err
}

// Choose does what the holder of an unsubscribe link chose, and returns what is so then. Whoever is deleted receives
// nothing, whatever is chosen; unsubscribing them answers like for anybody.
func (s *Service) Choose(ctx context.Context, token string, subscribed bool) (bool, error) {
	id, err := s.whose(token)
	if err != nil {
		return false, err
	}
	ctx = viewer.AsSystem(ctx, "unsubscribe link")
	u, err := s.Store.Ent(ctx).User.Get(ctx, id)
	switch {
	case gen.IsNotFound(err):
		return false, nil
	case err != nil:
		return false, err
	}
	ctx = hook.WithConsent(ctx, hook.Consent{Source: user.EmailSubscriptionSourceUNSUBSCRIBE_LINK, Actor: u.FirstName + " " + u.LastName,
		Proof: map[string]any{"time": s.Store.Now(ctx).UTC().Format(time.RFC3339), "address": visit.From(ctx).IP.String()}})
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		saved, err := setConsent(ctx, tx, id, subscribed)
		if err != nil || !subscribed || saved.Version == u.Version {
			return err
		}
		return choices.Take(ctx, tx, strconv.FormatInt(id, 10))
	})
	if gen.IsNotFound(err) { // deleted meanwhile
		return false, nil
	}
	return subscribed, err
}

package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// SetConsent says whether a user receives email communication. Those with CONSENT_WRITE say it for users within reach, and
// everybody for themselves. What is so already changes nothing, not even when it last changed.
func (s *Service) SetConsent(ctx context.Context, userID int64, subscribed bool) (*gen.User, error) {
	if err := rule.RequireConsentOf(ctx, userID); err != nil {
		return nil, err
	}
	var saved *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		saved, err = setConsent(ctx, tx, userID, subscribed)
		if gen.IsNotFound(err) {
			return fault.NotFound("user")
		}
		return err
	})
	return saved, err
}

// setConsent changes the consent of a user who is held meanwhile: of two who say the same at once one changes it.
func setConsent(ctx context.Context, tx *gen.Client, userID int64, subscribed bool) (*gen.User, error) {
	u, err := tx.User.Query().Where(user.ID(userID), lock.Update).Only(ctx)
	if err != nil {
		return nil, err
	}
	// Said even if it is so: who may not is refused all the same.
	return tx.User.UpdateOne(u).SetEmailSubscribed(subscribed).Save(ctx)
}

// FromFile is how consent comes about because a row of a file says so. named is the source that the row gives; without one an
// import withdraws consent and never grants it (decision 11): that is refused at consentSource.
func FromFile(file string, row int, named string) hook.Consent {
	return hook.Consent{Source: user.EmailSubscriptionSourceIMPORT,
		Proof: map[string]any{"file": file, "row": row, hook.ProofSource: fold.Line(named)}}
}

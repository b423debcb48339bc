package client

import (
	"context"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/feature"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// maxReason bounds the reason why a feature is off, in characters.
const maxReason = 200

// SetFeature switches a feature on or off for everybody. The reason is shown wherever the feature is, and belongs to being
// off; without one there is a general sentence.
func (s *Service) SetFeature(ctx context.Context, name viewer.Feature, enabled bool, reason string) (saved *gen.Feature, err error) {
	if err := rule.Require(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	if reason = fold.Line(reason); enabled {
		reason = ""
	}
	if utf8.RuneCountInString(reason) > maxReason {
		return nil, fault.Refusef(fault.Invalid, fault.At("reason"), "At most %d characters.", maxReason)
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		old, err := tx.Feature.Query().Where(feature.Name(string(name))).Only(ctx)
		switch {
		case gen.IsNotFound(err) && enabled:
			saved = &gen.Feature{Name: string(name), Enabled: true}
			return nil
		case gen.IsNotFound(err):
			create := tx.Feature.Create().SetName(string(name)).SetEnabled(enabled)
			if reason != "" {
				create.SetReason(reason)
			}
			if saved, err = create.Save(ctx); store.IsTaken(err) {
				return store.ErrAgain
			}
			return err
		case err != nil:
			return err
		}
		change := tx.Feature.UpdateOne(old).SetEnabled(enabled)
		if change.SetReason(reason); reason == "" {
			change.ClearReason()
		}
		saved, err = change.Save(ctx)
		return err
	})
	return saved, err
}

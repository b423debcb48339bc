// Package settings keeps what administrators decide for the whole hub while it runs. It is one row, read anew whenever
// something depends on it, so that every replica follows at once. It knows nothing of what the rooms do with it.
package settings

import (
	"context"
	"slices"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// Limits: days that activities are kept, sites that may be led back to.
const (
	maxRetention = 36500
	maxOrigins   = 20
)

// Locales are the languages that emails may be written in, without regions.
var Locales = []string{"en", "de", "fr", "es", "nb"}

// key is that of the one row.
const key int64 = 1

// Service keeps the settings.
type Service struct{ Store *store.Store }

// Input is what is said of the settings. What is nil stays as it is.
type Input struct {
	Version int
	// ActivityRetentionDays counts if Retain is set; nil then means for ever.
	Retain                bool
	ActivityRetentionDays *int
	KeepUnknownActivities *bool
	RedirectOrigins       []string
	NudgeBeforeExpiry     *bool
	// DefaultLocale is one of Locales.
	DefaultLocale *string
}

// Ensure makes the row where it is missing. It runs under the migration lock.
func (s *Service) Ensure(ctx context.Context) error {
	return s.Store.InTx(viewer.AsSystem(ctx, "set-up"), func(ctx context.Context, tx *gen.Client) error {
		has, err := tx.Settings.Query().Exist(ctx)
		if err != nil || has {
			return err
		}
		return tx.Settings.Create().SetID(key).Exec(ctx)
	})
}

// Now are the settings as they stand, for rooms that do as they say: one row by its key, whoever is asking. Inside a
// transaction they are that transaction's.
func (s *Service) Now(ctx context.Context) (*gen.Settings, error) {
	return s.Store.Ent(ctx).Settings.Get(viewer.AsSystem(ctx, "settings"), key)
}

// Get are the settings, for whoever keeps them.
func (s *Service) Get(ctx context.Context) (*gen.Settings, error) {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	return s.Store.Ent(ctx).Settings.Get(ctx, key)
}

// Update changes the settings of the version that was read. It acts at once, on every replica.
func (s *Service) Update(ctx context.Context, in Input) (saved *gen.Settings, err error) {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	if err := in.clean(); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		had, err := tx.Settings.Get(ctx, key)
		if err != nil {
			return err
		}
		if had.Version != in.Version {
			return fault.Conflict("settings", in.Version, had.Version)
		}
		change := tx.Settings.UpdateOne(had).SetNillableKeepUnknownActivities(in.KeepUnknownActivities).SetNillableNudgeBeforeExpiry(in.NudgeBeforeExpiry).
			SetNillableDefaultLocale(in.DefaultLocale)
		switch {
		case in.Retain && in.ActivityRetentionDays == nil:
			change.ClearActivityRetentionDays()
		case in.Retain:
			change.SetActivityRetentionDays(*in.ActivityRetentionDays)
		}
		if in.RedirectOrigins != nil {
			change.SetRedirectOrigins(in.RedirectOrigins)
		}
		saved, err = change.Save(ctx)
		return err
	})
	return saved, err
}

// clean tidies what is said and refuses what makes no sense, all of it at once.
func (in *Input) clean() error {
	var faults fault.List
	if days := in.ActivityRetentionDays; in.Retain && days != nil && (*days < 1 || *days > maxRetention) {
		faults = append(faults, fault.Refusef(fault.Invalid, fault.At("activityRetentionDays"), "Enter 1 to %d days, or nothing to keep activities for ever.", maxRetention))
	}
	if in.RedirectOrigins != nil {
		origins, err := redirects(in.RedirectOrigins)
		faults.Add(err)
		in.RedirectOrigins = origins
	}
	if l := in.DefaultLocale; l != nil && !slices.Contains(Locales, *l) {
		faults = append(faults, fault.Refusef(fault.Unknown, fault.At("defaultLocale"), "Emails are written in %s.", strings.Join(Locales, ", ")))
	}
	return faults.Err()
}

// redirects are the sites as a browser names them, each once. A person is led only where nobody on the way can read or
// change what they are shown: to https, or to this machine.
func redirects(typed []string) ([]string, error) {
	origins := []string{}
	for _, one := range typed {
		origin, ok := fold.Origin(one)
		if !ok || !fold.IsSafeOrigin(origin) {
			return nil, fault.Refuse(fault.Invalid, fault.At("redirectOrigins"), "An origin is https:// and a host, such as https://www.example.org, with nothing behind it.")
		}
		if !slices.Contains(origins, origin) {
			origins = append(origins, origin)
		}
	}
	if len(origins) > maxOrigins {
		return nil, fault.Refusef(fault.Invalid, fault.At("redirectOrigins"), "At most %d origins.", maxOrigins)
	}
	return origins, nil
}

// Package page keeps the protected pages of websites, and says who may see one. It decides anew each time: what it decides
// is remembered nowhere.
package page

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/protectedpage"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// Limits: characters of a pattern, pages in all.
const (
	maxPattern = 500
	maxPages   = 200
)

// Options of the Service.
type Options struct {
	Store *store.Store
	Authn *authn.Authenticator
}

// Service keeps the protected pages.
type Service struct{ Options }

// New returns the service.
func New(o Options) *Service { return &Service{o} }

// Input is what is said of a page. Groups that are not named may not see it any more; those that are deleted cannot be named, and
// may again once they are restored, as long as the pattern stays.
type Input struct {
	Pattern  string
	GroupIDs []int64
}

// All are the pages, by pattern.
func (s *Service) All(ctx context.Context) ([]*gen.ProtectedPage, error) {
	if err := s.may(ctx); err != nil {
		return nil, err
	}
	pages, err := s.Store.Ent(ctx).ProtectedPage.Query().All(ctx)
	slices.SortFunc(pages, func(a, b *gen.ProtectedPage) int { return strings.Compare(a.PatternKey, b.PatternKey) })
	return pages, err
}

// may refuses before anything else is looked at.
func (s *Service) may(ctx context.Context) error {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return err
	}
	return rule.RequireFeature(ctx, viewer.FeatureProtectedPages)
}

// Create protects what a pattern stands for.
func (s *Service) Create(ctx context.Context, in Input) (made *gen.ProtectedPage, err error) {
	if err := s.may(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := in.clean(ctx, tx, 0); err != nil {
			return err
		}
		n, err := tx.ProtectedPage.Query().Count(ctx)
		if err != nil {
			return err
		}
		if n >= maxPages {
			return fault.Refusef(fault.Invalid, nil, "There are %d protected pages. Delete one first.", maxPages)
		}
		made, err = tx.ProtectedPage.Create().SetPattern(in.Pattern).SetGroupIds(in.GroupIDs).Save(ctx)
		if store.IsTaken(err) {
			return store.ErrAgain
		}
		return err
	})
	return made, err
}

// Update changes a page, if nobody else did since the version was read.
func (s *Service) Update(ctx context.Context, id int64, version int, in Input) (saved *gen.ProtectedPage, err error) {
	if err := s.may(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		p, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if p.Version != version {
			return fault.Conflict("protected page", version, p.Version)
		}
		if err := in.clean(ctx, tx, id); err != nil {
			return err
		}
		groups := in.GroupIDs
		if in.Pattern == p.Pattern {
			asleep, err := deleted(ctx, tx, p.GroupIds)
			if err != nil {
				return err
			}
			if len(asleep) > 0 {
				groups = slices.Compact(slices.Sorted(slices.Values(slices.Concat(groups, asleep))))
			}
		}
		saved, err = tx.ProtectedPage.UpdateOne(p).SetPattern(in.Pattern).SetGroupIds(groups).Save(ctx)
		return err
	})
	return saved, err
}

// Delete takes a page away. What it stood for is decided by another pattern, or closed.
func (s *Service) Delete(ctx context.Context, id int64) error {
	if err := s.may(ctx); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		p, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		return tx.ProtectedPage.UpdateOne(p).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx)
	})
}

// find is a page that the viewer sees, held for a change.
func find(ctx context.Context, tx *gen.Client, id int64) (*gen.ProtectedPage, error) {
	p, err := tx.ProtectedPage.Query().Where(protectedpage.ID(id), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("protected page")
	}
	return p, err
}

// deleted are those of these groups that may be restored.
func deleted(ctx context.Context, tx *gen.Client, ids []int64) ([]int64, error) {
	return tx.Group.Query().Where(group.IDIn(ids...), group.DeletedAtNotNil()).IDs(viewer.ShowDeleted(ctx))
}

// clean brings what is said into its form and refuses what is wrong, all of it at once.
func (in *Input) clean(ctx context.Context, tx *gen.Client, self int64) error {
	var faults fault.List
	for _, step := range []func() error{
		func() error { return in.cleanPattern(ctx, tx, self) },
		func() error { return in.cleanGroups(ctx, tx) },
	} {
		if err := step(); !faults.Add(err) {
			return err
		}
	}
	return faults.Err()
}

func (in *Input) cleanPattern(ctx context.Context, tx *gen.Client, self int64) error {
	at := fault.At("pattern")
	switch {
	case strings.TrimSpace(in.Pattern) == "":
		return fault.Refuse(fault.Required, at, "Enter a path, such as /members/*.")
	case utf8.RuneCountInString(in.Pattern) > maxPattern:
		return fault.TooLong("pattern", maxPattern)
	}
	pattern, ok := fold.Pattern(in.Pattern)
	if !ok || utf8.RuneCountInString(pattern) > maxPattern {
		return fault.Refuse(fault.Invalid, at, "A path begins with a slash, such as /members/welcome, and ends in /* for all below it, such as /members/*. "+
			"It has no dots or spaces at the end of a name, no short names such as MEMBER~1, and none of \\ ; % # ? in it.")
	}
	in.Pattern = pattern
	return store.Taken(ctx, "pattern", pattern, gen.TypeProtectedPage, func(ctx context.Context) ([]int64, error) {
		return tx.ProtectedPage.Query().Where(protectedpage.PatternKey(fold.Key(pattern)), protectedpage.IDNEQ(self)).IDs(ctx)
	})
}

func (in *Input) cleanGroups(ctx context.Context, tx *gen.Client) error {
	in.GroupIDs = slices.Compact(slices.Sorted(slices.Values(in.GroupIDs)))
	if len(in.GroupIDs) == 0 {
		in.GroupIDs = []int64{}
		return nil
	}
	n, err := tx.Group.Query().Where(group.IDIn(in.GroupIDs...)).Count(ctx)
	if err == nil && n < len(in.GroupIDs) {
		return fault.Refuse(fault.Unknown, fault.At("groupIds"), "One of these groups does not exist. It may have been deleted meanwhile.")
	}
	return err
}

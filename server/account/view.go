package account

import (
	"bytes"
	"context"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/savedview"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Limits of saved views: characters, bytes, how many are one's own, and how many of others' are shown.
const (
	maxViewName  = 100
	maxViewQuery = 2000
	maxViews     = 50
	maxShared    = 200
)

// View is a saved view to be kept. Without an ID it is a new one; Shared stays as it is if nil.
type View struct {
	ID          *int64
	Name, Query string
	Shared      *bool
}

// Views are the viewer's own views and those that others share, by name; of others' the 200 oldest.
func (s *Service) Views(ctx context.Context) ([]*gen.SavedView, error) {
	if err := rule.Require(ctx, viewer.UsersRead); err != nil {
		return nil, err
	}
	own := savedview.UserID(viewer.From(ctx).ID)
	if viewer.From(ctx).Kind != viewer.User {
		own = savedview.IDEQ(0)
	}
	all, err := s.Store.Ent(ctx).SavedView.Query().Where(own).Order(savedview.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	shared, err := s.Store.Ent(ctx).SavedView.Query().Where(savedview.Shared(true), savedview.Not(own)).
		Order(savedview.ByID()).Limit(maxShared).All(ctx)
	all = append(all, shared...)
	slices.SortStableFunc(all, func(a, b *gen.SavedView) int { return bytes.Compare(fold.Sort(a.Name), fold.Sort(b.Name)) })
	return all, err
}

// SaveView makes a view or changes one's own. What it shows depends on who looks: it holds a query, never a result.
func (s *Service) SaveView(ctx context.Context, in View) (*gen.SavedView, error) {
	v := viewer.From(ctx)
	if err := rule.Require(ctx, viewer.UsersRead); err != nil {
		return nil, err
	}
	in.Name, in.Query = fold.Line(in.Name), strings.TrimPrefix(in.Query, "?")
	switch {
	case in.Name == "":
		return nil, fault.Refuse(fault.Required, fault.At("name"), "Enter a name.")
	case utf8.RuneCountInString(in.Name) > maxViewName:
		return nil, tooLong("name", maxViewName)
	case len(in.Query) > maxViewQuery:
		return nil, tooLong("query", maxViewQuery)
	case !isQuery(in.Query):
		return nil, fault.Refuse(fault.Invalid, fault.At("query"), "This is not the query of a list's address.")
	}
	var saved *gen.SavedView
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		if in.ID != nil {
			old, err := ownView(ctx, tx, *in.ID, false)
			if err != nil {
				return err
			}
			saved, err = tx.SavedView.UpdateOne(old).SetName(in.Name).SetQuery(in.Query).SetNillableShared(in.Shared).Save(ctx)
			return err
		}
		had, err := tx.SavedView.Query().Where(savedview.UserID(v.ID)).Count(ctx)
		if err != nil {
			return err
		}
		if had >= maxViews {
			return fault.Refusef(fault.Invalid, nil, "You have %d views. Delete one first.", maxViews)
		}
		saved, err = tx.SavedView.Create().SetUserID(v.ID).SetName(in.Name).SetQuery(in.Query).SetNillableShared(in.Shared).Save(ctx)
		return err
	})
	return saved, err
}

// isQuery reports what can stand behind the question mark of an address.
func isQuery(s string) bool {
	_, err := url.ParseQuery(s)
	return err == nil && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// DeleteView deletes a view of one's own; whoever keeps the settings may delete any that is shared.
func (s *Service) DeleteView(ctx context.Context, id int64) error {
	if err := rule.Require(ctx, viewer.UsersRead); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		old, err := ownView(ctx, tx, id, true)
		if err != nil {
			return err
		}
		return tx.SavedView.DeleteOne(old).Exec(ctx)
	})
}

// ownView is a view that the viewer may change: what others share is theirs.
func ownView(ctx context.Context, tx *gen.Client, id int64, deleting bool) (*gen.SavedView, error) {
	found, err := tx.SavedView.Get(ctx, id)
	switch {
	case gen.IsNotFound(err):
		return nil, fault.NotFound("view")
	case err != nil:
		return nil, err
	case !rule.OwnsView(viewer.From(ctx), found.UserID) && !(deleting && rule.ClearsViews(viewer.From(ctx))):
		return nil, fault.Refuse(fault.CodeForbidden, nil, "This view is somebody else's. Save it under a name of your own.")
	default:
		return found, nil
	}
}

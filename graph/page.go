package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/page"
	"github.com/portico-hub/portico/server/store"
)

// pages are all protected pages; their groups are read for all of them at once.
func (r *Resolver) pages(ctx context.Context) ([]*ent.ProtectedPage, error) {
	all, err := r.Pages.All(ctx)
	if err != nil {
		return nil, err
	}
	var keys []int64
	found := map[int64]*ent.Group{}
	for _, p := range all {
		keys = append(keys, p.GroupIds...)
		p.Ahead = found
	}
	return all, r.collectGroups(ctx, found, keys)
}

// admitted are the groups that may see a page.
func (r *Resolver) admitted(ctx context.Context, p *ent.ProtectedPage) ([]*ent.Group, error) {
	found, ok := p.Ahead.(map[int64]*ent.Group)
	if !ok {
		found = map[int64]*ent.Group{}
		if err := r.collectGroups(ctx, found, p.GroupIds); err != nil {
			return nil, err
		}
	}
	return among(found, p.GroupIds), nil
}

// protect saves a page, a new one or an old one.
func (r *Resolver) protect(ctx context.Context, input gen.ProtectedPageInput, save func(context.Context, page.Input) (*ent.ProtectedPage, error)) (*gen.ProtectedPagePayload, error) {
	p := &gen.ProtectedPagePayload{}
	ctx, done := store.Watch(ctx)
	in := page.Input{Pattern: input.Pattern}
	var err error
	if in.GroupIDs, err = keysOf(ent.TypeGroup, input.GroupIds, "groupIds"); err == nil {
		saved, failed := save(ctx, in)
		p.ProtectedPage, err = anew(ctx, saved, failed, r.Store.Ent(ctx).ProtectedPage.Get)
		p.Undo = r.undoOf(ctx, done)
	}
	return p, settle(err, &p.UserErrors)
}

// again is the page that an update is about, and the version that was read: both are needed there.
func again(input gen.ProtectedPageInput) (id int64, version int, err error) {
	switch {
	case input.ID == nil:
		return 0, 0, fault.Refuse(fault.Required, fault.At("id"), "Say which page.")
	case input.Version == nil:
		return 0, 0, fault.Refuse(fault.Required, fault.At("version"), "Say which version was read.")
	}
	id, err = key(ent.TypeProtectedPage, *input.ID, nouns[ent.TypeProtectedPage])
	return id, *input.Version, err
}

package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/bulk"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/journal"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/store"
)

// changes lists the journal, newest first.
func (r *Resolver) changes(ctx context.Context, where []predicate.Change, args list.Args) (*gen.ChangeConnection, error) {
	query := r.Store.Ent(ctx).Change.Query().Where(where...)
	page, err := list.Read(ctx, list.Source[*ent.Change]{
		Order: list.Order{Name: "CHANGES", Column: change.FieldID, Kind: list.ID, Desc: true}, Signer: r.Signer,
		Place: func(c *ent.Change) (any, int64) { return nil, c.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.Change, error) {
			return query.Clone().Where(where).Limit(limit).All(ctx)
		},
	}, args)
	if err != nil {
		return nil, err
	}
	if err := r.Journal.Name(ctx, page.Nodes); err != nil {
		return nil, err
	}
	return &gen.ChangeConnection{
		Edges: edges(page, func(c *ent.Change, cursor list.Cursor) *gen.ChangeEdge {
			return &gen.ChangeEdge{Node: c, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return query.Clone().Count(ctx) },
	}, nil
}

// fieldsOf is what the viewer may read of a change, with names in the place of keys.
func (r *Resolver) fieldsOf(ctx context.Context, c *ent.Change) ([]*journal.Field, error) {
	if c.Ahead == nil {
		if err := r.Journal.Name(ctx, []*ent.Change{c}); err != nil {
			return nil, err
		}
	}
	return r.Journal.Fields(ctx, c), nil
}

func changeFilter(f *gen.ChangeFilter) ([]predicate.Change, error) {
	if f == nil {
		return nil, nil
	}
	var where []predicate.Change
	if f.EntityID != nil {
		kind, key, err := gid.Split(*f.EntityID)
		if err != nil {
			return nil, fault.NotFound("thing")
		}
		where = append(where, change.Entity(kind), change.EntityID(key))
	}
	if f.Actor != nil {
		where = append(where, change.Actor(*f.Actor))
	}
	if at := timeRange(f.At); at != nil {
		if at.From != nil {
			where = append(where, change.AtGTE(at.From.UTC()))
		}
		if at.To != nil {
			where = append(where, change.AtLT(at.To.UTC()))
		}
	}
	return where, nil
}

// turn is how a user is deactivated and made active again.
func (r *Resolver) turn(ctx context.Context, input gen.UserIDInput, do func(context.Context, int64, *int) (*ent.User, error)) (*gen.UserPayload, error) {
	p := &gen.UserPayload{}
	ctx, done := store.Watch(ctx)
	id, err := key(ent.TypeUser, input.UserID, "user")
	if err == nil {
		saved, failed := do(ctx, id, input.Version)
		p.User, err = r.fresh(ctx, saved, failed)
		p.Undo = r.undoOf(ctx, done)
	}
	return p, settle(err, &p.UserErrors)
}

// deleted is how something is deleted, by its id.
func (r *Resolver) deleted(ctx context.Context, kind, id string, do func(context.Context, int64) error) (*gen.DeletePayload, error) {
	p := &gen.DeletePayload{}
	ctx, done := store.Watch(ctx)
	k, err := key(kind, id, nouns[kind])
	if err == nil {
		err = do(ctx, k)
	}
	if err == nil {
		p.DeletedID, p.Undo = &id, r.undoOf(ctx, done)
	}
	return p, settle(err, &p.UserErrors)
}

// anew reads a row again after the transaction that changed it.
func anew[T interface{ GlobalID() string }](ctx context.Context, saved T, err error, get func(context.Context, int64) (T, error)) (none T, _ error) {
	if err != nil {
		return none, err
	}
	_, id, err := gid.Split(saved.GlobalID())
	if err != nil {
		return none, err
	}
	row, err := get(ctx, id)
	if ent.IsNotFound(err) {
		return none, nil // out of the viewer's sight now, yet saved
	}
	return row, err
}

// undoOf is the way back from what was just committed, if anything was.
func (r *Resolver) undoOf(ctx context.Context, done *store.Committed) *gen.Undo {
	if done.ChangeSet == "" {
		return nil
	}
	token, expires := r.Journal.Token(ctx, done.ChangeSet)
	return &gen.Undo{Token: token, ExpiresAt: expires}
}

// taken is how taking back ends.
func (r *Resolver) taken(undone *bulk.Undone, err error) (*gen.UndoPayload, error) {
	p := &gen.UndoPayload{Undone: err == nil}
	if undone != nil {
		p.Report, p.JobRun = reported(undone.Report), undone.Run
	}
	return p, settle(err, &p.UserErrors)
}

func items(all []journal.Item) []*gen.UndoItem {
	out := make([]*gen.UndoItem, len(all))
	for i, one := range all {
		out[i] = &gen.UndoItem{EntityID: gid.Encode(one.Ref.Type, one.Ref.ID), Name: one.Name, Reason: one.Reason}
	}
	return out
}

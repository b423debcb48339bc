package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
)

// messages lists messages, newest first.
func (r *Resolver) messages(ctx context.Context, where []predicate.Message, args list.Args) (*gen.MessageConnection, error) {
	query := r.Store.Ent(ctx).Message.Query().Where(where...)
	wanted := selected(ctx, "edges", "node")
	page, err := list.Read(ctx, list.Source[*ent.Message]{
		Order: list.Order{Name: "NEWEST", Column: message.FieldCreatedAt, Kind: list.Time, Desc: true}, Signer: r.Signer,
		Place: func(m *ent.Message) (any, int64) { return m.CreatedAt, m.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.Message, error) {
			one := query.Clone().Where(where).Limit(limit)
			if wanted.fields["user"] || wanted.fields["text"] || wanted.fields["html"] {
				one.WithUser()
			}
			return one.All(ctx)
		},
	}, args)
	if err != nil {
		return nil, err
	}
	if wanted.fields["linkState"] || wanted.fields["linkExpiresAt"] || wanted.fields["linkUsedAt"] {
		links, err := r.Notify.Links(ctx, page.Nodes)
		if err != nil {
			return nil, err
		}
		for _, m := range page.Nodes {
			m.Ahead = links[m.ID]
		}
	}
	return &gen.MessageConnection{
		Edges:    edges(page, func(m *ent.Message, cursor string) *gen.MessageEdge { return &gen.MessageEdge{Node: m, Cursor: cursor} }),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return query.Clone().Count(ctx) },
	}, nil
}

// linkOf is the link that a message brought, or nil.
func (r *Resolver) linkOf(ctx context.Context, m *ent.Message) (*ent.Link, error) {
	if l, ok := m.Ahead.(*ent.Link); ok {
		return l, nil
	}
	links, err := r.Notify.Links(ctx, []*ent.Message{m})
	return links[m.ID], err
}

func messageFilter(f *gen.MessageFilter) ([]predicate.Message, error) {
	if f == nil {
		return nil, nil
	}
	var where []predicate.Message
	owner, err := keyOf(ent.TypeUser, f.UserID, "userId")
	if err != nil {
		return nil, fault.NotFound("user")
	}
	if owner != nil {
		where = append(where, message.UserID(*owner))
	}
	if len(f.State) > 0 {
		where = append(where, message.StateIn(f.State...))
	}
	if len(f.Kind) > 0 {
		where = append(where, message.KindIn(f.Kind...))
	}
	return where, nil
}

// freshMessage reads a message anew after the transaction that made it. Whoever may send one but not read messages
// gets none back.
func (r *Resolver) freshMessage(ctx context.Context, made *ent.Message, err error) (*ent.Message, error) {
	if err != nil || !viewer.From(ctx).Can(viewer.MessagesRead) {
		return nil, err
	}
	return r.Store.Ent(ctx).Message.Get(ctx, made.ID)
}

package graph

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/store"
)

var (
	// newest goes by time.
	newest = list.Order{Name: "NEWEST", Column: message.FieldCreatedAt, Kind: list.Time, Desc: true}
	// latest goes by id, which grows as messages are made: what full-text search finds comes in this order by itself, so
	// that a word which stands in every subject costs no more than a rare one.
	latest = list.Order{Name: "LATEST", Column: message.FieldID, Kind: list.ID, Desc: true}
)

// letters says which messages are listed, and in which of the two orders.
type letters struct {
	where []predicate.Message
	// states, if any, are read one by one and merged: one index holds the newest of one state.
	states []message.State
	order  list.Order
}

// messages lists messages, newest first.
func (r *Resolver) messages(ctx context.Context, which letters, args list.Args) (*gen.MessageConnection, error) {
	query := r.Store.Ent(ctx).Message.Query().Where(which.where...)
	wanted := selected(ctx, "edges", "node")
	read := func(ctx context.Context, one *ent.MessageQuery, limit int) ([]*ent.Message, error) {
		if wanted.wants("user") || wanted.wants("text") || wanted.wants("html") {
			one.WithUser()
		}
		return one.Limit(limit).All(store.PlanByValue(ctx))
	}
	page, err := list.Read(ctx, list.Source[*ent.Message]{
		Order: which.order, Signer: r.Signer, Place: which.place,
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.Message, error) {
			return which.read(limit, func(more ...predicate.Message) ([]*ent.Message, error) {
				return read(ctx, query.Clone().Where(where).Where(more...), limit)
			})
		},
	}, args)
	if err != nil {
		return nil, err
	}
	if err := r.linksAhead(ctx, page.Nodes, wanted); err != nil {
		return nil, err
	}
	return &gen.MessageConnection{
		Edges: edges(page, func(m *ent.Message, cursor list.Cursor) *gen.MessageEdge {
			return &gen.MessageEdge{Node: m, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count: func(ctx context.Context) (int, error) {
			counted := query.Clone()
			if len(which.states) > 0 {
				counted.Where(message.StateIn(which.states...))
			}
			return counted.Count(store.PlanByValue(ctx))
		},
	}, nil
}

// linksAhead reads the links of a page of messages, if anything of them is wanted.
func (r *Resolver) linksAhead(ctx context.Context, messages []*ent.Message, wanted selection) error {
	if !wanted.wants("linkState") && !wanted.wants("linkExpiresAt") && !wanted.wants("linkUsedAt") {
		return nil
	}
	links, err := r.Notify.Links(ctx, messages)
	for _, m := range messages {
		m.Ahead = links[m.ID]
	}
	return err
}

// linkOf is the link that a message brought, or nil.
func (r *Resolver) linkOf(ctx context.Context, m *ent.Message) (*ent.Link, error) {
	if l, ok := m.Ahead.(*ent.Link); ok {
		return l, nil
	}
	links, err := r.Notify.Links(ctx, []*ent.Message{m})
	return links[m.ID], err
}

// read reads the newest messages by one statement, or by one for each state.
func (l letters) read(limit int, page func(more ...predicate.Message) ([]*ent.Message, error)) ([]*ent.Message, error) {
	if len(l.states) == 0 {
		return page()
	}
	var all []*ent.Message
	for _, state := range l.states {
		some, err := page(message.StateEQ(state))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b *ent.Message) int { return cmp.Or(b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID)) })
	return all[:min(len(all), limit)], nil
}

// place is where a message stands in its order.
func (l letters) place(m *ent.Message) (any, int64) {
	if l.order.Kind == list.ID {
		return nil, m.ID
	}
	return m.CreatedAt, m.ID
}

// messageFilter is what a filter asks for, in the order that finds it soonest.
func (r *Resolver) messageFilter(ctx context.Context, f *gen.MessageFilter) (which letters, err error) {
	which.order = newest
	if f == nil {
		return which, nil
	}
	owner, err := keyOf(ent.TypeUser, f.UserID, "userId")
	if err != nil {
		return which, fault.NotFound("user")
	}
	if owner != nil {
		which.where = append(which.where, message.UserID(*owner))
	}
	for _, state := range distinct(f.State) {
		if !slices.Contains(which.states, state) {
			which.states = append(which.states, state)
		}
	}
	if len(f.Kind) > 0 {
		which.where = append(which.where, message.KindIn(distinct(f.Kind)...))
	}
	if len(f.LinkState) > 0 {
		which.where = append(which.where, message.HasLinkWith(account.LinkIn(distinct(f.LinkState), r.Store.Clock().Now())))
	}
	filtered := len(which.where)+len(which.states) > 0
	found, err := notify.Search(ctx, value(f.Search), filtered)
	if found != nil {
		which.where = append(which.where, found)
	}
	if list.Indexed(value(f.Search)) && !filtered {
		which.order = latest
	}
	return which, err
}

// freshMessage reads a message anew after the transaction that made it. Whoever may send one but not read messages
// gets none back.
func (r *Resolver) freshMessage(ctx context.Context, made *ent.Message, err error) (*ent.Message, error) {
	if err != nil || !rule.Readable(viewer.From(ctx), ent.TypeMessage, message.FieldSubject) {
		return nil, err
	}
	read, err := r.Store.Ent(ctx).Message.Get(ctx, made.ID)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return read, err
}

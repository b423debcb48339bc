package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/consentchange"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/list"
)

// consentOf lists the history of a user's consent, newest first. What proves it is for those who keep it.
func (r *Resolver) consentOf(ctx context.Context, u *ent.User, args list.Args) (*gen.ConsentChangeConnection, error) {
	query := r.Store.Ent(ctx).ConsentChange.Query().Where(consentchange.UserID(u.ID))
	page, err := list.Read(ctx, list.Source[*ent.ConsentChange]{
		Order: list.Order{Name: "CONSENT", Column: consentchange.FieldID, Kind: list.ID, Desc: true}, Signer: r.Signer,
		Place: func(c *ent.ConsentChange) (any, int64) { return nil, c.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*ent.ConsentChange, error) {
			return query.Clone().Where(where).Limit(limit).All(ctx)
		},
	}, args)
	if err != nil {
		return nil, err
	}
	may, err := r.keepsConsentOf(ctx, u)
	if err != nil {
		return nil, err
	}
	for _, c := range page.Nodes {
		if !may {
			c.Proof = nil
		}
	}
	return &gen.ConsentChangeConnection{
		Edges: edges(page, func(c *ent.ConsentChange, cursor list.Cursor) *gen.ConsentChangeEdge {
			return &gen.ConsentChangeEdge{Node: c, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    func(ctx context.Context) (int, error) { return query.Clone().Count(ctx) },
	}, nil
}

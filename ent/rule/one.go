package rule

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// one is what was asked about one user: whether their rows are in reach of a viewer with a permission.
type one struct {
	kind    viewer.Kind
	viewer  int64
	p       viewer.Permission
	userID  int64
	reached bool
}

type oneKey struct{}

// OfOne asks once whether the viewer reaches a user, who is not deleted, with a permission, and returns a context in which
// rows that AllowOfUsersWithinReach guards by that permission are this user's: found by their key, or none. It is for a
// stream of very many rows of one user. Asked for each row, PostgreSQL believes that hardly any is in reach, and sorts them
// all. Whoever reaches everybody is not asked.
func OfOne(ctx context.Context, client *gen.Client, p viewer.Permission, userID int64) (context.Context, error) {
	v := viewer.From(ctx)
	if v == nil || v.ReachesAll() {
		return ctx, nil
	}
	reached, err := client.User.Query().Where(user.ID(userID), OfUsers(v, p)).Exist(viewer.AsSystem(ctx, "comparing reach"))
	return context.WithValue(ctx, oneKey{}, one{v.Kind, v.ID, p, userID, reached}), err
}

// oneOf is what OfOne found for whoever asks now, or nil.
func oneOf(ctx context.Context) *one {
	found, known := ctx.Value(oneKey{}).(one)
	if v := viewer.From(ctx); !known || v == nil || v.Kind != found.kind || v.ID != found.viewer {
		return nil
	}
	return &found
}

// rows finds the rows of the user, or none.
func (o *one) rows(s *sql.Selector) {
	if o.reached {
		s.Where(sql.EQ(s.C("user_id"), o.userID))
	} else {
		s.Where(sql.False())
	}
}

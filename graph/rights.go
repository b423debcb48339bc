package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
)

// rightsAhead asks what the viewer may do with the users of a page, once for all of them.
func (r *Resolver) rightsAhead(ctx context.Context, ids []int64, byID map[int64]*userAhead, keeping, versions bool) (err error) {
	var keeps, notes map[int64]bool
	if keeping {
		if keeps, err = rule.ConsentOf(ctx, r.Store.Ent(ctx), ids...); err != nil {
			return err
		}
	}
	if versions {
		if notes, err = rule.NotesOf(ctx, r.Store.Ent(ctx), ids...); err != nil {
			return err
		}
	}
	for _, a := range byID {
		a.keeps, a.notes = keeps, notes
	}
	return nil
}

// keepsConsentOf reports that the viewer may change this user's consent by their right. A list knew it of all its users.
func (r *Resolver) keepsConsentOf(ctx context.Context, u *ent.User) (bool, error) {
	if ahead, ok := u.Ahead.(*userAhead); ok && ahead.keeps != nil {
		return ahead.keeps[u.ID], nil
	}
	may, err := rule.ConsentOf(ctx, r.Store.Ent(ctx), u.ID)
	return may[u.ID], err
}

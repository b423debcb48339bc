package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/company"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/store"
)

func createCompany(in gen.CreateCompanyInput) company.Details {
	return company.Details{Name: &in.Name, EmailDomain: in.EmailDomain, Phone: in.Phone, Address: in.Address}
}

func updateCompany(in gen.UpdateCompanyInput) company.Details {
	return company.Details{Name: in.Name, EmailDomain: typed(in.EmailDomain), Phone: typed(in.Phone), Address: typed(in.Address)}
}

func createContract(in gen.CreateContractInput) company.Terms {
	return company.Terms{Number: &in.Number, Name: &in.Name, StartsOn: in.StartsOn, EndsOn: in.EndsOn}
}

func updateContract(in gen.UpdateContractInput) company.Terms {
	return company.Terms{Number: in.Number, Name: in.Name, StartsOn: typed(in.StartsOn), EndsOn: typed(in.EndsOn)}
}

// typed is a text that may be absent, which is nil, or null, which is empty.
func typed(field graphql.Omittable[*string]) *string {
	text, there := field.ValueOK()
	if !there {
		return nil
	}
	clean := value(text)
	return &clean
}

// regroup is how it is changed who is in a group.
func (r *Resolver) regroup(ctx context.Context, groupID string, userIDs []string, do func(context.Context, int64, []int64) (*ent.Group, error)) (*gen.GroupPayload, error) {
	p := &gen.GroupPayload{}
	ctx, done := store.Watch(ctx)
	id, err := key(ent.TypeGroup, groupID, "group")
	var users []int64
	if err == nil {
		users, err = keysUpTo(copies.AtOnce, ent.TypeUser, userIDs, "userIds")
	}
	if err == nil {
		saved, failed := do(ctx, id, users)
		p.Group, err = anew(ctx, saved, failed, r.Store.Ent(ctx).Group.Get)
		if err == nil && r.sees(ctx, users) { // whoever left a group may have left its manager's sight
			p.Undo = r.undoOf(ctx, done)
		}
	}
	return p, settle(err, &p.UserErrors)
}

// sees reports that the viewer sees all of some users.
func (r *Resolver) sees(ctx context.Context, users []int64) bool {
	if viewer.From(ctx).ReachesAll() {
		return true
	}
	users = slices.Compact(slices.Sorted(slices.Values(users)))
	n, err := r.Store.Ent(ctx).User.Query().Where(user.IDIn(users...)).Count(ctx)
	return err == nil && n == len(users)
}

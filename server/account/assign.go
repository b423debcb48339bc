package account

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
)

// assign is join for companies.
func assign(ctx context.Context, tx *gen.Client, userID int64, companies []Assigned) (bool, error) {
	for _, w := range companies {
		if err := tx.Assignment.Create().SetUserID(userID).SetCompanyID(w.CompanyID).SetNillableContractID(w.ContractID).Exec(ctx); err != nil {
			return false, err
		}
	}
	return len(companies) > 0, nil
}

// saveAssignments is saveGroups for the companies that the user looks after.
func (p *place) saveAssignments(ctx context.Context, tx *gen.Client, userID int64) (changed bool, err error) {
	have, err := tx.Assignment.Query().Where(assignment.UserID(userID)).WithCompany().WithContract().All(ctx)
	if err != nil {
		return false, err
	}
	want := slices.Clone(p.assignments)
	for _, a := range have {
		if a.Edges.Company == nil { // out of the viewer's sight
			continue
		}
		with := a.ContractID
		if a.Edges.Contract == nil { // deleted: it is as good as none until it comes back
			with = nil
		}
		i := slices.IndexFunc(want, func(w Assigned) bool { return w.CompanyID == a.CompanyID })
		if i >= 0 && same(want[i].ContractID, with) {
			want = slices.Delete(want, i, i+1)
			continue
		}
		changed = true
		if err := tx.Assignment.DeleteOne(a).Exec(ctx); err != nil {
			return false, err
		}
	}
	assigned, err := assign(ctx, tx, userID, want)
	return changed || assigned, err
}

func same(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }

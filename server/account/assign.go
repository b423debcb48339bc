package account

import (
	"context"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
)

// assignments are the rows of what a user looks after.
func assignments(tx *gen.Client, userID int64, companies []Assigned) []*gen.AssignmentCreate {
	rows := make([]*gen.AssignmentCreate, len(companies))
	for i, w := range companies {
		rows[i] = tx.Assignment.Create().SetUserID(userID).SetCompanyID(w.CompanyID).SetNillableContractID(w.ContractID)
	}
	return rows
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
	return changed || len(want) > 0, tx.Assignment.CreateBulk(assignments(tx, userID, want)...).Exec(ctx)
}

func same(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }

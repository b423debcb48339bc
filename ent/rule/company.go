package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// AllowOwnCompanies lets those who reach everything make, change and delete companies, and those who look after some
// change these: to make or delete one changes who reaches whom.
func AllowOwnCompanies() Sentence {
	return lookingAfter(func(v *viewer.Viewer, m gen.Mutation) error {
		_, marked := m.Field(company.FieldDeletedAt)
		if !m.Op().Is(ent.OpUpdateOne) || marked || m.FieldCleared(company.FieldDeletedAt) {
			return fault.NotAllowed()
		}
		return allowed(narrow(m, sql.FieldIn(company.FieldID, keys(v.CompanyIDs)...)))
	})
}

// AllowContractsOfOwnCompanies is the same for contracts, which are made and deleted like any other detail of a company.
// DenyCompanyOutOfReach goes before it: it says where a new one may be.
func AllowContractsOfOwnCompanies() Sentence {
	return lookingAfter(func(v *viewer.Viewer, m gen.Mutation) error {
		if m.Op().Is(ent.OpCreate) {
			return privacy.Allow
		}
		return allowed(narrow(m, sql.FieldIn(contract.FieldCompanyID, keys(v.CompanyIDs)...)))
	})
}

// lookingAfter makes a sentence for changing that allows everything to those who reach everything, and to others whose reach
// is companies what decide says.
func lookingAfter(decide func(v *viewer.Viewer, m gen.Mutation) error) Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			switch v := viewer.From(ctx); {
			case v.ReachesAll():
				return privacy.Allow
			case v.Reach != viewer.AssignedCompanies:
				return fault.NotAllowed()
			default:
				return decide(v, m)
			}
		},
	}
}

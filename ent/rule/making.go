package rule

import (
	"context"
	"slices"

	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// RequireMakingCompanies refuses, where a company is named that the viewer does not see, whoever may not make one.
func RequireMakingCompanies(ctx context.Context) error {
	if RequireEverywhere(ctx, viewer.CompaniesWrite) == nil {
		return nil
	}
	return fault.Refuse(fault.CodeForbidden, fault.At("companyName"), "There is no company of this name that you look after, and you may not make one.")
}

// RequireMakingGroups refuses, where a group is named that the viewer does not see, whoever may not make one.
func RequireMakingGroups(ctx context.Context) error {
	if RequireEverywhere(ctx, viewer.GroupsWrite) == nil {
		return nil
	}
	return fault.Refuse(fault.CodeForbidden, fault.At("newGroupNames"), "There is no group of this name that you see, and you may not make one.")
}

// OnlyCompany is the company to which whoever a viewer makes belongs unless it is said otherwise: of those who look after
// companies their own, or the only one; nil where there is none, or where they look after everybody.
func OnlyCompany(v *viewer.Viewer) *int64 {
	switch {
	case v.ReachesAll() || v.Reach != viewer.AssignedCompanies:
		return nil
	case v.HomeID != 0 && slices.Contains(v.CompanyIDs, v.HomeID):
		return &v.HomeID
	case len(v.CompanyIDs) == 1:
		return &v.CompanyIDs[0]
	}
	return nil
}

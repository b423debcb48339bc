package client

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Limits: characters of a name, sites of a client.
const (
	maxName    = 100
	maxOrigins = 20
)

// settle puts what is said into c and refuses what makes no sense, all of it at once.
func (in Input) settle(ctx context.Context, tx *gen.Client, c *gen.APIClient, now time.Time) error {
	var faults fault.List
	for _, step := range []func() error{
		func() error { return in.settleName(c) },
		func() error { return in.settleScopes(c) },
		func() error { return in.settleReach(ctx, tx, c) },
		func() error { return in.settleOrigins(c) },
		func() error { return in.settleExpiry(c, now) },
	} {
		if err := step(); !faults.Add(err) {
			return err
		}
	}
	return faults.Err()
}

func (in Input) settleName(c *gen.APIClient) error {
	if in.Name != nil {
		c.Name = fold.Line(*in.Name)
	}
	switch {
	case !strings.ContainsFunc(c.Name, func(r rune) bool { return r != ' ' && !fold.Invisible(r) }):
		return fault.Refuse(fault.Required, fault.At("name"), "Enter a name.")
	case utf8.RuneCountInString(c.Name) > maxName:
		return fault.Refusef(fault.Invalid, fault.At("name"), "At most %d characters.", maxName)
	}
	return nil
}

// settleScopes keeps each scope once, in the order of the contract.
func (in Input) settleScopes(c *gen.APIClient) error {
	if in.Scopes != nil {
		c.Scopes = []string{}
		for _, p := range viewer.Permissions {
			if slices.Contains(in.Scopes, p) {
				c.Scopes = append(c.Scopes, string(p))
			}
		}
	}
	if len(c.Scopes) == 0 {
		return fault.Refuse(fault.Required, fault.At("scopes"), "Choose at least one scope: without one the client may do nothing.")
	}
	return nil
}

// settleReach finds the companies or groups that the reach is about. Those of another reach are let go.
func (in Input) settleReach(ctx context.Context, tx *gen.Client, c *gen.APIClient) error {
	if in.Reach != nil {
		c.Reach = apiclient.Reach(*in.Reach)
	}
	byCompany, byGroup := c.Reach == apiclient.ReachASSIGNED_COMPANIES, c.Reach == apiclient.ReachMANAGED_GROUPS
	switch {
	case len(in.CompanyIDs) > 0 && !byCompany:
		return fault.Refuse(fault.Invalid, fault.At("companyIds"), "Companies go with the reach ASSIGNED_COMPANIES.")
	case len(in.GroupIDs) > 0 && !byGroup:
		return fault.Refuse(fault.Invalid, fault.At("groupIds"), "Groups go with the reach MANAGED_GROUPS.")
	}
	had := *c
	c.CompanyIds, c.GroupIds = []int64{}, []int64{}
	switch {
	case byCompany:
		return settleIDs(&c.CompanyIds, had.CompanyIds, in.CompanyIDs, "companyIds", "company", func(ids []int64) ([]int64, error) {
			return tx.Company.Query().Where(company.IDIn(ids...)).IDs(ctx)
		})
	case byGroup:
		return settleIDs(&c.GroupIds, had.GroupIds, in.GroupIDs, "groupIds", "group", func(ids []int64) ([]int64, error) {
			return tx.Group.Query().Where(group.IDIn(ids...)).IDs(ctx)
		})
	}
	return nil
}

// settleIDs takes the keys that are said, if all of them are seen by the viewer, or those that were there before.
func settleIDs(into *[]int64, had, said []int64, field, noun string, seen func([]int64) ([]int64, error)) error {
	if said == nil {
		*into = slices.Clone(had)
	} else {
		*into = slices.Compact(slices.Sorted(slices.Values(said)))
	}
	if len(*into) == 0 {
		*into = []int64{}
		return fault.Refuse(fault.Required, fault.At(field), "Choose at least one "+noun+": the client reaches nobody else.")
	}
	if said == nil {
		return nil
	}
	found, err := seen(*into)
	if err == nil && len(found) < len(*into) {
		return fault.Refuse(fault.Unknown, fault.At(field), "One of these does not exist. Choose each "+noun+" from the list.")
	}
	return err
}

func (in Input) settleOrigins(c *gen.APIClient) error {
	if in.Origins == nil {
		c.AllowedOrigins = append([]string{}, c.AllowedOrigins...)
		return nil
	}
	c.AllowedOrigins = []string{}
	for _, typed := range in.Origins {
		origin, ok := fold.Origin(typed)
		if !ok {
			return fault.Refuse(fault.Invalid, fault.At("allowedOrigins"), "An origin is https:// and a host, such as https://portal.example.org, with nothing behind it.")
		}
		if !slices.Contains(c.AllowedOrigins, origin) {
			c.AllowedOrigins = append(c.AllowedOrigins, origin)
		}
	}
	if len(c.AllowedOrigins) > maxOrigins {
		return fault.Refusef(fault.Invalid, fault.At("allowedOrigins"), "At most %d origins.", maxOrigins)
	}
	return nil
}

func (in Input) settleExpiry(c *gen.APIClient, now time.Time) error {
	if !in.Expires {
		return nil
	}
	if in.ExpiresAt != nil && !now.Before(*in.ExpiresAt) {
		return fault.Refuse(fault.Invalid, fault.At("expiresAt"), "Choose a time that is still to come.")
	}
	if c.ExpiresAt = in.ExpiresAt; c.ExpiresAt != nil {
		at := c.ExpiresAt.UTC().Truncate(time.Microsecond)
		c.ExpiresAt = &at
	}
	return nil
}

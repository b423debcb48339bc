package rule

import (
	"context"
	"slices"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// AllowReadingClients lets those who keep API clients see the ones that reach no further than they do, and each client
// itself. There are few, so what lies within a limited reach is looked up row by row.
func AllowReadingClients() Sentence {
	return Sentence{
		query: func(ctx context.Context, q gen.Query) error {
			v := viewer.From(ctx)
			keeps := v.Can(viewer.APIClientsWrite)
			if keeps && v.ReachesAll() {
				return privacy.Allow
			}
			var seen []any
			if v.Kind == viewer.APIClient {
				seen = append(seen, v.ID)
			}
			clients, ok := q.(*gen.APIClientQuery)
			if keeps && ok {
				all, err := clients.Clone().All(viewer.AsSystem(ctx, "comparing reach"))
				if err != nil {
					return err
				}
				for _, c := range all {
					if reachesClient(v, c) {
						seen = append(seen, c.ID)
					}
				}
			}
			return allowed(only(q, func(s *sql.Selector) { s.Where(sql.In(s.C(apiclient.FieldID), seen...)) }))
		},
		mutation: func(context.Context, gen.Mutation) error { return privacy.Skip },
	}
}

// DenyClientsBeyond keeps rights from being given away by way of an API client (decision 7): nobody makes one beyond
// their own permissions and reach, or changes one that is. Revoking takes rights away, so whoever sees one may.
func DenyClientsBeyond() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			c, ok := m.(*gen.APIClientMutation)
			if !ok {
				return privacy.Denyf("rule: %s is no API client", m.Type())
			}
			v, next := viewer.From(ctx), &gen.APIClient{}
			if m.Op().Is(ent.OpUpdateOne) {
				id, _ := c.ID()
				was, err := c.Client().APIClient.Get(viewer.AsSystem(ctx, "comparing reach"), id)
				switch {
				case err != nil:
					return err
				case !reachesClient(v, was):
					return fault.NotFound("API client")
				case onlyRevokes(c):
					return privacy.Skip
				case ClientBeyond(v, was) != nil:
					return fault.Refuse(fault.CodeForbidden, nil, "This API client can do more than you can. You may only revoke it.")
				}
				next = was
			}
			take(c.Scopes, &next.Scopes)
			take(c.Reach, &next.Reach)
			take(c.CompanyIds, &next.CompanyIds)
			take(c.GroupIds, &next.GroupIds)
			take(c.Grants, &next.Grants)
			if err := ClientBeyond(v, next); err != nil {
				return err
			}
			return privacy.Skip
		},
	}
}

// take reads a field of a mutation that sets it.
func take[T any](set func() (T, bool), into *T) {
	if value, ok := set(); ok {
		*into = value
	}
}

func onlyRevokes(c *gen.APIClientMutation) bool {
	_, revokes := c.RevokedAt()
	return revokes && len(c.Fields()) == 1 && len(c.ClearedFields()) == 0
}

// ClientBeyond says what of an API client is more than v has: a scope, the reach, a company, a group, a role that it may
// give; nil if v could make it.
func ClientBeyond(v *viewer.Viewer, c *gen.APIClient) error {
	for _, scope := range c.Scopes {
		if !v.Can(viewer.Permission(scope)) {
			return fault.Refusef(fault.CodeForbidden, fault.At("scopes"), "You do not have %s yourself, so you cannot give it.", scope)
		}
	}
	if !reachesClient(v, c) {
		field := map[apiclient.Reach]string{apiclient.ReachASSIGNED_COMPANIES: "companyIds", apiclient.ReachMANAGED_GROUPS: "groupIds"}[c.Reach]
		if field == "" {
			field = "reach"
		}
		return fault.Refuse(fault.CodeForbidden, fault.At(field), "This reaches further than you do. Choose what you look after yourself.")
	}
	for _, r := range c.Grants {
		if !v.IsSystem() && !slices.Contains(v.Grants, r) {
			return fault.Refuse(fault.CodeForbidden, fault.At("scopes"), "This API client may give a role that you may not give.")
		}
	}
	return nil
}

// reachesClient reports that everybody whom the API client reaches is in v's reach.
func reachesClient(v *viewer.Viewer, c *gen.APIClient) bool {
	switch {
	case v.ReachesAll():
		return true
	case c.Reach == apiclient.ReachASSIGNED_COMPANIES:
		return v.Reach == viewer.AssignedCompanies && within64(c.CompanyIds, v.CompanyIDs)
	case c.Reach == apiclient.ReachMANAGED_GROUPS:
		// Managing a group beside another reach gives less than the permissions that a scope would give.
		return v.Reach == viewer.ManagedGroups && within64(c.GroupIds, v.GroupIDs)
	default:
		return false
	}
}

func within64(some, all []int64) bool {
	return !slices.ContainsFunc(some, func(id int64) bool { return !slices.Contains(all, id) })
}

// RequirePerson refuses API clients: signing in and looking after oneself are for people.
func RequirePerson(ctx context.Context) error {
	if v := viewer.From(ctx); v != nil && v.Kind == viewer.APIClient {
		return &fault.Fault{Kind: fault.Denied, Code: fault.CodeForbidden, Message: "This is for people who sign in, not for API clients."}
	}
	return nil
}

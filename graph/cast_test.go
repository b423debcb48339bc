package graph_test

import (
	"slices"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// others are the actors beside those of the built-in roles: who manages the group Circle with no more than the Member role;
// who holds a custom role that reaches managed groups, and manages Circle; an API client with every scope, one that reaches
// Home alone, one without any scope; and a Global Administrator who looks through the eyes of the second.
var others = []string{"group_manager", "custom_role", "partner", "partner_of_home", "partner_without", "as_partner_of_home"}

// allActors is every kind of actor.
var allActors = slices.Concat(actors, others)

// ofCustomRole is what the custom role may do, with the users of the groups that its holder manages.
var ofCustomRole = []viewer.Permission{viewer.UsersRead, viewer.UsersWrite, viewer.AccountsManage}

// ofPartner are the scopes of the API client that reaches one company.
var ofPartner = []viewer.Permission{viewer.UsersRead, viewer.UsersWrite, viewer.CompaniesRead}

// cast is a hub with one of every kind of actor, two companies and two groups. Nobody of the cast is in the group Secret.
type cast struct {
	hub            *hubtest.Hub
	home, away     *ent.Company
	circle, secret *ent.Group
	clients        map[string]*hubtest.Client
}

func newCast(hub *hubtest.Hub) *cast {
	hub.T.Helper()
	c := &cast{hub: hub, home: newCompany(hub, "Home"), away: newCompany(hub, "Away"), circle: newGroup(hub, "Circle"), secret: newGroup(hub, "Secret")}
	c.clients = map[string]*hubtest.Client{"stranger": hub.Stranger()}
	for _, actor := range actors[1:] {
		builtIn, company := actor, c.home
		if actor == "away" {
			builtIn, company = account.CompanyAdministrator, c.away
		}
		_, c.clients[actor] = hub.Person(builtIn, actor+"@example.org", within(company))
	}
	managing := func(in *account.CreateInput) {
		in.CompanyID, in.GroupIDs, in.ManagerOf = &c.home.ID, []int64{c.circle.ID}, []int64{c.circle.ID}
	}
	_, c.clients["group_manager"] = hub.Person(account.Member, "group_manager@example.org", managing)
	_, custom := newRole(hub, "Guide", vars{"reach": viewer.ManagedGroups, "permissions": ofCustomRole, "grantIds": []string{roleID(hub, account.Member)}})
	_, c.clients["custom_role"] = holder(hub, custom, "custom_role@example.org", managing)
	c.portals()
	return c
}

// portals adds the API clients.
func (c *cast) portals() {
	c.hub.T.Helper()
	made := func(actor string, reach viewer.Reach, scopes []viewer.Permission, companies ...int64) string {
		one, token, err := c.hub.Clients.Create(hubtest.System(), client.Input{Name: &actor, Reach: &reach, Scopes: scopes, CompanyIDs: companies})
		if err != nil {
			c.hub.T.Fatal(err)
		}
		c.clients[actor] = bearing(c.hub, token)
		return gid.Encode(ent.TypeAPIClient, one.ID)
	}
	made("partner", viewer.Everything, viewer.Permissions)
	id := made("partner_of_home", viewer.AssignedCompanies, ofPartner, c.home.ID)
	// One scope is the least that a client has; nothing asks for this one yet.
	made("partner_without", viewer.Everything, []viewer.Permission{viewer.WebhooksWrite})
	_, c.clients["as_partner_of_home"] = c.hub.Person(account.GlobalAdministrator, "as_partner_of_home@example.org", within(c.home))
	c.clients["as_partner_of_home"].Header.Set("X-Portico-View-As", id)
}

// spare is a group that nobody is in and that only those see who see every group.
func (s *scene) spare() *ent.Group { return newGroup(s.hub, "Spare "+s.fresh) }

package graph_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// keeping are the rows of the table that are about API clients and features.
var keeping = []attempt{
	{"createAPIClient", "that reads users", ofAdmin, func(*scene) vars { return partner(nil) }},
	{"updateAPIClient", "its name", ofAdmin, func(s *scene) vars {
		return vars{"in": vars{"id": clientOf(s), "version": clientVersion(s), "name": "Portal " + s.fresh}}
	}},
	{"rotateAPIClient", "of somebody else", ofAdmin, func(s *scene) vars { return vars{"in": vars{"id": clientOf(s)}} }},
	{"revokeAPIClient", "of somebody else", ofAdmin, func(s *scene) vars { return vars{"in": vars{"id": clientOf(s)}} }},
	{"setFeature", "off", ofAdmin, func(*scene) vars { return switching("WEBHOOKS", false, "Not in your plan.") }},
}

var ofAdmin = [8]string{anon, deny, deny, deny, deny, deny, deny, ok}

// clientOf is an API client that the test of refusals made before.
func clientOf(s *scene) string {
	s.hub.T.Helper()
	system := hubtest.System()
	id, err := s.hub.Store.Ent(system).APIClient.Query().Order(apiclient.ByID()).FirstID(system)
	if err != nil {
		s.hub.T.Fatal(err)
	}
	return gid.Encode(ent.TypeAPIClient, id)
}

func clientVersion(s *scene) int {
	s.hub.T.Helper()
	system := hubtest.System()
	first, err := s.hub.Store.Ent(system).APIClient.Query().Order(apiclient.ByID()).First(system)
	if err != nil {
		s.hub.T.Fatal(err)
	}
	return first.Version
}

// clientBefore makes the API client that every attempt finds.
func clientBefore(hub *hubtest.Hub) {
	hub.T.Helper()
	name, reach := "Shop", viewer.Everything
	if _, _, err := hub.Clients.Create(hubtest.System(), client.Input{Name: &name, Reach: &reach, Scopes: []viewer.Permission{viewer.UsersRead}}); err != nil {
		hub.T.Fatal(err)
	}
}

func init() {
	attempts = append(attempts, keeping...)
	texts["createAPIClient"], texts["updateAPIClient"], texts["rotateAPIClient"] = createAPIClient, updateAPIClient, rotateAPIClient
	texts["revokeAPIClient"], texts["setFeature"] = revokeAPIClient, setFeature
}

// Decision 7: nobody makes or changes an API client beyond their own permissions and reach.
func TestAPIClientsGiveNothingAway(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, ours, theirs, staff, board := hub.Admin(), newCompany(hub, "Ours"), newCompany(hub, "Theirs"), newGroup(hub, "Staff"), newGroup(hub, "Board")
		boss := keeper(hub, "boss@example.org", viewer.AssignedCompanies, within(ours), viewer.UsersRead, viewer.CompaniesRead)
		lead := keeper(hub, "lead@example.org", viewer.ManagedGroups, func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf = []int64{staff.ID}, []int64{staff.ID}
		}, viewer.UsersRead)
		both := keeper(hub, "both@example.org", viewer.AssignedCompanies, func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &ours.ID, []int64{staff.ID}, []int64{staff.ID}
		}, viewer.UsersRead)
		member := entitled(hub, "plain@example.org", viewer.Everything, nil, viewer.UsersRead)
		all := keeper(hub, "all@example.org", viewer.Everything, nil, viewer.UsersRead)
		toOurs, toTheirs := vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(ours)}}, vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(theirs)}}
		toStaff, toBoard := vars{"reach": "MANAGED_GROUPS", "groupIds": []string{groupID(staff)}}, vars{"reach": "MANAGED_GROUPS", "groupIds": []string{groupID(board)}}
		more := vars{"scopes": []string{"USERS_READ", "EXPORT"}}
		for name, c := range map[string]struct {
			who  *hubtest.Client
			in   vars
			want string
		}{
			"a stranger": {hub.Stranger(), nil, anon}, "without the right": {member, nil, deny},
			"everything, reaching one company": {boss, nil, "forbidden reach"}, "one's own company": {boss, toOurs, ok},
			"another company": {boss, toTheirs, "unknown companyIds"}, "one's company, more scopes": {boss, vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(ours)}, "scopes": []string{"USERS_READ", "EXPORT"}}, "forbidden scopes"},
			"everything, reaching a group": {lead, nil, "forbidden reach"}, "one's own group": {lead, toStaff, ok},
			"another group": {lead, toBoard, "unknown groupIds"}, "a company, reaching a group": {lead, toOurs, "unknown companyIds"},
			"a group, reaching a company": {boss, toStaff, "unknown groupIds"}, "a group managed beside a company": {both, toStaff, "forbidden groupIds"},
			"everything": {all, nil, ok}, "more scopes": {all, more, "forbidden scopes"}, "a group, reaching all": {all, toBoard, ok},
		} {
			rows := hub.Rows()
			a := c.who.Ask(createAPIClient, partner(c.in))
			equal(t, "making one with "+name, strings.TrimSpace(outcome(a, "createAPIClient")+" "+field(a, "createAPIClient")), c.want)
			if c.want != ok {
				equal(t, "after "+name+" the number of API clients", hub.Rows()["api_clients"], rows["api_clients"])
			}
		}
		t.Run("nor is one changed that can do more, only revoked", func(t *testing.T) {
			made := admin.Must(createAPIClient, partner(vars{"name": "Export", "scopes": []string{"USERS_READ", "EXPORT"}}))
			id := made.Text("createAPIClient.apiClient.id")
			all.Ask(updateAPIClient, vars{"in": vars{"id": id, "version": 1, "scopes": []string{"USERS_READ"}}}).Said("updateAPIClient", "FORBIDDEN")
			all.Ask(rotateAPIClient, vars{"in": vars{"id": id}}).Said("rotateAPIClient", "FORBIDDEN")
			for _, who := range []*hubtest.Client{boss, lead} {
				who.Ask(revokeAPIClient, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			}
			all.Must(revokeAPIClient, vars{"in": vars{"id": id}})
		})
		t.Run("nor is one seen that reaches further", func(t *testing.T) {
			admin.Must(createAPIClient, partner(toTheirs))
			for who, want := range map[*hubtest.Client]string{boss: "Ours", lead: "Staff"} {
				a := who.Must(`{apiClients{id companies{name} groups{name}}}`, nil)
				equal(t, "how many are seen", len(a.At("apiClients").([]any)), 1)
				equal(t, "which one", a.Text("apiClients.0.companies.0.name")+a.Text("apiClients.0.groups.0.name"), want)
			}
		})
		t.Run("nor by a client that may make some", func(t *testing.T) {
			token := admin.Must(createAPIClient, partner(vars{"scopes": []string{"API_CLIENTS_WRITE", "USERS_READ"}})).Text("createAPIClient.token")
			bearing(hub, token).Must(createAPIClient, partner(nil))
			bearing(hub, token).Ask(createAPIClient, partner(more)).Said("createAPIClient", "FORBIDDEN")
		})
	})
}

// What no form would send is answered in words, all of it at once, and changes nothing.
func TestAPIClientsRefuseRubbish(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, gone := hub.Admin(), newCompany(hub, "Gone")
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Company.UpdateOneID(gone.ID).SetDeletedAt(hubtest.Start).SetNameKey("gone-1").Exec(ctx)
		})
		for want, in := range map[string]vars{
			"required name": {"name": " \u200b"}, "invalid name": {"name": strings.Repeat("x", 101)}, "required scopes": {"scopes": []string{}},
			"required companyIds": {"reach": "ASSIGNED_COMPANIES"}, "required groupIds": {"reach": "MANAGED_GROUPS", "groupIds": []string{}},
			"unknown companyIds": {"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(gone)}},
			"unknown groupIds":   {"reach": "MANAGED_GROUPS", "groupIds": []string{"rubbish"}},
			"invalid companyIds": {"companyIds": []string{companyID(gone)}},
			"invalid groupIds":   {"reach": "MANAGED_GROUPS", "groupIds": slices.Repeat([]string{gid.Encode(ent.TypeGroup, 1)}, 101)},
			"invalid expiresAt":  {"expiresAt": "2036-11-20T14:05:00Z"},
		} {
			a := admin.Ask(createAPIClient, partner(in))
			equal(t, "what is said", outcome(a, "createAPIClient")+" "+field(a, "createAPIClient"), want)
		}
		for _, origin := range []string{"", "*", "null", "portal.example.org", "https://", "https://*.example.org", "https://a.example/", "https://a.example/x", "https://u@a.example",
			"ftp://a.example", "https://a.example?x", "https://a b", "javascript:alert(1)", "https://" + strings.Repeat("x", 300)} {
			a := admin.Ask(createAPIClient, partner(vars{"allowedOrigins": []string{origin}}))
			equal(t, "the origin "+origin, outcome(a, "createAPIClient")+" "+field(a, "createAPIClient"), "invalid allowedOrigins")
		}
		a := admin.Must(createAPIClient, partner(vars{"allowedOrigins": []string{" HTTPS://Portal.Example.org:443", "https://portal.example.org", "http://127.0.0.1:4000"}}))
		equal(t, "the origins", len(a.At("createAPIClient.apiClient.allowedOrigins").([]any)), 2)
		equal(t, "the first origin", a.Text("createAPIClient.apiClient.allowedOrigins.0"), "https://portal.example.org")
		a = admin.Ask(createAPIClient, partner(vars{"name": "", "scopes": []string{}, "allowedOrigins": []string{"*"}}))
		a.Said("createAPIClient", "REQUIRED", "REQUIRED", "INVALID")
		for _, id := range []string{"rubbish", "", gid.Encode(ent.TypeAPIClient, 99), gid.Encode(ent.TypeUser, 1)} {
			admin.Ask(revokeAPIClient, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			admin.Ask(updateAPIClient, vars{"in": vars{"id": id, "version": 1}}).Refused("NOT_FOUND")
		}
	})
}

// A stale version names both, and of two who change at once one is told.
func TestAPIClientsChange(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, ours := hub.Admin(), newCompany(hub, "Ours")
		id := admin.Must(createAPIClient, partner(vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(ours)}})).Text("createAPIClient.apiClient.id")
		a := admin.Must(updateAPIClient, vars{"in": vars{"id": id, "version": 1, "name": "Portal"}})
		equal(t, "its company", a.Text("updateAPIClient.apiClient.companies.0.name"), "Ours")
		equal(t, "its name", a.Text("updateAPIClient.apiClient.name"), "Portal")
		admin.Ask(updateAPIClient, vars{"in": vars{"id": id, "version": 1, "name": "Shop"}}).Said("updateAPIClient", "CONFLICT")
		a = admin.Must(updateAPIClient, vars{"in": vars{"id": id, "version": 2, "reach": "EVERYTHING"}})
		equal(t, "its companies", len(a.At("updateAPIClient.apiClient.companies").([]any)), 0)
		codes := make(chan string, 2)
		for range 2 {
			go func() {
				a := admin.Ask(updateAPIClient, vars{"in": vars{"id": id, "version": 3, "scopes": []string{"USERS_READ", "EXPORT"}}})
				codes <- outcome(a, "updateAPIClient")
			}()
		}
		got := []string{<-codes, <-codes}
		slices.Sort(got)
		equal(t, "what two at once are told", strings.Join(got, " "), "conflict ok")
	})
}

// A company that is deleted leaves its client standing, and widens nothing.
func TestAPIClientsOutliveTheirCompanies(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, ours := hub.Admin(), newCompany(hub, "Ours")
		shop := bearing(hub, admin.Must(createAPIClient, partner(vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(ours)}})).Text("createAPIClient.token"))
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Company.UpdateOneID(ours.ID).SetDeletedAt(hubtest.Start).SetNameKey("ours-1").Exec(ctx)
		})
		equal(t, "who is listed", found(shop, vars{}), "")
		equal(t, "how many companies it has", len(admin.Must(`{apiClients{companies{name}}}`, nil).At("apiClients.0.companies").([]any)), 0)
	})
}

// An administrator sees through the eyes of a client exactly what it gets, and changes nothing.
func TestViewAs(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, ours := hub.Admin(), newCompany(hub, "Ours")
		near := hub.User("near@example.org", within(ours))
		hub.User("far@example.org", nil)
		made := admin.Must(createAPIClient, partner(vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(ours)}}))
		id, shop := made.Text("createAPIClient.apiClient.id"), bearing(hub, made.Text("createAPIClient.token"))
		few := keeper(hub, "few@example.org", viewer.Everything, nil, viewer.CompaniesRead)
		member := entitled(hub, "plain@example.org", viewer.Everything, nil, viewer.UsersRead)
		as := func(who *hubtest.Client, id string, query string, in vars) *hubtest.Answer {
			t.Helper()
			who.Header.Set("X-Portico-View-As", id)
			defer who.Header.Del("X-Portico-View-As")
			return who.Ask(query, in)
		}
		for _, query := range []string{findUsers, whoAsks} {
			equal(t, "what the administrator sees", string(as(admin, id, query, vars{"f": vars{}}).Body), string(shop.Ask(query, vars{"f": vars{}}).Body))
		}
		rows := hub.Rows()
		admin.Header.Set("Idempotency-Key", "once")
		as(admin, id, updateUser, to(hub, near, vars{"title": "Head"})).Refused("FORBIDDEN")
		as(admin, id, `mutation{signOut{viewer{reach}}}`, nil).Refused("FORBIDDEN")
		admin.Header.Del("Idempotency-Key")
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
		as(admin, id, `{viewer{`, nil).Refused("BAD_USER_INPUT")
		as(admin, "rubbish", whoAsks, nil).Refused("NOT_FOUND")
		as(admin, gid.Encode(ent.TypeAPIClient, 99), whoAsks, nil).Refused("NOT_FOUND")
		as(few, id, whoAsks, nil).Refused("FORBIDDEN")
		as(member, id, whoAsks, nil).Refused("FORBIDDEN")
		as(shop, id, whoAsks, nil).Refused("BAD_USER_INPUT")
		as(hub.Stranger(), id, whoAsks, nil).Refused("UNAUTHENTICATED")
		admin.Must(revokeAPIClient, vars{"in": vars{"id": id}})
		as(admin, id, whoAsks, nil).Refused("FORBIDDEN")
	})
}

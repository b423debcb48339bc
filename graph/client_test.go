package graph_test

import (
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	clientFields    = `apiClient{id version name scopes reach companies{name} groups{name} allowedOrigins expiresAt lastUsedAt revokedAt tokenPrefix previousTokenUntil} token userErrors{code field message}`
	createAPIClient = `mutation($in:CreateAPIClientInput!){createAPIClient(input:$in){` + clientFields + `}}`
	updateAPIClient = `mutation($in:UpdateAPIClientInput!){updateAPIClient(input:$in){` + clientFields + `}}`
	rotateAPIClient = `mutation($in:IDInput!){rotateAPIClient(input:$in){` + clientFields + `}}`
	revokeAPIClient = `mutation($in:IDInput!){revokeAPIClient(input:$in){` + clientFields + `}}`
	whoAsks         = `{viewer{user{id} apiClient{id name scopes companies{name}} permissions reach features{name enabled reason}}}`
)

// partner is what createAPIClient is told of one, with what else is said.
func partner(more vars) vars {
	in := vars{"name": "Shop", "scopes": []string{"USERS_READ"}}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

// bearing is somebody who sends a token.
func bearing(hub *hubtest.Hub, token string) *hubtest.Client {
	c := hub.Stranger()
	c.Header.Set("Authorization", "Bearer "+token)
	return c
}

// minute is a time without its seconds: the clock of a hub runs on.
func minute(at string) string {
	if len(at) < 16 {
		return at
	}
	return at[:16]
}

// keeper is somebody with the right to keep API clients, beside some others.
func keeper(hub *hubtest.Hub, email string, reach viewer.Reach, change func(*account.CreateInput), permissions ...viewer.Permission) *hubtest.Client {
	hub.T.Helper()
	return entitled(hub, email, reach, change, append(permissions, viewer.APIClientsWrite)...)
}

// entitled is somebody with a role of their own.
func entitled(hub *hubtest.Hub, email string, reach viewer.Reach, change func(*account.CreateInput), permissions ...viewer.Permission) *hubtest.Client {
	hub.T.Helper()
	_, key := newRole(hub, "Role of "+email, vars{"reach": reach, "permissions": permissions})
	_, c := holder(hub, key, email, change)
	return c
}

// A token gives exactly its scopes and reach, stands in for no person, and is shown once.
func TestAPIClients(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, ours, theirs, staff := hub.Admin(), newCompany(hub, "Ours"), newCompany(hub, "Theirs"), newGroup(hub, "Staff")
		near := hub.User("near@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.Note, in.GroupIDs = &ours.ID, "Tea.", []int64{staff.ID}
		})
		far := hub.User("far@example.org", within(theirs))
		made := admin.Must(createAPIClient, partner(vars{"reach": "ASSIGNED_COMPANIES", "companyIds": []string{companyID(ours)}}))
		token, id := made.Text("createAPIClient.token"), made.Text("createAPIClient.apiClient.id")
		shop := bearing(hub, token)

		t.Run("see whom they reach and nobody else", func(t *testing.T) {
			equal(t, "who is listed", found(shop, vars{}), "near")
			equal(t, "who is found by far", found(shop, vars{"search": "far"}), "")
			a := shop.Must(`query($a:ID!,$b:ID!){near:node(id:$a){id ... on User{note company{name}}} far:node(id:$b){id}
				groups(first:9){edges{node{name}}} companies(first:9){edges{node{name}}} savedViews{id}}`, vars{"a": userID(near), "b": userID(far)})
			equal(t, "far", a.At("far"), nil)
			equal(t, "the note", a.At("near.note"), nil)
			equal(t, "near's company", a.Text("near.company.name"), "Ours")
			equal(t, "the companies", len(a.At("companies.edges").([]any)), 1)
			equal(t, "the first group", a.Text("groups.edges.0.node.name"), "Default")
			equal(t, "the number of groups", len(a.At("groups.edges").([]any)), 1)
			shop.Ask(`{changes(first:1){edges{node{id}}}}`, nil).Refused("FORBIDDEN")
			shop.Ask(`{apiClients{id}}`, nil).Refused("FORBIDDEN")
			equal(t, "itself by id", shop.Must(nodes, vars{"ids": []string{id}}).Text("nodes.0.id"), id)
		})
		t.Run("are themselves and no person", func(t *testing.T) {
			a := shop.Must(whoAsks, nil)
			equal(t, "the user", a.At("viewer.user"), nil)
			equal(t, "the client", a.Text("viewer.apiClient.name"), "Shop")
			equal(t, "its company", a.Text("viewer.apiClient.companies.0.name"), "Ours")
			equal(t, "the reach", a.Text("viewer.reach"), "ASSIGNED_COMPANIES")
			equal(t, "the client of a person", admin.Must(whoAsks, nil).At("viewer.apiClient"), nil)
			for mutation, text := range map[string]string{
				"signIn":  `mutation{signIn(input:{login:"mona@example.org",password:"` + hubtest.Password + `"}){nextStep userErrors{code}}}`,
				"signOut": `mutation{signOut{viewer{reach}}}`, "requestPasswordReset": `mutation{requestPasswordReset(input:{login:"x"}){accepted}}`,
				"setPassword":    `mutation{setPassword(input:{token:"x",password:"` + hubtest.Password + `"}){nextStep userErrors{code}}}`,
				"renewLink":      `mutation{renewLink(input:{token:"x"}){accepted}}`,
				"changePassword": `mutation{changePassword(input:{currentPassword:"a",newPassword:"b"}){nextStep userErrors{code}}}`,
				"setUp":          `mutation{setUp(input:{token:"x",email:"a@b.c",firstName:"A",lastName:"B",password:"` + hubtest.Password + `"}){nextStep userErrors{code}}}`,
				"saveView":       `mutation{saveView(input:{name:"x",query:""}){userErrors{code}}}`,
			} {
				a := shop.Ask(text, nil)
				if equal(t, mutation, a.Code(), "FORBIDDEN"); a.Header.Get("Set-Cookie") != "" {
					t.Errorf("%s sets a cookie", mutation)
				}
			}
		})
		t.Run("are known by the hash of a token that nobody sees again", func(t *testing.T) {
			if !strings.HasPrefix(token, "ptc_") || len(token) != len("ptc_")+43 || !strings.HasPrefix(token, made.Text("createAPIClient.apiClient.tokenPrefix")) {
				t.Errorf("the token is %q", token)
			}
			written, err := hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(ent.TypeAPIClient)).All(hubtest.System())
			if err != nil || len(written) != 1 {
				t.Fatalf("%d changes, %v", len(written), err)
			}
			for field := range written[0].New {
				if strings.Contains(field, "hash") {
					t.Errorf("the journal has %s", field)
				}
			}
			if strings.Contains(hub.Log.String(), token) {
				t.Error("the log has the token")
			}
			a := admin.Must(`{apiClients{id name lastUsedAt revokedAt companies{name} groups{name}}}`, nil)
			equal(t, "its last use", minute(a.Text("apiClients.0.lastUsedAt")), "2036-11-20T14:05")
			equal(t, "its company", a.Text("apiClients.0.companies.0.name"), "Ours")
		})
		t.Run("write only with the scope, under their own name", func(t *testing.T) {
			shop.Ask(updateUser, to(hub, near, vars{"title": "Head"})).Refused("FORBIDDEN")
			keeps := bearing(hub, admin.Must(createAPIClient, partner(vars{"name": "Sync", "scopes": []string{"USERS_READ", "USERS_WRITE", "USERS_DELETE"}})).Text("createAPIClient.token"))
			keeps.Must(updateUser, to(hub, near, vars{"title": "Head"}))
			c, err := hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(ent.TypeUser), change.ActorKindEQ(change.ActorKindAPIClient)).Only(hubtest.System())
			if err != nil || c.Actor != "Sync" {
				t.Errorf("written down as %+v, %v", c, err)
			}
			a := admin.Must(`query($id:ID!){changes(first:1,filter:{entityId:$id}){edges{node{actor actorUser{id}}}}}`, vars{"id": userID(near)})
			equal(t, "the actor", a.Text("changes.edges.0.node.actor"), "Sync")
			equal(t, "the user who acted", a.At("changes.edges.0.node.actorUser"), nil)
			keeps.Must(createUser, ana("new@example.org", nil))
			keeps.Ask(createUser, ana("boss@example.org", vars{"roleId": roleID(hub, "super_user")})).Said("createUser", "ROLE_NOT_GRANTABLE")
			mona := admin.Must(`{viewer{user{id}}}`, nil).Text("viewer.user.id")
			if got := outcome(keeps.Ask(`mutation($id:ID!){deleteUser(input:{userId:$id}){deletedId userErrors{code}}}`, vars{"id": mona}), "deleteUser"); got == ok {
				t.Error("the last Global Admin was deleted")
			}
			keeps.Ask(createUser, ana("noted@example.org", vars{"note": "Tea."})).Refused("FORBIDDEN")
		})
	})
}

// What a client's id is in the table of users is somebody else.
func TestAPIClientsAreNoUsers(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		token := admin.Must(createAPIClient, partner(vars{"scopes": []string{"USERS_READ", "NOTES_READ", "USERS_WRITE", "CHANGES_READ"}})).Text("createAPIClient.token")
		shop := bearing(hub, token)
		c, err := hub.Store.Ent(hubtest.System()).APIClient.Query().Only(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		// Mona is the user whose key is the client's.
		mona, err := hub.Store.Ent(hubtest.System()).User.Get(hubtest.System(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		shop.Must(updateUser, to(hub, mona, vars{"note": "Tea."}))
		equal(t, "the note, which is not the client's own", shop.Must(`query($id:ID!){node(id:$id){... on User{note}}}`, vars{"id": userID(mona)}).Text("node.note"), "Tea.")
		admin.Must(`mutation{saveView(input:{name:"Mine",query:""}){savedView{id} userErrors{code}}}`, nil)
		equal(t, "the views of the client", len(shop.Must(`{savedViews{id}}`, nil).At("savedViews").([]any)), 0)
		own := to(hub, mona, vars{"title": "Head", "version": admin.Must(`{viewer{user{version}}}`, nil).Int("viewer.user.version")}) // without the note
		undo := admin.Must(`mutation($in:UpdateUserInput!){updateUser(input:$in){undo{token} userErrors{code}}}`, own).Text("updateUser.undo.token")
		shop.Ask(`mutation($t:ID!){undo(token:$t){undone userErrors{code}}}`, vars{"t": undo}).Said("undo", "INVALID")
		// Keys of a person and of a client never meet.
		for i, who := range []*hubtest.Client{admin, shop} {
			who.Header.Set("Idempotency-Key", "the same")
			who.Must(createUser, ana([]string{"one@example.org", "two@example.org"}[i], nil))
		}
	})
}

// Expiry, revocation and rotation count from the next request on.
func TestAPIClientsEnd(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		works := func(token string) bool {
			t.Helper()
			a := bearing(hub, token).Ask(`{users(first:1){edges{node{id}}}}`, nil)
			if a.Status != 200 {
				equal(t, "the status", a.Status, 401)
				a.Refused("UNAUTHENTICATED")
				equal(t, "the words", a.Errors[0].Message, "This token is unknown, expired or revoked.")
			}
			return a.Status == 200
		}
		made := admin.Must(createAPIClient, partner(vars{"expiresAt": hubtest.Start.Add(72 * time.Hour).Format(time.RFC3339)}))
		first, in := made.Text("createAPIClient.token"), vars{"in": vars{"id": made.Text("createAPIClient.apiClient.id")}}
		equal(t, "a new token works", works(first), true)
		for _, rubbish := range []string{"ptc_", "ptc_x", first + "x", first[:len(first)-1], strings.TrimPrefix(first, "ptc_")} {
			equal(t, "a token like "+rubbish+" works", works(rubbish), false)
		}
		second := admin.Must(rotateAPIClient, in).Text("rotateAPIClient.token")
		equal(t, "the rotated token works", works(second), true)
		equal(t, "the one before still works", works(first), true)
		hub.Clock.Advance(24*time.Hour - time.Minute)
		equal(t, "the one before works for a day", works(first), true)
		hub.Clock.Advance(time.Minute)
		equal(t, "the one before works after a day", works(first), false)
		admin.SignIn("mona@example.org", hubtest.Password)
		third := admin.Must(rotateAPIClient, in).Text("rotateAPIClient.token")
		fourth := admin.Must(rotateAPIClient, in).Text("rotateAPIClient.token")
		equal(t, "the second works after two rotations", works(second), false)
		equal(t, "the third works", works(third), true)
		hub.Clock.Advance(48 * time.Hour)
		equal(t, "the fourth works when it is expired", works(fourth), false)
		admin.SignIn("mona@example.org", hubtest.Password)
		now := hub.Clock.Now()
		ended := now.Format("2006-01-02T15:04")
		admin.Ask(updateAPIClient, vars{"in": vars{"id": in["in"].(vars)["id"], "version": 4, "expiresAt": now.Format(time.RFC3339)}}).Said("updateAPIClient", "INVALID")
		admin.Must(updateAPIClient, vars{"in": vars{"id": in["in"].(vars)["id"], "version": 4, "expiresAt": nil}})
		equal(t, "the fourth works without an expiry", works(fourth), true)
		equal(t, "it is revoked", minute(admin.Must(revokeAPIClient, in).Text("revokeAPIClient.apiClient.revokedAt")), ended)
		equal(t, "the fourth works when it is revoked", works(fourth), false)
		equal(t, "it is revoked again", minute(admin.Must(revokeAPIClient, in).Text("revokeAPIClient.apiClient.revokedAt")), ended)
		admin.Ask(rotateAPIClient, in).Said("rotateAPIClient", "INVALID")
		admin.Ask(updateAPIClient, vars{"in": vars{"id": in["in"].(vars)["id"], "version": 6, "name": "x"}}).Said("updateAPIClient", "INVALID")
	})
}

// How often a client is used is written down once a minute, and it costs one statement to know it.
func TestAPIClientsCostOneStatement(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		shop := bearing(hub, hub.Admin().Must(createAPIClient, partner(nil)).Text("createAPIClient.token"))
		shop.Must(whoAsks, nil)
		n := 0
		hub.Store.Observe(func(string, []any) { n++ })
		shop.Must(`{viewer{reach permissions features{name enabled}}}`, nil)
		equal(t, "the number of statements", n, 1)
		hub.Clock.Advance(time.Minute)
		shop.Header.Set("X-Portico-Unattended", "1") // a page may say so, a program has no page
		shop.Must(`{viewer{reach}}`, nil)
		a := hub.Admin().Must(`{apiClients{lastUsedAt version}}`, nil)
		equal(t, "the last use", minute(a.Text("apiClients.0.lastUsedAt")), "2036-11-20T14:06")
		equal(t, "the version", a.Int("apiClients.0.version"), 1)
	})
}

package graph_test

import (
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const setFeature = `mutation($in:SetFeatureInput!){setFeature(input:$in){feature{name enabled reason} undo{token} userErrors{code field message}}}`

func switching(name string, on bool, reason string) vars {
	return vars{"in": vars{"name": name, "enabled": on, "reason": reason}}
}

// Decision 16: what is switched off stays visible with the reason, and is refused with the same.
func TestFeatures(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		near := hub.User("near@example.org", func(in *account.CreateInput) { in.Note = "Tea." })
		token := admin.Must(createAPIClient, partner(nil)).Text("createAPIClient.token")
		id := admin.Must(`{apiClients{id}}`, nil).Text("apiClients.0.id")
		noteOf := func() any {
			return admin.Must(`query($id:ID!){node(id:$id){... on User{note}}}`, vars{"id": userID(near)}).At("node.note")
		}
		state := func(name string) (enabled bool, reason string) {
			a := admin.Must(whoAsks, nil)
			for _, f := range a.At("viewer.features").([]any) {
				if f := f.(map[string]any); f["name"] == name {
					reason, _ = f["reason"].(string)
					return f["enabled"].(bool), reason
				}
			}
			t.Fatalf("there is no %s", name)
			return false, ""
		}
		t.Run("are all on at first, and switched one by one", func(t *testing.T) {
			for _, name := range viewer.Features {
				on, _ := state(string(name))
				equal(t, string(name), on, true)
				admin.Must(setFeature, switching(string(name), false, "Not in your plan."))
				on, reason := state(string(name))
				equal(t, string(name), on, false)
				equal(t, "the reason of "+string(name), reason, "Not in your plan.")
				a := admin.Must(setFeature, switching(string(name), true, "left over"))
				equal(t, "the reason while it is on", a.At("setFeature.feature.reason"), nil)
			}
		})
		t.Run("notes read as nothing, and writing one is refused with the reason", func(t *testing.T) {
			admin.Must(setFeature, switching("NOTES", false, "Not in your plan."))
			equal(t, "the note", noteOf(), nil)
			a := admin.Ask(updateUser, to(hub, near, vars{"note": "Coffee."}))
			a.Said("updateUser", "FEATURE_DISABLED")
			equal(t, "the words", a.Text("updateUser.userErrors.0.message"), "Not in your plan.")
			equal(t, "the field", field(a, "updateUser"), "note")
			admin.Ask(createUser, ana("new@example.org", vars{"note": "Coffee."})).Said("createUser", "FEATURE_DISABLED")
			admin.Must(updateUser, to(hub, near, vars{"title": "Head"}))
			if text := string(admin.Must(`query($id:ID!){changes(first:50){edges{node{entity fields{old new}}}} node(id:$id){id}}`, vars{"id": userID(near)}).Body); strings.Contains(text, "Tea.") {
				t.Error("the journal tells of a note")
			}
			admin.Must(setFeature, switching("NOTES", true, ""))
			equal(t, "the note", noteOf(), any("Tea."))
		})
		t.Run("API clients are refused with the reason, and shown as they are", func(t *testing.T) {
			off := admin.Must(setFeature, switching("API_CLIENTS", false, ""))
			a := bearing(hub, token).Ask(whoAsks, nil)
			a.Refused("FEATURE_DISABLED")
			equal(t, "the status", a.Status, 403)
			equal(t, "the words", a.Errors[0].Message, "This feature is switched off in Settings.")
			equal(t, "the status of an unknown token", bearing(hub, token+"x").Ask(whoAsks, nil).Status, 401)
			admin.Ask(createAPIClient, partner(nil)).Said("createAPIClient", "FEATURE_DISABLED")
			admin.Ask(rotateAPIClient, vars{"in": vars{"id": id}}).Said("rotateAPIClient", "FEATURE_DISABLED")
			equal(t, "how many are shown", len(admin.Must(`{apiClients{id}}`, nil).At("apiClients").([]any)), 1)
			admin.Header.Set("X-Portico-View-As", id)
			admin.Ask(whoAsks, nil).Refused("FEATURE_DISABLED")
			admin.Header.Del("X-Portico-View-As")
			admin.Must(`mutation($t:ID!){undo(token:$t){undone userErrors{code}}}`, vars{"t": off.Text("setFeature.undo.token")})
			bearing(hub, token).Must(whoAsks, nil)
		})
		t.Run("are switched by whoever keeps the settings of the whole", func(t *testing.T) {
			home := newCompany(hub, "Home")
			some := entitled(hub, "some@example.org", viewer.AssignedCompanies, within(home), viewer.SettingsWrite)
			none := entitled(hub, "none@example.org", viewer.Everything, nil, viewer.UsersRead)
			for who, want := range map[*hubtest.Client]string{some: deny, none: deny, hub.Stranger(): anon} {
				who.Ask(setFeature, switching("NOTES", false, "x")).Refused(want)
			}
			admin.Ask(setFeature, switching("NOTES", false, strings.Repeat("x", 201))).Said("setFeature", "INVALID")
			admin.Ask(setFeature, switching("PONIES", false, "x")).Refused("BAD_USER_INPUT")
			equal(t, "what a stranger is told", len(hub.Stranger().Must(whoAsks, nil).At("viewer.features").([]any)), 0)
		})
	})
}

// What is known at signing in is known of that very request.
func TestFeaturesAtSignIn(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin().Must(setFeature, switching("NOTES", false, "Not in your plan."))
		a := hub.Stranger().Must(`mutation{signIn(input:{login:"mona@example.org",password:"`+hubtest.Password+`"}){viewer{features{name reason}} userErrors{code}}}`, nil)
		equal(t, "the reason", a.Text("signIn.viewer.features.2.reason"), "Not in your plan.")
	})
}

// Ten features switched off at once cost nobody a statement, and two who switch at once leave one row.
func TestFeaturesCostNothing(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for _, name := range viewer.Features {
			admin.Must(setFeature, switching(string(name), false, "x"))
		}
		n := 0
		hub.Store.Observe(func(string, []any) { n++ })
		admin.Must(whoAsks, nil)
		equal(t, "the number of statements", n, sessionStatements+1) // the second is the user
		done := make(chan string, 2)
		for range 2 {
			go func() { done <- outcome(admin.Ask(setFeature, switching("JOBS", true, "")), "setFeature") }()
		}
		for range 2 {
			if got := <-done; got != ok && got != "conflict" {
				t.Errorf("one of two at once: %s", got)
			}
		}
	})
}

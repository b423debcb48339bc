package web_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
)

// browser follows no redirect and keeps no cookie.
var browser = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

// send sends a request to a hub; headers are name, value, name, value.
func send(t *testing.T, hub *hubtest.Hub, method, path, contentType, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, hub.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := browser.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(text)
}

const encoded = "application/x-www-form-urlencoded"

// ana is a form that Ana filled in, with what else is in it.
func ana(more ...string) url.Values {
	form := url.Values{"email": {"ana@example.org"}, "firstName": {"Ana"}, "lastName": {"Adams"}, "wording": {"Yes, write to me."}}
	for i := 0; i < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	return form
}

func signUp(t *testing.T, hub *hubtest.Hub, form url.Values, headers ...string) (*http.Response, string) {
	t.Helper()
	return send(t, hub, http.MethodPost, "/forms/signup", encoded, form.Encode(), headers...)
}

func status(t *testing.T, what string, resp *http.Response, want int) {
	t.Helper()
	if resp.StatusCode != want {
		t.Errorf("%s: %d, not %d", what, resp.StatusCode, want)
	}
}

const (
	confirmSignup = `mutation($t:String!){confirmSignup(token:$t){accepted userErrors{code message}}}`
	peopleFound   = `query($s:String){users(first:9,filter:{search:$s}){totalCount edges{node{id email firstName status createdAt account{state} role{name}
		emailSubscribed emailSubscriptionChangedAt emailSubscriptionSource unsubscribeUrl consentHistory(first:9){edges{node{subscribed at source actor proof}}}}}}}`
	setSettings = `mutation($in:UpdateSettingsInput!){updateSettings(input:$in){userErrors{code}}}`
	setFeature  = `mutation($in:SetFeatureInput!){setFeature(input:$in){userErrors{code}}}`
)

func find(hub *hubtest.Hub, search string) *hubtest.Answer {
	return hub.Admin().Must(peopleFound, hubtest.Vars{"s": search})
}

// listing lets forms lead back to some sites.
func listing(hub *hubtest.Hub, origins ...string) {
	hub.Admin().Must(setSettings, hubtest.Vars{"in": hubtest.Vars{"version": 1, "redirectOrigins": origins}})
}

// S4.15: nothing changes before the link in the email is submitted; the last change is the time when the form was sent.
func TestSignUp(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		listing(hub, "https://shop.example")
		resp, _ := signUp(t, hub, ana("redirect", "https://shop.example/thanks?a=b#c"), "Origin", "https://shop.example")
		status(t, "a form with a redirect", resp, http.StatusSeeOther)
		if at := resp.Header.Get("Location"); at != "https://shop.example/thanks?a=b#c" || len(resp.Cookies()) > 0 {
			t.Errorf("it led to %q with %v", at, resp.Cookies())
		}
		if n := find(hub, "ana@").Int("users.totalCount"); n != 0 {
			t.Fatal("a user appeared before anybody confirmed")
		}
		letter := hub.Mail.Next()
		if letter.To != "ana@example.org" || !strings.Contains(letter.Text, hub.URL+"/confirm#token=") || !strings.Contains(letter.Text, "Hello Ana") {
			t.Fatalf("the email: %+v", letter)
		}
		token := hubtest.Token(t, letter)
		send(t, hub, http.MethodGet, "/confirm", "", "") // a scanner
		link := hub.Stranger().Must(`query($t:String!){link(token:$t){state kind}}`, hubtest.Vars{"t": token})
		if link.Text("link.state") != "VALID" || link.Text("link.kind") != "SIGNUP_CONFIRMATION" {
			t.Errorf("the link: %s", link.Body)
		}
		if n := find(hub, "ana@").Int("users.totalCount"); n != 0 {
			t.Fatal("looking at the link made a user")
		}
		hub.Clock.Advance(3 * time.Hour)
		hub.Stranger().Must(confirmSignup, hubtest.Vars{"t": token})
		a := find(hub, "ana@")
		for path, want := range map[string]string{"firstName": "Ana", "status": "ACTIVE", "role.name": "Member", "emailSubscriptionSource": "SIGNUP_FORM",
			"consentHistory.edges.0.node.actor": "Ana Adams", "consentHistory.edges.0.node.source": "SIGNUP_FORM", "consentHistory.edges.0.node.proof.form": "https://shop.example",
			"consentHistory.edges.0.node.proof.wording": "Yes, write to me.", "consentHistory.edges.0.node.proof.address": "127.0.0.1"} {
			if got := a.Text("users.edges.0.node." + path); got != want {
				t.Errorf("%s is %q, not %q", path, got, want)
			}
		}
		sent, proved := a.Text("users.edges.0.node.emailSubscriptionChangedAt"), a.Text("users.edges.0.node.consentHistory.edges.0.node.proof.confirmed")
		if !strings.HasPrefix(sent, "2036-11-20T14:05") || !strings.HasPrefix(proved, "2036-11-20T17:05") {
			t.Errorf("the last change is %s, confirmed %s", sent, proved)
		}
		if a.At("users.edges.0.node.account") != nil {
			t.Error("an account was made")
		}
		hub.Stranger().Ask(confirmSignup, hubtest.Vars{"t": token}).Said("confirmSignup", "LINK_USED")
		// A link of a sign-up opens no account.
		hub.Stranger().Ask(`mutation($t:String!,$p:String!){setPassword(input:{token:$t,password:$p}){userErrors{code}}}`,
			hubtest.Vars{"t": token, "p": hubtest.Password}).Said("setPassword", "LINK_UNKNOWN")
	})
}

// Whoever is known, inactive, deleted or not known at all: the same answer, the same rows, one email each. Nothing of a
// known user changes but their consent.
func TestSignUpTellsNothing(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		known, resting, gone := hub.User("known@example.org", nil), hub.User("resting@example.org", nil), hub.User("gone@example.org", nil)
		admin.Must(`mutation($id:ID!){deactivateUser(input:{userId:$id}){userErrors{code}}}`, hubtest.Vars{"id": resting.GlobalID()})
		admin.Must(`mutation($id:ID!){deleteUser(input:{userId:$id}){userErrors{code}}}`, hubtest.Vars{"id": gone.GlobalID()})
		answers, grown := map[string]bool{}, map[string]bool{}
		addresses := []string{"known@example.org", "resting@example.org", "gone@example.org", "new@example.org"}
		for _, address := range addresses {
			rows := hub.Rows()
			resp, body := signUp(t, hub, ana("email", address, "firstName", "Eve"))
			answers[fmt.Sprint(resp.StatusCode, body)] = true
			more := ""
			for table, n := range hub.Rows() {
				if n != rows[table] {
					more += fmt.Sprint(" ", table, "+", n-rows[table])
				}
			}
			parts := strings.Fields(more)
			slices.Sort(parts)
			grown[strings.ReplaceAll(strings.Join(parts, " "), "throttles+2", "throttles+1")] = true // the first also counts its network
		}
		if len(answers) != 1 || len(grown) != 1 {
			t.Errorf("they are told apart: %v %v", answers, grown)
		}
		for _, address := range addresses {
			hub.Stranger().Must(confirmSignup, hubtest.Vars{"t": tokenTo(t, hub, address)})
		}
		for search, want := range map[string]string{"known@": "Ana ACTIVE", "resting@": "Ana INACTIVE", "gone@": "Eve ACTIVE", "new@": "Eve ACTIVE"} {
			a := find(hub, search)
			one := "users.edges.0.node."
			if got := a.Text(one+"firstName") + " " + a.Text(one+"status"); got != want || a.At(one+"emailSubscribed") != true {
				t.Errorf("%s is %s, and receives email: %v", search, got, a.At(one+"emailSubscribed"))
			}
		}
		u, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.ID(known.ID)).Only(hubtest.System())
		if err != nil || u.FirstName != "Ana" {
			t.Errorf("a form changed a known user: %v %v", u, err)
		}
	})
}

func tokenTo(t *testing.T, hub *hubtest.Hub, address string) string {
	t.Helper()
	hub.Settle()
	for _, one := range slices.Backward(hub.Mail.All()) {
		if one.To == address {
			return hubtest.Token(t, one)
		}
	}
	t.Fatalf("no email to %s", address)
	return ""
}

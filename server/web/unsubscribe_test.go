package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/secret"
)

// RFC 8058: one POST without cookie or redirect withdraws consent; looking changes nothing; the token is in no log.
func TestUnsubscribe(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		signUp(t, hub, ana())
		hub.Stranger().Must(confirmSignup, hubtest.Vars{"t": hubtest.Token(t, hub.Mail.Next())})
		link := find(hub, "ana@").Text("users.edges.0.node.unsubscribeUrl")
		path, mine := strings.CutPrefix(link, hub.URL)
		if !mine || !strings.HasPrefix(path, "/unsubscribe/") {
			t.Fatalf("the link is %q", link)
		}
		on := func() any { return find(hub, "ana@").At("users.edges.0.node.emailSubscribed") }
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			send(t, hub, method, path, "", "")
		}
		if _, body := send(t, hub, http.MethodGet, path, "", "", "Accept", "application/json"); strings.TrimSpace(body) != `{"subscribed":true}` || on() != true {
			t.Errorf("looking: %s, %v", body, on())
		}
		for range 2 { // a mail program may repeat itself
			resp, body := send(t, hub, http.MethodPost, path, encoded, "List-Unsubscribe=One-Click", "Origin", "https://mail.example", "Cookie", "portico=x")
			status(t, "one click", resp, http.StatusOK)
			if strings.TrimSpace(body) != `{"subscribed":false}` || len(resp.Cookies()) > 0 || resp.Header.Get("Location") != "" {
				t.Errorf("%s %v", body, resp.Header)
			}
		}
		a := find(hub, "ana@")
		history := a.At("users.edges.0.node.consentHistory.edges").([]any)
		one := "users.edges.0.node.consentHistory.edges.0.node."
		if on() != false || len(history) != 2 || a.Text(one+"source") != "UNSUBSCRIBE_LINK" || a.Text(one+"actor") != "Ana Adams" || a.Text(one+"proof.address") != "127.0.0.1" {
			t.Errorf("the history: %s", a.Body)
		}
		if _, body := send(t, hub, http.MethodPost, path, encoded, "subscribed=true"); strings.TrimSpace(body) != `{"subscribed":true}` || on() != true {
			t.Errorf("on again: %s, %v", body, on())
		}
		if strings.Contains(hub.Log.String(), strings.TrimPrefix(path, "/unsubscribe/")) {
			t.Error("the token is in the log")
		}
		other := hub.User("bo@example.org", nil)
		for _, forged := range []string{path[:len(path)-1], path + "A", "/unsubscribe/AAAAAAAAAAE", "/unsubscribe/x", strings.Replace(path, "/unsubscribe/AAAAAAAAA", "/unsubscribe/AAAAAAAAB", 1)} {
			resp, _ := send(t, hub, http.MethodPost, forged, encoded, "List-Unsubscribe=One-Click")
			status(t, forged, resp, http.StatusNotFound)
			_, key := secret.NewToken()
			resp, _ = send(t, hub, http.MethodGet, forged+fmt.Sprintf("%x", key), "", "", "Accept", "application/json")
			status(t, forged, resp, http.StatusNotFound)
		}
		if on() != true || other.EmailSubscribed {
			t.Error("a forged link did something")
		}
		// Whoever is deleted is answered like anybody.
		hub.Admin().Must(`mutation($id:ID!){deleteUser(input:{userId:$id}){userErrors{code}}}`, hubtest.Vars{"id": a.Text("users.edges.0.node.id")})
		resp, body := send(t, hub, http.MethodPost, path, encoded, "List-Unsubscribe=One-Click")
		status(t, "somebody who is deleted", resp, http.StatusOK)
		if strings.TrimSpace(body) != `{"subscribed":false}` {
			t.Error(body)
		}
	})
}

// On again only so often: each time is a line of the history. Off always works.
func TestUnsubscribeIsNoSwitch(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		hub.User("ana@example.org", nil)
		path := strings.TrimPrefix(find(hub, "ana@").Text("users.edges.0.node.unsubscribeUrl"), hub.URL)
		for i := range 12 {
			resp, _ := send(t, hub, http.MethodPost, path, encoded, "subscribed=true")
			status(t, fmt.Sprintf("on %d", i), resp, map[bool]int{true: http.StatusOK, false: http.StatusTooManyRequests}[i < 10])
			resp, _ = send(t, hub, http.MethodPost, path, "", "")
			status(t, fmt.Sprintf("off %d", i), resp, http.StatusOK)
		}
	})
}

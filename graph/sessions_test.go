package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	endSessions = `mutation($in:EndSessionsInput!){endSessions(input:$in){user{id} userErrors{code}}}`
	sessionsOf  = `query($id:ID!){node(id:$id){... on User{account{sessions{id ip userAgent current lastSeenAt}}}}}`
)

// Sessions are listed with place and browser, by their owner and by whoever manages the account, and end singly or all.
func TestSessions(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, own := hub.Person("member", "ana@example.org", nil)
		_, reader := hub.Person("super_user", "reader@example.org", nil)
		phone := hub.Stranger()
		phone.Header.Set("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1")
		phone.SignIn("ana@example.org", hubtest.Password)
		alerts := alertsTo(hub, "ana@example.org")
		if len(alerts) != 1 || !strings.Contains(alerts[0].Text, "Safari, iPhone") {
			t.Errorf("the owner was not told of the new browser: %v", alerts)
		}
		phone.SignIn("ana@example.org", hubtest.Password)
		equal(t, "the number of alerts after the second time", len(alertsTo(hub, "ana@example.org")), 1)

		a := own.Must(sessionsOf, vars{"id": userID(u)})
		equal(t, "the newest browser", a.Text("node.account.sessions.0.userAgent"), "Safari on iPhone")
		equal(t, "its address", a.Text("node.account.sessions.0.ip"), "127.0.0.1")
		equal(t, "the newest is the one that asks", a.At("node.account.sessions.0.current"), false)
		equal(t, "the other is the one that asks", a.At("node.account.sessions.1.current"), true)
		equal(t, "what is beyond", a.At("node.account.sessions.2"), nil)
		equal(t, "what a reader sees", reader.Must(sessionsOf, vars{"id": userID(u)}).At("node.account.sessions.0"), nil)
		id := hub.Admin().Must(sessionsOf, vars{"id": userID(u)}).Text("node.account.sessions.0.id")

		hub.Admin().Must(endSessions, vars{"in": vars{"userId": userID(u), "sessionId": id}})
		equal(t, "signed in on the phone", signedIn(phone), false)
		equal(t, "signed in elsewhere", signedIn(own), true)
		own.Ask(endSessions, vars{"in": vars{"userId": userID(u), "sessionId": gid.Encode("Session", 1<<40)}}).Refused("NOT_FOUND")
		twin := hub.Twin()
		phone.SignIn("ana@example.org", hubtest.Password)
		cookie := own.Must(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Header.Get("Set-Cookie")
		there := twin.Stranger()
		there.Header.Set("Cookie", cookie[:len("portico=")+43])
		equal(t, "signed in at another replica", signedIn(there), true)
		own.Must(endSessions, vars{"in": vars{"userId": userID(u)}})
		for where, c := range map[string]*hubtest.Client{"here": own, "on the phone": phone, "at another replica": there} {
			equal(t, "signed in "+where+" after signing out everywhere", signedIn(c), false)
		}
	})
}

// Whoever signs somebody out everywhere while they choose another password, or resets their factor, signs them out: the session
// that goes on is ended too, or was before and goes on no more.
func TestEndedDuringChange(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		twin := hub.Twin()
		passwords := []string{hubtest.Password, chosen}
		for i := range 16 {
			own := twin.Stranger()
			own.SignIn("ana@example.org", passwords[0])
			var both sync.WaitGroup
			both.Go(func() {
				if a := own.Ask(changePassword, vars{"c": passwords[0], "n": passwords[1]}); a.Code() == "" && len(a.Codes("changePassword")) == 0 {
					slices.Reverse(passwords)
				} else if a.Code() != "UNAUTHENTICATED" {
					t.Errorf("the change was answered %s", a.Body)
				}
			})
			both.Go(func() {
				if i%2 == 0 {
					hub.Admin().Must(endSessions, vars{"in": vars{"userId": userID(u)}})
				} else {
					hub.Admin().Must(resetFactor, about(userID(u)))
				}
			})
			both.Wait()
			equal(t, fmt.Sprint("signed in after round ", i), signedIn(own), false)
		}
	})
}

// Whoever uses a link while they are signed out everywhere, or get a temporary password, is not signed in beside that.
func TestEndedDuringReset(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		twin := hub.Twin()
		for i := range 10 {
			hub.Clock.Advance(time.Hour)
			hub.Admin().Must(sendPasswordReset, about(userID(u)))
			own, token := twin.Stranger(), tokenTo(hub, "ana@example.org")
			var both sync.WaitGroup
			both.Go(func() { own.Ask(setPassword, vars{"t": token, "p": chosen}) })
			both.Go(func() { hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary)) })
			both.Wait()
			equal(t, fmt.Sprint("signed in after round ", i), signedIn(own), false)
		}
	})
}

// A request with the cookie of before, answered late, leaves the new session's cookie alone.
func TestLateAnswerTakesNoCookie(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, own := hub.Person("member", "ana@example.org", nil)
		before := copyOf(hub, own)
		own.Must(changePassword, vars{"c": hubtest.Password, "n": chosen})
		late := before.Ask(`{me{user{id}}}`, nil)
		equal(t, "the cookie of a late answer", late.Header.Get("Set-Cookie"), "")
		equal(t, "signed in by the old one", signedIn(before), false)
	})
}

// One's own details: whatever else is in the input of an administrator cannot even be said.
func TestUpdateProfile(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		version := versionOf(hub, u)
		a := c.Must(updateProfile, vars{"in": vars{"version": version, "firstName": " Anna ", "cellPhone": "+49 30 901820", "locale": "de-CH",
			"timeZone": "Europe/Zurich", "emailSubscribed": true}})
		for field, want := range map[string]any{"firstName": "Anna", "cellPhone": "+49 30 901820", "locale": "de-CH", "timeZone": "Europe/Zurich",
			"emailSubscribed": true, "emailSubscriptionSource": "SELF"} {
			equal(t, field, a.At("updateProfile.user."+field), want)
		}
		c.Ask(updateProfile, vars{"in": vars{"version": version, "firstName": "Ann"}}).Said("updateProfile", "CONFLICT")
		version = versionOf(hub, u)
		wrong := c.Ask(updateProfile, vars{"in": vars{"version": version, "firstName": " ", "locale": "klingon!", "timeZone": "Europe/Atlantis",
			"cellPhone": strings.Repeat("9", 51)}})
		equal(t, "the number of faults", len(wrong.Codes("updateProfile")), 4)
		for _, unknown := range []string{"xx", "de-XQ9", "d", "de_AT", "deutsch", "de-AT; x", strings.Repeat("de-", 5000), "\u202ede"} {
			wrong := c.Ask(updateProfile, vars{"in": vars{"version": version, "locale": unknown}})
			wrong.Said("updateProfile", "INVALID")
			equal(t, "the field", field(wrong, "updateProfile"), "locale")
		}
		for _, unknown := range []string{"Mars", "Local", "../etc/passwd", strings.Repeat("Europe/", 5000)} {
			wrong := c.Ask(updateProfile, vars{"in": vars{"version": version, "timeZone": unknown}})
			wrong.Said("updateProfile", "INVALID")
			equal(t, "the field", field(wrong, "updateProfile"), "timeZone")
		}
		a = c.Must(updateProfile, vars{"in": vars{"version": version, "cellPhone": "", "locale": "", "timeZone": ""}})
		for _, field := range []string{"cellPhone", "locale", "timeZone"} {
			equal(t, field, a.At("updateProfile.user."+field), nil)
		}
		c.Ask(`mutation($in:UpdateProfileInput!){updateProfile(input:$in){user{id}}}`, vars{"in": vars{"version": 1, "roleId": roleID(hub, "global_administrator")}}).
			Refused("BAD_USER_INPUT")
	})
}

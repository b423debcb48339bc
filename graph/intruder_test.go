package graph_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/hubtest"
)

// Whoever got in once may have left a passkey: a reset, by link or by an administrator, takes them away; so does another choice of factor. One that
// the sign-in asks for stays, since no reset goes around the second factor.
func TestPasskeysAfterReset(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		again := func() {
			t.Helper()
			c.SignIn("ana@example.org", hubtest.Password)
		}
		byLink := func() *hubtest.Answer {
			t.Helper()
			hub.Admin().Must(sendPasswordReset, about(userID(u)))
			return c.Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		}
		left := register(hub, c)
		equal(t, "signed in by a passkey", signedIn(shows(hub, left)), true)
		equal(t, "the step after a reset", byLink().Text("setPassword.nextStep"), "DONE")
		shows(hub, left, "BAD_CREDENTIALS")
		alerts := alertsTo(hub, "ana@example.org")
		if last := alerts[len(alerts)-1].Text; !strings.Contains(last, "Your passkeys were removed") {
			t.Errorf("the owner was not told: %s", last)
		}

		left = register(hub, c)
		c.Must(changePassword, vars{"c": hubtest.Password, "n": chosen})
		equal(t, "signed in by a passkey after a change of one's own", signedIn(shows(hub, left)), true)
		c.Must(changePassword, vars{"c": chosen, "n": hubtest.Password})
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		shows(hub, left, "BAD_CREDENTIALS")
		c.Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		c.Must(changePassword, vars{"c": temporary, "n": hubtest.Password})

		left = register(hub, c)
		provide(hub, u, "TOTP")
		shows(hub, left, "BAD_CREDENTIALS")
		provide(hub, u, "PASSKEY")
		c, _ = half(hub, "ana@example.org")
		asked := register(hub, c)
		equal(t, "the step after a reset of who needs a passkey", byLink().Text("setPassword.nextStep"), "VERIFY_FACTOR")
		c.Must(finishPasskeySignIn, vars{"in": vars{"credential": asked.show(hub, challengeFor(c))}})
		equal(t, "signed in with both", signedIn(c), true)
		provide(hub, u, "NONE")
		shows(hub, asked, "BAD_CREDENTIALS")
		again()
	})
}

// A passkey that somebody is adding while the owner resets the password does not come in behind it.
func TestPasskeyDuringReset(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, thief := hub.Person("member", "ana@example.org", nil)
		for range 6 {
			d := newDevice(hub)
			made := d.make(hub, thief.Must(beginPasskeyRegistration, nil))
			hub.Admin().Must(sendPasswordReset, about(userID(u)))
			token, owner := tokenTo(hub, "ana@example.org"), hub.Stranger()
			var both sync.WaitGroup
			both.Go(func() { thief.Ask(finishPasskeyRegistration, vars{"in": vars{"credential": made}}) })
			both.Go(func() { owner.Ask(setPassword, vars{"t": token, "p": hubtest.Password}) })
			both.Wait()
			equal(t, "the owner", signedIn(owner), true)
			shows(hub, d, "BAD_CREDENTIALS")
			thief = owner
		}
	})
}

// A role that asks for a second factor binds who is signed in: at the next request, on every replica, who proved none is out, and is led to
// enrol. A change of password proves none.
func TestRoleBindsSessions(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		role, key := newRole(hub, "Careful", vars{"permissions": []string{"USERS_READ"}})
		_, with := holder(hub, key, "with@example.org", nil)
		enrol(hub, with)
		_, without := holder(hub, key, "without@example.org", nil)
		without.Must(changePassword, vars{"c": hubtest.Password, "n": chosen})
		demand := func(is bool) {
			t.Helper()
			version := hub.Admin().Must(`query($id:ID!){node(id:$id){... on Role{version}}}`, vars{"id": role}).Int("node.version")
			hub.Admin().Must(`mutation($in:UpdateRoleInput!){updateRole(input:$in){role{id} userErrors{code}}}`,
				vars{"in": vars{"id": role, "version": version, "requiresFactor": is}})
		}
		twin := hub.Twin()
		twin.Clock.Set(hub.Clock.Now())
		there := twin.Stranger()
		there.HTTP().Jar = without.HTTP().Jar
		equal(t, "signed in at another replica", signedIn(there), true)
		demand(true)
		equal(t, "who proved a factor", signedIn(with), true)
		there.Ask(findUsers, vars{"f": vars{}}).Refused("UNAUTHENTICATED")
		without.Ask(findUsers, vars{"f": vars{}}).Refused("UNAUTHENTICATED")
		demand(false)
		equal(t, "a session that ended", signedIn(without), false)
		demand(true)
		a := without.Must(stepIn, vars{"l": "without@example.org", "p": chosen})
		equal(t, "where they are led", a.Text("signIn.nextStep"), "ENROL_FACTOR")
		enrol(hub, without)
		equal(t, "signed in once enrolled", signedIn(without), true)
		without.Must(changePassword, vars{"c": chosen, "n": hubtest.Password})
		equal(t, "signed in with a factor after a change of password", signedIn(without), true)
	})
}

// A mailbox is not flooded: five links an hour that somebody asks for, and ten codes, whoever asks. Whose codes are guessed at is told.
func TestMailboxIsNotFlooded(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		sent := func() int { return len(mailsTo(hub, "ana@example.org")) }
		before := sent()
		for range 7 {
			hub.Stranger().Must(requestReset, vars{"l": "ana@example.org"})
			hub.Stranger().Must(renewLink, vars{"t": "rubbish"})
			hub.Settle()
		}
		equal(t, "the links that were asked for", sent()-before, 5)
		hub.Stranger().Must(requestReset, vars{"l": "ana@example.org"})
		hub.Admin().Must(sendPasswordReset, about(userID(u)))
		equal(t, "an administrator's beside them", sent()-before, 6)
		hub.Clock.Advance(time.Hour)
		hub.Stranger().Must(requestReset, vars{"l": "ana@example.org"})
		equal(t, "one an hour later", sent()-before, 7)

		provide(hub, u, "EMAIL")
		before = sent()
		var last *hubtest.Client
		for range 10 {
			last, _ = half(hub, "ana@example.org")
		}
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "TOO_MANY_ATTEMPTS")
		equal(t, "the codes", sent()-before, 10)
		alerts := len(alertsTo(hub, "ana@example.org"))
		for range 10 {
			last.Ask(verifyFactor, vars{"c": "x"}).Said("verifyFactor", "BAD_CODE")
		}
		last.Ask(verifyFactor, vars{"c": "x"}).Said("verifyFactor", "TOO_MANY_ATTEMPTS")
		told := alertsTo(hub, "ana@example.org")
		equal(t, "the number of alerts", len(told)-alerts, 1)
		if said := told[len(told)-1].Text; !strings.Contains(said, "ten wrong codes") {
			t.Errorf("the alert says: %s", said)
		}
		hub.Admin().Must(sendPasswordReset, about(userID(u)))
		back := hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		equal(t, "the step of whoever reads the mailbox", back.Text("setPassword.nextStep"), "VERIFY_FACTOR")
	})
}

// Who let somebody try again, signed them out or replaced recovery codes stands in the history.
func TestSecuringInHistory(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, boss := hub.Person("portal_administrator", "boss@example.org", nil)
		u, own := hub.Person("member", "ana@example.org", nil)
		enrol(hub, own)
		newest := func(what, entity, name, who string) {
			t.Helper()
			a := hub.Admin().Must(changesOf, vars{"id": userID(u), "n": 2})
			at := "node.changes.edges.0.node."
			if a.Text(at+"entity") == "Message" { // that tells the owner
				at = "node.changes.edges.1.node."
			}
			equal(t, what+": the entity", a.Text(at+"entity"), entity)
			equal(t, what+": who did it", a.Text(at+"actorUser.email"), who)
			if name != "" {
				equal(t, what+": the field", a.Text(at+"fields.0.name"), name)
			}
			equal(t, what+": it can be taken back", a.At(at+"undoable"), any(false))
			hub.Clock.Advance(time.Second)
		}
		boss.Must(unlockAccount, about(userID(u)))
		newest("unlocking", "Account", "unlocked_at", "boss@example.org")
		own.Must(renewRecoveryCodes, nil)
		newest("renewing codes", "Factor", "", "ana@example.org")
		boss.Must(endSessions, vars{"in": vars{"userId": userID(u), "sessionId": boss.Must(sessionsOf, vars{"id": userID(u)}).Text("node.account.sessions.0.id")}})
		newest("ending one session", "Account", "sessions_ended_at", "boss@example.org")
		own, _ = half(hub, "ana@example.org")
		hub.Admin().Must(resetFactor, about(userID(u)))
		provide(hub, u, "NONE")
		own.SignIn("ana@example.org", hubtest.Password)
		own.Must(endSessions, vars{"in": vars{"userId": userID(u)}})
		newest("signing out everywhere", "Account", "sessions_ended_at", "ana@example.org")
	})
}

// Whoever is deactivated while a right password is being looked at is not signed in, not even once they are active again.
func TestDeactivatedMeanwhile(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{}, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		hub.Admin()
		hub.Settle()
		var once sync.Once
		armed := true
		hub.Store.Observe(func(statement string, _ []any) {
			// What is switched off is read last, before the session begins.
			if armed && strings.Contains(statement, "features") && !strings.Contains(statement, "sessions") {
				once.Do(func() { hub.Admin().Must(deactivateUser, about(userID(u))) })
			}
		})
		c := hub.Stranger()
		c.Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		hub.Admin().Must(reactivateUser, about(userID(u)))
		equal(t, "signed in once active again", signedIn(c), false)
	})
}

// A passkey opens beside a temporary password that is dead, and beside one that nobody typed; one that was typed is replaced first.
func TestPasskeyBesideTemporaryPassword(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		provide(hub, u, "PASSKEY")
		d := register(hub, c)
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		equal(t, "by the passkey alone", signedIn(shows(hub, d)), true)
		c = hub.Stranger()
		c.Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		a := c.Must(finishPasskeySignIn, vars{"in": vars{"credential": d.show(hub, challengeFor(c))}})
		equal(t, "the step after both", a.Text("finishPasskeySignIn.nextStep"), "CHANGE_PASSWORD")
		hub.Clock.Advance(25 * time.Hour)
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": temporary}).Said("signIn", "BAD_CREDENTIALS")
		equal(t, "by the passkey once it is dead", signedIn(shows(hub, d)), true)
	})
}

// A new browser is told of also where somebody comes in by a temporary password, and after long.
func TestNewBrowserIsTold(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		phone := hub.Stranger()
		phone.Header.Set("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1")
		phone.Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		told := func() (n int) {
			for _, one := range alertsTo(hub, "ana@example.org") {
				if strings.Contains(one.Text, "Safari, iPhone") {
					n++
				}
			}
			return n
		}
		equal(t, "told before they are in", told(), 0)
		phone.Must(changePassword, vars{"c": temporary, "n": chosen})
		equal(t, "told once they are", told(), 1)
		phone.Must(changePassword, vars{"c": chosen, "n": hubtest.Password})
		equal(t, "told again by a change", told(), 1)

		// After long their sessions are erased, and nobody takes a stranger's browser for the first.
		hub.Clock.Advance(98 * 24 * time.Hour)
		write(hub, func(ctx context.Context, tx *ent.Client) error { return nil })
		hub.Settle()
		equal(t, "the sessions that are kept", hub.Rows()["sessions"], 0)
		phone.SignIn("ana@example.org", hubtest.Password)
		equal(t, "told after long", told(), 2)
	})
}

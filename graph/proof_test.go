package graph_test

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const proveIdentity = `mutation($in:ProveIdentityInput!){proveIdentity(input:$in){nextStep factorProvider viewer{user{email}} userErrors{code field}}}`

// proving is the input of proveIdentity.
func proving(password, code string) vars { return vars{"in": vars{"password": password, "code": code}} }

// copyOf is somebody who has the cookies of another's browser.
func copyOf(hub *hubtest.Hub, c *hubtest.Client) *hubtest.Client {
	hub.T.Helper()
	at, err := url.Parse(hub.URL)
	if err != nil {
		hub.T.Fatal(err)
	}
	thief := hub.Stranger()
	thief.HTTP().Jar.SetCookies(at, c.HTTP().Jar.Cookies(at))
	return thief
}

// needsProof fails unless everything that makes or takes a way in is refused until the session proved who it is.
func needsProof(t *testing.T, c *hubtest.Client, d vars) {
	t.Helper()
	c.Ask(enrolTOTP, nil).Said("enrolTOTP", "PROOF_REQUIRED")
	c.Ask(confirmTOTP, vars{"in": vars{"code": "123456"}}).Said("confirmTOTP", "PROOF_REQUIRED")
	c.Ask(renewRecoveryCodes, nil).Said("renewRecoveryCodes", "PROOF_REQUIRED")
	c.Ask(beginPasskeyRegistration, nil).Said("beginPasskeyRegistration", "PROOF_REQUIRED")
	c.Ask(finishPasskeyRegistration, vars{"in": vars{"credential": d}}).Said("finishPasskeyRegistration", "PROOF_REQUIRED")
	c.Ask(removePasskey, vars{"in": vars{"id": gid.Encode("Passkey", 1<<40)}}).Said("removePasskey", "PROOF_REQUIRED")
}

// Whoever finds a browser open, or has a copy of its cookie, makes no way in for themselves: ten minutes after signing in
// one proves anew who one is, by what a sign-in asks for. The copy of the cookie proves nothing by that.
func TestProof(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("member", "ana@example.org", nil)
		secret, _ := enrol(hub, c)
		d := register(hub, c)
		early := newDevice(hub)
		made := early.make(hub, c.Must(beginPasskeyRegistration, nil))
		hub.Clock.Advance(10 * time.Minute)
		needsProof(t, c, made)
		rows := hub.Rows()
		a := c.Ask(proveIdentity, proving("a wrong guess", ""))
		a.Said("proveIdentity", "BAD_CREDENTIALS")
		equal(t, "the field", field(a, "proveIdentity"), "password")
		a = c.Must(proveIdentity, proving(hubtest.Password, ""))
		equal(t, "the step after the password", a.Text("proveIdentity.nextStep")+" "+a.Text("proveIdentity.factorProvider"), "VERIFY_FACTOR TOTP")
		c.Ask(proveIdentity, proving(hubtest.Password, "000000")).Said("proveIdentity", "BAD_CODE")
		needsProof(t, c, made)
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}

		thief := copyOf(hub, c)
		equal(t, "signed in with a copy", signedIn(thief), true)
		right := codeOf(hub, secret)
		done := c.Must(proveIdentity, proving(hubtest.Password, right))
		equal(t, "the step", done.Text("proveIdentity.nextStep"), "DONE")
		equal(t, "signed in with a copy of what it was before", signedIn(thief), false)
		c.Ask(proveIdentity, proving(hubtest.Password, right)).Said("proveIdentity", "BAD_CODE")
		c.Must(renewRecoveryCodes, nil)
		hub.Clock.Advance(9 * time.Minute)
		second := register(hub, c)
		hub.Clock.Advance(time.Minute)
		needsProof(t, c, made)
		equal(t, "the number of alerts", len(alertsTo(hub, "ana@example.org")), 4) // enrolled, two passkeys, renewed

		byKey := func(c *hubtest.Client, d *device) *hubtest.Answer {
			return c.Ask(proveIdentity, vars{"in": vars{"credential": d.show(hub, challengeFor(c))}})
		}
		_, other := hub.Person("member", "bo@example.org", nil)
		byKey(other, second).Said("proveIdentity", "BAD_CREDENTIALS")
		byKey(c, register(hub, other)).Said("proveIdentity", "BAD_CREDENTIALS")
		byKey(c, newDevice(hub)).Said("proveIdentity", "BAD_CREDENTIALS")
		byKey(c, d).Said("proveIdentity")
		c.Must(removePasskey, vars{"in": vars{"id": c.Must(myPasskeys, nil).Text("viewer.user.account.passkeys.0.id")}})
		hub.Stranger().Ask(proveIdentity, proving(hubtest.Password, "")).Refused("UNAUTHENTICATED")
		hub.Clock.Advance(10 * time.Minute)
		c.Must(changePassword, vars{"c": hubtest.Password, "n": chosen}) // knowing the password is less than a sign-in asks for
		needsProof(t, c, made)
		c.Must(changePassword, vars{"c": chosen, "n": hubtest.Password})
		waiting, _ := half(hub, "ana@example.org")
		waiting.Ask(proveIdentity, proving(hubtest.Password, "")).Refused("UNAUTHENTICATED")
	})
}

// A proof by mail works once, in the session that asked for it; without a factor the password is enough.
func TestProofByMail(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		hub.Clock.Advance(10 * time.Minute)
		equal(t, "the step of a password alone", c.Must(proveIdentity, proving(hubtest.Password, "")).Text("proveIdentity.nextStep"), "DONE")
		c.Must(beginPasskeyRegistration, nil)
		provide(hub, u, "EMAIL")
		hub.Clock.Advance(10 * time.Minute)
		other := hub.Stranger()
		other.Must(signIn, vars{"l": "ana@example.org", "p": hubtest.Password})
		other.Must(verifyFactor, vars{"c": mailedCode(hub, "ana@example.org")})
		a := c.Must(proveIdentity, proving(hubtest.Password, ""))
		equal(t, "the step", a.Text("proveIdentity.nextStep")+" "+a.Text("proveIdentity.factorProvider"), "VERIFY_FACTOR EMAIL")
		c.Ask(beginPasskeyRegistration, nil).Said("beginPasskeyRegistration", "PROOF_REQUIRED")
		code := mailedCode(hub, "ana@example.org")
		other.Ask(proveIdentity, proving(hubtest.Password, code)).Said("proveIdentity", "BAD_CODE")
		c.Must(proveIdentity, proving(hubtest.Password, code))
		c.Must(beginPasskeyRegistration, nil)
		c.Ask(proveIdentity, proving(hubtest.Password, code)).Said("proveIdentity", "BAD_CODE")
	})
}

// Proving is no way around the counter of tries: ten guesses are all, wherever they are made.
func TestProofCounts(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("member", "ana@example.org", nil)
		for range 5 {
			c.Ask(proveIdentity, proving("a wrong guess", "")).Said("proveIdentity", "BAD_CREDENTIALS")
			equal(t, "a guess elsewhere", guess(hub, "ana@example.org"), "BAD_CREDENTIALS")
		}
		c.Ask(proveIdentity, proving(hubtest.Password, "")).Said("proveIdentity", "TOO_MANY_ATTEMPTS")
		equal(t, "a right one elsewhere", guessRight(hub), "TOO_MANY_ATTEMPTS")
		equal(t, "the owner's session", signedIn(c), true)
		hub.Clock.Advance(time.Hour)
		equal(t, "a right one an hour later", guessRight(hub), "")
		c.Must(proveIdentity, proving(hubtest.Password, ""))
		secret, _ := enrol(hub, c)
		alerts := len(alertsTo(hub, "ana@example.org"))
		for range 9 {
			c.Ask(proveIdentity, proving(hubtest.Password, "x")).Said("proveIdentity", "BAD_CODE")
		}
		equal(t, "a guess at the password beside wrong codes", guess(hub, "ana@example.org"), "BAD_CREDENTIALS")
		hub.Clock.Advance(time.Minute)
		c.Must(proveIdentity, proving(hubtest.Password, codeOf(hub, secret)))
		hub.Settle()
		equal(t, "the alerts after a right tenth code", len(alertsTo(hub, "ana@example.org"))-alerts, 0)
		for range 10 {
			c.Ask(proveIdentity, proving(hubtest.Password, "x")).Said("proveIdentity", "BAD_CODE")
		}
		hub.Settle()
		equal(t, "the alerts after ten wrong ones", len(alertsTo(hub, "ana@example.org"))-alerts, 1)
		many := `mutation($in:ProveIdentityInput!){a:proveIdentity(input:$in){nextStep} b:proveIdentity(input:$in){nextStep}}`
		c.Ask(many, proving("a wrong guess", "")).Refused("BAD_USER_INPUT")
	})
}

// SECURITY, "fixation": every step of a sign-in has an id of its own. One that was planted, and one of a step before, is nobody's.
func TestNewIDAtEveryStep(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, own := hub.Person("member", "ana@example.org", nil)
		secret, _ := enrol(hub, own)
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		hub.Clock.Advance(time.Minute)
		at, err := url.Parse(hub.URL)
		if err != nil {
			t.Fatal(err)
		}
		c := hub.Stranger()
		c.HTTP().Jar.SetCookies(at, []*http.Cookie{{Name: "portico", Value: "planted-by-somebody-else"}})
		all := map[string]bool{}
		var before []*hubtest.Client
		step := func() {
			t.Helper()
			all[c.HTTP().Jar.Cookies(at)[0].Value] = true
			before = append(before, copyOf(hub, c))
		}
		step()
		c.Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		step()
		c.Must(verifyFactor, vars{"c": codeOf(hub, secret)})
		step()
		c.Must(changePassword, vars{"c": temporary, "n": chosen})
		step()
		hub.Clock.Advance(time.Minute)
		c.Must(proveIdentity, proving(chosen, codeOf(hub, secret)))
		step()
		equal(t, "the number of ids", len(all), 5)
		for i, one := range before[:4] {
			equal(t, fmt.Sprint("signed in by the id of step ", i), signedIn(one), false)
			one.Ask(changePassword, vars{"c": temporary, "n": hubtest.Password}).Refused("UNAUTHENTICATED")
		}
		equal(t, "signed in by the newest", signedIn(c), true)
	})
}

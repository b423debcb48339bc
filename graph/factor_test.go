package graph_test

import (
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	setFactorProvider  = `mutation($in:SetFactorProviderInput!){setFactorProvider(input:$in){user{id account{factorProvider}} userErrors{code field}}}`
	resetFactor        = `mutation($in:UserIDInput!){resetFactor(input:$in){user{id} userErrors{code}}}`
	verifyFactor       = `mutation($c:String!){verifyFactor(input:{code:$c}){nextStep viewer{user{email}} userErrors{code field message}}}`
	enrolTOTP          = `mutation{enrolTOTP{secret otpauthUrl userErrors{code}}}`
	confirmTOTP        = `mutation($in:VerifyFactorInput!){confirmTOTP(input:$in){recoveryCodes nextStep viewer{user{email}} userErrors{code field}}}`
	renewRecoveryCodes = `mutation{renewRecoveryCodes{recoveryCodes userErrors{code}}}`
	updateProfile      = `mutation($in:UpdateProfileInput!){updateProfile(input:$in){user{version firstName cellPhone locale timeZone emailSubscribed
		emailSubscriptionSource} userErrors{code field}}}`
	stepIn = `mutation($l:String!,$p:String!){signIn(input:{login:$l,password:$p}){nextStep factorProvider viewer{user{id}} userErrors{code}}}`
)

// provide chooses a second factor for somebody.
func provide(hub *hubtest.Hub, u *ent.User, provider string) {
	hub.T.Helper()
	a := hub.Admin().Must(setFactorProvider, vars{"in": vars{"userId": userID(u), "provider": provider}})
	equal(hub.T, "the provider", a.Text("setFactorProvider.user.account.factorProvider"), provider)
}

// half signs in with the password alone, and returns the browser and the next step.
func half(hub *hubtest.Hub, login string) (*hubtest.Client, string) {
	hub.T.Helper()
	c := hub.Stranger()
	a := c.Must(stepIn, vars{"l": login, "p": hubtest.Password})
	equal(hub.T, "the viewer of a half-finished sign-in", a.At("signIn.viewer"), nil)
	return c, a.Text("signIn.nextStep")
}

// codeOf is what an app shows now.
func codeOf(hub *hubtest.Hub, secret string) string {
	hub.T.Helper()
	code, err := totp.GenerateCode(secret, hub.Clock.Now())
	if err != nil {
		hub.T.Fatal(err)
	}
	return code
}

// enrol sets up an app in a browser, and returns its secret and the recovery codes.
func enrol(hub *hubtest.Hub, c *hubtest.Client) (secret string, codes []any) {
	hub.T.Helper()
	secret = c.Must(enrolTOTP, nil).Text("enrolTOTP.secret")
	a := c.Must(confirmTOTP, vars{"in": vars{"code": codeOf(hub, secret)}})
	codes, _ = a.At("confirmTOTP.recoveryCodes").([]any)
	equal(hub.T, "the number of recovery codes", len(codes), 10)
	return secret, codes
}

// S2.10: the next sign-in asks for the app, enrolling it first. Until then nobody is signed in, and nothing else goes.
func TestApp(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, before := hub.Person("member", "ana@example.org", nil)
		provide(hub, u, "TOTP")
		equal(t, "a session from before", signedIn(before), true)
		c, step := half(hub, "ana@example.org")
		equal(t, "the first step", step, "ENROL_FACTOR")
		nothingElse(t, c)
		c.Ask(verifyFactor, vars{"c": "123456"}).Refused("UNAUTHENTICATED")
		secret, codes := enrol(hub, c)
		equal(t, "signed in once enrolled", signedIn(c), true)
		equal(t, "a session from before the app", signedIn(before), false)

		c, step = half(hub, "ana@example.org")
		equal(t, "the step afterwards", step, "VERIFY_FACTOR")
		nothingElse(t, c)
		c.Ask(enrolTOTP, nil).Refused("UNAUTHENTICATED")
		c.Ask(confirmTOTP, vars{"in": vars{"code": codeOf(hub, secret)}}).Refused("UNAUTHENTICATED")
		c.Ask(verifyFactor, vars{"c": codeOf(hub, secret)}).Said("verifyFactor", "BAD_CODE") // used for enrolling
		hub.Clock.Advance(30 * time.Second)
		old := codeOf(hub, secret)
		equal(t, "who is in", c.Must(verifyFactor, vars{"c": old[:3] + " " + old[3:]}).Text("verifyFactor.viewer.user.email"), "ana@example.org")

		c, _ = half(hub, "ana@example.org")
		c.Ask(verifyFactor, vars{"c": old}).Said("verifyFactor", "BAD_CODE")
		hub.Clock.Advance(60 * time.Second)
		late := codeOf(hub, secret)
		hub.Clock.Advance(30 * time.Second)
		c.Must(verifyFactor, vars{"c": late}) // one step of skew is forgiven

		c, _ = half(hub, "ana@example.org")
		c.Must(verifyFactor, vars{"c": strings.ToLower(codes[3].(string))})
		c, _ = half(hub, "ana@example.org")
		c.Ask(verifyFactor, vars{"c": codes[3]}).Said("verifyFactor", "BAD_CODE")
		c.Must(verifyFactor, vars{"c": codes[4]})
		renewed := c.Must(renewRecoveryCodes, nil).At("renewRecoveryCodes.recoveryCodes").([]any)
		c, _ = half(hub, "ana@example.org")
		c.Ask(verifyFactor, vars{"c": codes[5]}).Said("verifyFactor", "BAD_CODE")
		c.Must(verifyFactor, vars{"c": renewed[0]})
		equal(t, "the number of alerts", len(alertsTo(hub, "ana@example.org")), 3) // chosen, enrolled, renewed
	})
}

// nothingElse fails unless a half-finished sign-in can do nothing but its next step.
func nothingElse(t *testing.T, c *hubtest.Client) {
	t.Helper()
	equal(t, "signed in by half", signedIn(c), false)
	c.Ask(findUsers, vars{"f": vars{}}).Refused("UNAUTHENTICATED")
	c.Ask(changePassword, vars{"c": hubtest.Password, "n": chosen}).Refused("UNAUTHENTICATED")
	c.Ask(updateProfile, vars{"in": vars{"version": 1}}).Refused("UNAUTHENTICATED")
	c.Ask(renewRecoveryCodes, nil).Refused("UNAUTHENTICATED")
}

// SECURITY, "TOTP replay": of one code in twenty half-finished sign-ins at once, one succeeds.
func TestOneCodeOneSignIn(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, own := hub.Person("member", "ana@example.org", nil)
		secret, _ := enrol(hub, own)
		hub.Clock.Advance(30 * time.Second)
		all := make([]*hubtest.Client, 20)
		for i := range all {
			all[i], _ = half(hub, "ana@example.org")
		}
		equal(t, "how many were let in", letIn(all, codeOf(hub, secret)), 1)
		hub.Clock.Advance(16 * time.Minute)
		provide(hub, u, "EMAIL")
		c, _ := half(hub, "ana@example.org")
		code := mailedCode(hub, "ana@example.org")
		equal(t, "how many were let in by mail", letIn([]*hubtest.Client{c, c, c, c, c}, code), 1)
	})
}

// letIn brings one code to many sign-ins at once, and counts those that succeed.
func letIn(all []*hubtest.Client, code string) int {
	var n atomic.Int32
	var done sync.WaitGroup
	for _, c := range all {
		done.Go(func() {
			if c.Ask(verifyFactor, vars{"c": code}).Text("verifyFactor.nextStep") == "DONE" {
				n.Add(1)
			}
		})
	}
	done.Wait()
	return int(n.Load())
}

var sixDigits = regexp.MustCompile(`\b\d{6}\b`)

func mailedCode(hub *hubtest.Hub, address string) string {
	hub.T.Helper()
	mails := mailsTo(hub, address)
	last := mails[len(mails)-1]
	if sixDigits.MatchString(last.Subject) {
		hub.T.Error("the code stands in the subject, which is stored as it is")
	}
	return sixDigits.FindString(last.Text)
}

// A mailed code works once, for ten minutes, in the sign-in that asked for it; ten wrong ones in fifteen minutes are enough.
func TestMailedCode(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		provide(hub, u, "EMAIL")
		c, step := half(hub, "ana@example.org")
		equal(t, "the step", step, "VERIFY_FACTOR")
		nothingElse(t, c)
		code := mailedCode(hub, "ana@example.org")
		other, _ := half(hub, "ana@example.org")
		other.Ask(verifyFactor, vars{"c": code}).Said("verifyFactor", "BAD_CODE")
		hub.Clock.Advance(9 * time.Minute)
		c.Must(verifyFactor, vars{"c": code})
		equal(t, "signed in", signedIn(c), true)

		c, _ = half(hub, "ana@example.org")
		code = mailedCode(hub, "ana@example.org")
		hub.Clock.Advance(10 * time.Minute)
		c.Ask(verifyFactor, vars{"c": code}).Said("verifyFactor", "BAD_CODE")
		c, _ = half(hub, "ana@example.org")
		code = mailedCode(hub, "ana@example.org")
		hub.Clock.Advance(6 * time.Minute)
		for range 10 {
			c.Ask(verifyFactor, vars{"c": "000000"})
		}
		c.Ask(verifyFactor, vars{"c": code}).Said("verifyFactor", "TOO_MANY_ATTEMPTS")
		hub.Admin().Must(unlockAccount, about(userID(u)))
		c, _ = half(hub, "ana@example.org")
		c.Must(verifyFactor, vars{"c": mailedCode(hub, "ana@example.org")})
	})
}

// Whoever is at the page for a code while an administrator chooses another second factor is told that, and not that the code is wrong.
func TestFactorChosenMeanwhile(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		enrol(hub, c)
		waiting := func(code string) {
			t.Helper()
			a := c.Ask(verifyFactor, vars{"c": code})
			a.Said("verifyFactor", "INVALID")
			equal(t, "the words", a.Text("verifyFactor.userErrors.0.message"), "Your sign-in asks for another second factor by now. Sign in again.")
			equal(t, "signed in", signedIn(c), false)
		}
		c, _ = half(hub, "ana@example.org")
		provide(hub, u, "EMAIL")
		waiting("123456")
		for _, other := range []string{"TOTP", "PASSKEY", "NONE"} {
			provide(hub, u, "EMAIL")
			c, _ = half(hub, "ana@example.org")
			code := mailedCode(hub, "ana@example.org")
			provide(hub, u, other)
			waiting(code)
		}
	})
}

// Decision 3: a reset never bypasses the second factor, a temporary password does not, and nobody but an administrator
// takes it away; then every session ends.
func TestFactorIsNotBypassed(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, own := hub.Person("member", "ana@example.org", nil)
		secret, _ := enrol(hub, own)
		hub.Admin().Must(sendPasswordReset, about(userID(u)))
		c := hub.Stranger()
		a := c.Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		equal(t, "the step after a reset", a.Text("setPassword.nextStep"), "VERIFY_FACTOR")
		equal(t, "signed in by a reset", signedIn(c), false)
		hub.Clock.Advance(time.Minute)
		c.Must(verifyFactor, vars{"c": codeOf(hub, secret)})
		equal(t, "signed in", signedIn(c), true)
		equal(t, "the step after a change of password", c.Must(changePassword, vars{"c": hubtest.Password, "n": chosen}).Text("changePassword.nextStep"), "DONE")

		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		d := hub.Stranger()
		equal(t, "the step of a temporary password", d.Must(stepIn, vars{"l": "ana@example.org", "p": temporary}).Text("signIn.nextStep"), "VERIFY_FACTOR")
		d.Ask(changePassword, vars{"c": temporary, "n": hubtest.Password}).Refused("UNAUTHENTICATED")
		hub.Clock.Advance(time.Minute)
		equal(t, "the step after the code", d.Must(verifyFactor, vars{"c": codeOf(hub, secret)}).Text("verifyFactor.nextStep"), "CHANGE_PASSWORD")
		equal(t, "signed in with a temporary password", signedIn(d), false)
		equal(t, "the step after that", d.Must(changePassword, vars{"c": temporary, "n": hubtest.Password}).Text("changePassword.nextStep"), "DONE")

		waiting, _ := half(hub, "ana@example.org")
		hub.Admin().Must(resetFactor, about(userID(u)))
		equal(t, "signed in after the factor was reset", signedIn(d), false)
		hub.Clock.Advance(time.Minute)
		waiting.Ask(verifyFactor, vars{"c": codeOf(hub, secret)}).Refused("UNAUTHENTICATED")
		_, step := half(hub, "ana@example.org")
		equal(t, "the step after the factor was reset", step, "ENROL_FACTOR")
	})
}

// A role may require a second factor: whoever holds it enrols an app at the next sign-in. Then nobody is warned of it.
func TestRoleRequiresFactor(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		role, key := newRole(hub, "Careful", vars{"permissions": []string{"USERS_READ", "ACCOUNTS_MANAGE"}, "requiresFactor": true})
		_, c := holder(hub, key, "ana@example.org", nil)
		equal(t, "signed in by an invitation alone", signedIn(c), false)
		c, step := half(hub, "ana@example.org")
		equal(t, "the step", step, "ENROL_FACTOR")
		enrol(hub, c)
		equal(t, "signed in", signedIn(c), true)
		in := func(email string, role string, account vars) vars {
			return vars{"in": vars{"email": email, "firstName": "Bo", "lastName": "Berg", "roleId": role, "account": account}}
		}
		hub.Admin().Must(createWarned, in("bo@example.org", role, vars{}))
		admin := roleID(hub, "portal_administrator")
		hub.Admin().Ask(createWarned, in("cy@example.org", admin, vars{})).Said("createUser", "WARNINGS")
		hub.Admin().Must(createWarned, in("cy@example.org", admin, vars{"factorProvider": "EMAIL"}))
	})
}

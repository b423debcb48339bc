package graph_test

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	unlockAccount = `mutation($in:UserIDInput!){unlockAccount(input:$in){user{id account{state}} userErrors{code}}}`
	stateOf       = `query($id:ID!){node(id:$id){... on User{account{state}}}}`
)

// guess signs in with a wrong password and returns what was said.
func guess(hub *hubtest.Hub, login string) string {
	return strings.Join(hub.Stranger().Ask(signIn, vars{"l": login, "p": "a wrong guess"}).Codes("signIn"), " ")
}

// CONTRACT, "Sizes and rates": ten wrong passwords in fifteen minutes, whatever the spelling, the path and the replica; then
// nothing more until the window has passed. Who is signed in stays so; names that nobody has behave alike.
func TestAttempts(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, own := hub.Person("member", "ana@example.org", func(in *account.CreateInput) { login := "ana.adams"; in.Account.LoginName = &login })
		twin := hub.Twin()
		twin.Clock.Set(hub.Clock.Now())
		for i, login := range []string{"ana@example.org", "ana.adams", " ANA.Adams", "ＡＮＡ@example.org", "ana@EXAMPLE.org"} {
			equal(t, "a guess at "+login, guess(hub, login), "BAD_CREDENTIALS")
			if i < 2 {
				equal(t, "a guess at another replica", guess(twin, login), "BAD_CREDENTIALS")
			}
		}
		for range 3 {
			own.Ask(changePassword, vars{"c": "a wrong guess", "n": chosen}).Said("changePassword", "BAD_CREDENTIALS")
		}
		for range 10 {
			equal(t, "a guess at nobody", guess(hub, "Nobody@example.org"), "BAD_CREDENTIALS")
		}
		locked := hub.Stranger().Ask(signIn, vars{"l": "ana.adams", "p": hubtest.Password})
		locked.Said("signIn", "TOO_MANY_ATTEMPTS")
		if said := locked.Text("signIn.userErrors.0.message"); !strings.Contains(said, "15 minutes") {
			t.Errorf("the time is not said: %s", said)
		}
		equal(t, "the answer to nobody", string(hub.Stranger().Ask(signIn, vars{"l": "nobody@EXAMPLE.org", "p": "x"}).Body), string(locked.Body))
		twin.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "TOO_MANY_ATTEMPTS")
		own.Ask(changePassword, vars{"c": hubtest.Password, "n": chosen}).Said("changePassword", "TOO_MANY_ATTEMPTS")
		equal(t, "the owner's session", signedIn(own), true)

		hub.Settle()
		id := userID(u)
		inState := func(state string) bool {
			return len(ids(hub.Admin().Must(findUsers, vars{"f": vars{"accountState": []string{state}}}), "users")) == 1
		}
		equal(t, "the state", hub.Admin().Must(stateOf, vars{"id": id}).Text("node.account.state"), "LOCKED")
		equal(t, "found among the locked", inState("LOCKED"), true)
		hub.Clock.Advance(14 * time.Minute)
		equal(t, "a right one before the time", guessRight(hub), "TOO_MANY_ATTEMPTS")
		hub.Clock.Advance(time.Minute)
		equal(t, "the state afterwards", hub.Admin().Must(stateOf, vars{"id": id}).Text("node.account.state"), "ACTIVE")
		equal(t, "found among the locked afterwards", inState("LOCKED"), false)
		equal(t, "a right one afterwards", guessRight(hub), "")
	})
}

func guessRight(hub *hubtest.Hub) string {
	return strings.Join(hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Codes("signIn"), " ")
}

// A right password starts anew; an administrator lifts the lock, a reset does, and so does a temporary password.
func TestUnlockAccount(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		for range 2 {
			for range 9 {
				equal(t, "a guess", guess(hub, "ana@example.org"), "BAD_CREDENTIALS")
			}
			equal(t, "a right one", guessRight(hub), "")
		}
		lock := func() {
			t.Helper()
			for range 10 {
				equal(t, "a guess", guess(hub, "ana@example.org"), "BAD_CREDENTIALS")
			}
			hub.Settle()
			equal(t, "a right one", guessRight(hub), "TOO_MANY_ATTEMPTS")
		}
		lock()
		a := hub.Admin().Must(unlockAccount, about(userID(u)))
		equal(t, "the state", a.Text("unlockAccount.user.account.state"), "ACTIVE")
		equal(t, "a right one after it was lifted", guessRight(hub), "")
		lock()
		hub.Admin().Must(sendPasswordReset, about(userID(u)))
		c := hub.Stranger()
		c.Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		equal(t, "signed in by the link", signedIn(c), true)
		lock()
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		hub.Stranger().Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		hub.Admin().Ask(unlockAccount, about(userID(hub.User("recorded@example.org", nil)))).Said("unlockAccount", "NO_ACCOUNT")
	})
}

// Who lets others try again could guess for ever: they do so neither for themselves nor for somebody who may do more than they.
func TestUnlockIsNoWayToGuess(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		boss, _ := hub.Person(account.GlobalAdministrator, "boss@example.org", nil)
		self, c := hub.Person(account.SecurityAdministrator, "security@example.org", nil)
		for range 10 {
			guess(hub, "boss@example.org")
			guess(hub, "security@example.org")
		}
		c.Ask(unlockAccount, about(userID(boss))).Refused("FORBIDDEN")
		c.Ask(unlockAccount, about(userID(self))).Said("unlockAccount", "INVALID")
		for _, login := range []string{"boss@example.org", "security@example.org"} {
			a := hub.Stranger().Ask(signIn, vars{"l": login, "p": hubtest.Password})
			equal(t, "a right password of "+login, strings.Join(a.Codes("signIn"), " "), "TOO_MANY_ATTEMPTS")
		}
	})
}

// The counter is one row: of many guesses at once, ten are looked at.
func TestAttemptsAtOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Person("member", "ana@example.org", nil)
		var mu sync.Mutex
		said := map[string]int{}
		var all sync.WaitGroup
		for range 40 {
			all.Go(func() {
				code := guess(hub, "ana@example.org")
				mu.Lock()
				defer mu.Unlock()
				said[code]++
			})
		}
		all.Wait()
		equal(t, "the answers", fmt.Sprint(said), "map[BAD_CREDENTIALS:10 TOO_MANY_ATTEMPTS:30]")
	})
}

// A network signs in a hundred times a minute, as whoever.
func TestNetworkIsHeldBack(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		for i := range 100 {
			equal(t, "a guess", guess(hub, fmt.Sprintf("%d@example.org", i)), "BAD_CREDENTIALS")
		}
		a := hub.Stranger().Ask(signIn, vars{"l": "another@example.org", "p": "x"})
		a.Refused("RATE_LIMITED")
		if wait, err := strconv.Atoi(a.Header.Get("Retry-After")); err != nil || wait < 1 || wait > 60 {
			t.Errorf("it is to wait for %q seconds", a.Header.Get("Retry-After"))
		}
		hub.Clock.Advance(time.Minute)
		equal(t, "a guess a minute later", guess(hub, "another@example.org"), "BAD_CREDENTIALS")
	})
}

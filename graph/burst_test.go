package graph_test

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

// SECURITY, "passwords": two hundred wrong sign-ins a second, passwords hashed in earnest, take the memory of as many as there are
// processors: a hundred of a network are looked at, and who signs in from elsewhere meanwhile is let in.
func TestBurstOfSignIns(t *testing.T) {
	hub := hubtest.New(t, hubtest.Options{Earnest: true, Proxied: true})
	hub.Person("member", "ana@example.org", nil)
	hub.Settle()
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)

	const seconds, each, one = 2, 200, 19 << 20
	var burst sync.WaitGroup
	var answered, looked, held atomic.Int32
	tick := time.NewTicker(time.Second / each)
	defer tick.Stop()
	burst.Go(func() {
		for i := range seconds * each {
			<-tick.C
			c := network(hub, "192.0.2.1")
			burst.Go(func() {
				defer answered.Add(1)
				switch a := c.Ask(signIn, vars{"l": fmt.Sprintf("%d@example.org", i), "p": "a wrong guess"}); {
				case a.Code() == "RATE_LIMITED":
					held.Add(1)
				case fmt.Sprint(a.Codes("signIn")) != "[BAD_CREDENTIALS]":
					t.Errorf("a wrong one was answered %s", a.Body)
				default:
					looked.Add(1)
				}
			})
		}
	})
	right := 0
	var most uint64
	for answered.Load() < seconds*each {
		in := network(hub, "198.51.100.7")
		if in.Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}); signedIn(in) {
			right++
		}
		runtime.ReadMemStats(&now)
		most = max(most, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
	}
	burst.Wait()
	equal(t, "how many were looked at", looked.Load(), 100)
	equal(t, "how many were held back", held.Load(), seconds*each-100)
	if right == 0 {
		t.Error("nobody with the right password was let in")
	}
	// What was just given back may not have been collected yet: as much again, twice; and each request has its own little.
	if bound := uint64(3*runtime.NumCPU()*one + 96<<20); most > bound {
		t.Errorf("%d MB were in use at a time, more than %d MB", most>>20, bound>>20)
	}
	t.Logf("%d right ones, at most %d MB", right, most>>20)
}

// network is somebody whose requests come from an address.
func network(hub *hubtest.Hub, address string) *hubtest.Client {
	c := hub.Stranger()
	c.Header.Set("X-Forwarded-For", address)
	return c
}

// SECURITY, "users found by timing": the database is asked as often for a name that somebody has as for one that nobody has.
func TestSignInAsksAsOften(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		account := func(email string) string {
			id := hub.Admin().Must(createUser, ana(email, vars{"account": vars{}})).Text("createUser.user.id")
			return id
		}
		for _, email := range []string{"known@example.org", "inactive@example.org"} {
			hub.Admin().Must(setTemporaryPassword, handOver(account(email), temporary))
		}
		account("invited@example.org")
		hub.Admin().Must(deactivateUser, about(hub.Admin().Must(`{userByEmail(email:"inactive@example.org"){id}}`, nil).Text("userByEmail.id")))
		var n atomic.Int32
		hub.Store.Observe(func(string, []any) { n.Add(1) })
		asked := func(query, login string) int {
			n.Store(0)
			hub.Stranger().Must(query, vars{"l": login})
			return int(n.Load())
		}
		const (
			wrong = `mutation($l:String!){signIn(input:{login:$l,password:"a wrong guess"}){nextStep}}`
			reset = `mutation($l:String!){requestPasswordReset(input:{login:$l}){accepted}}`
		)
		asked(wrong, "first@example.org") // of this network
		for _, query := range []string{wrong, reset} {
			for range 2 {
				want := asked(query, "unknown@example.org")
				for _, who := range []string{"known", "invited", "inactive"} {
					equal(t, "the statements for somebody "+who, asked(query, who+"@example.org"), want)
				}
				if want == 0 {
					t.Error("nothing is asked")
				}
			}
		}
	})
}

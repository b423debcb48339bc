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
// processors, and who signs in from elsewhere meanwhile is let in. Of one network a hundred are looked at; of many, all.
func TestBurstOfSignIns(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Earnest: true, Proxied: true}, func(t *testing.T, hub *hubtest.Hub) {
		hub.Person("member", "ana@example.org", nil)
		hub.Settle()
		t.Run("from one network", func(t *testing.T) {
			equal(t, "how many were held back", burstOfSignIns(t, hub, 150, func(int32) string { return "192.0.2.1" }), 50)
		})
		t.Run("from as many networks", func(t *testing.T) {
			equal(t, "how many were held back", burstOfSignIns(t, hub, 60, func(i int32) string { return fmt.Sprintf("203.0.113.%d", i+1) }), 0)
		})
	})
}

// burstOfSignIns lets as many wrong ones come from these addresses, two hundred a second, and right ones beside them. It says how
// many of the wrong were held back.
func burstOfSignIns(t *testing.T, hub *hubtest.Hub, wrong int32, address func(i int32) string) (held int32) {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)

	const one, each = 19 << 20, 200
	var burst sync.WaitGroup
	var answered, refused atomic.Int32
	tick := time.NewTicker(time.Second / each)
	defer tick.Stop()
	burst.Go(func() {
		for i := range wrong {
			<-tick.C
			c := network(hub, address(i))
			burst.Go(func() {
				defer answered.Add(1)
				switch a := c.Ask(signIn, vars{"l": fmt.Sprintf("%d@example.org", i), "p": "a wrong guess"}); {
				case a.Code() == "RATE_LIMITED":
					refused.Add(1)
				case fmt.Sprint(a.Codes("signIn")) != "[BAD_CREDENTIALS]":
					t.Errorf("a wrong one was answered %s", a.Body)
				}
			})
		}
	})
	right := 0
	var most uint64
	for answered.Load() < wrong {
		in := network(hub, "198.51.100.7")
		if in.Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}); signedIn(in) {
			right++
		}
		runtime.ReadMemStats(&now)
		most = max(most, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
	}
	burst.Wait()
	if right == 0 {
		t.Error("nobody with the right password was let in")
	}
	// What was just given back may not have been collected yet: as much again, twice; and each request has its own little.
	if bound := uint64(3*runtime.NumCPU()*one + 96<<20); most > bound {
		t.Errorf("%d MB were in use at a time, more than %d MB", most>>20, bound>>20)
	}
	t.Logf("%d right ones, at most %d MB", right, most>>20)
	return refused.Load()
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

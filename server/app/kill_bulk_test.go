package app_test

import (
	"math/rand/v2"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// A run over everybody goes on after a process is killed at any moment: it handles each user once, so that everybody with
// an account gets one email.
func TestKillInTheMiddleOfABulk(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killBulk)
}

const seeded = 1200

func killBulk(t *testing.T, database string) {
	times := kills(database, 5, 2)
	provider := resend.New(clock.New())
	web := httptest.NewServer(provider)
	t.Cleanup(web.Close)
	p := newProcess(t, "--database-url", database, "--resend-url", web.URL, "--resend-api-key", "re_test", "--drain", "0s")
	if out, err := p.command("seed", "--users", "1200").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.administrator()
	p.start()
	p.signIn()
	data, err := p.ask(`mutation{bulkUpdateUsers(input:{filter:{},resendInvitation:true}){jobRun{id} userErrors{code}}}`, nil)
	must(t, err)
	id := data["bulkUpdateUsers"].(map[string]any)["jobRun"].(map[string]any)["id"]
	moments := rand.New(rand.NewPCG(7, uint64(times)))
	for range times {
		time.Sleep(time.Duration(50+moments.IntN(250)) * time.Millisecond)
		p.restart(database)
	}
	var run map[string]any
	hubtest.Within(aWhile, func() bool {
		data, err := p.ask(`query($id:ID!){node(id:$id){...on JobRun{state total handled failed}}}`, map[string]any{"id": id})
		must(t, err)
		run = data["node"].(map[string]any)
		return run["state"] != "RUNNING" && run["state"] != "QUEUED"
	})
	if run["state"] != "SUCCEEDED" || run["handled"] != run["total"] || run["total"] != float64(seeded+1) {
		t.Fatalf("the run ended so: %v", run)
	}
	wanted := int(run["handled"].(float64) - run["failed"].(float64))
	hubtest.Within(aWhile, func() bool { return len(mailed(provider)) >= wanted })
	time.Sleep(500 * time.Millisecond)
	got := mailed(provider)
	for address, n := range got {
		if n != 1 {
			t.Errorf("%s got %d emails", address, n)
		}
	}
	if len(got) != wanted || wanted < seeded/4 {
		t.Errorf("%d got an email, not %d", len(got), wanted)
	}
}

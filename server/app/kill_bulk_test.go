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
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		killBulk(t, 5, "sqlite:"+t.TempDir()+"/portico.db", func() {})
	})
	t.Run("postgres", func(t *testing.T) {
		url := hubtest.EmptyPostgres(t)
		if url == "" {
			t.Skip("without PORTICO_TEST_POSTGRES_URL only SQLite is tested")
		}
		t.Parallel()
		killBulk(t, 2, url, func() { aMinutePasses(t, url) })
	})
}

const seeded = 1200

func killBulk(t *testing.T, times int, database string, before func()) {
	t.Helper()
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
		p.kill()
		before()
		p.start()
	}
	var run map[string]any
	for range 900 { // a new leader on PostgreSQL takes over what the dead one left, in about a quarter of a minute
		data, err := p.ask(`query($id:ID!){node(id:$id){...on JobRun{state total handled failed}}}`, map[string]any{"id": id})
		must(t, err)
		if run = data["node"].(map[string]any); run["state"] != "RUNNING" && run["state"] != "QUEUED" {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if run["state"] != "SUCCEEDED" || run["handled"] != run["total"] || run["total"] != float64(seeded+1) {
		t.Fatalf("the run ended so: %v", run)
	}
	wanted := int(run["handled"].(float64) - run["failed"].(float64))
	for range 900 {
		if len(mailed(provider)) >= wanted {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
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

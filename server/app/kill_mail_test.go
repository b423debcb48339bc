package app_test

import (
	"encoding/base64"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// Two hundred invitations are each accepted once, under a key that always brings the same body, although the provider loses a third of its
// answers and a replica is killed every 300 ms.
func TestKillWhileInviting(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		killInviting(t, 1, "sqlite:"+t.TempDir()+"/portico.db", func() {})
	})
	t.Run("postgres, two replicas", func(t *testing.T) {
		url := hubtest.EmptyPostgres(t)
		if url == "" {
			t.Skip("without PORTICO_TEST_POSTGRES_URL only SQLite is tested")
		}
		t.Parallel()
		killInviting(t, 2, url, func() { aMinutePasses(t, url) })
	})
}

func killInviting(t *testing.T, replicas int, database string, before func()) {
	t.Helper()
	provider := resend.New(clock.New())
	must(t, provider.Run(resend.Script{Seed: 11, Faults: []resend.Fault{{Do: resend.AnswerLost, Probability: 0.33}}}))
	web := httptest.NewServer(provider)
	t.Cleanup(web.Close)
	key := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("k", 32)))
	all := make([]*process, replicas)
	for i := range all {
		all[i] = newProcess(t, "--database-url", database, "--resend-url", web.URL, "--resend-api-key", "re_test", "--drain", "0s", "--secret-key", key)
		if i == 0 {
			all[i].administrator()
		}
		all[i].start()
		all[i].signIn()
	}
	const people = 200
	var creating sync.WaitGroup
	creating.Go(func() { inviteAll(all, people) })
	done := make(chan struct{})
	go func() { creating.Wait(); close(done) }()
	for round := 0; ; round++ {
		p := all[round%replicas]
		time.Sleep(300 * time.Millisecond)
		p.kill()
		if replicas == 1 {
			before()
		}
		p.start()
		select {
		case <-done:
		default:
			continue
		}
		if round >= 10 {
			break
		}
	}
	for _, p := range all {
		p.kill()
	}
	before()
	for _, p := range all {
		p.start()
	}
	for range 900 { // a new leader on PostgreSQL takes over what the dead ones left
		if len(mailed(provider)) >= people {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	time.Sleep(time.Second)
	for email, n := range mailed(provider) {
		if n != 1 {
			t.Errorf("%s got %d invitations", email, n)
		}
	}
	if n := len(mailed(provider)); n != people {
		t.Errorf("%d of %d got an invitation", n, people)
	}
	if n := provider.Strayed(); n != 0 {
		t.Errorf("%d requests came under a known key with another body", n)
	}
}

// inviteAll makes users until all are there, asking whichever replica answers.
func inviteAll(all []*process, people int) {
	for i := range people {
		for try := i; ; try++ {
			_, err := all[try%len(all)].ask(`mutation($e:String!){createUser(input:{email:$e,firstName:"Ana",lastName:"Adams",account:{notify:IMMEDIATELY}}){userErrors{code}}}`,
				map[string]any{"e": fmt.Sprintf("p%d@example.org", i)})
			if err == nil || strings.Contains(err.Error(), "TAKEN") { // its answer was lost with the process
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
}

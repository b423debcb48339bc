package app_test

import (
	"encoding/base64"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// Two hundred invitations are each accepted once, under a key that always brings the same body, although the provider loses a third of its
// answers and a replica is killed again and again.
func TestKillWhileInviting(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killInviting)
}

func killInviting(t *testing.T, database string) {
	replicas := 1 // on SQLite, whose file belongs to one process
	if onPostgres(database) {
		replicas = 2
	}
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
	var made atomic.Int64
	go inviteAll(all, people, &made)
	for round := 0; round <= 10 || made.Load() < people; round++ {
		p, before := all[round%replicas], made.Load()
		time.Sleep(300 * time.Millisecond)
		hubtest.Eventually(t, "another user made", func() bool { return made.Load() > min(before, people-1) })
		p.kill()
		p.start()
	}
	for _, p := range all {
		p.kill()
	}
	aMinutePasses(t, database)
	for _, p := range all {
		p.start()
	}
	hubtest.Within(aWhile, func() bool { return len(mailed(provider)) >= people })
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

// inviteAll makes users until all are there, asking whichever replica answers, and counts them.
func inviteAll(all []*process, people int, made *atomic.Int64) {
	for i := range people {
		for try := i; ; try++ {
			_, err := all[try%len(all)].ask(`mutation($e:String!){createUser(input:{email:$e,firstName:"Ana",lastName:"Adams",account:{notify:IMMEDIATELY}}){userErrors{code}}}`,
				map[string]any{"e": fmt.Sprintf("p%d@example.org", i)})
			if err == nil || strings.Contains(err.Error(), "TAKEN") { // its answer was lost with the process
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		made.Add(1)
	}
}

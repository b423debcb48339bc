package app_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// A process that is killed at any moment loses no write that it acknowledged, and everybody whom it invited gets one
// invitation, although the provider loses answers too.
func TestKill(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, kill)
}

func onPostgres(database string) bool { return strings.HasPrefix(database, "postgres") }

// kills is how often a process is killed: on PostgreSQL, where it takes long until another takes over, less often.
func kills(database string, onSQLite, onServer int) int {
	if onPostgres(database) {
		return onServer
	}
	return onSQLite
}

// restart kills it and starts it again.
func (p *process) restart(database string) {
	p.t.Helper()
	p.kill()
	aMinutePasses(p.t, database)
	p.start()
}

// aMinutePasses for the jobs that the killed process left running: on PostgreSQL another replica may not touch them before.
func aMinutePasses(t *testing.T, database string) {
	t.Helper()
	if !onPostgres(database) {
		return
	}
	conn, err := pgx.Connect(context.Background(), database)
	must(t, err)
	defer conn.Close(context.Background())
	_, err = conn.Exec(context.Background(), "UPDATE river_job SET attempted_at = attempted_at - interval '1 minute' WHERE state = 'running'")
	must(t, err)
}

func kill(t *testing.T, database string) {
	times := kills(database, 10, 4)
	provider := resend.New(clock.New())
	must(t, provider.Run(resend.Script{Seed: 3, Faults: []resend.Fault{
		{Do: resend.AnswerLost, Probability: 0.1}, {Do: resend.Slow, Probability: 0.3, DelayMS: 40},
	}}))
	web := httptest.NewServer(provider)
	t.Cleanup(web.Close)
	p := newProcess(t, "--database-url", database, "--resend-url", web.URL, "--resend-api-key", "re_test", "--drain", "0s")
	p.administrator()
	moments := rand.New(rand.NewPCG(1, uint64(times)))
	var kept acknowledged
	for round := range times {
		p.start()
		p.signIn()
		stop := make(chan struct{})
		var people sync.WaitGroup
		for person := range 4 {
			people.Go(func() { kept.create(p, fmt.Sprintf("r%dp%d", round, person), stop) })
		}
		hubtest.Eventually(t, "five more acknowledged users", func() bool { return kept.count() >= 5*(round+1) })
		time.Sleep(time.Duration(moments.IntN(400)) * time.Millisecond)
		p.kill()
		close(stop)
		people.Wait()
	}
	aMinutePasses(t, database)
	p.start()
	p.signIn()
	present := everybody(t, p)
	for _, email := range kept.emails {
		if !present[email] {
			t.Errorf("%s was acknowledged and is lost", email)
		}
	}
	hubtest.Within(aWhile, func() bool { return len(mailed(provider)) >= len(present)-1 })
	time.Sleep(500 * time.Millisecond)
	for email, n := range mailed(provider) {
		if n != 1 {
			t.Errorf("%s got %d invitations", email, n)
		}
		delete(present, email)
	}
	if delete(present, "mona@example.org"); len(present) != 0 {
		t.Errorf("these got no invitation: %v", present)
	}
}

// acknowledged are the users whose creation was answered.
type acknowledged struct {
	mu     sync.Mutex
	emails []string
}

func (a *acknowledged) count() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.emails)
}

// create makes users as fast as it can until it is stopped or nobody answers.
func (a *acknowledged) create(p *process, prefix string, stop <-chan struct{}) {
	for i := 0; ; i++ {
		select {
		case <-stop:
			return
		default:
		}
		email := fmt.Sprintf("%s-%d@example.org", prefix, i)
		_, err := p.ask(`mutation($e:String!){createUser(input:{email:$e,firstName:"Ana",lastName:"Adams",account:{notify:IMMEDIATELY}}){userErrors{code}}}`,
			map[string]any{"e": email})
		if err != nil {
			return
		}
		a.mu.Lock()
		a.emails = append(a.emails, email)
		a.mu.Unlock()
	}
}

// everybody is who is there, by email.
func everybody(t *testing.T, p *process) map[string]bool {
	t.Helper()
	all, after := map[string]bool{}, any(nil)
	for {
		data, err := p.ask(`query($a:Cursor){users(first:100,after:$a){edges{node{email}} pageInfo{hasNextPage endCursor}}}`, map[string]any{"a": after})
		must(t, err)
		users := data["users"].(map[string]any)
		for _, edge := range users["edges"].([]any) {
			all[edge.(map[string]any)["node"].(map[string]any)["email"].(string)] = true
		}
		page := users["pageInfo"].(map[string]any)
		if page["hasNextPage"] != true {
			return all
		}
		after = page["endCursor"]
	}
}

// mailed is how many emails were accepted, by address.
func mailed(provider *resend.Server) map[string]int {
	to := map[string]int{}
	for _, m := range provider.Mails() {
		to[m.To[0]]++
	}
	return to
}

package app_test

import (
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// Reminders that fall due while a process is killed again and again are each mailed once, although the provider loses
// answers too.
func TestKillWhileRemindersFallDue(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killReminders)
}

func killReminders(t *testing.T, database string) {
	times := kills(database, 8, 4)
	provider := resend.New(clock.New())
	must(t, provider.Run(resend.Script{Seed: 5, Faults: []resend.Fault{{Do: resend.AnswerLost, Probability: 0.2}, {Do: resend.Slow, Probability: 0.3, DelayMS: 30}}}))
	web := httptest.NewServer(provider)
	t.Cleanup(web.Close)
	p := newProcess(t, "--database-url", database, "--resend-url", web.URL, "--resend-api-key", "re_test", "--drain", "0s")
	p.administrator()
	p.start()
	p.signIn()
	data, err := p.ask(`mutation{createUser(input:{email:"ana@example.org",firstName:"Ana",lastName:"Adams"}){user{id} userErrors{code}}}`, nil)
	must(t, err)
	ana := data["createUser"].(map[string]any)["user"].(map[string]any)["id"]
	const many = 120
	begin := time.Now().UTC()
	for i := range many { // some are due already, the others while it is killed
		_, err := p.ask(`mutation($u:ID!,$t:String!,$d:Time!){createReminder(input:{userId:$u,title:$t,dueAt:$d}){userErrors{code}}}`,
			map[string]any{"u": ana, "t": fmt.Sprintf("Number %d", i), "d": begin.Add(time.Duration(2+i%6) * time.Second).Format(time.RFC3339)})
		must(t, err)
	}
	moments := rand.New(rand.NewPCG(3, uint64(times)))
	for range times {
		time.Sleep(time.Duration(100+moments.IntN(500)) * time.Millisecond)
		p.restart(database)
	}
	told := func() map[string]int {
		all := map[string]int{}
		for _, m := range provider.Mails() {
			all[m.Subject]++
		}
		return all
	}
	hubtest.Within(aWhile, func() bool { return len(told()) >= many })
	time.Sleep(time.Second)
	for subject, n := range told() {
		if n != 1 {
			t.Errorf("%q was mailed %d times", subject, n)
		}
	}
	if n := len(told()); n != many {
		t.Errorf("%d were mailed, not %d", n, many)
	}
}

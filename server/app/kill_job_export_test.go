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

// Each run of a job that exports makes one file and is told of by one email, whenever the process is killed, although the provider loses
// answers, too.
func TestKillWhileJobsExport(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killJobExports)
}

// killJobExports begins a run, no more of them than may be under way at once, and kills the process so many times, and so on.
func killJobExports(t *testing.T, database string) {
	times, kills := kills(database, 5, 4), kills(database, 3, 1)
	provider := resend.New(clock.New())
	must(t, provider.Run(resend.Script{Seed: 9, Faults: []resend.Fault{{Do: resend.AnswerLost, Probability: 0.3}, {Do: resend.Slow, Probability: 0.5, DelayMS: 60}}}))
	web := httptest.NewServer(provider)
	t.Cleanup(web.Close)
	p := newProcess(t, "--database-url", database, "--resend-url", web.URL, "--resend-api-key", "re_test", "--drain", "0s")
	if out, err := p.command("seed", "--users", "12000").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.administrator()
	p.start()
	p.signIn()
	data, err := p.ask(`mutation{createJob(input:{name:"Lists",steps:[{task:EXPORT,options:{format:"CSV"}}]}){job{id} userErrors{code}}}`, nil)
	must(t, err)
	job := data["createJob"].(map[string]any)["job"].(map[string]any)["id"]
	moments := rand.New(rand.NewPCG(13, uint64(times)))
	interrupted := 0
	for range times {
		_, err := p.ask(`mutation($id:ID!){runJob(input:{id:$id}){jobRun{id} userErrors{code}}}`, map[string]any{"id": job})
		must(t, err)
		for range kills {
			time.Sleep(time.Duration(20+moments.IntN(400)) * time.Millisecond)
			if p.going(t, job) > 0 {
				interrupted++
			}
			p.kill()
			aMinutePasses(t, database)
			p.start()
			p.signIn()
		}
	}
	hubtest.Within(aWhile, func() bool { return p.going(t, job) == 0 && len(provider.Mails()) >= times })
	time.Sleep(time.Second) // for one more mail than there should be
	all := p.runs(t, job)
	if len(all) != times || interrupted == 0 {
		t.Fatalf("there are %d runs of %d, %d of which were interrupted", len(all), times, interrupted)
	}
	for _, r := range all {
		if r["state"] != "SUCCEEDED" || r["handled"] != float64(1) || r["failed"] != float64(0) {
			t.Errorf("a run ended so: %v", r)
		}
	}
	data, err = p.ask(`{exports(first:100){totalCount edges{node{state rows}}}}`, nil)
	must(t, err)
	exports := data["exports"].(map[string]any)
	if exports["totalCount"] != float64(times) {
		t.Errorf("there are %v exports of %d runs", exports["totalCount"], times)
	}
	for _, edge := range exports["edges"].([]any) {
		if e := edge.(map[string]any)["node"].(map[string]any); e["state"] != "SUCCEEDED" || e["rows"] != float64(12001) {
			t.Errorf("an export ended so: %v", e)
		}
	}
	for _, m := range provider.Mails() {
		if m.Subject != "Your Portico export is ready" || m.To[0] != "mona@example.org" {
			t.Errorf("%v were mailed %q", m.To, m.Subject)
		}
	}
	if n := len(provider.Mails()); n != times {
		t.Errorf("%d exports were mailed of %d times", times, n)
	}
}

// runs are the runs of a job.
func (p *process) runs(t *testing.T, job any) (all []map[string]any) {
	t.Helper()
	data, err := p.ask(`query($id:ID!){node(id:$id){...on Job{runs(first:100){edges{node{state handled failed finishedAt log}}}}}}`, map[string]any{"id": job})
	must(t, err)
	for _, edge := range data["node"].(map[string]any)["runs"].(map[string]any)["edges"].([]any) {
		all = append(all, edge.(map[string]any)["node"].(map[string]any))
	}
	return all
}

// going is how many runs of a job are not over.
func (p *process) going(t *testing.T, job any) (n int) {
	t.Helper()
	for _, r := range p.runs(t, job) {
		if r["finishedAt"] == nil {
			n++
		}
	}
	return n
}

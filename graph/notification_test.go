package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entrun "github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

// notices are the addresses that got one, in order.
func notices(hub *hubtest.Hub) (to []string) {
	for _, m := range hub.Mail.All() {
		if strings.Contains(m.Text, "There is now a profile") {
			to = append(to, m.To)
		}
	}
	slices.Sort(to)
	return to
}

// S2.13–S2.15: nothing goes out before a Notification job runs, exactly one notice after; two runs and three new users make
// three notices.
func TestNotificationJob(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		_, portal := hub.Person(account.PortalAdministrator, "portal@example.org", nil)
		_, security := hub.Person(account.SecurityAdministrator, "security@example.org", nil)
		run := func(id string) *hubtest.Answer {
			t.Helper()
			return after(admin, hub, admin.Must(runJob, vars{"in": vars{"id": id}}).Text("runJob.jobRun.id"))
		}
		equal(t, "the next notice", admin.Must(nextNotice, nil).At("nextNotice.at"), nil)
		empty := admin.Must(createJob, telling(vars{"name": "Empty", "steps": []vars{}, "schedule": nil})).Text("createJob.job.id")
		job := admin.Must(createJob, telling(nil)).Text("createJob.job.id")
		a := admin.Must(nextNotice, nil)
		equal(t, "the next notice", a.Text("nextNotice.at"), "2036-11-20T17:00:00Z")
		equal(t, "the job of the next notice", a.Text("nextNotice.job.id"), job)
		made := admin.Must(`mutation{createUser(input:{email:"one@example.org",firstName:"Ana",lastName:"Adams",account:{notify:BY_JOB}}){user{id account{notify notifiedAt state}} userErrors{code}}}`, nil)
		equal(t, "told", made.At("createUser.user.account.notifiedAt"), nil)
		waiter(hub, "two@example.org")
		hub.Settle()
		equal(t, "the notices before a job runs", len(notices(hub)), 0)
		ends(t, run(empty), "SUCCEEDED", 0, 0)
		hub.Settle()
		equal(t, "the notices of a job without a step", len(notices(hub)), 0)
		a = run(job)
		ends(t, a, "SUCCEEDED", 2, 0)
		equal(t, "the report of what nobody took back", a.At("node.undoReport"), nil)
		equal(t, "the log", fmt.Sprint(a.At("node.log")), "[Started. Notification: 2 to do. Notification: 2 handled, 0 failed so far. Notification is done. Finished: 2 handled, 0 failed.]")
		waiter(hub, "three@example.org")
		ends(t, run(job), "SUCCEEDED", 1, 0)
		ends(t, run(job), "SUCCEEDED", 0, 0)
		hub.Settle()
		equal(t, "the notices", strings.Join(notices(hub), " "), "one@example.org three@example.org two@example.org")
		t.Run("the link of a notice sets a password, which signs in", func(t *testing.T) {
			mails := hub.Mail.All()
			hub.Stranger().Must(`mutation($t:String!,$p:String!){setPassword(input:{token:$t,password:$p}){nextStep userErrors{code}}}`,
				vars{"t": hubtest.Token(t, mails[slices.IndexFunc(mails, func(m mail.Email) bool { return m.To == "one@example.org" })]), "p": hubtest.Password})
			hub.Stranger().SignIn("one@example.org", hubtest.Password)
		})
		t.Run("whoever was invited by hand, deactivated or deleted is not told", func(t *testing.T) {
			invited, resting, deleted := waiter(hub, "invited@example.org"), waiter(hub, "resting@example.org"), waiter(hub, "deleted@example.org")
			admin.Must(resendInvitation, vars{"in": vars{"userId": userID(invited)}})
			admin.Must(texts["deactivateUser"], vars{"in": vars{"userId": userID(resting)}})
			admin.Must(texts["deleteUser"], vars{"in": vars{"userId": userID(deleted)}})
			ends(t, run(job), "SUCCEEDED", 0, 0)
			admin.Must(texts["reactivateUser"], vars{"in": vars{"userId": userID(resting)}})
			ends(t, run(job), "SUCCEEDED", 1, 0)
		})
		t.Run("runs at once tell nobody twice", func(t *testing.T) {
			hub.Settle()
			before := len(notices(hub))
			for i := range 20 {
				waiter(hub, fmt.Sprintf("many%02d@example.org", i))
			}
			var wait sync.WaitGroup
			ids := make([]string, 4)
			for i := range ids {
				wait.Go(func() { ids[i] = admin.Must(runJob, vars{"in": vars{"id": job}}).Text("runJob.jobRun.id") })
			}
			wait.Wait()
			told := 0
			for _, id := range ids {
				told += after(admin, hub, id).Int("node.handled")
			}
			hub.Settle()
			equal(t, "who was told, by the runs", told, 20)
			equal(t, "the notices", len(notices(hub))-before, 20)
		})
		t.Run("runs are seen by whoever keeps jobs, whoever began them", func(t *testing.T) {
			id := admin.Must(readJobs, nil).Text("jobs.1.runs.edges.0.node.id")
			equal(t, "the run", portal.Must(runByID, vars{"id": id}).Text("node.id"), id)
			equal(t, "the run", security.Must(runByID, vars{"id": id}).At("node"), nil)
			a := security.Must(nextNotice, nil)
			equal(t, "when", a.Text("nextNotice.at"), "2036-11-20T17:00:00Z")
			equal(t, "by which job", a.At("nextNotice.job"), nil)
		})
	})
}

// What is due runs by itself: once over two replicas, once after an outage, and not while paused or switched off.
func TestJobsFallDue(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		twin := hub.Twin()
		if hub.Store.Pool() != nil { // a file of SQLite belongs to one process
			if err := twin.Start(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		id := admin.Must(createJob, telling(nil)).Text("createJob.job.id")
		runs := func() int { return admin.Must(readJobs, nil).Int("jobs.0.runs.totalCount") }
		waits := func(n int) {
			t.Helper()
			hubtest.Eventually(t, fmt.Sprintf("%d runs", n), func() bool { return runs() >= n })
			time.Sleep(700 * time.Millisecond)
			equal(t, "the runs", runs(), n)
		}
		move := func(d time.Duration) {
			hub.Clock.Advance(d)
			twin.Clock.Advance(d)
			admin.SignIn("mona@example.org", hubtest.Password) // no session lasts so long
		}
		waits(0)
		waiter(hub, "one@example.org")
		move(3 * time.Hour)
		waits(1)
		hub.Settle()
		equal(t, "the notices", len(hub.Mail.All())+len(twin.Mail.All()), 1)
		move(4 * 24 * time.Hour)
		waits(2)
		equal(t, "next", admin.Must(readJobs, nil).Text("jobs.0.nextRunAt"), "2036-11-25T17:00:00Z")
		admin.Must(setFeature, switching("JOBS", false, ""))
		move(24 * time.Hour)
		time.Sleep(1200 * time.Millisecond)
		admin.Must(setFeature, switching("JOBS", true, ""))
		equal(t, "the runs", runs(), 2)
		admin.Must(updateJob, vars{"in": vars{"id": id, "version": 1, "enabled": false}})
		move(24 * time.Hour)
		time.Sleep(1200 * time.Millisecond)
		equal(t, "the runs", runs(), 2)
	})
}

// Whoever fails is told why, and tried again alone.
func TestRetryFailed(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		job := admin.Must(createJob, telling(nil)).Text("createJob.job.id")
		waiter(hub, "fine@example.org")
		broken := waiter(hub, "broken@example.org")
		var run string
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			_, key, err := gid.Split(job)
			if err != nil {
				return err
			}
			r, err := tx.Run.Create().SetKind(entrun.KindJOB).SetJobID(key).SetState(entrun.StateSUCCEEDED).SetActorKind(entrun.ActorKindSystem).SetActorID(0).
				SetInput([]byte(`{"Steps":[{"task":"NOTIFICATION"}]}`)).SetHandled(2).SetFailed(1).SetLog([]string{}).SetCreatedAt(hub.Clock.Now()).Save(ctx)
			if err != nil {
				return err
			}
			run = r.GlobalID()
			return tx.Outcome.Create().SetRunID(r.ID).SetUserID(broken.ID).SetCode("INTERNAL").SetMessage("Something went wrong with this user.").Exec(ctx)
		})
		waiter(hub, "later@example.org")
		a := after(admin, hub, admin.Must(retryFailed, vars{"in": vars{"id": run}}).Text("retryFailed.jobRun.id"))
		ends(t, a, "SUCCEEDED", 1, 0)
		hub.Settle()
		equal(t, "the notices", strings.Join(notices(hub), " "), "broken@example.org")
		admin.Ask(retryFailed, vars{"in": vars{"id": a.Text("node.id")}}).Said("retryFailed", "INVALID")
	})
}

// What failed in a run and was no user, such as a company that could not be erased, stands in its log alone: there is no file of it, and
// nobody to try again for.
func TestFailuresOfNobody(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		job, err := gid.Key(ent.TypeJob, admin.Must(createJob, telling(nil)).Text("createJob.job.id"))
		if err != nil {
			t.Fatal(err)
		}
		var run string
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			r, err := tx.Run.Create().SetKind(entrun.KindJOB).SetJobID(job).SetState(entrun.StateSUCCEEDED).SetActorKind(entrun.ActorKindSystem).SetActorID(0).
				SetInput([]byte(`{"Steps":[{"task":"PURGE"}]}`)).SetHandled(1).SetFailed(1).SetLog([]string{}).SetCreatedAt(hub.Clock.Now()).Save(ctx)
			if err == nil {
				run = r.GlobalID()
			}
			return err
		})
		equal(t, "the file", admin.Must(runByID, vars{"id": run}).At("node.failuresUrl"), nil)
		a := admin.Ask(retryFailed, vars{"in": vars{"id": run}})
		a.Said("retryFailed", "INVALID")
		equal(t, "the words", a.Text("retryFailed.userErrors.0.message"), "No user failed in this run. Its next run tries the rest again.")
	})
}

// The run of a job outlives it: it is shown without one, and nothing of it is tried again, before the purge and after it.
func TestRunOfDeletedJob(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		const look = `query($id:ID!){node(id:$id){...on JobRun{state handled failuresUrl job{name}}}}`
		admin := hub.Admin()
		job := admin.Must(createJob, telling(nil)).Text("createJob.job.id")
		run := runOf(hub, admin, job).Text("node.id")
		there := admin.Must(look, vars{"id": run})
		equal(t, "the job", there.Text("node.job.name"), admin.Must(`query($id:ID!){node(id:$id){...on Job{name}}}`, vars{"id": job}).Text("node.name"))
		admin.Must(deleteJob, vars{"in": vars{"id": job}})
		for _, when := range []string{"deleted", "erased"} {
			a := admin.Must(look, vars{"id": run})
			equal(t, "the run of a job that is "+when, a.Text("node.state"), "SUCCEEDED")
			equal(t, "the job that is "+when, a.At("node.job"), nil)
			admin.Ask(runJob, vars{"in": vars{"id": job}}).Refused("NOT_FOUND")
			if when == "deleted" {
				admin = later(hub, 31)
				clean := admin.Must(createJob, erasing(nil)).Text("createJob.job.id")
				equal(t, "what was erased", runOf(hub, admin, clean).Int("node.handled"), 1)
			}
		}
	})
}

// A run is followed to its end, by whoever may see it.
func TestJobRunStream(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		const live = `subscription($id:ID!){jobRun(id:$id){state handled log}}`
		admin := hub.Admin()
		_, portal := hub.Person(account.PortalAdministrator, "portal@example.org", nil)
		_, super := hub.Person(account.SuperUser, "super@example.org", nil)
		waiter(hub, "one@example.org")
		job := admin.Must(createJob, telling(nil)).Text("createJob.job.id")
		id := admin.Must(runJob, vars{"in": vars{"id": job}}).Text("runJob.jobRun.id")
		for _, who := range []*hubtest.Client{admin, portal} {
			l, last := listenTo(t, who, live, id), ""
			for told := l.event(); !strings.HasPrefix(told, "complete"); told = l.event() {
				last = told
			}
			if !strings.Contains(last, `"state":"SUCCEEDED","handled":1`) {
				t.Errorf("the last that was told is %s", last)
			}
		}
		for who, want := range map[*hubtest.Client]string{super: gone, hub.Stranger(): anon} {
			if told := listenTo(t, who, live, id).event(); !strings.Contains(told, `"code":"`+want+`"`) {
				t.Errorf("got %s, not %s", told, want)
			}
		}
		if told := listenTo(t, admin, live, "rubbish").event(); !strings.Contains(told, `"code":"NOT_FOUND"`) {
			t.Errorf("got %s", told)
		}
	})
}

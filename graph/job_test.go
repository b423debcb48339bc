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
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	entrun "github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

const (
	jobFields   = `id version name schedule timeZone enabled steps{task options} nextRunAt nextRuns`
	createJob   = `mutation($in:CreateJobInput!){createJob(input:$in){job{` + jobFields + `} undo{token} userErrors{code field message}}}`
	updateJob   = `mutation($in:UpdateJobInput!){updateJob(input:$in){job{` + jobFields + `} undo{token} userErrors{code field message}}}`
	deleteJob   = `mutation($in:IDInput!){deleteJob(input:$in){deletedId undo{token} userErrors{code}}}`
	runJob      = `mutation($in:IDInput!){runJob(input:$in){jobRun` + runFields + ` userErrors{code}}}`
	retryFailed = `mutation($in:IDInput!){retryFailed(input:$in){jobRun` + runFields + ` userErrors{code message}}}`
	readJobs    = `{jobs{` + jobFields + ` runs(first:5){totalCount edges{node` + runFields + `}}}}`
	nextNotice  = `{nextNotice{at job{id name}}}`
)

// telling is a job that sends notices every day at 18:00 in Oslo.
func telling(more vars) vars {
	in := vars{"name": "Notices", "schedule": "0 18 * * *", "timeZone": "Europe/Oslo", "steps": []vars{{"task": "NOTIFICATION"}}}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

// waiter makes a user whose account waits for a Notification job.
func waiter(hub *hubtest.Hub, email string) *ent.User {
	hub.T.Helper()
	return hub.User(email, func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: entaccount.NotifyBY_JOB} })
}

// aJob is a job without a schedule, made for an attempt.
func aJob(s *scene) string {
	s.hub.T.Helper()
	var id int64
	write(s.hub, func(ctx context.Context, tx *ent.Client) error {
		j, err := tx.Job.Create().SetName(s.fresh).Save(ctx)
		if err == nil {
			id = j.ID
		}
		return err
	})
	return gid.Encode(ent.TypeJob, id)
}

func init() {
	texts["createJob"], texts["updateJob"], texts["deleteJob"], texts["runJob"], texts["retryFailed"] = createJob, updateJob, deleteJob, runJob, retryFailed
	keepers := [8]string{anon, deny, deny, deny, deny, deny, ok, ok}
	missing := [8]string{anon, gone, gone, gone, gone, gone, gone, gone}
	attempts = append(attempts,
		attempt{"createJob", "a daily one", keepers, func(*scene) vars { return telling(nil) }},
		attempt{"updateJob", "its name", keepers, func(s *scene) vars { return vars{"in": vars{"id": aJob(s), "version": 1, "name": "Other"}} }},
		attempt{"deleteJob", "one", keepers, func(s *scene) vars { return vars{"in": vars{"id": aJob(s)}} }},
		attempt{"runJob", "one", keepers, func(s *scene) vars { return vars{"in": vars{"id": aJob(s)}} }},
		attempt{"retryFailed", "of a run that there is not", missing, func(*scene) vars { return vars{"in": vars{"id": gid.Encode(ent.TypeRun, 1<<40)}} }},
	)
	for _, row := range []string{"createJob, a daily one", "updateJob, its name", "deleteJob, one", "runJob, one"} {
		byOthers[row] = "DDoDDD"
	}
	byOthers["retryFailed, of a run that there is not"] = "NNNNND"
}

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

func TestJobs(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		t.Run("are made, changed, deleted and taken back, and say when they run", func(t *testing.T) {
			a := admin.Must(createJob, telling(nil))
			id := a.Text("createJob.job.id")
			// The clock shows 2036-11-20 14:05 UTC.
			equal(t, "next", a.Text("createJob.job.nextRunAt"), "2036-11-20T17:00:00Z")
			equal(t, "the next five", fmt.Sprint(a.At("createJob.job.nextRuns")),
				"[2036-11-20T17:00:00Z 2036-11-21T17:00:00Z 2036-11-22T17:00:00Z 2036-11-23T17:00:00Z 2036-11-24T17:00:00Z]")
			equal(t, "the step", fmt.Sprint(a.At("createJob.job.steps")), "[map[options:<nil> task:NOTIFICATION]]")
			a = admin.Must(updateJob, vars{"in": vars{"id": id, "version": 1, "enabled": false}})
			equal(t, "next, while paused", a.At("updateJob.job.nextRunAt"), nil)
			equal(t, "the next five, while paused", fmt.Sprint(a.At("updateJob.job.nextRuns")), "[]")
			admin.Ask(updateJob, vars{"in": vars{"id": id, "version": 1, "name": "Late"}}).Said("updateJob", "CONFLICT")
			a = admin.Must(updateJob, vars{"in": vars{"id": id, "version": 2, "enabled": true, "timeZone": "UTC", "name": " Daily\nnotices "}})
			equal(t, "next", a.Text("updateJob.job.nextRunAt"), "2036-11-20T18:00:00Z")
			equal(t, "the name", a.Text("updateJob.job.name"), "Daily notices")
			a = admin.Must(updateJob, vars{"in": vars{"id": id, "version": 3, "schedule": ""}})
			equal(t, "next, by hand", a.At("updateJob.job.nextRunAt"), nil)
			admin.Must(undo, vars{"t": a.Text("updateJob.undo.token")})
			a = admin.Must(deleteJob, vars{"in": vars{"id": id}})
			equal(t, "how many are left", len(admin.Must(readJobs, nil).At("jobs").([]any)), 0)
			equal(t, "the job", admin.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
			admin.Ask(deleteJob, vars{"in": vars{"id": id}}).Refused(gone)
			admin.Must(undo, vars{"t": a.Text("deleteJob.undo.token")})
			equal(t, "next, restored", admin.Must(readJobs, nil).Text("jobs.0.nextRunAt"), "2036-11-20T18:00:00Z")
			admin.Must(deleteJob, vars{"in": vars{"id": id}})
		})
		t.Run("that make no sense are refused, by their fields", func(t *testing.T) {
			for want, in := range map[string]vars{
				"name": {"name": " "}, "schedule": {"schedule": "whenever"}, "timeZone": {"timeZone": "Europe/Nowhere"},
				"steps": {"steps": strings.Split(strings.Repeat("x", 11), "")},
			} {
				if want == "steps" {
					steps := make([]vars, 11)
					for i := range steps {
						steps[i] = vars{"task": "NOTIFICATION"}
					}
					in["steps"] = steps
				}
				a := admin.Ask(createJob, telling(in))
				equal(t, "the field of "+want, field(a, "createJob"), want)
			}
			for _, in := range []vars{{"schedule": "0 0 30 2 *"}, {"schedule": strings.Repeat("1,", 5000) + "1 * * * *"}, {"steps": []vars{{"task": "NOTIFICATION", "options": vars{"a": 1}}}}} {
				admin.Ask(createJob, telling(in)).Said("createJob", "INVALID")
			}
			admin.Ask(createJob, telling(vars{"name": strings.Repeat("x", 101)})).Said("createJob", "INVALID")
			if code := admin.Ask(createJob, telling(vars{"steps": []vars{{"task": "SHUTDOWN"}}})).Code(); code == "" {
				t.Error("a task that there is not was taken")
			}
		})
		t.Run("say when a schedule falls due before it is saved", func(t *testing.T) {
			const ask = `query($s:String!,$z:String!,$n:Int){scheduledTimes(schedule:$s,timeZone:$z,count:$n)}`
			a := admin.Must(ask, vars{"s": "0 9 * * MON", "z": "Europe/Oslo", "n": 2})
			equal(t, "the times", fmt.Sprint(a.At("scheduledTimes")), "[2036-11-24T08:00:00Z 2036-12-01T08:00:00Z]")
			if code := admin.Ask(ask, vars{"s": "x", "z": "UTC"}).Code(); code == "" || code == "INTERNAL" {
				t.Errorf("rubbish was answered %q", code)
			}
		})
		t.Run("are for those who keep them, and switched off with the reason", func(t *testing.T) {
			admin.Must(createJob, telling(nil))
			home := newCompany(hub, "Home")
			some := entitled(hub, "some@example.org", viewer.AssignedCompanies, within(home), viewer.JobsWrite)
			some.Ask(readJobs, nil).Refused(deny)
			some.Ask(createJob, telling(nil)).Refused(deny)
			hub.Stranger().Ask(readJobs, nil).Refused(anon)
			admin.Must(setFeature, switching("JOBS", false, "Not in your plan."))
			a := admin.Ask(createJob, telling(nil))
			a.Said("createJob", "FEATURE_DISABLED")
			equal(t, "the words", a.Text("createJob.userErrors.0.message"), "Not in your plan.")
			admin.Ask(readJobs, nil).Refused("FEATURE_DISABLED")
			admin.Must(setFeature, switching("JOBS", true, ""))
		})
	})
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

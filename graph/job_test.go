package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
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
			run := runOf(hub, admin, admin.Must(createJob, telling(nil)).Text("createJob.job.id")).Text("node.id")
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
			admin.Ask(retryFailed, vars{"in": vars{"id": run}}).Said("retryFailed", "FEATURE_DISABLED")
			admin.Must(setFeature, switching("JOBS", true, ""))
		})
	})
}

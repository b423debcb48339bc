package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

// exporting is a job with one Export step, by hand.
func exporting(options any) vars {
	step := vars{"task": "EXPORT"}
	if options != nil {
		step["options"] = options
	}
	return vars{"in": vars{"name": "List of users", "steps": []vars{step}}}
}

// keeperOf is somebody who reaches everybody and holds a role of these permissions, and its key.
func keeperOf(hub *hubtest.Hub, email string, permissions ...viewer.Permission) (role int64, c *hubtest.Client) {
	hub.T.Helper()
	_, role = newRole(hub, "Role of "+email, vars{"reach": viewer.Everything, "permissions": permissions})
	_, c = holder(hub, role, email, nil)
	return role, c
}

// setPermissions lets the holders of a role do this, and nothing else.
func setPermissions(hub *hubtest.Hub, role int64, permissions ...string) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		return tx.Role.UpdateOneID(role).SetPermissions(permissions).Exec(ctx)
	})
}

func init() {
	keepers := [8]string{anon, deny, deny, deny, deny, deny, ok, ok}
	attempts = append(attempts, attempt{"createJob", "one that exports", keepers, func(*scene) vars { return exporting(nil) }})
	byOthers["createJob, one that exports"] = "DDfDDD"
}

// A job exports for whoever said last what it does, with the rights that they have when it runs; a run that is refused says why.
func TestJobExports(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		hub.User("off@example.org", nil)
		_, other := hub.Person("super_user", "super@example.org", nil)
		key, keeper := keeperOf(hub, "keeper@example.org", viewer.JobsWrite, viewer.UsersRead, viewer.Export)
		options := vars{"filter": vars{"search": "off@"}, "columns": []string{"email", "firstName"}, "format": "CSV"}
		job := keeper.Must(createJob, exporting(options))
		id := job.Text("createJob.job.id")
		newest := func(c *hubtest.Client) *hubtest.Answer {
			t.Helper()
			hub.Settle()
			return c.Must(allExports, nil)
		}

		t.Run("makes a file among the exports of its owner, whoever runs it", func(t *testing.T) {
			a := runOf(hub, admin, id)
			equal(t, "the end", fmt.Sprintln(a.At("node.state"), a.At("node.handled"), a.At("node.failed")), "SUCCEEDED 1 0\n")
			e := newest(keeper)
			equal(t, "the export", fmt.Sprintln(e.At("exports.edges.0.node.state"), e.At("exports.edges.0.node.format"), e.At("exports.edges.0.node.rows"),
				e.At("exports.edges.0.node.startedBy")), "SUCCEEDED CSV 1 Ana Adams\n")
			_, file := fetched(keeper, e.Text("exports.edges.0.node.url"))
			equal(t, "the file", string(file), "\ufeffEmail,First Name\r\noff@example.org,Ana\r\n")
		})
		t.Run("mails its owner once where the file is, and nobody whom they did not let a job do it for", func(t *testing.T) {
			keeper.Must(startExport, vars{"in": vars{"columns": []string{"email"}}})
			sent := slices.DeleteFunc(mailsTo(hub, "keeper@example.org"), func(e mail.Email) bool { return e.Subject != "Your Portico export is ready" })
			equal(t, "how many were sent", len(sent), 1)
			link := hub.URL + "/exports"
			if !strings.Contains(sent[0].Text, link+"\n") || !strings.Contains(sent[0].Text, "Users in it: 1.") || strings.Contains(sent[0].Text+sent[0].HTML, "token=") {
				t.Errorf("it says %s", sent[0].Text)
			}
			url := keeper.Must(allExports, nil).Text("exports.edges.1.node.url")
			for who, c := range map[string]*hubtest.Client{"a stranger": hub.Stranger(), "somebody else": other} {
				if answer := c.Get(url); answer.StatusCode < 400 {
					t.Errorf("%s gets the file: %d", who, answer.StatusCode)
				}
			}
		})
		t.Run("runs with the rights of that moment, says why it is refused, and is tried again", func(t *testing.T) {
			setPermissions(hub, key, "JOBS_WRITE", "USERS_READ")
			a := runOf(hub, admin, id)
			equal(t, "the end", fmt.Sprintln(a.At("node.state"), a.At("node.handled"), a.At("node.failed")), "FAILED 1 1\n")
			_, file := fetched(admin, a.Text("node.failuresUrl"))
			if rows := table(t, file); len(rows) != 1 || rows[0]["Code"] != "FORBIDDEN" || rows[0]["Email"] != "keeper@example.org" {
				t.Errorf("it says %v", rows)
			}
			setPermissions(hub, key, "JOBS_WRITE", "USERS_READ", "EXPORT")
			b := after(admin, hub, admin.Must(retryFailed, vars{"in": vars{"id": a.Text("node.id")}}).Text("retryFailed.jobRun.id"))
			equal(t, "the second time", fmt.Sprintln(b.At("node.handled"), b.At("node.failed")), "1 0\n")
			equal(t, "how many exports", newest(keeper).Int("exports.totalCount"), 3)
		})
		t.Run("belongs to whoever says what it does, not to whoever renames it", func(t *testing.T) {
			a := admin.Must(updateJob, vars{"in": vars{"id": id, "version": 1, "name": "Renamed"}})
			runOf(hub, admin, id)
			equal(t, "how many exports the owner has", newest(keeper).Int("exports.totalCount"), 4)
			a = admin.Must(updateJob, vars{"in": vars{"id": id, "version": a.Int("updateJob.job.version"), "steps": []vars{{"task": "EXPORT", "options": vars{"format": "CSV"}}}}})
			runOf(hub, admin, id)
			e := newest(admin)
			equal(t, "whose the newest is", e.Text("exports.edges.0.node.startedBy"), "Mona Kvam")
			equal(t, "how many are in it", e.Int("exports.edges.0.node.rows"), 4)
			// Whoever takes that back says what it does, too.
			admin.Must(undo, vars{"t": a.Text("updateJob.undo.token")})
			runOf(hub, admin, id)
			equal(t, "whose the newest is then", newest(admin).Text("exports.edges.0.node.startedBy"), "Mona Kvam")
		})
	})
}

// The options of an Export step are those of startExport; what is wrong with them is said where it is, and echoes nothing.
func TestJobExportOptions(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		a := admin.Must(createJob, exporting(nil))
		equal(t, "what is filled in", fmt.Sprint(a.At("createJob.job.steps")), "[map[options:map[format:XLSX] task:EXPORT]]")
		full := `{"columns":["email"],"filter":{"companyIds":["` + gid.Encode(ent.TypeCompany, 7) + `"],"createdAt":{"from":"2036-01-01T00:00:00Z"},"status":["ACTIVE"]},"format":"CSV"}`
		a = admin.Must(createJob, exporting(json.RawMessage(full)))
		kept, _ := json.Marshal(a.At("createJob.job.steps.0.options"))
		equal(t, "what is kept", string(kept), full)
		for said, want := range map[string]string{
			`{"secret-word":1}`: "INVALID steps.0.options", `{"format":"PDF"}`: "INVALID steps.0.options", `{"columns":"email"}`: "",
			`{"columns":["email","secret-word"]}`: "UNKNOWN steps.0.options.columns", `{"columns":[7]}`: "INVALID steps.0.options",
			`{"filter":{"secret-word":true}}`: "INVALID steps.0.options", `{"filter":{"status":["SLEEPY"]}}`: "INVALID steps.0.options",
			`{"filter":{"roleIds":["secret-word"]}}`:                   "UNKNOWN steps.0.options.filter.roleIds",
			`{"filter":{"createdAt":{"from":"secret-word"}}}`:          "INVALID steps.0.options",
			`{"filter":{"search":"` + strings.Repeat("x", 300) + `"}}`: "INVALID steps.0.options",
		} {
			a := admin.Ask(createJob, exporting(json.RawMessage(said)))
			got := ""
			if codes := a.Codes("createJob"); len(codes) > 0 {
				got = codes[0] + " " + field(a, "createJob")
			}
			if !strings.HasPrefix(got, want) || want == "" && got != "" {
				t.Errorf("%s was answered %q, not %q", said, got, want)
			}
			if strings.Contains(string(a.Body), "secret-word") {
				t.Errorf("%s is echoed: %s", said, a.Body)
			}
		}
		_, keeper := keeperOf(hub, "keeper@example.org", viewer.JobsWrite, viewer.UsersRead)
		a = keeper.Ask(createJob, exporting(nil))
		equal(t, "the answer to whoever may not export", fmt.Sprint(a.Codes("createJob"), field(a, "createJob")), "[FORBIDDEN]steps.0.options")
		machine := shop(hub, viewer.JobsWrite, viewer.UsersRead, viewer.Export)
		a = machine.Ask(createJob, exporting(nil))
		equal(t, "the answer to an API client", fmt.Sprint(a.Codes("createJob"), field(a, "createJob")), "[FORBIDDEN]steps.0.options")
	})
}

// A run lasts as long as the export that it began. Where that comes to no file, the run has failed and says why; nobody is mailed, and the
// failed is tried again alone.
func TestJobExportFails(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		var mended atomic.Bool
		hub.Store.Ent(system).ExportPiece.Use(func(next ent.Mutator) ent.Mutator {
			return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
				if mended.Load() {
					return next.Mutate(ctx, m)
				}
				return nil, errors.New("the disk is full")
			})
		})
		job := admin.Must(createJob, vars{"in": vars{"name": "Lists", "steps": []vars{{"task": "EXPORT", "options": vars{"format": "CSV"}}, {"task": "NOTIFICATION"}}}})
		id := admin.Must(runJob, vars{"in": vars{"id": job.Text("createJob.job.id")}}).Text("runJob.jobRun.id")
		begin(hub)
		ended := func(id string) (a *hubtest.Answer) {
			t.Helper()
			hubtest.Eventually(t, "the run to be over", func() bool {
				hub.Clock.Advance(time.Second)
				before := admin.Must(allExports, nil)
				a = admin.Must(runByID, vars{"id": id})
				if going := before.Text("exports.edges.0.node.state"); a.At("node.finishedAt") != nil && (going == "QUEUED" || going == "RUNNING") {
					t.Fatalf("the run is over while its export is %s", going)
				}
				return a.At("node.finishedAt") != nil
			})
			return a
		}
		ready := func() int {
			hub.Clock.Advance(10 * time.Minute) // what was given up looks once more
			hub.Settle()
			return len(slices.DeleteFunc(mailsTo(hub, "mona@example.org"), func(e mail.Email) bool { return e.Subject != "Your Portico export is ready" }))
		}
		const why = "Something went wrong while this was written. Start it again."
		a := ended(id)
		ends(t, a, "FAILED", 1, 1)
		equal(t, "the export", admin.Must(allExports, nil).Text("exports.edges.0.node.state"), "FAILED")
		if said := fmt.Sprint(a.At("node.log")); !strings.Contains(said, "Export: "+why) || !strings.Contains(said, "Notification is done.") {
			t.Errorf("the log says %s", said)
		}
		_, file := fetched(admin, a.Text("node.failuresUrl"))
		if rows := table(t, file); len(rows) != 1 || rows[0]["Problem"] != why || rows[0]["Email"] != "mona@example.org" {
			t.Errorf("the failures are %v", rows)
		}
		equal(t, "how many mails say that it is ready", ready(), 0)
		mended.Store(true)
		ends(t, ended(admin.Must(retryFailed, vars{"in": vars{"id": id}}).Text("retryFailed.jobRun.id")), "SUCCEEDED", 1, 0)
		equal(t, "how many exports there are", admin.Must(allExports, nil).Int("exports.totalCount"), 2)
		equal(t, "how many mails say then that it is ready", ready(), 1)
	})
}

// A job whose owner was deleted fails with the reason; once somebody else saved its steps, it runs in their name.
func TestJobExportOfDeletedOwner(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		_, role := newRole(hub, "Keeper", vars{"reach": viewer.Everything, "permissions": []viewer.Permission{viewer.JobsWrite, viewer.UsersRead, viewer.Export}})
		owner, keeper := holder(hub, role, "keeper@example.org", nil)
		options := vars{"columns": []string{"email"}, "format": "CSV"}
		id := keeper.Must(createJob, exporting(options)).Text("createJob.job.id")
		admin.Must(deleteUser, about(userID(owner)))
		a := runOf(hub, admin, id)
		ends(t, a, "FAILED", 1, 1)
		if said := fmt.Sprint(a.At("node.log")); !strings.Contains(said, "Export: Whoever owns this job may not sign in any more. Somebody else has to save its steps, and run it anew") {
			t.Errorf("the log says %s", said)
		}
		admin.Must(updateJob, vars{"in": vars{"id": id, "version": 1, "steps": []vars{{"task": "EXPORT", "options": options}}}})
		ends(t, runOf(hub, admin, id), "SUCCEEDED", 1, 0)
	})
}

// A job whose owner has as many exports under way as may be waits until one of them is over.
func TestJobExportWaits(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		job := admin.Must(createJob, exporting(vars{"columns": []string{"email"}})).Text("createJob.job.id")
		id := admin.Must(runJob, vars{"in": vars{"id": job}}).Text("runJob.jobRun.id")
		boss := hub.Store.Ent(system).Job.Query().OnlyX(system).OwnerID
		write(hub, func(ctx context.Context, tx *ent.Client) error { // which nothing writes
			for range 5 {
				err := tx.Export.Create().SetFormat("CSV").SetColumns([]string{"email"}).SetUpto(0).SetActorKind("user").SetActorID(*boss).SetActor("Mona Kvam").SetSight(viewer.Sight{}).SetCreatedAt(hub.Clock.Now()).Exec(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		begin(hub)
		hubtest.Eventually(t, "the run to begin", func() bool { return admin.Must(runByID, vars{"id": id}).Text("node.state") == "RUNNING" })
		for range 3 {
			hub.Clock.Advance(2 * time.Second)
			time.Sleep(100 * time.Millisecond)
		}
		a := admin.Must(runByID, vars{"id": id})
		ends(t, a, "RUNNING", 0, 0)
		equal(t, "how many exports there are", admin.Must(allExports, nil).Int("exports.totalCount"), 5)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Export.UpdateOne(tx.Export.Query().FirstX(ctx)).SetState("CANCELLED").SetProblem("Stopped.").Exec(ctx)
		})
		hubtest.Eventually(t, "the run to be over", func() bool {
			hub.Clock.Advance(time.Second)
			a = admin.Must(runByID, vars{"id": id})
			return a.At("node.finishedAt") != nil
		})
		ends(t, a, "SUCCEEDED", 1, 0)
	})
}

// Whoever stops a run stops the export that it waits for: there is no file, and nobody is mailed.
func TestJobExportStops(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		var stopped atomic.Bool
		hub.Store.Ent(system).ExportPiece.Use(func(next ent.Mutator) ent.Mutator {
			return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
				if stopped.Load() {
					return next.Mutate(ctx, m)
				}
				return nil, errors.New("the disk is full")
			})
		})
		job := admin.Must(createJob, exporting(vars{"columns": []string{"email"}})).Text("createJob.job.id")
		id := admin.Must(runJob, vars{"in": vars{"id": job}}).Text("runJob.jobRun.id")
		begin(hub)
		hubtest.Eventually(t, "the export to be there", func() bool { return admin.Must(allExports, nil).Int("exports.totalCount") == 1 })
		admin.Must(stopRun, vars{"in": vars{"id": id}})
		stopped.Store(true)
		hubtest.Eventually(t, "the export to be over", func() bool {
			hub.Clock.Advance(time.Second)
			return admin.Must(allExports, nil).At("exports.edges.0.node.finishedAt") != nil
		})
		a := admin.Must(allExports, nil)
		equal(t, "the export", a.Text("exports.edges.0.node.state")+": "+a.Text("exports.edges.0.node.problem"), "CANCELLED: The run that asked for this was stopped.")
		ends(t, admin.Must(runByID, vars{"id": id}), "CANCELLED", 0, 0)
	})
}

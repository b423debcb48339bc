package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	entgroup "github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/purge"
)

const purgeable = `query($n:Int){purgeable(days:$n)}`

// erasing is a job with one Purge step, by hand.
func erasing(options any) vars {
	step := vars{"task": "PURGE"}
	if options != nil {
		step["options"] = options
	}
	return vars{"in": vars{"name": "Clean up", "steps": []vars{step}}}
}

// runOf runs a job and waits until it is over.
func runOf(hub *hubtest.Hub, c *hubtest.Client, job string) *hubtest.Answer {
	hub.T.Helper()
	return after(c, hub, c.Must(runJob, vars{"in": vars{"id": job}}).Text("runJob.jobRun.id"))
}

// later lets days pass, and the administrator sign in again.
func later(hub *hubtest.Hub, days int) *hubtest.Client {
	hub.T.Helper()
	hub.Settle()
	hub.Clock.Advance(time.Duration(days) * 24 * time.Hour)
	admin := hub.Admin()
	admin.SignIn("mona@example.org", hubtest.Password)
	return admin
}

// zaphod has something in every place that a user can have something in; the word stands in all of it.
func zaphod(hub *hubtest.Hub, admin *hubtest.Client) *ent.User {
	hub.T.Helper()
	home, board := newCompany(hub, "Home"), newGroup(hub, "Board")
	u, browser := hub.Person("super_user", "zaphod@example.org", func(in *account.CreateInput) {
		in.FirstName, in.LastName, in.Title, in.Address, in.Note = "Zaphod", "Beeblebrox", "Zaphod", "Zaphod Road 1", "Zaphod likes tea."
		in.CompanyID, in.GroupIDs, in.Subscribed = &home.ID, []int64{board.ID}, true
		in.Assignments = []account.Assigned{{CompanyID: newCompany(hub, "Away").ID}}
	})
	browser.Must(saveView, vars{"in": vars{"name": "Zaphod's", "query": "q=Zaphod", "shared": true}})
	browser.Must(resetFeed, nil)
	admin.Must(createReminder, vars{"in": vars{"userId": userID(u), "title": "Call Zaphod", "dueAt": "2040-01-01T09:00:00Z"}})
	admin.Must(updateUser, to(hub, u, vars{"officePhone": "Zaphod 7"}))
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		// They signed up by the form before, and somebody was told of the reminder about them.
		about := tx.Reminder.Query().Where(reminder.UserID(u.ID)).FirstX(ctx)
		confirmation := tx.Message.Create().SetKind(message.KindSIGNUP_CONFIRMATION).SetTo("zaphod@example.org").SetToKey("zaphod@example.org").SetSubject("Confirm").SetBody([]byte("."))
		told := tx.Message.Create().SetKind(message.KindREMINDER).SetReminderID(about.ID).SetTo("mona@example.org").SetSubject("A reminder").SetSearch("zaphod").SetBody([]byte("."))
		if err := errors.Join(confirmation.Exec(ctx), told.Exec(ctx)); err != nil {
			return err
		}
		for n := range 1300 { // more than one transaction erases
			err := tx.Activity.Create().SetUserID(u.ID).SetSource(activity.SourceAPI).SetKind("shop.order").
				SetSummary(fmt.Sprint("Zaphod bought ", n)).SetActor("Zaphod").SetOccurredAt(hub.Clock.Now()).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return u
}

func init() {
	keepers := [8]string{anon, deny, deny, deny, deny, deny, ok, ok}
	attempts = append(attempts, attempt{"createJob", "one that erases", keepers, func(*scene) vars { return erasing(nil) }})
	byOthers["createJob, one that erases"] = "DDoDDD"
}

// Decision 14: thirty days after they were deleted a user can be erased, and nothing of them is left anywhere; until then, and if they
// came back, they stay as they are.
func TestPurge(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		gone, back, old := zaphod(hub, admin), hub.User("back@example.org", nil), hub.User("old@example.org", nil)
		young := admin.Must(supersedeUser, superseding(old, "young@example.org")).Text("supersedeUser.user.id")
		staff, stays := newGroup(hub, "Staff"), hub.User("stays@example.org", nil)
		other := admin.Must(createReminder, vars{"in": vars{"userId": userID(stays), "title": "Ask", "dueAt": "2040-01-01T09:00:00Z", "assigneeId": userID(gone)}})
		spent := admin.Must(createReminder, vars{"in": vars{"userId": userID(stays), "title": "Trillian", "dueAt": "2040-01-01T09:00:00Z"}}).Text("createReminder.reminder.id")
		admin.Must(deleteReminder, vars{"in": vars{"id": spent}})
		admin.Must(texts["deleteGroup"], vars{"in": vars{"id": gid.Encode(ent.TypeGroup, staff.ID)}})
		admin.Must(deleteProtectedPage, vars{"in": vars{"id": newPage(hub, "/spent")}})
		for _, u := range []*ent.User{gone, back, old} {
			admin.Must(deleteUser, about(userID(u)))
		}
		job := admin.Must(createJob, erasing(vars{"days": 30})).Text("createJob.job.id")

		t.Run("erases nothing before its time", func(t *testing.T) {
			admin := later(hub, 29)
			equal(t, "how much is due", admin.Must(purgeable, nil).Int("purgeable"), 0)
			equal(t, "what was handled", runOf(hub, admin, job).Int("node.handled"), 0)
		})
		admin = later(hub, 2)
		undoDeleting(hub, admin, back)
		before := all(hub, stays)
		if len(hub.Holding("zaphod")) < 8 {
			t.Fatalf("the word stands in %v only", hub.Holding("zaphod"))
		}
		t.Run("erases what is, with all that is theirs, and says how much", func(t *testing.T) {
			equal(t, "how much is due", admin.Must(purgeable, vars{"n": 30}).Int("purgeable"), 5)
			equal(t, "how much is due where null is said", admin.Must(purgeable, vars{"n": nil}).Int("purgeable"), 5)
			equal(t, "how much is due after a year", admin.Must(purgeable, vars{"n": 365}).Int("purgeable"), 0)
			a := runOf(hub, admin, job)
			equal(t, "the end", fmt.Sprintln(a.At("node.state"), a.At("node.handled"), a.At("node.failed"), a.At("node.total")), "SUCCEEDED 5 0 5\n")
			if log := fmt.Sprint(a.At("node.log")); !strings.Contains(log, "Purge: 2 to do. Purge of reminders: 1 to do. Purge of protected pages: 1 to do. Purge of groups: 1 to do.") {
				t.Errorf("the log is %s", log)
			}
			if left := hub.Holding("zaphod"); len(left) > 0 {
				t.Errorf("the word is left in %v", left)
			}
			if left := hub.Holding("trillian"); len(left) > 0 {
				t.Errorf("the reminder is left in %v", left)
			}
		})
		t.Run("leaves everybody else as they were", func(t *testing.T) {
			equal(t, "who stays", all(hub, stays), before)
			a := admin.Must(`query($id:ID!){node(id:$id){...on Reminder{title assignee{id}}}}`, vars{"id": other.Text("createReminder.reminder.id")})
			equal(t, "the reminder that was for them", fmt.Sprint(a.At("node.title"), a.At("node.assignee")), "Ask<nil>")
			a = admin.Must(linked, vars{"id": young})
			equal(t, "whom the successor took the place of", a.At("node.supersedes"), nil)
			equal(t, "who came back", admin.Must(`query($id:ID!){node(id:$id){...on User{email}}}`, vars{"id": userID(back)}).Text("node.email"), "back@example.org")
		})
		t.Run("is told by the journal, which holds no value of theirs any more", func(t *testing.T) {
			system := hubtest.System()
			entries := hub.Store.Ent(system).Change.Query().Where(change.SubjectID(gone.ID)).Order(change.ByID()).AllX(system)
			last := entries[len(entries)-1]
			equal(t, "the last entry", fmt.Sprintln(last.Entity, last.Operation, len(last.Old), len(last.New)), "User DELETE 0 0\n")
			for _, c := range entries {
				for _, values := range []map[string]json.RawMessage{c.Old, c.New} {
					for name, value := range values {
						if name != "deleted_at" && string(value) != "null" {
							t.Errorf("%s keeps %s", name, value)
						}
					}
				}
			}
			changed := admin.Must(allChanges, vars{"n": 50})
			if !strings.Contains(string(changed.Body), userID(gone)) {
				t.Error("the journal does not tell of it")
			}
		})
		t.Run("is done once: again there is nothing", func(t *testing.T) {
			equal(t, "what was handled", runOf(hub, admin, job).Int("node.handled"), 0)
		})
	})
}

// undoDeleting brings somebody back by the history.
func undoDeleting(hub *hubtest.Hub, admin *hubtest.Client, u *ent.User) {
	hub.T.Helper()
	system := hubtest.System()
	c := hub.Store.Ent(system).Change.Query().Where(change.SubjectID(u.ID), change.Entity(ent.TypeUser)).Order(ent.Desc(change.FieldID)).FirstX(system)
	admin.Must(texts["undoChange"], vars{"in": vars{"changeId": c.GlobalID()}})
}

// Whom the purge began to erase does not come back by any road, and is erased to the end by the next run.
func TestPurgeBegan(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		u := hub.User("ana@example.org", nil)
		admin.Must(deleteUser, about(userID(u)))
		admin = later(hub, 31)
		system := viewer.ShowDeleted(hubtest.System())
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).SetPurgedAt(hub.Clock.Now()).Exec(viewer.ShowDeleted(ctx))
		})
		c := hub.Store.Ent(system).Change.Query().Where(change.SubjectID(u.ID), change.Entity(ent.TypeUser)).Order(ent.Desc(change.FieldID)).FirstX(system)
		admin.Ask(texts["undoChange"], vars{"in": vars{"changeId": c.GlobalID()}}).Said("undoChange", "CONFLICT")
		job := admin.Must(createJob, erasing(nil)).Text("createJob.job.id")
		equal(t, "what was handled", runOf(hub, admin, job).Int("node.handled"), 1)
		equal(t, "who is left", hub.Store.Ent(system).User.Query().Where(user.ID(u.ID)).ExistX(system), false)
	})
}

// What is not deleted is erased by no road, and the journal is changed by nobody.
func TestPurgeWalls(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		u := hub.User("ana@example.org", nil)
		for what, try := range map[string]func(ctx context.Context, tx *ent.Client) error{
			"erasing a user":       func(ctx context.Context, tx *ent.Client) error { return tx.User.DeleteOneID(u.ID).Exec(ctx) },
			"blanking the journal": func(ctx context.Context, tx *ent.Client) error { return tx.Change.Update().SetActor("").Exec(ctx) },
			"clearing the journal": func(ctx context.Context, tx *ent.Client) error { _, err := tx.Change.Delete().Exec(ctx); return err },
		} {
			if err := hub.Store.InTx(hubtest.System(), try); err == nil {
				t.Errorf("%s went through", what)
			}
		}
	})
}

// Who came back after the purge looked whom it erases keeps everything, and the journal tells of no deletion.
func TestPurgeCameBack(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		u, system := hub.User("ana@example.org", nil), hubtest.System()
		users := (&purge.Service{Store: hub.Store}).Kinds()[0]
		before := hub.Holding("ana@example.org")
		if err := users.Clear(system, hub.Clock.Now(), u.ID); err != nil {
			t.Fatal(err)
		}
		done, err := users.Erase(system, hub.Clock.Now(), u.ID)
		equal(t, "what was done", fmt.Sprint(done, err), "false <nil>")
		equal(t, "what they have", fmt.Sprint(hub.Holding("ana@example.org")), fmt.Sprint(before))
		group := newGroup(hub, "Staff")
		entries := hub.Store.Ent(system).Change.Query().CountX(system)
		err = hub.Store.InTx(hook.Purging(system), func(ctx context.Context, tx *ent.Client) error {
			err := tx.Group.DeleteOneID(group.ID).Where(entgroup.DeletedAtNotNil()).Exec(ctx)
			if !ent.IsNotFound(err) {
				return fmt.Errorf("a group that is there: %w", err)
			}
			return nil
		})
		equal(t, "erasing what is not deleted", err, nil)
		equal(t, "the journal", hub.Store.Ent(system).Change.Query().CountX(system), entries)
	})
}

// The options of a Purge step: days, no fewer than a deletion can be undone; and it is for those who may delete users.
func TestPurgeOptions(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		a := admin.Must(createJob, erasing(nil))
		equal(t, "what is filled in", fmt.Sprint(a.At("createJob.job.steps")), "[map[options:map[days:30] task:PURGE]]")
		for said, want := range map[string]string{
			`{"days":29}`: "steps.0.options.days", `{"days":0}`: "steps.0.options.days", `{"days":-1}`: "steps.0.options.days", `{"days":3651}`: "steps.0.options.days",
			`{"days":"30"}`: "steps.0.options.days", `{"days":30.5}`: "steps.0.options.days", `{"days":null}`: "steps.0.options.days", `{"days":[30]}`: "steps.0.options.days",
			`{"days":30,"all":true}`: "steps.0.options", `{"Days":30}`: "steps.0.options", `{"days":99999999999999999999}`: "steps.0.options.days",
		} {
			a := admin.Ask(createJob, erasing(json.RawMessage(said)))
			equal(t, "the answer to "+said, fmt.Sprint(a.Codes("createJob"), field(a, "createJob")), "[INVALID]"+want)
		}
		keeper := entitled(hub, "keeper@example.org", viewer.Everything, nil, viewer.JobsWrite, viewer.UsersRead)
		a = keeper.Ask(createJob, erasing(nil))
		equal(t, "the answer to whoever may not delete", fmt.Sprint(a.Codes("createJob"), field(a, "createJob")), "[FORBIDDEN]steps.0.options")
		keeper.Ask(purgeable, nil).Refused(deny)
		undoer := entitled(hub, "undoer@example.org", viewer.Everything, nil, viewer.JobsWrite, viewer.ChangesRead)
		spent := admin.Must(createJob, erasing(nil)).Text("createJob.job.id")
		admin.Must(deleteJob, vars{"in": vars{"id": spent}})
		system := hubtest.System()
		c := hub.Store.Ent(system).Change.Query().Where(change.Entity(ent.TypeJob)).Order(ent.Desc(change.FieldID)).FirstX(system)
		undoer.Ask(texts["undoChange"], vars{"in": vars{"changeId": c.GlobalID()}}).Refused(deny) // a job that erases
		admin.Must(texts["undoChange"], vars{"in": vars{"changeId": c.GlobalID()}})
		hub.Stranger().Ask(purgeable, nil).Refused(anon)
		if code := admin.Ask(purgeable, vars{"n": 3}).Code(); code == "" || code == "INTERNAL" {
			t.Errorf("three days were answered %q", code)
		}
	})
}

package list_test

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/seed"
	"github.com/portico-hub/portico/server/store"
)

const remindersQuery = `query($n:Int,$c:Cursor,$f:ReminderFilter){reminders(first:$n,after:$c,filter:$f){edges{node{id title}} pageInfo{endCursor}}}`

// remembered are thirty thousand reminders about five thousand users, nine of ten done, for whoever is named in turn.
func remembered(hub *hubtest.Hub, assignees []int64) {
	hub.T.Helper()
	ctx := hubtest.System()
	users := hub.Store.Ent(ctx).User.Query().Limit(5000).IDsX(ctx)
	rows := make([][]any, 30000)
	for i := range rows {
		at := hub.Clock.Now().Add(time.Duration(i-25000) * time.Hour)
		var done, next any
		if i%10 != 0 {
			done = at
		} else if i > 25000 {
			next = at
		}
		rows[i] = []any{1, at, at, fmt.Sprint("Number ", i), at, at, at, "UTC", done, next, users[i%len(users)], assignees[i%len(assignees)]}
	}
	columns := []string{"version", "created_at", "updated_at", "title", "due_at", "occurs_at", "starts_at", "time_zone", "done_at", "next_run_at", "user_id", "assignee_id"}
	err := hub.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error { return store.Bulk(ctx, "reminders", columns, rows) })
	if err != nil {
		hub.T.Fatal(err)
	}
	if err := hub.Store.Settled(ctx, "reminders"); err != nil {
		hub.T.Fatal(err)
	}
}

var (
	// everyReminder finds a plan that reads all reminders without an index.
	everyReminder = regexp.MustCompile(`Seq Scan on reminders|(?m)^SCAN reminders$`)
	// reminderPage finds the statement that reads the reminders of a page.
	reminderPage = regexp.MustCompile(`FROM ["` + "`" + `]reminders["` + "`" + `].* LIMIT `)
)

// A page of reminders costs the same however many there are: by date, still to be done, for somebody, about a user, in a
// span, for those who reach everybody and for those who reach a part. So does looking for what is due.
func TestReminderPlans(t *testing.T) {
	t.Parallel()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		err := seed.Fill(context.Background(), hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: 5000, Groups: 20, RandomSeed: 1, Append: true})
		if err != nil {
			t.Fatal(err)
		}
		system := hubtest.System()
		firm := hub.Store.Ent(system).Company.Query().FirstIDX(system)
		mona := hub.Store.Ent(system).User.Query().Where(user.Email("mona@example.org")).OnlyIDX(system)
		others := hub.Store.Ent(system).User.Query().Limit(20).IDsX(system)
		remembered(hub, append(others, mona))
		d := &directory{Hub: hub}
		var mu sync.Mutex
		hub.Store.Observe(func(text string, args []any) {
			mu.Lock()
			defer mu.Unlock()
			if reminderPage.MatchString(text) {
				d.asked = append(d.asked, statement{text, args})
			}
		})
		about := gid.Encode(gen.TypeUser, hub.Store.Ent(system).User.Query().Where(user.CompanyID(firm)).FirstIDX(system))
		now := hub.Clock.Now()
		for what, f := range map[string]hubtest.Vars{
			"all": {}, "to be done": {"done": false}, "done": {"done": true}, "about a user": {"userId": about},
			"for somebody, overdue":  {"assigneeId": gid.Encode(gen.TypeUser, mona), "done": false, "dueAt": hubtest.Vars{"to": now}},
			"for somebody":           {"assigneeId": gid.Encode(gen.TypeUser, mona)},
			"of a month, to be done": {"done": false, "dueAt": hubtest.Vars{"from": now, "to": now.AddDate(0, 1, 0)}},
		} {
			d.asked = nil
			in := hubtest.Vars{"n": 50, "f": f}
			first := admin.Must(remindersQuery, in)
			if in["c"] = first.At("reminders.pageInfo.endCursor"); in["c"] != nil {
				admin.Must(remindersQuery, in)
			}
			if len(d.asked) == 0 {
				t.Fatalf("no statement was seen for reminders %s", what)
			}
			for _, s := range d.asked {
				plan := d.plan(s)
				if everyReminder.MatchString(plan) || sorts(plan) {
					t.Errorf("reminders %s:\n…%s\n%s", what, s.text[strings.Index(s.text, " FROM "):], plan)
				}
			}
		}
		due := "SELECT id FROM reminders WHERE next_run_at <= $1 ORDER BY next_run_at LIMIT 100"
		if plan := d.plan(statement{due, []any{now}}); everyReminder.MatchString(plan) || sorts(plan) {
			t.Errorf("what is due:\n%s", plan)
		}
	})
}

// Those who reach a part walk the same index, and each row's user is looked up.
func TestReminderPlansUnderLimitedReach(t *testing.T) {
	t.Parallel()
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		letters(hub)
		system := hubtest.System()
		firm := hub.Store.Ent(system).Company.Query().FirstIDX(system)
		boss, client := hub.Person("company_administrator", "boss@example.net", func(in *account.CreateInput) { in.CompanyID = &firm })
		remembered(hub, []int64{boss.ID})
		hub.Settle()
		d := &directory{Hub: hub}
		var mu sync.Mutex
		hub.Store.Observe(func(text string, args []any) {
			mu.Lock()
			defer mu.Unlock()
			if reminderPage.MatchString(text) {
				d.asked = append(d.asked, statement{text, args})
			}
		})
		for what, f := range map[string]hubtest.Vars{"all": {}, "to be done": {"done": false}, "for them": {"assigneeId": gid.Encode(gen.TypeUser, boss.ID), "done": false}} {
			d.asked = nil
			client.Must(remindersQuery, hubtest.Vars{"n": 20, "f": f})
			for _, s := range d.asked {
				if plan := d.plan(s); everyReminder.MatchString(plan) {
					t.Errorf("reminders %s:\n…%s\n%s", what, s.text[strings.Index(s.text, " FROM "):], plan)
				}
			}
		}
	})
}

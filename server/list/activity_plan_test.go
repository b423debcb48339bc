package list_test

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/activity"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/seed"
	"github.com/portico-hub/portico/server/store"
)

// busy is how many activities one user has, among all of the others'.
const busy = 60_000

// deeds are two thousand users with some fifty activities each, and one with very many.
func deeds(hub *hubtest.Hub) (one int64) {
	hub.T.Helper()
	ctx := hubtest.System()
	if err := seed.Fill(ctx, hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: 2000, Groups: 20, Activities: 50, RandomSeed: 1}); err != nil {
		hub.T.Fatal(err)
	}
	one = hub.Store.Ent(ctx).User.Query().Where(user.CompanyIDNotNil()).FirstIDX(ctx)
	at, rows := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), make([][]any, busy)
	for i := range rows {
		kind := "order"
		if i%2000 == 0 {
			kind = "refund"
		}
		rows[i] = []any{one, kind, fmt.Sprint("Order ", i), "API", "Shop", at.Add(-time.Duration(i) * time.Minute), at}
	}
	columns := []string{"user_id", "kind", "summary", "source", "actor", "occurred_at", "created_at"}
	err := hub.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error { return store.Bulk(ctx, "activities", columns, rows) })
	if err != nil {
		hub.T.Fatal(err)
	}
	if err := hub.Store.Settled(ctx, "activities"); err != nil {
		hub.T.Fatal(err)
	}
	return one
}

var (
	// streamHeap finds a plan that reads all activities without an index.
	streamHeap = regexp.MustCompile(`Seq Scan on activities|(?m)^SCAN activities$`)
	// streamPage finds the statements that read activities.
	streamPage = regexp.MustCompile(`FROM "activities"|FROM ` + "`activities`")
)

// A page of a stream costs the same however long it is: from both ends, deep, of a kind, of everybody and of one user, for
// those who reach everybody and for those who reach a part; and a page of users reads a page's worth of activities.
func TestActivityPlans(t *testing.T) {
	t.Parallel()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		one := deeds(hub)
		d := &directory{Hub: hub}
		hub.Store.Observe(func(text string, args []any) {
			if streamPage.MatchString(text) {
				d.asked = append(d.asked, statement{text, args})
			}
		})
		streams := activity.Service{Options: activity.Options{Store: hub.Store, Signer: list.NewSigner([32]byte{})}}
		size, kinds := 50, map[string][]string{"": nil, " of a common kind": {"order"}, " of a rare kind": {"refund"}, " of two kinds": {"call", "visit"}}
		looking := d.limited()
		looking["everybody's administrator"] = administrator
		for who, as := range looking {
			if !viewer.From(as).Can(viewer.ActivitiesRead) {
				continue
			}
			for whose, id := range map[string]*int64{"everybody's": nil, "a busy user's": &one} {
				for which, of := range kinds {
					f := activity.Filter{UserID: id, Kinds: of}
					read := func(what string, args list.Args) *list.Page[*gen.Activity] {
						d.asked = nil
						page, _, err := streams.List(as, f, args, func(*gen.ActivityQuery) {})
						if err != nil {
							t.Fatal(err)
						}
						for _, s := range d.asked {
							plan := d.plan(s)
							name := fmt.Sprintf("%s stream%s, %s, for %s", whose, which, what, who)
							from := s.text[strings.Index(s.text, " FROM "):]
							if streamHeap.MatchString(plan) {
								t.Errorf("%s: the whole table is read:\n…%s\n%s", name, from, plan)
							}
							// Of many kinds, or of a few users, what is found may be put in order.
							if sorts(plan) && as == administrator && len(of) < 2 {
								t.Errorf("%s: more than a page is sorted:\n…%s\n%s", name, from, plan)
							}
						}
						return page
					}
					first := read("the first page", list.Args{First: &size})
					read("the last page", list.Args{Last: &size})
					if n := len(first.Nodes); n > 0 {
						after := first.Cursor(first.Nodes[n-1])
						read("the next page", list.Args{First: &size, After: &after})
					}
				}
			}
		}
		d.asked = nil
		ids := append(hub.Store.Ent(hubtest.System()).User.Query().Limit(49).IDsX(hubtest.System()), one)
		newest, err := streams.Newest(administrator, ids, 6)
		if err != nil || len(newest[one]) != 6 || len(d.asked) != 1 {
			t.Fatalf("%d statements, %d activities of the busy user: %v", len(d.asked), len(newest[one]), err)
		}
		// What is read of each is put in order at last; SQLite estimates nothing.
		plan := d.plan(d.asked[0])
		if streamHeap.MatchString(plan) || hub.Store.Pool() != nil && sortsMore(plan, 6*len(ids)) {
			t.Errorf("the newest of a page of users:\n%s\n%s", d.asked[0].text, plan)
		}
	})
}

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

const messages = `query($n:Int,$c:Cursor,$f:MessageFilter){messages(first:$n,after:$c,filter:$f){edges{node{id to}} pageInfo{endCursor}}}`

// letters are six thousand messages to five thousand users, half of them to one address alike.
func letters(hub *hubtest.Hub) {
	hub.T.Helper()
	ctx := hubtest.System()
	if err := seed.Fill(ctx, hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: 5000, RandomSeed: 1, Append: true}); err != nil {
		hub.T.Fatal(err)
	}
	users := hub.Store.Ent(ctx).User.Query().Limit(5000).IDsX(ctx)
	rows := make([][]any, 6000)
	for i := range rows {
		state, kind := "SENT", "INVITATION"
		if i%500 == 0 {
			state, kind = "BOUNCED", "NOTICE"
		}
		at := hub.Clock.Now().Add(time.Duration(i) * time.Second)
		to := fmt.Sprintf("person%d@example.org", i)
		rows[i] = []any{1, at, at, kind, to, "Choose your password", []byte("sealed"), fmt.Sprintf("anna person %d\n%s\nchoose your password", i, to), state, 0, users[i%5000]}
	}
	columns := []string{"version", "created_at", "updated_at", "kind", "to", "subject", "body", "search", "state", "attempts", "user_id"}
	err := hub.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error { return store.Bulk(ctx, "messages", columns, rows) })
	if err != nil {
		hub.T.Fatal(err)
	}
	if err := hub.Store.Settled(ctx, "messages"); err != nil {
		hub.T.Fatal(err)
	}
}

var (
	// heap finds a plan that reads all messages without an index.
	heap = regexp.MustCompile(`Seq Scan on messages|(?m)^SCAN messages$`)
	// page finds the statement that reads the messages of a page.
	page = regexp.MustCompile(`FROM ["` + "`" + `]messages["` + "`" + `].* LIMIT `)
)

// A page of messages costs the same however many there are: by newest, of a state, of a kind, of a user, and found by a
// word, rare or in every subject, for those who reach everybody and for those who reach a part.
func TestMessagePlans(t *testing.T) {
	t.Parallel()
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		letters(hub)
		d := &directory{Hub: hub}
		firm := hub.Store.Ent(hubtest.System()).Company.Query().FirstIDX(hubtest.System())
		_, boss := hub.Person("company_administrator", "boss@example.net", func(in *account.CreateInput) { in.CompanyID = &firm })
		hub.Settle()
		var mu sync.Mutex
		hub.Store.Observe(func(text string, args []any) {
			mu.Lock()
			defer mu.Unlock()
			if page.MatchString(text) {
				d.asked = append(d.asked, statement{text, args})
			}
		})
		owner := gid.Encode(gen.TypeUser, hub.Store.Ent(hubtest.System()).User.Query().Where(user.CompanyID(firm)).FirstIDX(hubtest.System()))
		for who, client := range map[string]*hubtest.Client{"everybody's": admin, "a company's": boss} {
			for what, f := range map[string]hubtest.Vars{
				"all": {}, "of a state": {"state": []string{"BOUNCED"}}, "not delivered": {"state": []string{"BOUNCED", "FAILED"}}, "of a kind": {"kind": []string{"NOTICE"}},
				"of a user": {"userId": owner}, "found by a rare word": {"search": "person4711"}, "found by a word of all": {"search": "password"},
				"found by two letters": {"search": "an"}, "found by two words": {"search": "an person47"}, "found in a state": {"search": "password", "state": []string{"BOUNCED"}},
			} {
				d.asked = nil
				in := hubtest.Vars{"n": 50, "f": f}
				first := client.Must(messages, in)
				if in["c"] = first.At("messages.pageInfo.endCursor"); in["c"] != nil {
					client.Must(messages, in)
				}
				if len(d.asked) == 0 {
					t.Fatalf("no statement was seen for %s messages %s", who, what)
				}
				for _, s := range d.asked {
					plan := d.plan(s)
					from := s.text[strings.Index(s.text, " FROM "):]
					switch {
					case heap.MatchString(plan):
						t.Errorf("%s messages %s: the whole table is read:\n…%s\n%s", who, what, from, plan)
					case who == "everybody's" && sorts(plan):
						t.Errorf("%s messages %s: more than a page is sorted:\n…%s\n%s", who, what, from, plan)
					}
				}
			}
		}
	})
}

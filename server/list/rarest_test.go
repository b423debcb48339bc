package list_test

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/seed"
)

// A rare word is looked up by few of its trigrams, and finds exactly those in whose text it stands: also who came after
// the database was sampled, and whoever holds its trigrams without the word.
func TestRareWords(t *testing.T) {
	t.Parallel()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		if err := seed.Fill(context.Background(), hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: 12_000, Groups: 5, RandomSeed: 1}); err != nil {
			t.Fatal(err)
		}
		var texts []string
		asked := ""
		hub.Store.Observe(func(text string, _ []any) { asked = text })
		read := func() (texts []string) {
			users, err := hub.Store.Ent(administrator).User.Query().Select(user.FieldSearch).All(viewer.AsSystem(administrator, "test"))
			if err != nil {
				t.Fatal(err)
			}
			for _, u := range users {
				texts = append(texts, u.Search)
			}
			return texts
		}
		finds := func(word string) {
			t.Helper()
			size := list.MaxPage
			page, total, err := hub.Accounts.List(administrator, account.Filter{Search: word}, "LAST_NAME", false, list.Args{First: &size}, func(*gen.UserQuery, string) {})
			if err != nil {
				t.Fatal(err)
			}
			if fewKeys := strings.Count(asked, "LIKE") <= 3 && strings.Contains(asked, "strpos"); hub.Store.Pool() != nil && !fewKeys {
				t.Errorf("%q is looked up by all its trigrams: %s", word, asked)
			}
			n, err := total.Exact(administrator)
			if err != nil {
				t.Fatal(err)
			}
			held := 0
			for _, text := range texts {
				if strings.Contains(text, word) {
					held++
				}
			}
			if n != held || len(page.Nodes) != min(held, size) {
				t.Errorf("%q stands in the text of %d; %d are found, %d are counted", word, held, len(page.Nodes), n)
			}
		}
		texts = read()
		for i := 7; i < len(texts); i += 600 {
			words := strings.Fields(texts[i])
			finds(slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) }))
		}
		finds("xqzvkkwq")
		hub.User("newcomer.xqzvkkwq@example.org", nil)
		hub.User("newcomer.kkwqxqzvkk@example.org", nil) // the trigrams without the word
		texts = read()
		finds("xqzvkkwq")
	})
}

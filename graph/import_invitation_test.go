package graph_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/server/hubtest"
)

// Those whom an import invites at once are invited together: links and messages are a statement each for all of them, and the
// accounts are not touched again. Each gets a link of their own.
func TestImportInvitesTogether(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		var links, messages, again atomic.Int32
		hub.Store.Observe(func(statement string, _ []any) {
			for beginning, count := range map[string]*atomic.Int32{`INSERT INTO "links"`: &links, `INSERT INTO "messages"`: &messages, `UPDATE "accounts"`: &again,
				"INSERT INTO `links`": &links, "INSERT INTO `messages`": &messages, "UPDATE `accounts`": &again} {
				if strings.HasPrefix(statement, beginning) {
					count.Add(1)
				}
			}
		})
		begin(hub)
		admin, rows := hub.Admin(), []string{"Email,First Name,Last Name,Send Invitation"}
		for i := range 80 {
			rows = append(rows, fmt.Sprintf("p%d@example.org,P,Person %d,Yes", i, i))
		}
		check := checked(admin, hub, "people.csv", lines(rows...), nil)
		links.Store(0)
		messages.Store(0)
		again.Store(0)
		done := imported(admin, hub, check, vars{"notify": "IMMEDIATELY"})
		equal(t, "what it came to", came(done), "DONE 80 80 80 0 0 0 0")
		equal(t, "statements: links, messages, accounts again", fmt.Sprint(links.Load(), messages.Load(), again.Load()), "1 1 0")
		hub.Settle()
		for _, email := range []string{"p0@example.org", "p41@example.org", "p79@example.org"} {
			equal(t, "the mails to "+email, len(mailsTo(hub, email)), 1)
			u, system := userOf(hub, email), hubtest.System()
			open := hub.Store.Ent(system).Link.Query().Where(link.UserID(u.ID)).OnlyX(system)
			a := hub.Store.Ent(system).User.QueryAccount(u).OnlyX(system)
			equal(t, "how long it works", a.LinkExpiresAt != nil && open.ExpiresAt.Equal(*a.LinkExpiresAt) && open.ExpiresAt.Equal(*u.LinkExpiresAt), true)
			equal(t, "when they were told", a.NotifiedAt != nil && a.NotifiedAt.Equal(open.CreatedAt), true)
		}
	})
}

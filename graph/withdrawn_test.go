package graph_test

import (
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/hubtest"
)

// An invitation that waits is not sent to somebody who was deleted meanwhile, and says so.
func TestWithdrawn(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		gone := admin.Must(createUser, ana("gone@example.org", vars{"account": vars{"notify": "IMMEDIATELY"}})).Text("createUser.user.id")
		admin.Must(createUser, ana("stays@example.org", vars{"account": vars{"notify": "IMMEDIATELY"}}))
		admin.Must(deleteUser, about(gone))
		begin(hub)
		equal(t, "what came to whoever stays", len(mailsTo(hub, "stays@example.org")), 1)
		equal(t, "what came to whoever is gone", len(mailsTo(hub, "gone@example.org")), 0)
		system := viewer.ShowDeleted(hubtest.System())
		m := hub.Store.Ent(system).Message.Query().Where(message.To("gone@example.org")).OnlyX(system)
		equal(t, "its state", m.State, message.StateFAILED)
		equal(t, "the reason", *m.Error, "Not sent: this user was deleted meanwhile.")
	})
}

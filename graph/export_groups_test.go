package graph_test

import (
	"context"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// An export names groups in the order in which somebody joined them, none that is deleted, and not the Default group.
func TestExportGroups(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, later, gone, sooner := hub.Admin(), newGroup(hub, "Later"), newGroup(hub, "Gone"), newGroup(hub, "Sooner")
		u := hub.User("cy@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf = []int64{sooner.ID, gone.ID}, []int64{gone.ID}
		})
		hub.User("nowhere@example.org", nil)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Membership.Create().SetUserID(u.ID).SetGroupID(later.ID).SetRole(membership.RoleMANAGER).Exec(ctx)
		})
		admin.Must(deleteGroup, of(groupID(gone), nil))
		_, file := fetched(admin, wroteOut(admin, hub, vars{"columns": []string{"email", "groups", "managerOf"}, "format": "CSV"}).Text("node.url"))
		got := rowOf(t, table(t, file), "cy@example.org")
		equal(t, "the groups", got["Groups"], "Sooner; Later")
		equal(t, "those managed", got["Manager Of"], "Later")
		equal(t, "the groups of one in none", rowOf(t, table(t, file), "nowhere@example.org")["Groups"], "")
	})
}

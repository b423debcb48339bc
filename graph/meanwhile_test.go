package graph_test

import (
	"context"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// Who somebody is counts when their password is saved, not when it was asked for: hashing takes its time, and they may
// become more than whoever asked.
func TestPromotedMeanwhile(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, portal := hub.Person(account.PortalAdministrator, "portal@example.org", nil)
		u, _ := hub.Person(account.Member, "rising@example.org", nil)
		root, done, under := hub.Role(account.GlobalAdministrator), make(chan string, 1), make(chan struct{})
		go func() {
			<-under
			done <- outcome(portal.Ask(setTemporaryPassword, handOver(userID(u), temporary)), "setTemporaryPassword")
		}()
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			if err := tx.User.UpdateOneID(u.ID).SetRoleID(root).Exec(ctx); err != nil {
				return err
			}
			close(under)
			time.Sleep(500 * time.Millisecond) // what is asked meanwhile still sees a Member
			return nil
		})
		equal(t, "a temporary password for who is a Global Admin by now", <-done, deny)
	})
}

// A run whose filter is not offered any more to whoever started it ends, and says so.
func TestFilterLostMeanwhile(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		role, _ := newRole(hub, "Editor", vars{"reach": viewer.Everything, "permissions": []string{"USERS_READ", "USERS_WRITE"}})
		e, err := hub.Accounts.CreateAdministrator(context.Background(),
			account.Administrator{Email: "editor@example.org", FirstName: "Eva", LastName: "Dahl", Password: hubtest.Password})
		if err != nil {
			t.Fatal(err)
		}
		editor := hub.Stranger()
		editor.SignIn("editor@example.org", hubtest.Password)
		hub.Admin().Must(updateUser, to(hub, e, vars{"roleId": role}))
		started := editor.Must(bulkUpdate, vars{"in": vars{"filter": vars{"roleIds": []string{roleID(hub, account.Member)}}, "status": "INACTIVE"}})
		hub.Admin().Must(`mutation($in:UpdateRoleInput!){updateRole(input:$in){role{id} userErrors{code}}}`,
			vars{"in": vars{"id": role, "version": 1, "permissions": []string{"USERS_WRITE"}}})
		if err := hub.App.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		hub.Settle()
		ended := editor.Must(runByID, vars{"id": started.Text("bulkUpdateUsers.jobRun.id")})
		equal(t, "the run", ended.Text("node.state"), "CANCELLED")
	})
}

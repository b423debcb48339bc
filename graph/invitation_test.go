package graph_test

import (
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// The board: whose invitation is open, over, came back or was taken back, across the companies in reach and no further.
func TestInvitationBoard(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours := newCompany(hub, "Ours")
		_, boss := hub.Person(account.CompanyAdministrator, "boss@example.org", within(ours))
		_, key := newRole(hub, "Looker", vars{"reach": viewer.Everything, "permissions": []viewer.Permission{viewer.UsersRead}})
		_, looker := holder(hub, key, "looker@example.org", nil)
		invite := func(address string, company bool) string {
			in := ana(address, vars{"account": vars{}})
			if company {
				in["in"].(vars)["companyId"] = companyID(ours)
			}
			return hub.Admin().Must(createUser, in).Text("createUser.user.id")
		}
		invite("old@example.org", false)
		hub.User("never@example.org", func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: "NEVER"} })
		hub.Clock.Advance(25 * time.Hour)
		hub.Admin().SignIn("mona@example.org", hubtest.Password)
		boss.SignIn("boss@example.org", hubtest.Password)
		looker.SignIn("looker@example.org", hubtest.Password)
		invite("open@example.org", true)
		back := invite("back@example.org", true)
		far := invite("far@example.org", false)
		gone := invite("gone@example.org", true)
		for _, id := range []string{back, far} {
			lost, _, _ := newestTo(hub, id)
			become(hub, lost, message.StateBOUNCED)
		}
		hub.Admin().Must(revokeInvitation, vars{"in": vars{"userId": gone}})
		for state, want := range map[string]string{"PENDING": "back far open", "EXPIRED": "old", "BOUNCED": "back far", "REVOKED": "gone"} {
			equal(t, "who is "+state, found(hub.Admin(), vars{"invitation": []string{state}}), want)
		}
		equal(t, "who is expired or taken back", found(hub.Admin(), vars{"invitation": []string{"EXPIRED", "REVOKED"}}), "gone old")
		equal(t, "whose came back, of one company", found(boss, vars{"invitation": []string{"BOUNCED"}}), "back")
		equal(t, "whose is open, of one company", found(boss, vars{"invitation": []string{"PENDING"}}), "back open")
		looker.Ask(findUsers, vars{"f": vars{"invitation": []string{"BOUNCED"}}}).Refused("FORBIDDEN")
		hub.Stranger().Ask(findUsers, vars{"f": vars{"invitation": []string{"PENDING"}}}).Refused("UNAUTHENTICATED")

		// Sent again, all that came back are open; whoever is warned of is named as a failure.
		hub.Admin().Must(bulkUpdate, vars{"in": vars{"filter": vars{"invitation": []string{"BOUNCED"}}, "resendInvitation": true, "overrideWarnings": insisting}})
		hubtest.Eventually(t, "both to be sent again", func() bool {
			hub.Settle()
			return found(hub.Admin(), vars{"invitation": []string{"BOUNCED"}}) == ""
		})
		equal(t, "who is open then", found(hub.Admin(), vars{"invitation": []string{"PENDING"}}), "back far open")
	})
}

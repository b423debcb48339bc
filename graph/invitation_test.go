package graph_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
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
		hub.Settle() // what waits for a day is given up
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

// Whichever of an invitation sent again and one taken back comes last counts: an account that was taken back has no link that works, and never
// are there two.
func TestInvitationsAtOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, _ := invited(hub, "ana@example.org")
		key, err := gid.Key(ent.TypeUser, id)
		if err != nil {
			t.Fatal(err)
		}
		in := vars{"in": vars{"userId": id}}
		live := func() int {
			return hub.Store.Ent(hubtest.System()).Link.Query().Where(link.UserID(key), link.UsedAtIsNil(), link.ReplacedAtIsNil()).CountX(hubtest.System())
		}
		for range 30 {
			var both sync.WaitGroup
			both.Go(func() { hub.Admin().Ask(revokeInvitation, in) })
			both.Go(func() { hub.Admin().Ask(resendInvitation, in) })
			both.Wait()
			a := hub.Store.Ent(hubtest.System()).Account.Query().Where(entaccount.UserID(key)).OnlyX(hubtest.System())
			if n := live(); (a.RevokedAt != nil) != (n == 0) || n > 1 {
				t.Fatalf("taken back at %v, with %d links that work", a.RevokedAt, n)
			}
		}
		for range 10 {
			var both sync.WaitGroup
			for range 2 {
				both.Go(func() { hub.Admin().Must(resendInvitation, in) })
			}
			both.Wait()
			equal(t, "the number of links that work", live(), 1)
		}
	})
}

// Of an invitation taken back while its link is used, one succeeds; and a link that was left over opens nothing.
func TestTakenBackOpensNothing(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, token := invited(hub, "ana@example.org")
		var both sync.WaitGroup
		var used, revoked string
		both.Go(func() {
			used = outcome(hub.Stranger().Ask(setPassword, vars{"t": token, "p": hubtest.Password}), "setPassword")
		})
		both.Go(func() {
			revoked = outcome(hub.Admin().Ask(revokeInvitation, vars{"in": vars{"userId": id}}), "revokeInvitation")
		})
		both.Wait()
		if said := used + " " + revoked; said != ok+" invalid" && said != "link_replaced "+ok {
			t.Errorf("using it said %s, taking it back %s", used, revoked)
		}
		other, left := invited(hub, "bo@example.org")
		key, err := gid.Key(ent.TypeUser, other)
		if err != nil {
			t.Fatal(err)
		}
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			a, err := tx.Account.Query().Where(entaccount.UserID(key)).Only(ctx)
			if err != nil {
				return err
			}
			return tx.Account.UpdateOne(a).SetRevokedAt(hub.Clock.Now()).Exec(ctx)
		})
		hub.Stranger().Ask(setPassword, vars{"t": left, "p": hubtest.Password}).Said("setPassword", "LINK_REPLACED")
	})
}

// A run about invitations that came back is about those of the moment at which it was started: one that comes back afterwards is not sent again
// by it, nor one that somebody sent again meanwhile.
func TestBouncedAtTheStart(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		messages := map[string]string{}
		people := map[string]string{}
		for _, who := range []string{"before", "mended", "after"} {
			people[who] = hub.Admin().Must(createUser, ana(who+"@example.org", vars{"account": vars{}})).Text("createUser.user.id")
			messages[who] = hub.Admin().Must(messagesOf, vars{"id": people[who]}).Text("messages.edges.0.node.id")
		}
		become(hub, messages["before"], message.StateBOUNCED)
		become(hub, messages["mended"], message.StateBOUNCED)
		id := hub.Admin().Must(bulkUpdate, vars{"in": vars{"filter": vars{"invitation": []string{"BOUNCED"}}, "resendInvitation": true, "overrideWarnings": insisting}}).
			Text("bulkUpdateUsers.jobRun.id")
		become(hub, messages["after"], message.StateBOUNCED)
		hub.Admin().Must(`mutation($in:UserIDInput!,$o:[WarningCode!]){resendInvitation(input:$in,overrideWarnings:$o){userErrors{code}}}`, vars{"in": vars{"userId": people["mended"]}, "o": insisting})
		if err := hub.App.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		ends(t, after(hub.Admin(), hub, id), "SUCCEEDED", 1, 0)
		equal(t, "whose still came back", found(hub.Admin(), vars{"invitation": []string{"BOUNCED"}}), "after")
	})
}

// Whoever chose a password since the board was read is sent no reset by it, and does not count as invited; elsewhere they are.
func TestInvitationsOnly(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		open, _ := invited(hub, "open@example.org")
		done, token := invited(hub, "done@example.org")
		hub.Stranger().Must(setPassword, vars{"t": token, "p": hubtest.Password})
		a := ran(hub.Admin(), hub, vars{"userIds": []string{open, done}, "resendInvitation": true, "invitationsOnly": true})
		ends(t, a, "SUCCEEDED", 2, 1)
		equal(t, "mails to whom is invited", len(mailsTo(hub, "open@example.org")), 2)
		equal(t, "mails to whom has a password", len(mailsTo(hub, "done@example.org")), 1)
		ends(t, ran(hub.Admin(), hub, vars{"userIds": []string{done}, "resendInvitation": true}), "SUCCEEDED", 1, 0)
		hubtest.Eventually(t, "a reset", func() bool { return len(mailsTo(hub, "done@example.org")) == 2 })
	})
}

package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	entrole "github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// What is wrong is said, and nothing changes.
func TestSupersedeRefused(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, bo := hub.User("ana@example.org", nil), hub.User("bo@example.org", nil)
		resting := hub.User("cy@example.org", nil)
		hub.Admin().Must(deactivateUser, about(userID(resting)))
		rows := hub.Rows()
		for claim, c := range map[string]struct {
			in          vars
			code, field string
		}{
			"without an address":       {superseding(u, " "), "REQUIRED", "email"},
			"by what is no address":    {superseding(u, "ana at home"), "INVALID", "email"},
			"by somebody else's":       {superseding(u, "BO@example.org"), "TAKEN", "email"},
			"by the present one":       {superseding(u, "ana@example.org"), "TAKEN", "email"},
			"of somebody inactive":     {superseding(resting, "new@example.org"), "INVALID", "userId"},
			"by a full-width spelling": {superseding(u, "ｂｏ@example.org"), "TAKEN", "email"},
		} {
			t.Run(claim, func(t *testing.T) {
				a := hub.Admin().Ask(supersedeUser, c.in)
				a.Said("supersedeUser", c.code)
				equal(t, "the field", field(a, "supersedeUser"), c.field)
				equal(t, "the way back", a.At("supersedeUser.undo"), nil)
				same(hub, rows)
			})
		}
		taken := hub.Admin().Ask(supersedeUser, superseding(u, "bo@example.org"))
		equal(t, "whose address it is", taken.Text("supersedeUser.userErrors.0.relatedId"), userID(bo))
		hub.Admin().Ask(supersedeUser, superseding(&ent.User{ID: 999_999}, "new@example.org")).Refused("NOT_FOUND")
	})
}

// Decision 6: a successor has no password yet, so the last Global Admin who can sign in is not superseded, by nobody. With
// another one there they are, and keep the role.
func TestSupersedeLastGlobalAdmin(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		mona, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.Email("mona@example.org")).Only(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		rows := hub.Rows()
		admin.Ask(supersedeUser, superseding(mona, "mona@new.example")).Said("supersedeUser", "LAST_GLOBAL_ADMIN")
		same(hub, rows)
		equal(t, "signed in", signedIn(admin), true)

		other, second := hub.Person("global_administrator", "two@example.org", nil)
		a := admin.Must(supersedeUser, superseding(mona, "mona@new.example"))
		equal(t, "signed in", signedIn(admin), false)
		next := second.Must(whole, vars{"id": a.Text("supersedeUser.user.id")})
		equal(t, "the role", next.Text("node.role.name"), "Global Administrator")
		second.Ask(supersedeUser, superseding(other, "two@new.example")).Said("supersedeUser", "LAST_GLOBAL_ADMIN")
	})
}

// Superseding gives nobody more than they could give: a role that the viewer may not grant and a reach beyond theirs are
// refused. What they merely do not see comes along unseen: nothing is lost, and nothing told.
func TestSupersedeWithinReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs, secret := newCompany(hub, "Ours"), newCompany(hub, "Theirs"), newGroup(hub, "Secret")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		_, guard := hub.Person("security_administrator", "guard@example.org", nil)
		near := func(email string, more func(*account.CreateInput)) *ent.User {
			return hub.User(email, func(in *account.CreateInput) {
				in.CompanyID, in.GroupIDs = &ours.ID, []int64{secret.ID}
				more(in)
			})
		}
		portal := hub.Role("portal_administrator")
		high := near("high@example.org", func(in *account.CreateInput) { in.RoleID = &portal })
		manager := near("manager@example.org", func(in *account.CreateInput) { in.ManagerOf = in.GroupIDs })
		wider := near("wider@example.org", func(in *account.CreateInput) { in.Assignments = []account.Assigned{{CompanyID: theirs.ID}} })
		plain := near("plain@example.org", func(in *account.CreateInput) {
			in.Note, in.Account = "Likes tea.", &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		})
		rows := hub.Rows()
		boss.Ask(supersedeUser, superseding(high, "new@example.org")).Said("supersedeUser", "ROLE_NOT_GRANTABLE")
		boss.Ask(supersedeUser, superseding(manager, "new@example.org")).Said("supersedeUser", "FORBIDDEN")
		boss.Ask(supersedeUser, superseding(wider, "new@example.org")).Said("supersedeUser", "FORBIDDEN")
		guard.Ask(supersedeUser, superseding(plain, "new@example.org")).Said("supersedeUser", "ROLE_NOT_GRANTABLE")
		same(hub, rows)

		a := boss.Must(supersedeUser, superseding(plain, "new@example.org"))
		next := a.Text("supersedeUser.user.id")
		seen := boss.Must(linked, vars{"id": next})
		equal(t, "the number of hidden groups", seen.At("node.hiddenGroupCount"), any(1.0))
		equal(t, "the name is told", strings.Contains(string(seen.Body), "Secret"), false)
		equal(t, "the number of mails", len(mailsTo(hub, "new@example.org")), 1)
		there := hub.Admin().Must(whole, vars{"id": next})
		equal(t, "the group", there.Text("node.groups.edges.0.node.name"), "Secret")
		equal(t, "the note", there.Text("node.note"), "Likes tea.")

		b := guard.Must(supersedeUser, superseding(near("super@example.org", func(in *account.CreateInput) {
			role := hub.Role("super_user")
			in.RoleID, in.Note = &role, "Unread."
		}), "super@new.example"))
		equal(t, "the way back for one who may not delete", b.At("supersedeUser.undo"), nil)
		equal(t, "the note that they may not read", guard.Must(whole, vars{"id": b.Text("supersedeUser.user.id")}).At("node.note"), nil)
		equal(t, "the note", hub.Admin().Must(whole, vars{"id": b.Text("supersedeUser.user.id")}).Text("node.note"), "Unread.")
	})
}

// Whoever changes users but not accounts leaves nobody an account: the old one closes, and the next is opened by those who
// may.
func TestSupersedeWithoutManagingAccounts(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		clerk, c := hub.Person("portal_administrator", "clerk@example.org", nil)
		old, _ := hub.Person("member", "ana@example.org", nil)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			portal, err := tx.Role.Query().Where(entrole.BuiltIn("portal_administrator")).Only(ctx)
			if err != nil {
				return err
			}
			own, err := tx.Role.Create().SetName("Clerk").SetReach(entrole.ReachEVERYTHING).
				SetPermissions([]string{string(viewer.UsersRead), string(viewer.UsersWrite), string(viewer.UsersDelete)}).
				SetGrants(portal.Grants).Save(ctx)
			if err != nil {
				return err
			}
			return tx.User.UpdateOneID(clerk.ID).SetRoleID(own.ID).Exec(ctx)
		})
		a := c.Must(supersedeUser, superseding(old, "ana@new.example"))
		equal(t, "the account", a.At("supersedeUser.user.account"), nil)
		equal(t, "the way back", a.At("supersedeUser.undo"), nil)
		equal(t, "the number of mails", len(mailsTo(hub, "ana@new.example")), 0)
		equal(t, "the old account", hub.Admin().Must(linked, vars{"id": userID(old)}).Text("node.account.state"), "CLOSED")
	})
}

// Of two who supersede the same person at the same moment one succeeds, and of two who want the same address.
func TestSupersedeInParallel(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for round := range 5 {
			one, two := hub.User(fmt.Sprintf("one-%d@example.org", round), nil), hub.User(fmt.Sprintf("two-%d@example.org", round), nil)
			wanted := fmt.Sprintf("same-%d@new.example", round)
			for claim, in := range map[string][]vars{
				"one person":  {superseding(one, fmt.Sprintf("a-%d@new.example", round)), superseding(one, fmt.Sprintf("b-%d@new.example", round))},
				"one address": {superseding(two, wanted), superseding(hub.User(fmt.Sprintf("three-%d@example.org", round), nil), wanted)},
			} {
				done := make(chan string, 2)
				for _, each := range in {
					go func() { done <- outcome(admin.Ask(supersedeUser, each), "supersedeUser") }()
				}
				got := []string{<-done, <-done}
				if refusal := got[0] + got[1]; refusal != "okinvalid" && refusal != "invalidok" && refusal != "oktaken" && refusal != "takenok" {
					t.Errorf("%s, round %d: %v", claim, round, got)
				}
			}
		}
	})
}

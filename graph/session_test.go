package graph_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	signIn = `mutation($l:String!,$p:String!){signIn(input:{login:$l,password:$p}){
		nextStep viewer{user{email}} userErrors{code field message params relatedId}}}`
	signOut      = `mutation{signOut{viewer{user{id} permissions} userErrors{code}}}`
	whoAmI       = `{viewer{user{id email} permissions reach grantableRoles{name}}}`
	requestReset = `mutation($l:String!){requestPasswordReset(input:{login:$l}){accepted userErrors{code}}}`
)

// S2.1: signing in needs a valid login name or account email, the password and a role. Whatever is missing, the answer
// is the same to the letter.
func TestSignIn(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		named := func(login string) func(*account.CreateInput) {
			return func(in *account.CreateInput) { in.Account.LoginName = &login }
		}
		_, own := hub.Person("member", "ana@example.org", named("ana.adams"))
		inactive, its := hub.Person("member", "inactive@example.org", nil)
		roleless, _ := hub.Person("member", "roleless@example.org", nil)
		closed, _ := hub.Person("member", "closed@example.org", nil)
		deleted, gone := hub.Person("member", "deleted@example.org", nil)
		hub.User("contact@example.org", func(in *account.CreateInput) {
			address := "sign-in@example.org"
			in.Account = &account.NewAccount{Email: &address, Notify: entaccount.NotifyNEVER}
		})
		hub.User("recorded@example.org", nil)
		equal(t, "who was signed in by choosing a password", own.Must(whoAmI, nil).Text("viewer.user.email"), "ana@example.org")
		shutOut(hub, inactive, roleless, closed, deleted)

		for _, login := range []string{"ana@example.org", "ana.adams", " ANA.Adams ", "ＡＮＡ@example.org"} {
			a := hub.Stranger().Must(signIn, vars{"l": login, "p": hubtest.Password})
			equal(t, "who signed in as "+login, a.Text("signIn.viewer.user.email"), "ana@example.org")
			equal(t, "the step", a.Text("signIn.nextStep"), "DONE")
		}
		wrong := hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password + "!"})
		wrong.Said("signIn", "BAD_CREDENTIALS")
		for _, login := range []string{
			"nobody@example.org", "", "inactive@example.org", "roleless@example.org", "closed@example.org", "deleted@example.org",
			"contact@example.org", "sign-in@example.org", "recorded@example.org", "ana_adams", "%",
		} {
			a := hub.Stranger().Ask(signIn, vars{"l": login, "p": hubtest.Password})
			equal(t, "the answer to "+login, string(a.Body), string(wrong.Body))
			equal(t, "the cookie for "+login, a.Header.Get("Set-Cookie"), "")
		}
		for name, c := range map[string]*hubtest.Client{"somebody inactive": its, "somebody deleted": gone} {
			equal(t, "the user of the session of "+name, c.Must(whoAmI, nil).At("viewer.user"), nil)
		}
	})
}

// shutOut brings each user into the state that they are called by.
func shutOut(hub *hubtest.Hub, inactive, roleless, closed, deleted *ent.User) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		now := hub.Clock.Now()
		acct, err := tx.Account.Query().Where(entaccount.UserID(closed.ID)).Only(ctx)
		if err != nil {
			return err
		}
		for _, err := range []error{
			tx.User.UpdateOneID(inactive.ID).SetStatus(user.StatusINACTIVE).Exec(ctx),
			tx.User.UpdateOneID(roleless.ID).ClearRoleID().Exec(ctx),
			tx.Account.UpdateOneID(acct.ID).SetClosedAt(now).Exec(ctx),
			tx.User.UpdateOneID(deleted.ID).SetDeletedAt(now).Exec(ctx),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// A session ends when it was not used for twelve hours, and after a week in any case.
func TestSessionEnds(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		signedIn := func(who *hubtest.Client) bool {
			t.Helper()
			return who.Must(whoAmI, nil).At("viewer.user") != nil
		}
		begun := hub.Clock.Now()
		hub.Clock.Set(begun.Add(12*time.Hour - time.Minute))
		equal(t, "signed in before twelve hours", signedIn(admin), true)
		hub.Clock.Set(begun.Add(24*time.Hour - 2*time.Minute))
		equal(t, "signed in since it was used meanwhile", signedIn(admin), true)
		hub.Clock.Advance(12*time.Hour + time.Second)
		equal(t, "signed in after twelve idle hours", signedIn(admin), false)

		open := hub.Stranger()
		open.SignIn("mona@example.org", hubtest.Password)
		open.Header.Set("X-Portico-Unattended", "1")
		hub.Clock.Advance(12*time.Hour - time.Minute)
		equal(t, "signed in while a page asks by itself", signedIn(open), true)
		hub.Clock.Advance(2 * time.Minute)
		equal(t, "signed in since a page asked by itself", signedIn(open), false)

		busy := hub.Stranger()
		busy.SignIn("mona@example.org", hubtest.Password)
		begun = hub.Clock.Now()
		for hub.Clock.Now().Before(begun.Add(7*24*time.Hour - 11*time.Hour)) {
			hub.Clock.Advance(11 * time.Hour)
			equal(t, "signed in while busy", signedIn(busy), true)
		}
		hub.Clock.Set(begun.Add(7*24*time.Hour - time.Minute))
		equal(t, "signed in within the week", signedIn(busy), true)
		hub.Clock.Set(begun.Add(7*24*time.Hour + time.Second))
		equal(t, "signed in after a week", signedIn(busy), false)
		busy.Ask(createUser, ana("ana@example.org", nil)).Refused("UNAUTHENTICATED")
	})
}

// Signing out ends the session itself, not just the cookie; signing in anew ends the one that the browser brought.
func TestSignOut(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		browser := hub.Stranger()
		first := browser.Must(signIn, vars{"l": "mona@example.org", "p": hubtest.Password}).Header.Get("Set-Cookie")
		second := browser.Must(signIn, vars{"l": "mona@example.org", "p": hubtest.Password}).Header.Get("Set-Cookie")
		stolen := func(cookie string) any {
			thief := hub.Stranger()
			thief.Header.Set("Cookie", cookie[:len("portico=")+43])
			return thief.Must(whoAmI, nil).At("viewer.user")
		}
		if stolen(second) == nil {
			t.Error("the new session does not work")
		}
		equal(t, "the user of the session before", stolen(first), nil)
		out := browser.Must(signOut, nil)
		equal(t, "the viewer after signing out", out.At("signOut.viewer.user"), nil)
		equal(t, "the user of the session after signing out", stolen(second), nil)
		if hub.Admin().Must(whoAmI, nil).At("viewer.user") == nil {
			t.Error("another browser was signed out as well")
		}
		browser.Must(signOut, nil)
	})
}

// What somebody may do is read anew on every request: a change of role counts from the next one on.
func TestSessionFollowsRole(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		c.Ask(createUser, ana("bo@example.org", nil)).Refused("FORBIDDEN")
		hub.Admin().Must(updateUser, to(hub, u, vars{"roleId": roleID(hub, "portal_administrator")}))
		c.Must(createUser, ana("bo@example.org", nil))
		hub.Admin().Must(updateUser, to(hub, u, vars{"roleId": roleID(hub, "super_user")}))
		c.Ask(createUser, ana("cy@example.org", nil)).Refused("FORBIDDEN")
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).ClearRoleID().Exec(ctx)
		})
		equal(t, "the user of the session", c.Must(whoAmI, nil).At("viewer.user"), nil)
	})
}

// S0.9: the same answer whether or not the name is known, and mail only to whoever may use it.
func TestRequestPasswordReset(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, _ = hub.Person("member", "ana@example.org", func(in *account.CreateInput) { login := "ana.adams"; in.Account.LoginName = &login })
		off, _ := hub.Person("member", "off@example.org", nil)
		hub.User("recorded@example.org", nil)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(off.ID).SetStatus(user.StatusINACTIVE).Exec(ctx)
		})
		before := len(hub.Mail.All())
		known := hub.Stranger().Must(requestReset, vars{"l": "ANA.adams"})
		hub.Settle()
		for _, login := range []string{"nobody@example.org", "", "off@example.org", "recorded@example.org", "%", "ana@example.org"} {
			a := hub.Stranger().Must(requestReset, vars{"l": login})
			equal(t, "the answer for "+login, string(a.Body), string(known.Body))
			equal(t, "the status for "+login, a.Status, known.Status)
		}
		hub.Settle()
		equal(t, "the number of emails", len(hub.Mail.All())-before, 2)
		mails := mailsTo(hub, "ana@example.org")
		equal(t, "the number of emails to the owner, with the invitation", len(mails), 3)
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": "another-on-tin-9"})
		hub.Stranger().SignIn("ana.adams", "another-on-tin-9")
	})
}

// Decision 2: who was not told yet is told by nobody but an administrator or a Notification job: asking for a reset sends them
// nothing, opens nothing, and is answered as ever. Once they were told, they get links like everybody.
func TestResetBeforeInvitation(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		known := hub.Stranger().Must(requestReset, vars{"l": "nobody@example.org"})
		for _, notify := range []string{"NEVER", "BY_JOB"} {
			address := strings.ToLower(notify) + "@example.org"
			id := hub.Admin().Must(createUser, ana(address, vars{"account": vars{"notify": notify}})).Text("createUser.user.id")
			a := hub.Stranger().Must(requestReset, vars{"l": address})
			equal(t, "the answer for "+notify, string(a.Body), string(known.Body))
			equal(t, "the number of emails for "+notify, len(mailsTo(hub, address)), 0)
			is := hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{account{notifiedAt}}}}`, vars{"id": id})
			equal(t, "when they were told, for "+notify, is.At("node.account.notifiedAt"), nil)

			hub.Admin().Must(resendInvitation, vars{"in": vars{"userId": id}})
			hub.Stranger().Must(requestReset, vars{"l": address})
			equal(t, "the number of emails once told, for "+notify, len(mailsTo(hub, address)), 2)
			hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, address), "p": hubtest.Password})

			hub.Admin().Must(supersedeUser, superseding(userOf(hub, address), "new."+address))
			equal(t, "the number of emails to a new address, for "+notify, len(mailsTo(hub, "new."+address)), 0)
			hub.Stranger().Must(requestReset, vars{"l": "new." + address})
			equal(t, "the number of emails once who had a password asks, for "+notify, len(mailsTo(hub, "new."+address)), 1)
		}
	})
}

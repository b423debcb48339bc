package graph_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	setPassword = `mutation($t:String!,$p:String!){setPassword(input:{token:$t,password:$p}){
		nextStep viewer{user{email}} userErrors{code field message params}}}`
	renewLink  = `mutation($t:String!){renewLink(input:{token:$t}){accepted userErrors{code}}}`
	linkStatus = `query($t:String!){link(token:$t){state kind expiresAt}}`
	setUp      = `mutation($t:String!,$p:String!){setUp(input:{token:$t,email:"mona@example.org",firstName:"Mona",lastName:"Kvam",password:$p}){
		nextStep viewer{user{email}} userErrors{code field}}}`
)

// invited makes a user with an account and returns their id and the token of the invitation.
func invited(hub *hubtest.Hub, address string) (id, token string) {
	hub.T.Helper()
	a := hub.Admin().Must(createUser, ana(address, vars{"account": vars{}}))
	return a.Text("createUser.user.id"), tokenTo(hub, address)
}

func linkIs(t *testing.T, hub *hubtest.Hub, token, state string) {
	t.Helper()
	equal(t, "the link", hub.Stranger().Must(linkStatus, vars{"t": token}).Text("link.state"), state)
}

func expires(hub *hubtest.Hub, token string) time.Time {
	hub.T.Helper()
	at, err := time.Parse(time.RFC3339Nano, hub.Stranger().Must(linkStatus, vars{"t": token}).Text("link.expiresAt"))
	if err != nil {
		hub.T.Fatal(err)
	}
	return at
}

// S0.6: a link works after 23:59 and is refused after 24:00:01. Looking at it changes nothing.
func TestLinkLife(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		begun := hub.Clock.Now()
		_, early := invited(hub, "early@example.org")
		late, token := invited(hub, "late@example.org")
		end := expires(hub, early)
		if end.Before(begun.Add(24*time.Hour)) || end.After(hub.Clock.Now().Add(24*time.Hour)) {
			t.Errorf("the link ends at %s, made between %s and %s", end, begun, hub.Clock.Now())
		}
		hub.Clock.Set(end.Add(-time.Minute))
		for range 3 {
			linkIs(t, hub, early, "VALID")
		}
		a := hub.Stranger().Must(setPassword, vars{"t": early, "p": hubtest.Password})
		equal(t, "who is signed in", a.Text("setPassword.viewer.user.email"), "early@example.org")

		hub.Clock.Set(expires(hub, token).Add(time.Second))
		linkIs(t, hub, token, "EXPIRED")
		linkIs(t, hub, early, "USED")
		rows := hub.Rows()
		hub.Stranger().Ask(setPassword, vars{"t": token, "p": hubtest.Password}).Said("setPassword", "LINK_EXPIRED")
		hub.Stranger().Ask(setPassword, vars{"t": early, "p": hubtest.Password}).Said("setPassword", "LINK_USED")
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
		admin := hub.Stranger()
		admin.SignIn("mona@example.org", hubtest.Password)
		equal(t, "the state", admin.Must(accountOf, vars{"id": late}).Text("node.account.state"), "INVITATION_EXPIRED")
	})
}

// S0.7: staff can always send another. The newest works for a fresh 24 hours, the older ones are dead.
func TestLinkReplaced(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, first := invited(hub, "ana@example.org")
		hub.Clock.Advance(11 * time.Hour)
		hub.Admin().Must(resendInvitation, vars{"in": vars{"userId": id}})
		second := tokenTo(hub, "ana@example.org")
		linkIs(t, hub, first, "REPLACED")
		hub.Stranger().Ask(setPassword, vars{"t": first, "p": hubtest.Password}).Said("setPassword", "LINK_REPLACED")
		hub.Clock.Set(expires(hub, first).Add(time.Minute))
		linkIs(t, hub, first, "REPLACED")
		linkIs(t, hub, second, "VALID")
		equal(t, "the fresh time", expires(hub, second).Sub(expires(hub, first)) >= 11*time.Hour, true)
		hub.Stranger().Must(setPassword, vars{"t": second, "p": hubtest.Password})
	})
}

// S0.11: whoever holds a link that has expired gets a new one that works, sent to the owner and to nobody else. The
// answer is the same for any token.
func TestRenewLink(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, old := invited(hub, "ana@example.org")
		_, live := invited(hub, "bo@example.org")
		hub.Clock.Set(expires(hub, old).Add(time.Second))
		renewed := hub.Stranger().Must(renewLink, vars{"t": old})
		for _, token := range []string{"", "rubbish", strings.Repeat("A", 43)} {
			equal(t, "the answer", string(hub.Stranger().Must(renewLink, vars{"t": token}).Body), string(renewed.Body))
		}
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), 2)
		fresh := tokenTo(hub, "ana@example.org")
		linkIs(t, hub, fresh, "VALID")
		hub.Stranger().Must(setPassword, vars{"t": fresh, "p": hubtest.Password})

		hub.Clock.Set(expires(hub, live).Add(-time.Hour))
		hub.Stranger().Must(renewLink, vars{"t": live})
		equal(t, "the number of mails for a link that works", len(mailsTo(hub, "bo@example.org")), 1)
		linkIs(t, hub, live, "VALID")
	})
}

// A link that nobody made says so, and a password that will not do leaves the link as it is.
func TestSetPasswordRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, token := invited(hub, "ana@example.org")
		for _, unknown := range []string{"", "rubbish", strings.Repeat("A", 43), token + "A", token[1:]} {
			linkIs(t, hub, unknown, "UNKNOWN")
			hub.Stranger().Ask(setPassword, vars{"t": unknown, "p": hubtest.Password}).Said("setPassword", "LINK_UNKNOWN")
		}
		for password, code := range map[string]string{
			"short": "PASSWORD_TOO_SHORT", " kettle-on-tin": "LEADING_OR_TRAILING_SPACE", "kettle-on-tin ": "LEADING_OR_TRAILING_SPACE",
			"password": "PASSWORD_TOO_COMMON", "Ana@Example.org": "PASSWORD_TOO_COMMON", strings.Repeat("x1", 65): "INVALID",
		} {
			a := hub.Stranger().Ask(setPassword, vars{"t": token, "p": password})
			a.Said("setPassword", code)
			equal(t, "the field of "+password, field(a, "setPassword"), "password")
			equal(t, "the cookie", a.Header.Get("Set-Cookie"), "")
		}
		linkIs(t, hub, token, "VALID")
		hub.Stranger().Must(setPassword, vars{"t": token, "p": hubtest.Password})
	})
}

// Decision 3: a new password ends every session of the user and kills every other link, and the one before fails.
func TestSetPasswordEndsAll(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, first := hub.Person("member", "ana@example.org", nil)
		second := hub.Stranger()
		second.SignIn("ana@example.org", hubtest.Password)
		hub.Admin().Must(sendPasswordReset, vars{"in": vars{"userId": userID(u)}})
		token := tokenTo(hub, "ana@example.org")
		third := hub.Stranger()
		third.Must(setPassword, vars{"t": token, "p": "another-on-tin-9"})
		for name, c := range map[string]*hubtest.Client{"first": first, "second": second} {
			equal(t, "the user of the "+name+" session", c.Must(whoAmI, nil).At("viewer.user"), nil)
		}
		equal(t, "the user of the new session", third.Must(whoAmI, nil).Text("viewer.user.email"), "ana@example.org")
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		hub.Stranger().SignIn("ana@example.org", "another-on-tin-9")
		if hub.Admin().Must(whoAmI, nil).At("viewer.user") == nil {
			t.Error("somebody else was signed out")
		}
	})
}

// A link is no use to somebody who was deactivated, deleted or whose account is closed, and staff cannot send them another.
func TestLinkOfInactive(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		for name, c := range map[string]struct {
			change     func(ctx context.Context, tx *ent.Client, id int64) error
			link, code string
		}{
			"inactive": {func(ctx context.Context, tx *ent.Client, id int64) error {
				return tx.User.UpdateOneID(id).SetStatus(user.StatusINACTIVE).Exec(ctx)
			}, "LINK_REPLACED", "INVALID"},
			"closed": {func(ctx context.Context, tx *ent.Client, id int64) error {
				a, err := tx.Account.Query().Where(entaccount.UserID(id)).Only(ctx)
				if err != nil {
					return err
				}
				return tx.Account.UpdateOne(a).SetClosedAt(hub.Clock.Now()).Exec(ctx)
			}, "LINK_UNKNOWN", "NO_ACCOUNT"},
			"deleted": {func(ctx context.Context, tx *ent.Client, id int64) error {
				return tx.User.UpdateOneID(id).SetDeletedAt(hub.Clock.Now()).Exec(ctx)
			}, "LINK_REPLACED", "NOT_FOUND"},
		} {
			address := name + "@example.org"
			id, token := invited(hub, address)
			key, err := gid.Key(ent.TypeUser, id)
			if err != nil {
				t.Fatal(err)
			}
			write(hub, func(ctx context.Context, tx *ent.Client) error { return c.change(ctx, tx, key) })
			hub.Stranger().Ask(setPassword, vars{"t": token, "p": hubtest.Password}).Said("setPassword", c.link)
			a := hub.Admin().Ask(resendInvitation, vars{"in": vars{"userId": id}})
			equal(t, "the answer to sending another to "+address, strings.Join(append(a.Codes("resendInvitation"), a.Code()), ""), c.code)
			hub.Stranger().Must(requestReset, vars{"l": address})
			hub.Stranger().Must(renewLink, vars{"t": token})
			equal(t, "the number of mails to "+address, len(mailsTo(hub, address)), 1)
		}
	})
}

// Of fifty who use one link at the same time, one succeeds.
func TestSetPasswordOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, token := invited(hub, "ana@example.org")
		said := make(chan string, 50)
		for range cap(said) {
			c := hub.Stranger()
			go func() {
				a := c.Ask(setPassword, vars{"t": token, "p": hubtest.Password})
				said <- strings.Join(append(a.Codes("setPassword"), a.Code()), "") + a.Text("setPassword.nextStep")
			}()
		}
		count := map[string]int{}
		for range cap(said) {
			count[<-said]++
		}
		equal(t, "the number of successes", count["DONE"], 1)
		equal(t, "the number told that it was used", count["LINK_USED"], cap(said)-1)
	})
}

// The set-up link makes the first administrator, once, and is no use as any other link.
func TestSetUp(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		address, err := hub.Accounts.SetUpLink(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		_, token, _ := strings.Cut(address, "token=")
		linkIs(t, hub, token, "UNKNOWN")
		hub.Stranger().Ask(setPassword, vars{"t": token, "p": hubtest.Password}).Said("setPassword", "LINK_UNKNOWN")
		hub.Stranger().Ask(setUp, vars{"t": "rubbish", "p": hubtest.Password}).Said("setUp", "LINK_UNKNOWN")
		hub.Stranger().Ask(setUp, vars{"t": token, "p": "short"}).Said("setUp", "PASSWORD_TOO_SHORT")
		admin := hub.Stranger()
		a := admin.Must(setUp, vars{"t": token, "p": hubtest.Password})
		equal(t, "who is signed in", a.Text("setUp.viewer.user.email"), "mona@example.org")
		admin.Must(createUser, ana("ana@example.org", nil))
		hub.Stranger().Ask(setUp, vars{"t": token, "p": hubtest.Password}).Said("setUp", "LINK_USED")
		again, err := hub.Accounts.SetUpLink(hubtest.System())
		if err != nil || again != "" {
			t.Errorf("another set-up link: %q, %v", again, err)
		}
	})
}

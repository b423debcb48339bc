package graph_test

import (
	"strings"
	"testing"
	"time"

	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	setTemporaryPassword = `mutation($in:SetTemporaryPasswordInput!){setTemporaryPassword(input:$in){
		user{id account{state linkExpiresAt temporaryUntil}} userErrors{code field message}}}`
	changePassword = `mutation($c:String!,$n:String!){changePassword(input:{currentPassword:$c,newPassword:$n}){
		nextStep viewer{user{email}} userErrors{code field message}}}`
	temporary = "handed-over-42"
	chosen    = "chosen-by-ana-7"
)

func handOver(id, password string) vars { return vars{"in": vars{"userId": id, "password": password}} }

// S3.7, S3.8, decision 8: a temporary password works at once, every older one and every session ends at once, a live link
// dies, and nobody is mailed. The account says so until its owner chose another.
func TestTemporaryPassword(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		hub.Admin().Must(sendPasswordReset, about(userID(u)))
		token, mails := tokenTo(hub, "ana@example.org"), len(mailsTo(hub, "ana@example.org"))
		a := hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		equal(t, "the state", a.Text("setTemporaryPassword.user.account.state"), "TEMPORARY_PASSWORD")
		equal(t, "when a link ends", a.At("setTemporaryPassword.user.account.linkExpiresAt"), nil)
		until, err := time.Parse(time.RFC3339Nano, a.Text("setTemporaryPassword.user.account.temporaryUntil"))
		if left := until.Sub(hub.Clock.Now()); err != nil || left > 24*time.Hour || left < 24*time.Hour-time.Minute {
			t.Errorf("it works until %s, %v", until, err)
		}
		equal(t, "signed in", signedIn(c), false)
		linkIs(t, hub, token, "REPLACED")
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")

		half := hub.Stranger()
		b := half.Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		equal(t, "the step", b.Text("signIn.nextStep"), "CHANGE_PASSWORD")
		equal(t, "the viewer", b.At("signIn.viewer"), nil)
		equal(t, "signed in", signedIn(half), false)
		half.Ask(findUsers, vars{"f": vars{}}).Refused("UNAUTHENTICATED")
		half.Ask(updateUser, to(hub, u, vars{"title": "Head"})).Refused("UNAUTHENTICATED")
		half.Ask(undo, vars{"t": "rubbish"}).Refused("UNAUTHENTICATED")
		half.Ask(`query($id:ID!){node(id:$id){id}}`, vars{"id": userID(u)}).Refused("UNAUTHENTICATED")
		const schema = `{__schema{types{name}}}`
		hub.Admin().Must(schema, nil)
		equal(t, "the answer to who asks for the schema", half.Ask(schema, nil).Code(), hub.Stranger().Ask(schema, nil).Code())
		long := `# ` + strings.Repeat("x", 40<<10) + "\n" + whoAmI
		hub.Admin().Must(long, nil)
		equal(t, "the answer to a long request", half.Ask(long, nil).Code(), hub.Stranger().Ask(long, nil).Code())

		done := half.Must(changePassword, vars{"c": temporary, "n": chosen})
		equal(t, "the step", done.Text("changePassword.nextStep"), "DONE")
		equal(t, "who is signed in", done.Text("changePassword.viewer.user.email"), "ana@example.org")
		equal(t, "signed in", signedIn(half), true)
		equal(t, "the state", hub.Admin().Must(accountOf, vars{"id": userID(u)}).Text("node.account.state"), "ACTIVE")
		const end = `query($id:ID!){node(id:$id){... on User{account{temporaryUntil}}}}`
		equal(t, "when the one that was chosen ends", hub.Admin().Must(end, vars{"id": userID(u)}).At("node.account.temporaryUntil"), nil)
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": temporary}).Said("signIn", "BAD_CREDENTIALS")
		equal(t, "the step", hub.Stranger().Must(signIn, vars{"l": "ana@example.org", "p": chosen}).Text("signIn.nextStep"), "DONE")
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), mails)
	})
}

// It gives access to somebody who never had a password, too: nobody has to wait for an email.
func TestTemporaryPasswordOfInvited(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: entaccount.NotifyNEVER} })
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		half := hub.Stranger()
		equal(t, "the step", half.Must(signIn, vars{"l": "ana@example.org", "p": temporary}).Text("signIn.nextStep"), "CHANGE_PASSWORD")
		half.Must(changePassword, vars{"c": temporary, "n": chosen})
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), 0)
		none := hub.User("bo@example.org", nil)
		hub.Admin().Ask(setTemporaryPassword, handOver(userID(none), temporary)).Said("setTemporaryPassword", "NO_ACCOUNT")
	})
}

// S3.9: spaces at the ends are refused in words, and so is what nobody may choose. Nothing changes then.
func TestTemporaryPasswordRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		hub.Admin()
		rows := hub.Rows()
		for password, code := range map[string]string{" handed-over-42": "LEADING_OR_TRAILING_SPACE", "handed-over-42 ": "LEADING_OR_TRAILING_SPACE",
			"\u00a0handed-over-42": "LEADING_OR_TRAILING_SPACE", "handed-over-42\t": "LEADING_OR_TRAILING_SPACE", "short": "PASSWORD_TOO_SHORT", "": "PASSWORD_TOO_SHORT",
			"password": "PASSWORD_TOO_COMMON", "ana@example.org": "PASSWORD_TOO_COMMON", strings.Repeat("x1", 65): "INVALID"} {
			a := hub.Admin().Ask(setTemporaryPassword, handOver(userID(u), password))
			a.Said("setTemporaryPassword", code)
			equal(t, "the field", field(a, "setTemporaryPassword"), "password")
			if said := a.Text("setTemporaryPassword.userErrors.0.message"); code == "LEADING_OR_TRAILING_SPACE" && said != "Remove the space at the beginning or the end." {
				t.Errorf("the sentence is %q", said)
			}
		}
		equal(t, "signed in", signedIn(c), true)
		hub.Stranger().SignIn("ana@example.org", hubtest.Password)
		rows["sessions"]++
		rows["activities"]++
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
	})
}

// It works after 23:59 and is dead after 24:00:01, also for whoever signed in with it before and did not choose another.
// Asking for a link still works then.
func TestTemporaryPasswordDies(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		v, _ := hub.Person("member", "bo@example.org", nil)
		hub.Admin()
		begun := hub.Clock.Now()
		hub.Admin().Must(setTemporaryPassword, handOver(userID(v), temporary))
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		set := hub.Clock.Now()
		hub.Clock.Set(begun.Add(24*time.Hour - time.Minute))
		half, late := hub.Stranger(), hub.Stranger()
		half.Must(signIn, vars{"l": "ana@example.org", "p": temporary})
		late.Must(signIn, vars{"l": "bo@example.org", "p": temporary})
		hub.Clock.Set(begun.Add(24*time.Hour - time.Minute))
		half.Must(changePassword, vars{"c": temporary, "n": chosen})

		hub.Clock.Set(set.Add(24*time.Hour + time.Second))
		dead := hub.Stranger().Ask(signIn, vars{"l": "bo@example.org", "p": temporary})
		wrong := hub.Stranger().Ask(signIn, vars{"l": "bo@example.org", "p": "nothing-of-it-1"})
		equal(t, "the answer to the dead one", string(dead.Body), string(wrong.Body))
		a := late.Ask(changePassword, vars{"c": temporary, "n": chosen})
		if len(a.Codes("changePassword")) == 0 && a.Code() == "" {
			t.Error("a dead temporary password still chose another")
		}
		hub.Stranger().Ask(signIn, vars{"l": "bo@example.org", "p": chosen}).Said("signIn", "BAD_CREDENTIALS")
		hub.Stranger().SignIn("ana@example.org", chosen)
		hub.Stranger().Must(requestReset, vars{"l": "bo@example.org"})
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "bo@example.org"), "p": chosen})
		equal(t, "the step", hub.Stranger().Must(signIn, vars{"l": "bo@example.org", "p": chosen}).Text("signIn.nextStep"), "DONE")
	})
}

// S3.10: history says who set it, for whom and from where, and not what it is.
func TestTemporaryPasswordInHistory(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, boss := hub.Person("portal_administrator", "boss@example.org", nil)
		u, _ := hub.Person("member", "ana@example.org", nil)
		boss.Must(setTemporaryPassword, handOver(userID(u), temporary))
		a := hub.Admin().Must(changesOf, vars{"id": userID(u), "n": 9})
		equal(t, "what changed", a.Text("node.changes.edges.0.node.entity"), "Credential")
		equal(t, "who changed it", a.Text("node.changes.edges.0.node.actorUser.email"), "boss@example.org")
		equal(t, "where from", a.Text("node.changes.edges.0.node.origin"), "127.0.0.1")
		equal(t, "it can be taken back", a.At("node.changes.edges.0.node.undoable"), any(false))
		for _, hidden := range []string{temporary, "argon2", "hash"} {
			equal(t, hidden+" is told", strings.Contains(string(a.Body), hidden), false)
		}
	})
}

// Whoever is inactive could not sign in with a temporary password, so that is said, and theirs stays.
func TestTemporaryPasswordOfInactive(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		hub.Admin().Must(texts["deactivateUser"], about(userID(u)))
		a := hub.Admin().Ask(setTemporaryPassword, handOver(userID(u), temporary))
		a.Said("setTemporaryPassword", "INVALID")
		equal(t, "the words", a.Text("setTemporaryPassword.userErrors.0.message"), "Ana Adams is inactive. Reactivate them first.")
		hub.Admin().Must(texts["reactivateUser"], about(userID(u)))
		hub.Stranger().SignIn("ana@example.org", hubtest.Password)
	})
}

// One's own password: the present one is asked for, every other browser is signed out, and this one goes on.
func TestChangePassword(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("member", "ana@example.org", nil)
		other := hub.Stranger()
		other.SignIn("ana@example.org", hubtest.Password)
		rows := hub.Rows()
		for _, guess := range []string{"", "nothing-of-it-1", hubtest.Password + " ", strings.ToUpper(hubtest.Password)} {
			a := c.Ask(changePassword, vars{"c": guess, "n": chosen})
			a.Said("changePassword", "BAD_CREDENTIALS")
			equal(t, "the field", field(a, "changePassword"), "currentPassword")
		}
		for password, code := range map[string]string{"short": "PASSWORD_TOO_SHORT", "kettle-on-tin-8 ": "LEADING_OR_TRAILING_SPACE", "password": "PASSWORD_TOO_COMMON", hubtest.Password: "INVALID"} {
			a := c.Ask(changePassword, vars{"c": hubtest.Password, "n": password})
			a.Said("changePassword", code)
			equal(t, "the field of "+password, field(a, "changePassword"), "newPassword")
		}
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
		for range 10 { // looking for a good one uses up no try
			c.Ask(changePassword, vars{"c": hubtest.Password, "n": "password"}).Said("changePassword", "PASSWORD_TOO_COMMON")
		}
		equal(t, "the other browser is signed in", signedIn(other), true)
		a := c.Must(changePassword, vars{"c": hubtest.Password, "n": chosen})
		equal(t, "who is signed in", a.Text("changePassword.viewer.user.email"), "ana@example.org")
		equal(t, "this browser is signed in", signedIn(c), true)
		equal(t, "the other browser is signed in", signedIn(other), false)
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		hub.Stranger().SignIn("ana@example.org", chosen)
		hub.Stranger().Ask(changePassword, vars{"c": hubtest.Password, "n": chosen}).Refused("UNAUTHENTICATED")
	})
}

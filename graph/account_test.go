package graph_test

import (
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	createAccount = `mutation($in:CreateAccountInput!){createAccount(input:$in){
		user{id email role{name} account{email loginName state notify creationNotice linkExpiresAt notifiedAt}}
		userErrors{code field message params relatedId}}}`
	resendInvitation = `mutation($in:UserIDInput!){resendInvitation(input:$in){
		message{id kind to state createdAt linkExpiresAt linkState text html} userErrors{code message params}}}`
	sendPasswordReset = `mutation($in:UserIDInput!){sendPasswordReset(input:$in){
		message{id kind to state createdAt linkExpiresAt linkState text html} userErrors{code message params}}}`
	accountOf = `query($id:ID!){node(id:$id){... on User{account{email loginName state notify creationNotice linkExpiresAt notifiedAt}}}}`
)

// S0.1: anybody recorded can get an account. Without one, signing in fails; after the invitation is used, it works.
// S0.5: creating it sends exactly one mail, to the account email, with a link and without a password.
func TestCreateAccount(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", nil)
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		a := hub.Admin().Must(createAccount, vars{"in": vars{"userId": userID(u), "account": vars{"email": "ana@work.example", "loginName": "Ana.A"}}})
		equal(t, "the account email", a.Text("createAccount.user.account.email"), "ana@work.example")
		equal(t, "the contact email", a.Text("createAccount.user.email"), "ana@example.org")
		equal(t, "the login name", a.Text("createAccount.user.account.loginName"), "Ana.A")
		equal(t, "the state", a.Text("createAccount.user.account.state"), "INVITED")

		equal(t, "the number of mails to the contact email", len(mailsTo(hub, "ana@example.org")), 0)
		mails := mailsTo(hub, "ana@work.example")
		equal(t, "the number of mails", len(mails), 1)
		for _, part := range []string{mails[0].Text, mails[0].HTML} {
			equal(t, "the number of links", strings.Count(part, hub.URL+"/set-password#token=") > 0, true)
			equal(t, "a password in it", strings.Contains(part, hubtest.Password), false)
		}
		hub.Stranger().Ask(signIn, vars{"l": "ana@work.example", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@work.example"), "p": hubtest.Password})
		hub.Stranger().SignIn("ana@work.example", hubtest.Password)
		hub.Stranger().SignIn("ana.a", hubtest.Password)
		equal(t, "the state", hub.Admin().Must(accountOf, vars{"id": userID(u)}).Text("node.account.state"), "ACTIVE")
	})
}

// S0.4: the account email is prefilled from the contact email, may differ, and is refused with a name of its own
// when it was emptied. S0.12: each failure has its code.
func TestCreateAccountEmail(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		rows := hub.Rows()
		for code, emails := range map[string][]string{"NO_EMAIL": {"", "  ", "\u00a0"}, "INVALID": {"ana", "ana@@example.org"}} {
			for _, email := range emails {
				a := admin.Ask(createAccount, vars{"in": vars{"userId": userID(u), "account": vars{"email": email}}})
				a.Said("createAccount", code)
				equal(t, "the field", field(a, "createAccount"), "account.email")
				b := admin.Ask(createUser, ana("bo@example.org", vars{"account": vars{"email": email}}))
				b.Said("createUser", code)
				equal(t, "the field", field(b, "createUser"), "account.email")
			}
		}
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
		a := admin.Must(createAccount, vars{"in": vars{"userId": userID(u), "account": vars{}}})
		equal(t, "the account email", a.Text("createAccount.user.account.email"), "ana@example.org")
		equal(t, "the login name", a.Text("createAccount.user.account.loginName"), "ana@example.org")
		equal(t, "the role", a.Text("createAccount.user.role.name"), "Member")
		again := admin.Ask(createAccount, vars{"in": vars{"userId": userID(u), "account": vars{}}})
		again.Said("createAccount", "ACCOUNT_EXISTS")
		b := admin.Must(createUser, ana("bo@example.org", vars{"account": vars{"email": "bo@work.example"}}))
		equal(t, "the account email", b.Text("createUser.user.account.email"), "bo@work.example")
		equal(t, "the contact email", b.Text("createUser.user.email"), "bo@example.org")
		none := hub.User("cy@example.org", nil)
		for mutation, name := range map[string]string{resendInvitation: "resendInvitation", sendPasswordReset: "sendPasswordReset"} {
			admin.Ask(mutation, vars{"in": vars{"userId": userID(none)}}).Said(name, "NO_ACCOUNT")
		}
	})
}

// Decision 2, S2.13: the owner is told now, by a job, or never.
func TestCreateAccountNotify(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		for notify, mails := range map[string]int{"IMMEDIATELY": 1, "BY_JOB": 0, "NEVER": 0} {
			address := strings.ToLower(notify) + "@example.org"
			a := hub.Admin().Must(createUser, ana(address, vars{"account": vars{"notify": notify}}))
			equal(t, "the number of mails "+notify, len(mailsTo(hub, address)), mails)
			equal(t, "the state", a.Text("createUser.user.account.state"), "INVITED")
			equal(t, "the sentence of "+notify, a.At("createUser.user.account.creationNotice") != nil, mails == 1)
			equal(t, "a link of "+notify, a.At("createUser.user.account.linkExpiresAt") != nil, mails == 1)
			if mails == 0 {
				hub.Admin().Must(resendInvitation, vars{"in": vars{"userId": a.Text("createUser.user.id")}})
				equal(t, "the number of mails once invited", len(mailsTo(hub, address)), 1)
			}
		}
	})
}

// S0.8: the sentence stands there for sixteen hours and no longer, for every administrator, whatever became of
// the browser that created the account.
func TestCreationNotice(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, other := hub.Person("portal_administrator", "other@example.org", nil)
		begun := hub.Clock.Now()
		a := hub.Admin().Must(createUser, ana("ana@example.org", vars{"account": vars{}}))
		done := hub.Clock.Now()
		id := a.Text("createUser.user.id")
		equal(t, "the sentence", a.Text("createUser.user.account.creationNotice"), account.CreationNotice)
		equal(t, "the sentence for another", other.Must(accountOf, vars{"id": id}).Text("node.account.creationNotice"), account.CreationNotice)
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})

		for at, want := range map[time.Time]any{begun.Add(16*time.Hour - time.Minute): account.CreationNotice, done.Add(16 * time.Hour): nil} {
			hub.Clock.Set(at)
			for _, address := range []string{"mona@example.org", "other@example.org"} {
				again := hub.Stranger()
				again.SignIn(address, hubtest.Password)
				hub.Clock.Set(at)
				equal(t, "the sentence at "+at.String(), again.Must(accountOf, vars{"id": id}).At("node.account.creationNotice"), want)
			}
		}
	})
}

// S0.10: sending a reset sends exactly one mail. Decision 4: before a password exists either action invites, afterwards
// either resets.
func TestSendPasswordReset(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := hub.Admin().Must(createUser, ana("ana@example.org", vars{"account": vars{"email": "ana@work.example"}}))
		in := vars{"in": vars{"userId": a.Text("createUser.user.id")}}
		for i, step := range []struct{ mutation, name, kind string }{
			{resendInvitation, "resendInvitation", "INVITATION"}, {sendPasswordReset, "sendPasswordReset", "INVITATION"},
			{sendPasswordReset, "sendPasswordReset", "PASSWORD_RESET"}, {resendInvitation, "resendInvitation", "PASSWORD_RESET"},
		} {
			if i == 2 {
				hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@work.example"), "p": hubtest.Password})
			}
			sent := hub.Admin().Must(step.mutation, in)
			equal(t, "the kind", sent.Text(step.name+".message.kind"), step.kind)
			equal(t, "the address", sent.Text(step.name+".message.to"), "ana@work.example")
			equal(t, "the link", sent.Text(step.name+".message.linkState"), "VALID")
			equal(t, "the number of mails", len(mailsTo(hub, "ana@work.example")), i+2)
		}
		equal(t, "the number of mails to the contact email", len(mailsTo(hub, "ana@example.org")), 0)
		hub.Stranger().SignIn("ana@work.example", hubtest.Password) // a reset that was only sent changes nothing
	})
}

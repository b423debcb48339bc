package graph_test

import (
	"testing"

	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// spellings of one address: composed and decomposed, full width, other cases, white space around it.
var spellings = []string{
	"åsa@example.org", "a\u030asa@example.org", "ÅSA@EXAMPLE.ORG", "  åsa@example.org\t", "ａ\u030aｓａ@example.org", "\u212bsa@example.org",
}

// S1.2, decision 1: however an address is spelled, it is one identity.
func TestOneIdentity(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		first := hub.Admin().Must(createUser, ana(spellings[0], vars{"account": vars{"loginName": "Åsa"}}))
		for _, spelling := range spellings {
			a := hub.Admin().Ask(createUser, ana(spelling, nil))
			a.Said("createUser", "TAKEN")
			equal(t, "the owner of "+spelling, a.Text("createUser.userErrors.0.relatedId"), first.Text("createUser.user.id"))
			found := hub.Admin().Must(`query($e:String!){userByEmail(email:$e){id}}`, vars{"e": spelling})
			equal(t, "who has "+spelling, found.Text("userByEmail.id"), first.Text("createUser.user.id"))
		}
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, spellings[0]), "p": hubtest.Password})
		for _, login := range append(spellings, "A\u030aSA", " åsa", "ÅSA") {
			hub.Stranger().SignIn(login, hubtest.Password)
		}
		for name, in := range map[string]vars{"login name": {"loginName": "a\u030aSA"}, "email": {"email": "ÅSA@example.org"}} {
			a := hub.Admin().Ask(createUser, ana("bo@example.org", vars{"account": in}))
			a.Said("createUser", "TAKEN")
			equal(t, "the owner of the "+name, a.Text("createUser.userErrors.0.relatedId"), first.Text("createUser.user.id"))
		}
		// What no mail server takes is no address, and other letters are other people.
		hub.Admin().Ask(createUser, ana("åsa＠example．org", nil)).Said("createUser", "INVALID")
		hub.Admin().Must(createUser, ana("asa@example.org", nil))
	})
}

// Contact emails, account emails and login names share one namespace, and what is taken says by whom, at the field that
// asks for it.
func TestOneNamespace(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		owner := hub.User("contact@example.org", func(in *account.CreateInput) {
			address, login := "account@example.org", "login"
			in.Account = &account.NewAccount{Email: &address, LoginName: &login, Notify: entaccount.NotifyNEVER}
		})
		other := hub.User("other@example.org", nil)
		hub.Admin()
		rows := hub.Rows()
		for _, c := range []struct {
			field    string
			in, open vars
		}{
			{field: "email", in: ana("contact@example.org", nil)},
			{field: "email", in: ana("account@example.org", nil)},
			{field: "account.email", in: ana("x@example.org", vars{"account": vars{"email": "contact@example.org"}}), open: vars{"email": "contact@example.org"}},
			{field: "account.email", in: ana("x@example.org", vars{"account": vars{"email": "account@example.org"}}), open: vars{"email": "account@example.org"}},
			{field: "account.loginName", in: ana("x@example.org", vars{"account": vars{"loginName": "LOGIN"}}), open: vars{"loginName": "LOGIN"}},
		} {
			a := hub.Admin().Ask(createUser, c.in)
			a.Said("createUser", "TAKEN")
			equal(t, "the field", field(a, "createUser"), c.field)
			equal(t, "the owner", a.Text("createUser.userErrors.0.relatedId"), userID(owner))
			equal(t, "the owner's name", a.Text("createUser.userErrors.0.params.name"), "Ana Adams")
			if c.open == nil {
				continue
			}
			b := hub.Admin().Ask(createAccount, vars{"in": vars{"userId": userID(other), "account": c.open}})
			b.Said("createAccount", "TAKEN")
			equal(t, "the field", field(b, "createAccount"), c.field)
			equal(t, "the owner", b.Text("createAccount.userErrors.0.relatedId"), userID(owner))
		}
		a := hub.Admin().Ask(createUser, ana("contact@example.org", vars{"account": vars{"email": "account@example.org", "loginName": "login"}}))
		a.Said("createUser", "TAKEN", "TAKEN", "TAKEN")
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
	})
}

// Decision 1: a login name with an @ is one's own account email; anything else could be taken for somebody's address.
func TestLoginName(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		for _, login := range []string{"bo@example.org", "@", "ana＠example.com", "ana@example.org"} {
			a := hub.Admin().Ask(createUser, ana("ana@example.org", vars{"account": vars{"email": "ana@work.example", "loginName": login}}))
			a.Said("createUser", "INVALID")
			equal(t, "the field of "+login, field(a, "createUser"), "account.loginName")
		}
		a := hub.Admin().Must(createUser, ana("ana@example.org", vars{"account": vars{"email": "ana@work.example", "loginName": "ANA@work.example"}}))
		equal(t, "the login name", a.Text("createUser.user.account.loginName"), "ANA@work.example")
		b := hub.Admin().Must(createUser, ana("bo@example.org", vars{"account": vars{"loginName": "  bo   the  builder "}}))
		equal(t, "the login name", b.Text("createUser.user.account.loginName"), "bo the builder")
	})
}

// Of many who take one address at the same moment, one has it.
func TestOneIdentityRace(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, codes := hub.Admin(), make(chan string, 16)
		before := hub.Rows()
		for i := range cap(codes) {
			in := ana(spellings[i%len(spellings)], vars{"companyName": "Guild", "newGroupNames": []string{"Staff"}})
			go func() {
				a := admin.Ask(createUser, in)
				code := a.Code()
				for _, one := range a.Codes("createUser") {
					code += one
				}
				codes <- code
			}()
		}
		count := map[string]int{}
		for range cap(codes) {
			count[<-codes]++
		}
		equal(t, "the number of successes", count[""], 1)
		equal(t, "the number of refusals", count["TAKEN"], cap(codes)-1)
		after := hub.Rows()
		for _, table := range []string{"users", "companies", "groups", "identities"} {
			equal(t, "how many more "+table, after[table]-before[table], 1)
		}
	})
}

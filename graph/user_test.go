package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

const createUser = `mutation($in:CreateUserInput!){createUser(input:$in){
	user{id version email firstName lastName title cellPhone officePhone extension address note status isGlobalAdmin
		emailSubscribed emailSubscriptionChangedAt emailSubscriptionSource company{id name} role{name} createdAt
		assignments{company{name} contract{number}} memberships{role group{name}}
		groups(first:10){edges{node{id name isDefault}}} account{state email loginName notify creationNotice linkExpiresAt}}
	userErrors{code field message params relatedId} warnings{code}}}`

// S0.2, S1.5, S2.6, S2.7, S4.3, S4.4: what is entered is what is there.
func TestCreateUser(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := hub.Admin().Must(createUser, vars{"in": vars{
			"email": "Ana@Example.org", "firstName": "Ana", "lastName": "Adams", "title": "Head", "cellPhone": "+47 912 34 567",
			"officePhone": "22 33 44 55", "extension": "12", "address": "Storgata 1\n0155 Oslo", "companyName": "Nordic Guild",
			"newGroupNames": []string{"Board 2027", "Staff"}, "note": "Likes tea.",
			"account": vars{"loginName": "ana.adams"},
		}})
		for path, want := range map[string]string{
			"email": "Ana@Example.org", "firstName": "Ana", "lastName": "Adams", "title": "Head", "cellPhone": "+47 912 34 567",
			"officePhone": "22 33 44 55", "extension": "12", "address": "Storgata 1\n0155 Oslo", "company.name": "Nordic Guild",
			"note": "Likes tea.", "role.name": "Member", "account.loginName": "ana.adams", "account.email": "Ana@Example.org",
			"account.state": "INVITED", "account.creationNotice": "Account successfully created and reset password email sent.",
			"groups.edges.0.node.name": "Board 2027", "groups.edges.1.node.name": "Staff", "status": "ACTIVE",
		} {
			equal(t, path, a.Text("createUser.user."+path), want)
		}
		equal(t, "the invitation's address", hub.Mail.Next().To, "Ana@Example.org")
	})
}

// S0.2: the company, the user and the account of one form belong together, also when the company is known already.
func TestCreateUserLinked(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		first := hub.Admin().Must(createUser, ana("ana@example.org", vars{"companyName": "Nordic Guild", "account": vars{}}))
		again := hub.Admin().Must(createUser, ana("bo@example.org", vars{"companyName": "  nordic   GUILD ", "newGroupNames": []string{"Staff"}}))
		company := first.Text("createUser.user.company.id")
		equal(t, "the second one's company", again.Text("createUser.user.company.id"), company)
		found := hub.Admin().Must(`query($c:ID!){node(id:$c){... on Company{users(first:10){totalCount edges{node{id}}}}}}`, vars{"c": company})
		equal(t, "the number of the company's users", found.At("node.users.totalCount"), any(2.0))

		t.Run("an account's owner without a new group is in the Default group", func(t *testing.T) {
			equal(t, "the group", first.Text("createUser.user.groups.edges.0.node.name"), "Default")
			equal(t, "isDefault", first.At("createUser.user.groups.edges.0.node.isDefault"), any(true))
			equal(t, "the second one's group", again.Text("createUser.user.groups.edges.0.node.name"), "Staff")
			equal(t, "a second group", again.At("createUser.user.groups.edges.1"), nil)
		})
	})
}

// S2.6: first name, last name and email are required, and every one that is missing is named at once.
func TestCreateUserRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		before := hub.Rows()["users"]
		empty := admin.Ask(createUser, vars{"in": vars{"email": " ", "firstName": "", "lastName": "\u00a0"}})
		empty.Said("createUser", "REQUIRED", "REQUIRED", "REQUIRED")
		for i, name := range []string{"email", "firstName", "lastName"} {
			equal(t, "the field", empty.Text(fmt.Sprint("createUser.userErrors.", i, ".field.0")), name)
		}
		for _, address := range []string{
			"ana", "ana@", "@example.org", "ana@@example.org", "ana@example..org", "ana@.example.org", "ana example@org.org", "ana@exam ple.org",
			"Ana <ana@example.org>", "ana@example.org, bo@example.org", "ana@example.org\r\nBcc: bo@example.org", `"ana"@example.org`,
			"ana@-example.org", "ana@example.org.", strings.Repeat("a", 250) + "@example.org",
		} {
			a := admin.Ask(createUser, ana(address, nil))
			a.Said("createUser", "INVALID")
			equal(t, "the field of "+address, field(a, "createUser"), "email")
		}
		for name, length := range map[string]int{"firstName": 201, "lastName": 201, "title": 201, "cellPhone": 51, "officePhone": 51, "extension": 21, "address": 1001} {
			a := admin.Ask(createUser, ana("ana@example.org", vars{name: strings.Repeat("x", length)}))
			a.Said("createUser", "INVALID")
			equal(t, "the field", field(a, "createUser"), name)
		}
		equal(t, "the number of users", hub.Rows()["users"], before)
		equal(t, "the number of emails", len(hub.Mail.All()), 0)
	})
}

// S1.2: one user for each person. The second one is refused, and the first named to whoever may see them.
func TestCreateUserTwice(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs := newCompany(hub, "Ours"), newCompany(hub, "Theirs")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		near, far := hub.User("near@example.org", within(ours)), hub.User("far@example.org", within(theirs))

		seen := boss.Ask(createUser, ana("NEAR@example.org", nil))
		seen.Said("createUser", "TAKEN")
		equal(t, "the field", field(seen, "createUser"), "email")
		equal(t, "the related id", seen.Text("createUser.userErrors.0.relatedId"), userID(near))
		if said := seen.Text("createUser.userErrors.0.message"); !strings.Contains(said, "Ana Adams") {
			t.Errorf("the first is not named: %s", said)
		}

		unseen := boss.Ask(createUser, ana("far@example.org", nil))
		unseen.Said("createUser", "TAKEN")
		equal(t, "the related id", unseen.At("createUser.userErrors.0.relatedId"), nil)
		equal(t, "the params", unseen.At("createUser.userErrors.0.params"), nil)
		if said := unseen.Text("createUser.userErrors.0.message"); strings.Contains(said, "Adams") {
			t.Errorf("somebody out of sight is named: %s", said)
		}
		equal(t, "what the administrator is told", hub.Admin().Ask(createUser, ana("far@example.org", nil)).Text("createUser.userErrors.0.relatedId"), userID(far))
	})
}

// S1.9: whoever was saved stands in the list at once, and the answer holds the row. S2.12: the answer names the user.
func TestCreateUserListed(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := hub.Admin().Must(createUser, ana("ana@example.org", nil))
		equal(t, "the name", a.Text("createUser.user.firstName")+" "+a.Text("createUser.user.lastName"), "Ana Adams")
		listed := hub.Admin().Must(`{users(first:10,filter:{search:"adams"}){totalCount edges{node{id}}}}`, nil)
		equal(t, "the row", listed.Text("users.edges.0.node.id"), a.Text("createUser.user.id"))
		byEmail := hub.Admin().Must(`{userByEmail(email:"ANA@example.org"){id}}`, nil)
		equal(t, "who has the address", byEmail.Text("userByEmail.id"), a.Text("createUser.user.id"))
		nobody := hub.Admin().Must(`{userByEmail(email:"bo@example.org"){id}}`, nil)
		equal(t, "who has an unknown address", nobody.At("userByEmail"), nil)
	})
}

// S4.5: with the switch off there is no account, no mail and no access; consent to email is off unless given.
func TestCreateUserWithoutAccount(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := hub.Admin().Must(createUser, ana("ana@example.org", nil))
		equal(t, "the account", a.At("createUser.user.account"), nil)
		equal(t, "consent", a.At("createUser.user.emailSubscribed"), any(false))
		equal(t, "when consent changed", a.At("createUser.user.emailSubscriptionChangedAt"), nil)
		b := hub.Admin().Must(createUser, ana("bo@example.org", vars{"emailSubscribed": true}))
		equal(t, "given consent", b.At("createUser.user.emailSubscribed"), any(true))
		equal(t, "its source", b.Text("createUser.user.emailSubscriptionSource"), "ADMIN")
		equal(t, "when it changed", b.Text("createUser.user.emailSubscriptionChangedAt"), b.Text("createUser.user.createdAt"))
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		equal(t, "the number of messages", hub.Rows()["messages"], 0)
	})
}

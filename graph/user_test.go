package graph_test

import (
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

const createUser = `mutation($in:CreateUserInput!){createUser(input:$in){
	user{id version email firstName lastName title cellPhone officePhone extension address note status isGlobalAdmin
		company{name} role{name} groups(first:10){edges{node{name isDefault}}} account{state email loginName creationNotice}}
	userErrors{code field message relatedId}}}`

// S0.2, S1.5, S2.6, S2.7, S4.3, S4.4: what is entered is what is there.
func TestCreateUser(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := hub.Admin().Must(createUser, hubtest.Vars{"in": hubtest.Vars{
			"email": "Ana@Example.org", "firstName": "Ana", "lastName": "Adams", "title": "Head", "cellPhone": "+47 912 34 567",
			"officePhone": "22 33 44 55", "extension": "12", "address": "Storgata 1\n0155 Oslo", "companyName": "Nordic Guild",
			"newGroupNames": []string{"Board 2027", "Staff"}, "note": "Likes tea.",
			"account": hubtest.Vars{"loginName": "ana.adams"},
		}})
		for path, want := range map[string]string{
			"email": "Ana@Example.org", "firstName": "Ana", "lastName": "Adams", "title": "Head", "cellPhone": "+47 912 34 567",
			"officePhone": "22 33 44 55", "extension": "12", "address": "Storgata 1\n0155 Oslo", "company.name": "Nordic Guild",
			"note": "Likes tea.", "role.name": "Member", "account.loginName": "ana.adams", "account.email": "Ana@Example.org",
			"account.state": "INVITED", "account.creationNotice": "Account successfully created and reset password email sent.",
			"groups.edges.0.node.name": "Board 2027", "groups.edges.1.node.name": "Staff",
		} {
			if got := a.Text("createUser.user." + path); got != want {
				t.Errorf("%s is %q, not %q", path, got, want)
			}
		}
		if to := hub.Mail.Next().To; to != "Ana@Example.org" {
			t.Errorf("the invitation went to %q", to)
		}
	})
}

package graph_test

import (
	"fmt"
	"strings"
	"testing"

	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// A list reads only what is asked for: each field of a user, alone, in a fragment and beside another under two names,
// says the same in a list as in node(id), whatever the list is ordered by.
func TestListsReadWhatIsAsked(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, guild, staff := hub.Admin(), newCompany(hub, "Guild"), newGroup(hub, "Staff")
		u := hub.User("ana@example.org", func(in *account.CreateInput) {
			in.Title, in.CellPhone, in.OfficePhone, in.Extension, in.Address = "Head", "+47 1", "22", "7", "Street 1"
			in.CompanyID, in.GroupIDs, in.Note, in.Subscribed = &guild.ID, []int64{staff.ID}, "Tea.", true
			in.Account = &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		})
		for _, field := range []string{"id", "__typename", "version", "status", "email", "firstName", "lastName", "title", "cellPhone", "officePhone",
			"extension", "address", "company{name}", "note", "role{name}", "isGlobalAdmin", "memberships{role group{name}}",
			"groups(first:2){edges{node{name}}}", "assignments{company{name}}", "account{email loginName state notify}", "emailSubscribed",
			"emailSubscriptionChangedAt", "emailSubscriptionSource", "messages(first:1){edges{node{to}}}", "lastSignInAt", "createdAt", "updatedAt",
			"supersedes{id}", "supersededBy{id}", "hiddenGroupCount", "changes(first:1){edges{node{entity}}}"} {
			name, _, _ := strings.Cut(strings.NewReplacer("(", "{").Replace(field), "{")
			one := fmt.Sprint(admin.Must(`query($id:ID!){node(id:$id){... on User{`+field+`}}}`, vars{"id": userID(u)}).At("node." + name))
			for how, query := range map[string]string{
				"alone":         `{users(first:1,orderBy:{field:EMAIL}){edges{node{` + field + `}}}}`,
				"in a fragment": `{users(first:1,orderBy:{field:CREATED_AT,direction:DESC}){...C}} fragment C on UserConnection{edges{...E}} fragment E on UserEdge{node{...U ... on Node{id}}} fragment U on User{` + field + `}`,
				"included":      `query($y:Boolean=true,$n:Boolean=false){users(first:1,orderBy:{field:EMAIL}){edges{node{firstName @skip(if:$y) ... @include(if:$y){` + field + `} email @include(if:$n)}}}}`,
				"in two parts":  `{users(last:1,orderBy:{field:LAST_NAME,direction:DESC}){edges{node{firstName}} edges{node{` + field + `}}}}`,
			} {
				equal(t, field+" "+how, fmt.Sprint(admin.Must(query, nil).At("users.edges.0.node."+name)), one)
			}
		}
	})
}

package graph_test

import (
	"sync/atomic"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	listQuery = `query($n:Int!){users(first:$n){pageInfo{hasNextPage endCursor} edges{node{id version status email firstName lastName title isGlobalAdmin
		lastSignInAt company{name} role{name} account{state} groups(first:3){edges{node{id name}}}}}}}`
	groupQuery = `query($n:Int!,$group:ID!){users(first:$n,filter:{status:[ACTIVE],groupIds:[$group],createdAt:{from:"2020-01-01T00:00:00Z"}}){
		totalCount(exact:true) edges{node{id lastName company{name} groups(first:3){edges{node{id name}}}}}}}`
	createQuery = `mutation($input:CreateUserInput!){createUser(input:$input){user{id} userErrors{code}}}`
	cardQuery   = `query($id:ID!){node(id:$id){... on User{id version status email firstName lastName title cellPhone officePhone extension address note
		company{id name} role{id name} isGlobalAdmin memberships{role group{id name}} assignments{company{id name} contract{id number}}
		account{email loginName state notify creationNotice linkExpiresAt} emailSubscribed lastSignInAt createdAt updatedAt hiddenGroupCount
		messages(first:5){edges{node{id kind state createdAt linkState}}}}}}`
	streamCard = `query($id:ID!){node(id:$id){... on User{id groups(first:5){edges{node{name}}} activities(first:5){edges{node{id kind summary occurredAt user{id}}}}}}}`
	streamList = `query($n:Int!){users(first:$n){edges{node{id activities(first:3){pageInfo{hasNextPage} edges{node{id kind summary user{id}}}}}}}}`
	allStreams = `query($n:Int!){activities(first:$n){edges{node{id kind summary user{id email}}}}}`
)

// How many statements the list and the card take depends on what is asked for, never on how many rows there are: the
// session takes some, then each kind of row that stands beside the users takes one.
func TestStatements(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, board, home := hub.Admin(), newGroup(hub, "Staff"), newGroup(hub, "Board"), newCompany(hub, "Home")
		one, two := newContract(hub, home, "C-1"), newCompany(hub, "Two")
		var count atomic.Int32
		hub.Store.Observe(func(string, []any) { count.Add(1) })
		ask := func(query string, in vars) int {
			t.Helper()
			count.Store(0)
			admin.Must(query, in)
			return int(count.Load())
		}
		fill := func(n int, prefix rune) (last *ent.User) {
			for i := range n {
				last = hub.User(string(prefix)+string(rune('a'+i%26))+string(rune('a'+i/26))+"@example.org", func(in *account.CreateInput) {
					in.CompanyID, in.Note, in.Account = &home.ID, "Tea.", &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
					in.GroupIDs = []int64{staff.ID, board.ID}[:i%3]
					in.Assignments = []account.Assigned{{CompanyID: home.ID, ContractID: &one.ID}, {CompanyID: two.ID}}[:i%3]
				})
			}
			return last
		}
		fill(10, 'x')
		equal(t, "the number of statements of a whole list of 11", ask(listQuery, vars{"n": 50}), listStatements)
		equal(t, "the number of statements of 5 of 11", ask(listQuery, vars{"n": 5}), listStatements)
		u := fill(60, 'y')
		equal(t, "the number of statements of 5 of 71", ask(listQuery, vars{"n": 5}), listStatements)
		equal(t, "the number of statements of 50 of 71", ask(listQuery, vars{"n": 50}), listStatements)
		equal(t, "the number of statements of 5 of a group and their count", ask(groupQuery, vars{"n": 5, "group": groupID(staff)}), groupStatements)
		equal(t, "the number of statements of 50 of a group and their count", ask(groupQuery, vars{"n": 50, "group": groupID(staff)}), groupStatements)
		newcomer := vars{"input": vars{"email": "w5@example.org", "firstName": "Wilma", "lastName": "Five"}}
		equal(t, "the number of statements of making a user", ask(createQuery, newcomer), createStatements)
		equal(t, "the number of statements of the card", ask(cardQuery, vars{"id": userID(u)}), cardStatements)
		for i := range 8 {
			admin.Must(recordActivity, order(vars{"userId": userID(u)}, string(rune('a'+i)), nil))
		}
		equal(t, "the number of statements of the newest activities on the card", ask(streamCard, vars{"id": userID(u)}), streamCardStatements)
		equal(t, "the number of statements of the newest activities of 5 users", ask(streamList, vars{"n": 5}), streamListStatements)
		equal(t, "the number of statements of the newest activities of 50 users", ask(streamList, vars{"n": 50}), streamListStatements)
		equal(t, "the number of statements of everybody's activities", ask(allStreams, vars{"n": 50}), allStreamsStatements)
		equal(t, "the number of statements of recording one", ask(recordActivity, order(vars{"userId": userID(u)}, "x", nil)), recordStatements)
		equal(t, "the number of statements of knowing who asks", ask(`{viewer{reach}}`, nil), sessionStatements)
	})
}

// The numbers are pinned: whoever changes one says so here.
const (
	sessionStatements = 1
	listStatements    = sessionStatements + 5
	groupStatements   = sessionStatements + 4
	createStatements  = sessionStatements + 13
	cardStatements    = sessionStatements + 12

	streamCardStatements = sessionStatements + 3
	streamListStatements = sessionStatements + 2
	allStreamsStatements = sessionStatements + 2
	recordStatements     = sessionStatements + 4 // whose it is, the row, its journal, and the user for the answer
)

package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/hubtest"
)

// The stream is read from both ends, by kind and by time; what is taken away is gone until it comes back.
func TestActivities(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, other := hub.Admin(), hub.User("ana@example.org", nil), hub.User("bo@example.org", nil)
		at := hub.Clock.Now()
		for i, kind := range []string{"order", "visit", "order", "call", "order"} {
			admin.Must(recordActivity, order(vars{"userId": userID(u)}, fmt.Sprint(i), vars{"kind": kind, "occurredAt": at.Add(-time.Duration(i/2) * time.Hour)}))
		}
		admin.Must(recordActivity, order(vars{"userId": userID(other)}, "theirs", nil))
		page := func(in vars) *hubtest.Answer { in["id"] = userID(u); return admin.Must(stream, in) }
		t.Run("newest first, of one moment the last recorded first", func(t *testing.T) {
			equal(t, "the stream", summaries(page(vars{"first": 9}), "node.activities"), "1, 0, 3, 2, 4")
			equal(t, "its end", summaries(page(vars{"last": 2}), "node.activities"), "2, 4")
		})
		t.Run("page by page, both ways", func(t *testing.T) {
			var all, back []string
			in := vars{"first": 2}
			for {
				p := page(in)
				all = append(all, summaries(p, "node.activities"))
				if in["after"] = p.Text("node.activities.pageInfo.endCursor"); p.At("node.activities.pageInfo.hasNextPage") != true {
					break
				}
			}
			equal(t, "the pages", strings.Join(all, " | "), "1, 0 | 3, 2 | 4")
			in = vars{"last": 2}
			for {
				p := page(in)
				back = append(back, summaries(p, "node.activities"))
				if in["before"] = p.Text("node.activities.pageInfo.startCursor"); p.At("node.activities.pageInfo.hasPreviousPage") != true {
					break
				}
			}
			slices.Reverse(back)
			equal(t, "the pages from the end", strings.Join(back, " | "), "1 | 0, 3 | 2, 4")
		})
		t.Run("of some kinds, of some time, of everybody", func(t *testing.T) {
			equal(t, "the orders", summaries(page(vars{"first": 9, "kinds": []string{"order"}}), "node.activities"), "0, 2, 4")
			equal(t, "visits and calls", summaries(page(vars{"first": 9, "kinds": []string{"visit", "call", "visit"}}), "node.activities"), "1, 3")
			equal(t, "how many orders", page(vars{"first": 1, "kinds": []string{"order"}}).Int("node.activities.totalCount"), 3)
			list := func(f vars) string { return summaries(admin.Must(streams, vars{"first": 9, "f": f}), "activities") }
			equal(t, "those of the hour before", list(vars{"occurredAt": vars{"from": at.Add(-time.Hour), "to": at}, "userId": userID(u)}), "3, 2")
			equal(t, "everybody's orders", list(vars{"kinds": []string{"order"}, "occurredAt": vars{"from": at.Add(-time.Minute)}}), "theirs, 0")
			admin.Ask(streams, vars{"first": 9, "f": vars{"kinds": slices.Repeat([]string{"order"}, 21)}}).Refused("BAD_USER_INPUT")
			admin.Ask(streams, vars{"first": 9, "f": vars{"userId": "rubbish"}}).Refused("NOT_FOUND")
			const kinds = `query($id:ID!){node(id:$id){... on User{activityKinds}}}`
			equal(t, "the kinds", fmt.Sprint(admin.Must(kinds, vars{"id": userID(u)}).At("node.activityKinds")), "[order call visit]")
			equal(t, "the kinds for who may not read them", fmt.Sprint(shop(hub, viewer.UsersRead).Must(kinds, vars{"id": userID(u)}).At("node.activityKinds")), "[]")
		})
		t.Run("taken away once, and back by undo", func(t *testing.T) {
			id := ids(page(vars{"first": 9}), "node.activities")[2]
			gone := admin.Must(deleteActivity, vars{"in": vars{"id": id}})
			equal(t, "the stream", summaries(page(vars{"first": 9}), "node.activities"), "1, 0, 2, 4")
			equal(t, "node(id)", admin.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
			admin.Ask(deleteActivity, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			admin.Must(takeBack, vars{"token": gone.Text("deleteActivity.undo.token")})
			equal(t, "the stream after undo", summaries(page(vars{"first": 9}), "node.activities"), "1, 0, 3, 2, 4")
			admin.Ask(takeBack, vars{"token": gone.Text("deleteActivity.undo.token")}).Said("undo", "CONFLICT")
		})
	})
}

// A page of users has the newest of each, whoever has how many.
func TestActivitiesOfAPage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for i, name := range []string{"ana", "bo", "cai"} {
			u := hub.User(name+"@example.org", nil)
			for j := range []int{5, 0, 2}[i] {
				admin.Must(recordActivity, order(vars{"userId": userID(u)}, fmt.Sprint(name, j), nil))
			}
			if i == 0 {
				newest := ids(admin.Must(stream, vars{"id": userID(u), "first": 1}), "node.activities")[0]
				admin.Must(deleteActivity, vars{"in": vars{"id": newest}})
			}
		}
		read := admin.Must(`{users(first:10,orderBy:[{field:EMAIL}]){edges{node{two:activities(first:2){totalCount pageInfo{hasNextPage endCursor} edges{node{summary user{email}}}}
			three:activities(first:3){edges{node{summary}}} order:activities(first:9,kinds:["none"]){edges{node{summary}}}}}}}`, nil)
		for i, want := range []string{"ana3, ana2 of 4, more: true", " of 0, more: false", "cai1, cai0 of 2, more: false"} {
			at := fmt.Sprintf("users.edges.%d.node.", i)
			equal(t, "the newest", fmt.Sprintf("%s of %d, more: %v", summaries(read, at+"two"), read.Int(at+"two.totalCount"), read.At(at+"two.pageInfo.hasNextPage")), want)
		}
		equal(t, "whose it is", read.Text("users.edges.0.node.two.edges.0.node.user.email"), "ana@example.org")
		equal(t, "three of Ana's", summaries(read, "users.edges.0.node.three"), "ana3, ana2, ana1")
		equal(t, "of another kind", summaries(read, "users.edges.0.node.order"), "")
		after := read.Text("users.edges.0.node.two.pageInfo.endCursor")
		equal(t, "the rest of Ana's", summaries(admin.Must(stream, vars{"id": userID(userOf(hub, "ana@example.org")), "first": 9, "after": after}), "node.activities"), "ana1, ana0")
		_, member := hub.Person("security_administrator", "sue@example.org", nil)
		a := member.Ask(`{users(first:3){edges{node{id activities(first:1){edges{node{id}}}}}}}`, nil)
		a.Refused("FORBIDDEN")
		equal(t, "where they are refused", fmt.Sprint(a.Errors[0].Path[4:]), "[activities]")
	})
}

func userOf(hub *hubtest.Hub, email string) *ent.User {
	u, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.Email(email)).Only(hubtest.System())
	if err != nil {
		hub.T.Fatal(err)
	}
	return u
}

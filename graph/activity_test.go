package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	recordActivity = `mutation($in:RecordActivityInput!){recordActivity(input:$in){activity{id kind summary source data actor occurredAt createdAt user{email}}
		undo{token} userErrors{code field message}}}`
	recordActivities = `mutation($in:[RecordActivityInput!]!){recordActivities(input:$in){recorded userErrors{code field message}}}`
	deleteActivity   = `mutation($in:IDInput!){deleteActivity(input:$in){deletedId undo{token} userErrors{code field}}}`
	stream           = `query($id:ID!,$first:Int,$after:Cursor,$last:Int,$before:Cursor,$kinds:[String!]){node(id:$id){... on User{
		activities(first:$first,after:$after,last:$last,before:$before,kinds:$kinds){totalCount totalCountIsEstimate pageInfo{hasNextPage hasPreviousPage startCursor endCursor}
		edges{node{id kind summary source user{id}}}}}}}`
	streams = `query($first:Int,$after:Cursor,$f:ActivityFilter){activities(first:$first,after:$after,filter:$f){totalCount pageInfo{hasNextPage endCursor}
		edges{node{id kind summary user{email}}}}}`
	takeBack = `mutation($token:ID!){undo(token:$token){undone userErrors{code field message}}}`
)

// shop is a partner portal that may do what a shop needs.
func shop(hub *hubtest.Hub, scopes ...viewer.Permission) *hubtest.Client {
	hub.T.Helper()
	name, reach := "Shop", viewer.Everything
	_, token, err := hub.Clients.Create(hubtest.System(), client.Input{Name: &name, Reach: &reach, Scopes: scopes})
	if err != nil {
		hub.T.Fatal(err)
	}
	return bearing(hub, token)
}

// summaries are those of a page, newest first.
func summaries(a *hubtest.Answer, path string) string {
	list, _ := a.At(path + ".edges").([]any)
	all := make([]string, len(list))
	for i := range list {
		all[i], _ = list[i].(map[string]any)["node"].(map[string]any)["summary"].(string)
	}
	return strings.Join(all, ", ")
}

func order(who vars, summary string, more vars) vars {
	in := vars{"kind": "order", "summary": summary}
	for _, values := range []vars{who, more} {
		for name, value := range values {
			in[name] = value
		}
	}
	return vars{"in": in}
}

func TestRecordActivity(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		portal := shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		ofAna := vars{"email": " ANA@example.org "}
		t.Run("by hand is marked manual, and shown in the user's stream", func(t *testing.T) {
			made := admin.Must(recordActivity, order(vars{"userId": userID(u)}, "Asked for an offer", vars{"kind": "call", "data": vars{"minutes": 12}}))
			equal(t, "the source", made.Text("recordActivity.activity.source"), "MANUAL")
			equal(t, "the actor", made.Text("recordActivity.activity.actor"), "Mona Kvam")
			equal(t, "the stream", summaries(admin.Must(stream, vars{"id": userID(u), "first": 10}), "node.activities"), "Asked for an offer")
			admin.Must(takeBack, vars{"token": made.Text("recordActivity.undo.token")})
			equal(t, "the stream after undo", summaries(admin.Must(stream, vars{"id": userID(u), "first": 10}), "node.activities"), "")
		})
		t.Run("by an API client finds the user by email, in any case", func(t *testing.T) {
			made := portal.Must(recordActivity, order(ofAna, "Order 1042", vars{"occurredAt": "2036-11-19T10:00:00.123456789+02:00",
				"data": vars{"total": json.Number("12345678901234567890.10"), "items": []any{vars{"sku": "a<b", "n": 2}}, "note": nil}}))
			equal(t, "the source", made.Text("recordActivity.activity.source"), "API")
			equal(t, "whose it is", made.Text("recordActivity.activity.user.email"), "ana@example.org")
			equal(t, "when it happened", made.Text("recordActivity.activity.occurredAt"), "2036-11-19T08:00:00.123456Z")
			equal(t, "what undoes it", made.At("recordActivity.undo"), nil)
			equal(t, "who recorded it, to a client that does not read changes", made.At("recordActivity.activity.actor"), nil)
			if !strings.Contains(string(made.Body), `"data":{"items":[{"n":2,"sku":"a`) || !strings.Contains(string(made.Body), `"note":null,"total":12345678901234567890.10`) {
				t.Errorf("the data came back otherwise: %s", made.Body)
			}
		})
		t.Run("leaves no trace in the journal but of what is written by hand", func(t *testing.T) {
			seen := admin.Must(`query($id:ID!){node(id:$id){... on User{changes(first:50){edges{node{entity operation actor}}}}}}`, vars{"id": userID(u)})
			told := ""
			for i := range seen.At("node.changes.edges").([]any) {
				at := fmt.Sprintf("node.changes.edges.%d.node.", i)
				if seen.Text(at+"entity") == ent.TypeActivity {
					told += seen.Text(at+"operation") + " by " + seen.Text(at+"actor") + "; "
				}
			}
			equal(t, "what the journal tells", told, "DELETE by Mona Kvam; CREATE by Mona Kvam; ")
		})
		t.Run("refuses an email that nobody has", func(t *testing.T) {
			a := portal.Ask(recordActivity, order(vars{"email": "nobody@example.org"}, "Order 1", nil))
			a.Said("recordActivity", "UNKNOWN")
			equal(t, "the field", field(a, "recordActivity"), "email")
		})
		for what, c := range map[string]struct {
			in          vars
			code, field string
		}{
			"nobody":                {order(nil, "Order", nil), "REQUIRED", "email"},
			"two at once":           {order(vars{"email": "ana@example.org", "userId": userID(u)}, "Order", nil), "INVALID", "email"},
			"no kind":               {order(ofAna, "Order", vars{"kind": " \u200e\n"}), "REQUIRED", "kind"},
			"a long kind":           {order(ofAna, "Order", vars{"kind": strings.Repeat("é", 65)}), "INVALID", "kind"},
			"no summary":            {order(ofAna, "\t", nil), "REQUIRED", "summary"},
			"a long summary":        {order(ofAna, strings.Repeat("x", 1001), nil), "INVALID", "summary"},
			"what is yet to happen": {order(ofAna, "Order", vars{"occurredAt": hub.Clock.Now().Add(25 * time.Hour)}), "INVALID", "occurredAt"},
			"much data":             {order(ofAna, "Order", vars{"data": vars{"x": strings.Repeat("x", 16<<10)}}), "INVALID", "data"},
			"deep data":             {order(ofAna, "Order", vars{"data": nested(9)}), "INVALID", "data"},
			"deeper data":           {order(ofAna, "Order", vars{"data": nested(5000)}), "INVALID", "data"},
			"a login name":          {order(vars{"email": "mona"}, "Order", nil), "UNKNOWN", "email"},
		} {
			t.Run("refuses "+what, func(t *testing.T) {
				a := portal.Ask(recordActivity, c.in)
				a.Said("recordActivity", c.code)
				equal(t, "the field", field(a, "recordActivity"), c.field)
			})
		}
		portal.Ask(recordActivity, order(vars{"userId": "rubbish"}, "Order", nil)).Refused("NOT_FOUND")
		portal.Ask(recordActivity, order(vars{"userId": gid.Encode(ent.TypeUser, 1<<40)}, "Order", nil)).Refused("NOT_FOUND")
		portal.Must(recordActivity, order(ofAna, strings.Repeat("x", 1000), vars{"data": nested(8), "kind": strings.Repeat("é", 64)}))
		t.Run("once under one Idempotency-Key", func(t *testing.T) {
			portal.Header.Set("Idempotency-Key", "order-77")
			defer portal.Header.Del("Idempotency-Key")
			first := portal.Must(recordActivity, order(ofAna, "Order 77", vars{"kind": "once"}))
			again := portal.Must(recordActivity, order(ofAna, "Order 77", vars{"kind": "once"}))
			equal(t, "the id of the second answer", again.Text("recordActivity.activity.id"), first.Text("recordActivity.activity.id"))
			equal(t, "the stream", summaries(admin.Must(stream, vars{"id": userID(u), "first": 10, "kinds": []string{"once"}}), "node.activities"), "Order 77")
		})
		t.Run("shows nothing to a client that records and does not read", func(t *testing.T) {
			a := shop(hub, viewer.ActivitiesWrite).Must(recordActivity, order(ofAna, "Order 5", nil))
			equal(t, "the activity", a.At("recordActivity.activity"), nil)
			shop(hub, viewer.ActivitiesRead).Ask(recordActivity, order(ofAna, "Order 6", nil)).Refused("FORBIDDEN")
		})
	})
}

// nested is data as many levels deep.
func nested(levels int) vars {
	v := vars{}
	for range levels - 1 {
		v = vars{"x": v}
	}
	return v
}

func TestRecordActivities(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		portal := shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		many := func(n int) []vars {
			all := make([]vars, n)
			for i := range all {
				all[i] = order(vars{"email": "ana@example.org"}, fmt.Sprint("Order ", i), vars{"occurredAt": hub.Clock.Now().Add(time.Duration(i-n) * time.Second)})["in"].(vars)
			}
			return all
		}
		t.Run("a thousand at once", func(t *testing.T) {
			equal(t, "recorded", portal.Must(recordActivities, vars{"in": many(1000)}).Int("recordActivities.recorded"), 1000)
			equal(t, "the stream", admin.Must(stream, vars{"id": userID(u), "first": 1}).Int("node.activities.totalCount"), 1000)
			portal.Ask(recordActivities, vars{"in": many(1001)}).Said("recordActivities", "INVALID")
			equal(t, "recorded of none", portal.Must(recordActivities, vars{"in": []vars{}}).Int("recordActivities.recorded"), 0)
		})
		t.Run("all or none, and each that is wrong is named", func(t *testing.T) {
			some := many(5)
			some[1]["summary"], some[3]["kind"], some[3]["email"] = "", "", nil
			a := portal.Ask(recordActivities, vars{"in": some})
			a.Said("recordActivities", "REQUIRED", "REQUIRED", "REQUIRED")
			equal(t, "the place", field(a, "recordActivities"), "input.1.summary")
			equal(t, "recorded", a.Int("recordActivities.recorded"), 0)
			some = many(5)
			some[2]["email"] = "nobody@example.org"
			delete(some[4], "email")
			some[4]["userId"] = gid.Encode(ent.TypeUser, 1<<40)
			a = portal.Ask(recordActivities, vars{"in": some})
			a.Said("recordActivities", "UNKNOWN", "UNKNOWN")
			equal(t, "the place", field(a, "recordActivities"), "input.2.email")
			some[4]["userId"] = "rubbish"
			a = portal.Ask(recordActivities, vars{"in": some})
			a.Said("recordActivities", "UNKNOWN")
			equal(t, "the place", field(a, "recordActivities"), "input.4.userId")
			equal(t, "the stream", admin.Must(stream, vars{"id": userID(u), "first": 1}).Int("node.activities.totalCount"), 1000)
		})
		t.Run("once under one Idempotency-Key", func(t *testing.T) {
			portal.Header.Set("Idempotency-Key", "orders-1")
			defer portal.Header.Del("Idempotency-Key")
			three := many(3)
			for range 2 {
				equal(t, "recorded", portal.Must(recordActivities, vars{"in": three}).Int("recordActivities.recorded"), 3)
			}
			equal(t, "the stream", admin.Must(stream, vars{"id": userID(u), "first": 1}).Int("node.activities.totalCount"), 1003)
		})
		t.Run("by a person they are manual, and in the journal", func(t *testing.T) {
			admin.Must(recordActivities, vars{"in": many(2)})
			rows := admin.Must(stream, vars{"id": userID(u), "first": 100})
			equal(t, "how many are manual", strings.Count(string(rows.Body), `"MANUAL"`), 2)
		})
	})
}

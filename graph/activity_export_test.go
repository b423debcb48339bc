package graph_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// exported is what a client gets of the file of a user's stream: its status, and its lines.
func exported(t *testing.T, c *hubtest.Client, id string) (int, [][]string) {
	t.Helper()
	response := c.Get("/users/" + id + "/activities.csv")
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		return response.StatusCode, nil
	}
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, lines
}

// The whole stream is a file, beyond any page, and nothing in it is a formula.
func TestExportActivities(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		portal := shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		many := make([]vars, 700)
		for i := range many {
			many[i] = order(vars{"userId": userID(u)}, "Order, of \"Åse\"\nwith a line", vars{"occurredAt": "2036-01-01T00:00:00Z"})["in"].(vars)
		}
		for range 3 {
			portal.Must(recordActivities, vars{"in": many})
		}
		admin.Must(recordActivity, order(vars{"userId": userID(u)}, "=HYPERLINK(1)", vars{"kind": "+call", "data": vars{"a": 1}}))
		other := hub.User("bo@example.org", nil)
		admin.Must(recordActivity, order(vars{"userId": userID(other)}, "theirs", nil))
		status, lines := exported(t, admin, userID(u))
		equal(t, "the status", status, 200)
		equal(t, "how many lines", len(lines), 2102)
		equal(t, "the headings", strings.Join(lines[0], ","), "ID,Time,Kind,Summary,Source,Recorded By,Recorded At,Data")
		equal(t, "the newest", strings.Join(lines[1][2:6], ","), "'+call,'=HYPERLINK(1),MANUAL,Mona Kvam")
		equal(t, "its data", lines[1][7], `{"a":1}`)
		equal(t, "the oldest", strings.Join(lines[2101][1:5], ","), "2036-01-01T00:00:00Z,order,Order, of \"Åse\"\nwith a line,API")
		seen := map[string]bool{}
		for _, line := range lines {
			seen[line[0]] = true
		}
		equal(t, "how many of them differ", len(seen), 2102)
		_, lines = exported(t, portal, userID(u))
		equal(t, "who recorded it, to a client that does not read changes", lines[1][5], "")
		response := admin.Get("/users/" + userID(u) + "/activities.csv")
		equal(t, "the kind of file", response.Header.Get("Content-Type"), "text/csv; charset=utf-8; header=present")
		equal(t, "its name", response.Header.Get("Content-Disposition"), `attachment; filename="activities.csv"`)
		_ = response.Body.Close()
	})
}

// Who may not read a stream gets no file, and one of somebody out of sight is like one of nobody.
func TestExportActivitiesRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		ids := map[string]string{"nobody": gid.Encode(ent.TypeUser, 1<<40), "rubbish": "rubbish", "a group": groupID(c.circle)}
		for i, state := range states {
			ids[state] = userID(c.newTarget(has{place: state}, fmt.Sprintf("target-%d@example.org", i)))
		}
		// A letter for each actor, in the order of allActors: o is a file, A is 401, D is 403, N is 404.
		wanted := map[string]string{"nobody": "ADNNNDNNDDNDDD", "rubbish": "ADNNNDNNDDNDDD", "a group": "ADNNNDNNDDNDDD",
			inAway: "ADooNDooDDoDDD", nowhere: "ADoNNDooDDoDDD", inCircle: "ADoNNDooDDoDDD", overThere: "ADoNNDooDDoDDD",
			inactive: "ADoNoDooDDoDDD", deleted: "ADNNNDNNDDNDDD"}
		statuses := map[rune]int{'o': 200, 'A': 401, 'D': 403, 'N': 404}
		for what, letters := range wanted {
			for i, actor := range allActors {
				if status, _ := exported(t, c.clients[actor], ids[what]); status != statuses[rune(letters[i])] {
					t.Errorf("the file of %s for %s: %d, not %d", what, actor, status, statuses[rune(letters[i])])
				}
			}
		}
		hub.Admin().Must(setFeature, switching("ACTIVITIES", false, "Not in your plan."))
		status, _ := exported(t, hub.Admin(), ids[inAway])
		equal(t, "the status while activities are switched off", status, 403)
	})
}

package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

// A file may hold notes, whatever its columns are called: nobody but whoever brought it is shown a cell of it, whatever they may read.
func TestImportFileIsForItsBringer(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		const secret = "Drinks in the morning"
		bringer := c.clients["global_administrator"]
		own := checked(bringer, hub, "people.csv", lines("Email,First Name,Last Name,Note,Status", "member@example.org,,,"+secret+",Asleep", "x@example.org,X,,"+secret+","), nil)
		id, path := own.Text("node.id"), own.Text("node.problemFileUrl")
		if n := strings.Count(string(own.Body), secret); n != 2 {
			t.Errorf("whoever brought it sees %d samples: %s", n, own.Body)
		}
		equal(t, "their download", fetch(t, bringer, hub, path).StatusCode, 200)
		for _, actor := range []string{"portal_administrator", "partner", "company_administrator"} {
			other := c.clients[actor]
			seen := other.Ask(importByID, vars{"id": id})
			if actor != "company_administrator" {
				equal(t, actor+" did not bring it", seen.At("node.isOwn"), false)
				equal(t, "what "+actor+" sees", fmt.Sprint(came(seen), seen.At("node.problemFileUrl"), len(seen.At("node.columns").([]any)), len(seen.At("node.issues.edges").([]any))),
					"CHECKED 2 2 0 0 0 2 0<nil> 5 2")
				mapped := other.Ask(mapImport, vars{"in": vars{"id": id, "columns": []vars{{"heading": "Note", "field": "title"}}}})
				mapped.Said("mapImport", "FORBIDDEN")
				seen.Body = append(seen.Body, mapped.Body...)
				seen.Body = append(seen.Body, other.Must(stopImport, vars{"in": vars{"id": id}}).Body...)
			}
			if strings.Contains(string(seen.Body), secret) {
				t.Errorf("%s is shown a note: %s", actor, seen.Body)
			}
			equal(t, "the download of "+actor, fetch(t, other, hub, path).StatusCode, 404)
		}
		equal(t, "the columns", fields(bringer.Must(importByID, vars{"id": id}), "node"), fields(own, "node"))
	})
}

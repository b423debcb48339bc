package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// Who may export.
func init() {
	attempts = append(attempts,
		attempt{"startExport", "of everybody", [8]string{anon, deny, deny, ok, ok, deny, ok, ok}, func(*scene) vars { return vars{"in": vars{}} }},
		attempt{"startExport", "of a column that there is not", [8]string{anon, deny, deny, none, none, deny, none, none}, func(*scene) vars {
			return vars{"in": vars{"columns": []string{"passwordHash"}}}
		}},
	)
	byOthers["startExport, of everybody"], byOthers["startExport, of a column that there is not"] = "DDoDDD", "DDuDDD"
	texts["startExport"] = startExport
}

// Who may not export is told so, whatever they ask for: the list, the columns, an export by its id, its progress, its file, and the
// example of an import.
func TestExportRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		one := wroteOut(hub.Admin(), hub, vars{"columns": []string{"email"}})
		letters := map[string]string{
			allExports:                                         "ADDooDooDDoDDD",
			`{sheetColumns{key}}`:                              "ADDooDooDDoDDD",
			"/imports/example.xlsx":                            "ADDooDooDDoDDD",
			one.Text("node.url"):                               "ADDNNDooDDoDDD",
			"/exports/rubbish.xlsx":                            "ADDNNDNNDDNDDD",
			"progress of " + one.Text("node.id"):               "ADDNNDooDDoDDD",
			"progress of " + gid.Encode(ent.TypeExport, 1<<40): "ADDNNDNNDDNDDD",
		}
		statuses := map[byte]string{'A': "401", 'D': "403", 'N': "404", 'o': "200"}
		for what, columns := range letters {
			for i, actor := range allActors {
				client := c.clients[actor]
				switch id, progress := strings.CutPrefix(what, "progress of "); {
				case progress:
					told := listenTo(t, client, `subscription($id:ID!){exportProgress(id:$id){state rows url}}`, id).event()
					want := map[byte]string{'A': anon, 'D': deny, 'N': gone, 'o': `"state":"SUCCEEDED"`}[columns[i]]
					if !strings.Contains(told, want) {
						t.Errorf("%s, who follows an export, is told %s, not %s", actor, told, want)
					}
				case strings.HasPrefix(what, "/"):
					status, _ := fetched(client, what)
					equal(t, fmt.Sprintf("the status of %s for %s", what, actor), fmt.Sprint(status), statuses[columns[i]])
				default:
					code := map[byte]string{'A': anon, 'D': deny, 'o': ""}[columns[i]]
					equal(t, fmt.Sprintf("%s for %s", what, actor), client.Ask(what, nil).Code(), code)
				}
			}
		}
	})
}

// Switched off, nobody exports, and what was exported is out of reach; with the reason.
func TestExportSwitchedOff(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		one := wroteOut(admin, hub, vars{})
		admin.Must(setFeature, switching("EXPORT", false, "Not in your plan."))
		a := admin.Ask(startExport, vars{"in": vars{}})
		a.Said("startExport", "FEATURE_DISABLED")
		equal(t, "the words", a.Text("startExport.userErrors.0.message"), "Not in your plan.")
		admin.Ask(allExports, nil).Refused("FEATURE_DISABLED")
		equal(t, "the export", admin.Must(exportByID, vars{"id": one.Text("node.id")}).At("node"), nil)
		status, _ := fetched(admin, one.Text("node.url"))
		equal(t, "the status of the file", status, 403)
		admin.Must(setFeature, switching("IMPORT", false, "Not in your plan."))
		status, _ = fetched(admin, "/imports/example.xlsx")
		equal(t, "the status of the example", status, 403)
	})
}

package graph_test

import (
	"bytes"
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// When an export is over, however it ended, it keeps no word of what was searched for, and is still told as one of a filter.
func TestExportForgetsTheSearch(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		boss, err := hub.Accounts.CreateAdministrator(context.Background(), account.Administrator{Email: "boss@example.org", FirstName: "Bo", LastName: "Boss", Password: hubtest.Password})
		if err != nil {
			t.Fatal(err)
		}
		client := hub.Stranger()
		client.SignIn("boss@example.org", hubtest.Password)
		in := vars{"in": vars{"filter": vars{"search": "Zaphod", "status": []string{"ACTIVE"}}, "columns": []string{"email"}}}
		done, stopped := admin.Must(startExport, in).Text("startExport.export.id"), client.Must(startExport, in).Text("startExport.export.id")
		for _, e := range hub.Store.Ent(system).Export.Query().AllX(system) {
			if !bytes.Contains(e.Filter, []byte("Zaphod")) {
				t.Fatalf("it knows not what to look for: %s", e.Filter)
			}
		}
		admin.Must(updateUser, to(hub, boss, vars{"roleId": roleID(hub, "super_user")}))
		begin(hub)
		for id, state := range map[string]string{done: "SUCCEEDED", stopped: "CANCELLED"} {
			hubtest.Eventually(t, "it is over", func() bool { return admin.Must(exportByID, vars{"id": id}).Text("node.state") == state })
			equal(t, "that it has a filter", admin.Must(exportByID, vars{"id": id}).At("node.isFiltered"), true)
		}
		for _, e := range hub.Store.Ent(system).Export.Query().AllX(system) {
			if bytes.Contains(e.Filter, []byte("Zaphod")) || !bytes.Contains(e.Filter, []byte("ACTIVE")) {
				t.Errorf("the %s one keeps %s", e.State, e.Filter)
			}
		}
	})
}

// An export that goes wrong each time is given up within minutes, and stands in its owner's way no longer.
func TestExportGivesUp(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id := admin.Must(startExport, vars{"in": vars{"filter": vars{"search": "Mona"}}}).Text("startExport.export.id")
		write(hub, func(ctx context.Context, tx *ent.Client) error { // what nobody can read
			return tx.Export.Update().SetFilter([]byte(`["Mona"]`)).Exec(ctx)
		})
		begin(hub)
		a, looks := admin.Must(exportByID, vars{"id": id}), 0
		for ; looks < 3000 && a.Text("node.state") != "FAILED"; looks++ {
			time.Sleep(20 * time.Millisecond)
			hub.Clock.Advance(time.Second)
			a = admin.Must(exportByID, vars{"id": id})
		}
		equal(t, "the problem", a.Text("node.problem"), "Something went wrong while this was written. Start it again.")
		equal(t, "its file", a.At("node.url"), nil)
		if looks < 31 {
			t.Errorf("it was given up after %d seconds", looks)
		}
		system := hubtest.System()
		if e := hub.Store.Ent(system).Export.Query().OnlyX(system); bytes.Contains(e.Filter, []byte("Mona")) {
			t.Errorf("it keeps %s", e.Filter)
		}
	})
}

// However many begin at once, five are under way.
func TestExportAtOnce(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		var begun, refused atomic.Int32
		var all sync.WaitGroup
		for range 12 {
			all.Go(func() {
				switch a := admin.Ask(startExport, vars{"in": vars{"columns": []string{"email"}}}); {
				case a.Text("startExport.export.id") != "":
					begun.Add(1)
				case a.Code() == "RATE_LIMITED":
					refused.Add(1)
				default:
					t.Errorf("answered %s", a.Body)
				}
			})
		}
		all.Wait()
		system := hubtest.System()
		equal(t, "begun and refused", [2]int32{begun.Load(), refused.Load()}, [2]int32{5, 7})
		equal(t, "under way", hub.Store.Ent(system).Export.Query().Where(export.StateEQ(export.StateQUEUED)).CountX(system), 5)
	})
}
